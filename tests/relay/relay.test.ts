import { randomUUID } from 'node:crypto'
import { ClassicLevel } from 'classic-level'
import * as decoding from 'lib0/decoding'
import { afterEach, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import * as Y from 'yjs'
import { MESSAGE_STORED, WIRE_PROTOCOL } from '../../shared/relay/wire'
import { parseOptions } from '../../src-relay/options'
import { newDataFolder, startTestRelay, stockClient, until } from './relay-process'

const cleanUps: (() => unknown)[] = []
afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).reverse()) await cleanUp()
})

const relayFor = async (options: Parameters<typeof startTestRelay>[0] = {}) => {
  const relay = await startTestRelay(options)
  let stopped = false
  const stop = async () => {
    if (!stopped) await relay.stop()
    stopped = true
  }
  cleanUps.push(stop)
  return { ...relay, stop }
}

const client = (address: string, room: string, protocols?: string[]) => {
  const made = stockClient(address, room, protocols)
  cleanUps.push(() => made.provider.destroy())
  return made
}

test('carries stock y-websocket clients, text and awareness', async () => {
  const relay = await relayFor()
  const [a, b] = [client(relay.address, 'room'), client(relay.address, 'room')]
  a.text.insert(0, 'hello')
  await until(() => b.text.toString() === 'hello')
  b.text.insert(5, ' there')
  a.provider.awareness.setLocalStateField('name', 'A')
  await until(() => a.text.toString() === 'hello there')
  await until(() => b.provider.awareness.getStates().get(a.doc.clientID)?.name === 'A')
})

test('a room name may have slashes, and rooms do not mix', async () => {
  const relay = await relayFor()
  const [a, b, c] = [
    client(relay.address, 'x/y z'),
    client(relay.address, 'x/y z'),
    client(relay.address, 'x'),
  ]
  a.text.insert(0, 'only here')
  await until(() => b.text.toString() === 'only here')
  expect(c.text.toString()).toBe('')
})

test('stores before it says stored, and has everything after a restart', async () => {
  const relay = await relayFor()
  const a = client(relay.address, 'kept', [WIRE_PROTOCOL, 'token'])
  let stored: Map<number, number> | undefined
  a.provider.messageHandlers[MESSAGE_STORED] = (_encoder, decoder) => {
    stored = Y.decodeStateVector(decoding.readVarUint8Array(decoder))
  }
  a.text.insert(0, 'lasting')
  await until(() => stored?.get(a.doc.clientID) === 7)
  a.provider.destroy()
  await relay.stop()
  const again = await relayFor({ data: relay.data })
  const b = client(again.address, 'kept', [WIRE_PROTOCOL, 'token'])
  await until(() => b.text.toString() === 'lasting')
})

test('a room belongs to the token of its first visitor', async () => {
  const relay = await relayFor()
  const owner = client(relay.address, 'mine', [WIRE_PROTOCOL, 'secret-token'])
  owner.text.insert(0, 'private')
  await until(() => owner.provider.synced)
  const closes: number[] = []
  for (const protocols of [[WIRE_PROTOCOL, 'other-token'], [WIRE_PROTOCOL], []]) {
    const intruder = client(relay.address, 'mine', protocols)
    intruder.provider.on('closed', ({ code }) => closes.push(code))
    await until(() => closes.length > 0)
    expect(closes.splice(0)).toEqual([4403])
    expect(intruder.text.toString()).toBe('')
  }
  const second = client(relay.address, 'mine', [WIRE_PROTOCOL, 'secret-token'])
  await until(() => second.text.toString() === 'private')
})

test('the claim outlives a restart, and the token is not stored', async () => {
  const token = randomUUID()
  const relay = await relayFor()
  const owner = client(relay.address, 'mine', [WIRE_PROTOCOL, token])
  await until(() => owner.provider.synced)
  owner.provider.destroy()
  await relay.stop()
  const level = new ClassicLevel<string, Uint8Array>(relay.data, { valueEncoding: 'view' })
  for await (const value of level.values()) expect(Buffer.from(value).includes(token)).toBe(false)
  await level.close()
  const again = await relayFor({ data: relay.data })
  let code = 0
  client(again.address, 'mine').provider.on('closed', (event) => {
    code = event.code
  })
  await until(() => code === 4403)
})

test('two first visitors at once: one claim', async () => {
  const relay = await relayFor()
  const closed: number[] = []
  const visitors = ['a', 'b', 'c', 'd'].map((token) =>
    client(relay.address, 'race', [WIRE_PROTOCOL, token]),
  )
  for (const { provider } of visitors) provider.on('closed', ({ code }) => closed.push(code))
  await until(() => closed.length === 3)
  expect(visitors.filter(({ provider }) => provider.wsconnected)).toHaveLength(1)
})

