/** What one visitor can cost the relay: memory, and lines in its log. */
import { describe, expect, test, vi } from 'vitest'
import { WebSocket } from 'ws'
import {
  createAllowance,
  createBrake,
  createSender,
  MOST_WAITING_BYTES,
  relieve,
} from '../../src-relay/brake'
import { createLog } from '../../src-relay/log'
import { until } from './relay-process'
import { cleanUps, client, relayFor } from './visitors'

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
    await until(
      () => writer.provider.synced && reader.provider.synced && slow.readyState === WebSocket.OPEN,
    )
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
    const brake = createBrake(ws, createAllowance(1000, 1_000_000))
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
    const crowd = Array.from(
      { length: 50 },
      () => client(relay.address, 'elsewhere').provider.awareness,
    )
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
    await until(
      () => reader.provider.awareness.getStates().get(sender.doc.clientID)?.name === 'still here',
    )
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
