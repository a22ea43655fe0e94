/** What stands before a school's relays: each connection goes to the next relay that takes it. */
import { once } from 'node:events'
import { type AddressInfo, connect, createServer } from 'node:net'

export const spreadOver = async (addresses: readonly string[]) => {
  const ports = new Set(addresses.map((address) => Number(new URL(address).port)))
  let turn = 0
  const server = createServer((socket) => {
    socket.on('error', () => undefined)
    const order = [...ports]
    const first = turn++
    const tryRelay = (index: number): void => {
      const port = order[(first + index) % order.length]
      if (port === undefined || index >= order.length) return void socket.destroy()
      const relay = connect(port, '127.0.0.1')
      let isOpen = false
      relay.once('connect', () => {
        isOpen = true
        socket.pipe(relay).pipe(socket)
      })
      relay.on('error', () => (isOpen ? socket.destroy() : tryRelay(index + 1)))
      relay.on('close', () => isOpen && socket.destroy())
      socket.on('close', () => relay.destroy())
    }
    tryRelay(0)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    address: `ws://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: () => server.close(),
  }
}
