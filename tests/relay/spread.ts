/** What stands before a school's relays, or between one and its database: each connection goes to the next that takes it. */
import { once } from 'node:events'
import { type AddressInfo, connect, createServer } from 'node:net'

export const spreadOver = async (addresses: readonly string[]) => {
  const ports = new Set(addresses.map((address) => Number(new URL(address).port)))
  const open = new Set<{ destroy: () => void }>()
  let turn = 0
  const server = createServer((socket) => {
    socket.on('error', () => undefined)
    open.add(socket)
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
      socket.on('close', () => {
        relay.destroy()
        open.delete(socket)
      })
    }
    tryRelay(0)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    port: (server.address() as AddressInfo).port,
    /** Whoever comes is not taken any more, and whoever is there is cut off. */
    stop: () => {
      server.close()
      for (const socket of open) socket.destroy()
    },
  }
}
