/** A WebSocket proxy that keeps every message that passes, unmasked, in both directions. */
import type { AddressInfo } from 'node:net'
import { WebSocket, WebSocketServer } from 'ws'

export const tapWire = async (target: string) => {
  const heard: Buffer[] = []
  const server = new WebSocketServer({
    host: '127.0.0.1',
    port: 0,
    handleProtocols: (offered) => offered.values().next().value ?? false,
  })
  await new Promise((resolve) => server.once('listening', resolve))
  server.on('connection', (inside, request) => {
    const protocols = (request.headers['sec-websocket-protocol'] ?? '')
      .split(',')
      .flatMap((value) => value.trim() || [])
    heard.push(Buffer.from(JSON.stringify([request.url, request.headers])))
    const outside = new WebSocket(target + (request.url ?? ''), protocols)
    const waiting: Buffer[] = []
    inside.on('message', (message: Buffer) => {
      heard.push(message)
      if (outside.readyState === WebSocket.OPEN) outside.send(message)
      else waiting.push(message)
    })
    outside.on('open', () => {
      for (const message of waiting) outside.send(message)
    })
    outside.on('message', (message: Buffer) => {
      heard.push(message)
      inside.send(message)
    })
    outside.on('error', () => inside.terminate())
    inside.on('close', () => outside.terminate())
    outside.on('close', () => inside.terminate())
  })
  const { port } = server.address() as AddressInfo
  return {
    address: `ws://127.0.0.1:${port}`,
    heard: () => Buffer.concat(heard),
    stop: () => {
      for (const socket of server.clients) socket.terminate()
      server.close()
    },
  }
}
