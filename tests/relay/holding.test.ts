/** What the relay stands against: each test is an attack, or what it would cost those who have a right to be there. */
import { mkdtempSync, readdirSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { ClassicLevel } from 'classic-level'
import sodium from 'libsodium-wrappers-sumo'
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { WebSocket } from 'ws'
import { roomOnRelay } from '../../shared/vault/admission'
import { WIRE_PROTOCOL } from '../../shared/wire'
import { addressOf, createAddressLimits } from '../../src-relay/addresses'
import { createBrake, createSender, MOST_WAITING_BYTES, relieve } from '../../src-relay/brake'
import { openDisk, type Write } from '../../src-relay/disk'
import { createLog } from '../../src-relay/log'
import { parseOptions } from '../../src-relay/options'
import { newDataFolder, socketFrom, startTestRelay, stockClient, until } from './relay-process'

beforeAll(() => sodium.ready)
const cleanUps: (() => unknown)[] = []
afterEach(async () => {
  vi.useRealTimers()
  vi.restoreAllMocks()
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
  const said = (event: string) => relay.lines.filter((line) => line.includes(`"${event}"`))
  return { ...relay, stop, said }
}

const client = (address: string, room: string, protocols?: string[], from?: string) => {
  const made = stockClient(address, room, protocols, from)
  cleanUps.push(() => made.provider.destroy())
  return made
}

/** Knocks at a room, and says with which code it was turned away; 101 when it was let in. */
const knock = (url: string, protocols: string[] = [], from = '127.0.0.1'): Promise<number> =>
  new Promise((resolve) => {
    const socket = new (socketFrom(from))(url, protocols)
    cleanUps.push(() => socket.terminate())
    socket.on('unexpected-response', (_request, response) => resolve(response.statusCode ?? 0))
    socket.on('error', () => undefined)
    socket.on('close', resolve)
    // Whoever is let in is asked what they have.
    socket.on('open', () => socket.send(new Uint8Array([0, 0, 1, 0])))
    socket.on('message', () => resolve(101))
  })

const SECRET = 'correct-horse-battery-staple'
const credentials = (room: string, token: string, secret = SECRET): string[] =>
  roomOnRelay(`wss://relay.example.org/#${secret}`, { room, token }).protocols

describe('the admission secret', () => {
  test('without it nobody claims a room; a room that is claimed needs its token only', async () => {
    const { address } = await relayFor({ secret: SECRET })
    const room = `${address}/room`
    expect(await knock(room)).toBe(4402)
    expect(await knock(room, [WIRE_PROTOCOL, 'token'])).toBe(4402)
    expect(await knock(room, [WIRE_PROTOCOL, 'token', SECRET])).toBe(4402)
    expect(await knock(room, credentials('room', 'token', 'another-secret-of-some-length'))).toBe(4402)
    expect(await knock(room, credentials('room', 'token'))).toBe(101)
    // As the laptop does that joins by a pairing code.
    expect(await knock(room, [WIRE_PROTOCOL, 'token'])).toBe(101)
    expect(await knock(room, [WIRE_PROTOCOL, 'other'])).toBe(4403)
    expect(await knock(room, credentials('room', 'other'))).toBe(4403)
  })

  test('what was overheard of one room claims no other', async () => {
    const { address } = await relayFor({ secret: SECRET })
    const overheard = credentials('one', 'token')
    expect(overheard.join()).not.toContain(SECRET)
    expect(await knock(`${address}/two`, overheard)).toBe(4402)
    expect(await knock(`${address}/one`, [WIRE_PROTOCOL, 'theirs', overheard[2] ?? ''])).toBe(4402)
    expect(await knock(`${address}/one`, overheard)).toBe(101)
  })

  test('is read from a file, and a weak or missing one is refused with a sentence', () => {
    const file = join(mkdtempSync(join(tmpdir(), 'confidant-secret-')), 'secret')
    expect(parseOptions(['--secret-file', file])).toMatchObject({ ok: false })
    writeFileSync(file, 'short\n')
    expect(parseOptions(['--secret-file', file])).toMatchObject({ ok: false })
    writeFileSync(file, `${SECRET}\n`)
    expect(parseOptions(['--secret-file', file])).toMatchObject({ ok: true, value: { secret: SECRET } })
  })
})

describe('limits by address', () => {
  test('one address has so many sockets and no more, and another is not shut out', async () => {
    const relay = await relayFor({ maxSockets: 20, trustProxy: true })
    const codes = await Promise.all(
      Array.from({ length: 30 }, (_, index) => knock(`${relay.address}/${index}`, [], '198.51.100.1')),
    )
    expect(codes.filter((code) => code === 429)).toHaveLength(10)
    expect(await knock(`${relay.address}/coach`, [], '192.0.2.1')).toBe(101)
    expect(relay.said('too-many-sockets')).toHaveLength(1)
  })

  test('a socket that has gone makes room for another', async () => {
    const relay = await relayFor({ maxSockets: 1 })
    const first = client(relay.address, 'one')
    await until(() => first.provider.synced)
    expect(await knock(`${relay.address}/two`)).toBe(429)
    first.provider.destroy()
    await until(() => relay.said('left').length === 1)
    await vi.waitFor(async () => expect(await knock(`${relay.address}/two`)).toBe(101))
  })

  test('strangers claim so many rooms an hour, and the coaches go on claiming', async () => {
    const relay = await relayFor({ maxClaims: 5, trustProxy: true })
    const codes: number[] = []
    for (let index = 0; index < 8; index++)
      codes.push(await knock(`${relay.address}/${index}`, [], '198.51.100.1'))
    expect(codes).toEqual([101, 101, 101, 101, 101, 4503, 4503, 4503])
    expect(await knock(`${relay.address}/0`, [], '198.51.100.1')).toBe(101)
    expect(await knock(`${relay.address}/coach`, [], '192.0.2.1')).toBe(101)
  })

  test('claims come back evenly over the hour', () => {
    let now = 0
    const limits = createAddressLimits(1, 60, () => now)
    for (let index = 0; index < 60; index++) expect(limits.claim('a')).toBe(true)
    expect(limits.claim('a')).toBe(false)
    now += 60_000
    expect(limits.claim('a')).toBe(true)
    expect(limits.claim('a')).toBe(false)
  })

  test('only the last hop is believed, and only behind a proxy; an IPv6 customer is one address', () => {
    const request = (forwarded: string | undefined, remoteAddress: string) =>
      ({ headers: { 'x-forwarded-for': forwarded }, socket: { remoteAddress } }) as unknown as Parameters<
        typeof addressOf
      >[0]
    expect(addressOf(request('10.9.9.9, 203.0.113.7', '127.0.0.1'), true)).toBe('203.0.113.7')
    expect(addressOf(request('203.0.113.7', '127.0.0.1'), false)).toBe('127.0.0.1')
    expect(addressOf(request(undefined, '::ffff:192.0.2.1'), true)).toBe('192.0.2.1')
    expect(addressOf(request(undefined, '2001:db8:1:2:3:4:5:6'), true)).toBe('2001:db8:1:2')
    expect(addressOf(request(undefined, '2001:db8:1:2::9'), true)).toBe('2001:db8:1:2')
    expect(addressOf(request(undefined, '2001:db8::9'), true)).toBe('2001:db8:0:0')
  })
})

describe('memory', () => {
  test('a reader that does not read is let go, the others are served, and it is told when it comes back', async () => {
    const relay = await relayFor({ maxBytesRate: 1024 ** 3 })
    const [writer, reader] = [client(relay.address, 'room'), client(relay.address, 'room')]
    const slow = new WebSocket(`${relay.address}/room`)
    cleanUps.push(() => slow.terminate())
    let closed = false
    slow.on('error', () => undefined)
    slow.on('close', () => {
      closed = true
    })
    await until(() => writer.provider.synced && reader.provider.synced && slow.readyState === WebSocket.OPEN)
    slow.pause()
    const blobs = writer.doc.getArray<Uint8Array>('blobs')
    // Each is gone with the next, so that only what waits for the slow one can grow.
    for (let index = 0; index < 30; index++) {
      blobs.push([new Uint8Array(512 * 1024)])
      if (blobs.length > 1) blobs.delete(0, 1)
      await new Promise((resolve) => setImmediate(resolve))
    }
    await until(() => relay.said('slow-reader').length === 1)
    writer.text.insert(0, 'after')
    await until(() => reader.text.toString() === 'after')
    slow.resume()
    await until(() => closed)
    const back = client(relay.address, 'room')
    await until(() => back.text.toString() === 'after')
  })

  test('a room that grows past its limit is not stored beyond it, and its sender is turned away for now', async () => {
    const relay = await relayFor({ maxRoomBytes: 100_000 })
    const sender = client(relay.address, 'room')
    sender.text.insert(0, 'small')
    await until(() => relay.said('stored').length === 1)
    const codes: number[] = []
    sender.provider.on('connection-close', (event) => codes.push(event?.code ?? 0))
    sender.text.insert(0, 'x'.repeat(200_000))
    await until(() => codes.length > 0)
    expect(codes).toEqual([4503])
    expect(relay.said('too-large')).toHaveLength(1)
    sender.provider.destroy()
    await until(() => relay.said('left').length === 1)
    await relay.stop()
    const again = await relayFor({ data: relay.data })
    const reader = client(again.address, 'room')
    await until(() => reader.text.toString() === 'small')
  })

  test('when the open rooms are too large together, the largest is closed for a moment, and stays stored', async () => {
    const relay = await relayFor({ maxOpenBytes: 150_000 })
    const [small, large] = [client(relay.address, 'small'), client(relay.address, 'large')]
    const codes: number[] = []
    large.provider.on('connection-close', (event) => codes.push(event?.code ?? 0))
    small.text.insert(0, 's'.repeat(60_000))
    await until(() => relay.said('stored').length === 1)
    large.text.insert(0, 'l'.repeat(100_000))
    await until(() => codes.length > 0)
    expect(codes).toEqual([4503])
    expect(small.provider.wsconnected).toBe(true)
    expect(relay.said('crowded')).toHaveLength(1)
    small.provider.destroy()
    const reader = client(relay.address, 'large')
    await until(() => reader.text.length === 100_000)
  })

  /** A socket for which as many bytes wait as the test says. */
  const waitingSocket = (bufferedAmount: number) => {
    const calls: string[] = []
    const socket = {
      readyState: WebSocket.OPEN,
      bufferedAmount,
      isPaused: false,
      send: () => calls.push('send'),
      terminate: () => calls.push('terminate'),
      pause: () => calls.push('pause'),
      resume: () => calls.push('resume'),
    }
    return { socket, calls, ws: socket as unknown as WebSocket }
  }

  test('a first-time laptop is sent a room larger than the limit, and what is typed meanwhile', () => {
    const { socket, calls, ws } = waitingSocket(0)
    const send = createSender(ws)
    const room = new Uint8Array(MOST_WAITING_BYTES * 3)
    send(room)
    socket.bufferedAmount = room.length
    expect(send(new Uint8Array(100))).toBe(true)
    socket.bufferedAmount += MOST_WAITING_BYTES + 1
    expect(send(new Uint8Array(100))).toBe(false)
    expect(calls).toEqual(['send', 'send', 'terminate'])
  })

  test('many slow readers together are not more than one budget: the slowest go first', () => {
    const sockets = [10, 70, 30].map((bytes) => waitingSocket(bytes))
    expect(
      relieve(
        sockets.map(({ ws }) => ws),
        50,
      ),
    ).toBe(1)
    expect(sockets.map(({ calls }) => calls)).toEqual([[], ['terminate'], []])
  })

  test('a fast sender is slowed down by bytes as well as by messages', () => {
    vi.useFakeTimers({ toFake: ['performance', 'setTimeout'] })
    const { calls, ws } = waitingSocket(0)
    const brake = createBrake(ws, 1000, 1_000_000)
    brake(1_500_000)
    expect(calls).toEqual([])
    brake(3_500_000)
    expect(calls).toEqual(['pause'])
    vi.advanceTimersByTime(2900)
    expect(calls).toEqual(['pause'])
    vi.advanceTimersByTime(300)
    expect(calls).toEqual(['pause', 'resume'])
  })

  test('awareness: a socket has two states at most, and none larger than a hint', async () => {
    const relay = await relayFor()
    const [reader, sender] = [client(relay.address, 'room'), client(relay.address, 'room')]
    await until(() => reader.provider.synced && sender.provider.synced)
    const others = () => [...reader.provider.awareness.getStates().keys()].length
    sender.provider.awareness.setLocalStateField('name', 'here')
    await until(() => others() === 2)
    const crowd = Array.from({ length: 50 }, () => client(relay.address, 'elsewhere').provider.awareness)
    const { awareness } = sender.provider
    let largest = 0
    reader.provider.awareness.on('update', () => {
      const { big } = reader.provider.awareness.getStates().get(sender.doc.clientID) ?? {}
      if (typeof big === 'string') largest = Math.max(largest, big.length)
    })
    for (const each of crowd)
      awareness.states.set(each.clientID, { name: 'nobody' }) &&
        awareness.meta.set(each.clientID, { clock: 1, lastUpdated: 0 })
    awareness.emit('update', [
      { added: crowd.map(({ clientID }) => clientID), updated: [], removed: [] },
      'local',
    ])
    awareness.setLocalStateField('big', 'x'.repeat(70_000))
    awareness.setLocalStateField('big', '')
    awareness.setLocalStateField('name', 'still here')
    await until(() => reader.provider.awareness.getStates().get(sender.doc.clientID)?.name === 'still here')
    expect(others()).toBe(3)
    expect(largest).toBe(0)
    expect(relay.said('garbage')).toHaveLength(1)
  })
})

describe('the log', () => {
  test('garbage reaches neither the engine’s own words nor more than one line a minute', async () => {
    const said = vi.spyOn(console, 'error').mockImplementation(() => undefined)
    vi.spyOn(console, 'warn').mockImplementation(said)
    const relay = await relayFor()
    const good = client(relay.address, 'a-room-in-clear')
    await until(() => good.provider.synced)
    said.mockClear()
    const junk = [
      [0, 2, 4, 9, 9, 9, 9],
      [0, 0],
      [0, 0, 3, 255, 255, 255],
      [0, 9, 0],
      [1, 3, 1, 1, 1],
      [1, 200, 1],
      [2, 0, 1],
      [4, 0, 0],
      [7],
      [],
    ]
    for (let index = 0; index < 40; index++) {
      const socket = new WebSocket(`${relay.address}/a-room-in-clear`)
      socket.on('error', () => undefined)
      socket.on('open', () => {
        for (const bytes of junk.slice(index % junk.length)) socket.send(new Uint8Array(bytes))
        socket.close()
      })
    }
    await until(() => relay.said('garbage').length > 0)
    good.text.insert(0, 'through')
    const reader = client(relay.address, 'a-room-in-clear')
    await until(() => reader.text.toString() === 'through')
    expect(said.mock.calls).toEqual([])
    expect(relay.said('garbage')).toHaveLength(1)
    expect(relay.lines.join('')).not.toContain('in-clear')
  })

  test('an event past its share of a minute is counted, and told with the next line', () => {
    const lines: string[] = []
    let now = 0
    const log = createLog(
      (line) => lines.push(line),
      () => now,
    )
    for (let index = 0; index < 1000; index++) log('garbage')
    expect(lines).toHaveLength(1)
    log('refused')
    expect(lines).toHaveLength(2)
    now += 60_000
    log('garbage')
    expect(JSON.parse(lines[2] ?? '')).toMatchObject({ event: 'garbage', more: 999 })
  })
})

describe('empty rooms', () => {
  const DAY_MS = 86_400_000

  test('are free again after their days, and nothing else is', async () => {
    const relay = await relayFor({ emptyDays: 30 })
    const inRoom = (room: string) => client(relay.address, room, [WIRE_PROTOCOL, 'first'])
    const [full, emptied] = [inRoom('full'), inRoom('emptied')]
    const [never, open] = [inRoom('never'), inRoom('open')]
    full.text.insert(0, 'kept')
    emptied.text.insert(0, 'to be erased')
    await until(() => relay.said('stored').length > 1)
    emptied.text.delete(0, emptied.text.length)
    await until(() => relay.said('stored').length > 2)
    await until(() => never.provider.synced && open.provider.synced)
    for (const { provider } of [full, emptied, never]) provider.destroy()
    await until(() => relay.said('left').length === 3)

    const sweepAfter = async (days: number) => {
      vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + days * DAY_MS })
      await relay.sweep()
      vi.useRealTimers()
    }
    const knockAnew = (room: string) => knock(`${relay.address}/${room}`, [WIRE_PROTOCOL, 'second'])
    await sweepAfter(29)
    expect(await knockAnew('never')).toBe(4403)
    await sweepAfter(31)
    expect(await Promise.all(['never', 'emptied', 'full', 'open'].map(knockAnew))).toEqual([
      101, 101, 4403, 4403,
    ])
    expect(open.provider.wsconnected).toBe(true)
    await relay.stop()
    const again = await relayFor({ data: relay.data })
    expect(await knock(`${again.address}/never`, [WIRE_PROTOCOL, 'first'])).toBe(4403)
  })
})