test('refuses messages over the limit and rooms over the limit, and serves the others', async () => {
  const relay = await relayFor({ maxMessageBytes: 100_000, maxRooms: 2 })
  const good = client(relay.address, 'one')
  await until(() => good.provider.synced)
  const large = new WebSocket(`${relay.address}/two`)
  let closedWith = 0
  large.on('open', () => large.send(new Uint8Array(200_000)))
  large.on('close', (code) => {
    closedWith = code
  })
  await until(() => closedWith === 1009)
  const third = new WebSocket(`${relay.address}/three`)
  let full = 0
  third.on('close', (code) => {
    full = code
  })
  await until(() => full === 4503)
  good.text.insert(0, 'still here')
  const other = client(relay.address, 'one')
  await until(() => other.text.toString() === 'still here')
})

test('slows down a flood without dropping any of it', async () => {
  const relay = await relayFor({ maxRate: 200 })
  const a = client(relay.address, 'flood')
  await until(() => a.provider.synced)
  for (let index = 0; index < 800; index++) a.text.insert(index, 'x')
  const b = client(relay.address, 'flood')
  await until(() => b.text.length === 800, 20_000)
})

test('survives garbage: random bytes, text frames, types of other protocols', async () => {
  const relay = await relayFor()
  const a = client(relay.address, 'noise')
  await until(() => a.provider.synced)
  for (let index = 0; index < 50; index++) {
    const socket = new WebSocket(`${relay.address}/noise`)
    socket.on('error', () => undefined)
    socket.on('open', () => {
      socket.send('text')
      socket.send(crypto.getRandomValues(new Uint8Array(1 + ((index * 37) % 300))))
      socket.send(new Uint8Array([index % 12, 2, 255, 255, 255, 255, 15]))
    })
    cleanUps.push(() => socket.terminate())
  }
  const bad = new WebSocket(`${relay.address}/%E0%A4%A`)
  bad.on('error', () => undefined)
  const b = client(relay.address, 'noise')
  a.text.insert(0, 'through it all')
  await until(() => b.text.toString() === 'through it all')
})

test('a client one of whose messages was cut short is not left on a dead socket: it comes back and hears again', async () => {
  const relay = await relayFor()
  const [a, b] = [client(relay.address, 'cut'), client(relay.address, 'cut')]
  await until(() => a.provider.synced && b.provider.synced)
  let closed = 0
  a.provider.on('connection-close', () => closed++)
  const socket = a.provider.ws as unknown as WebSocket
  // A first sync step without its state vector.
  socket.send(new Uint8Array([0, 0]))
  await until(() => closed > 0)
  b.text.insert(0, 'heard')
  await until(() => a.text.toString() === 'heard')
})

test('a damaged stored room is set aside and refilled by the clients', async () => {
  const data = await newDataFolder()
  const level = new ClassicLevel<string, Uint8Array>(data, { valueEncoding: 'view' })
  await level.put('document/broken', new Uint8Array([9, 9, 9, 250, 3]))
  await level.close()
  const relay = await relayFor({ data })
  const a = client(relay.address, 'broken')
  a.text.insert(0, 'refilled')
  const b = client(relay.address, 'broken')
  await until(() => b.text.toString() === 'refilled')
  expect(relay.lines.some((line) => line.includes('damaged-room'))).toBe(true)
})

test('logs one JSON object a line, with no room name, token or content', async () => {
  const relay = await relayFor()
  const a = client(relay.address, 'room-name-in-clear', [WIRE_PROTOCOL, 'token-in-clear'])
  a.text.insert(0, 'content-in-clear')
  await until(() => relay.lines.some((line) => line.includes('"stored"')))
  for (const line of relay.lines) expect(JSON.parse(line)).toHaveProperty('event')
  expect(relay.lines.join('')).not.toMatch(/in-clear/)
})

test('the command line: defaults, values, help and mistakes', () => {
  expect(parseOptions([])).toMatchObject({
    ok: true,
    value: { host: '127.0.0.1', port: 1234, data: './relay-data' },
  })
  expect(parseOptions(['--port', '0', '--data', '/x'])).toMatchObject({
    ok: true,
    value: { port: 0, data: '/x' },
  })
  expect(parseOptions(['--help'])).toEqual({ ok: true, value: 'help' })
  expect(parseOptions(['--port', 'abc'])).toMatchObject({ ok: false })
  expect(parseOptions(['--nonsense'])).toMatchObject({ ok: false })
})