describe('damaged data', () => {
  const cut = (file: string): void => truncateSync(file, 7)
  test.each([
    ['the manifest is cut', (name: string) => name.startsWith('MANIFEST')],
    ['everything is cut', () => true],
  ])('%s: set aside, said, and the laptops fill the relay again', async (_what, isCut) => {
    const relay = await relayFor()
    const a = client(relay.address, 'room', [WIRE_PROTOCOL, 'token'])
    a.text.insert(0, 'kept by the laptop')
    await until(() => relay.said('stored').length > 0)
    await relay.stop()
    for (const name of readdirSync(relay.data)) if (isCut(name)) cut(join(relay.data, name))
    const again = await relayFor({ data: relay.data, port: relay.port })
    expect(again.said('damaged-data')).toHaveLength(1)
    const aside = readdirSync(dirname(relay.data)).filter((name) =>
      name.startsWith(`${basename(relay.data)} damaged `),
    )
    expect(aside).toHaveLength(1)
    a.provider.connect()
    const b = client(again.address, 'room', [WIRE_PROTOCOL, 'token'])
    await until(() => b.text.toString() === 'kept by the laptop')
  })

  test('damage that shows while it runs: set aside, what belongs in every store is written anew, and it goes on', async () => {
    const data = await newDataFolder()
    const asides: string[] = []
    const claim: Write = { type: 'put', key: 'claim/room', value: new Uint8Array(32) }
    const disk = await openDisk(data, ['claim/'], 0, {
      replaced: (aside) => {
        asides.push(aside)
        return [claim]
      },
      failed: () => undefined,
    })
    cleanUps.push(disk.close)
    // As LevelDB says when it comes upon a block that it cannot read while it tidies up.
    const corruption = Object.assign(new Error('Corruption: bad block'), { code: 'LEVEL_CORRUPTION' })
    vi.spyOn(ClassicLevel.prototype, 'batch').mockRejectedValueOnce(corruption)
    const write: Write = { type: 'put', key: 'document/room', value: new Uint8Array(1) }
    await expect(disk.write([write], true)).rejects.toBe(corruption)
    await disk.write([write], true)
    expect(asides).toHaveLength(1)
    expect(await disk.get('claim/room')).toHaveLength(32)
    expect(await disk.get('document/room')).toHaveLength(1)
  })

  test('a store that another relay has open is not damaged', async () => {
    const relay = await relayFor()
    await expect(startTestRelay({ data: relay.data })).rejects.toMatchObject({
      cause: { code: 'LEVEL_LOCKED' },
    })
    expect(readdirSync(dirname(relay.data))).not.toContainEqual(
      expect.stringContaining(`${basename(relay.data)} damaged`),
    )
  })
})
