/** What the relay stands against: each test is an attack, or what it would cost those who have a right to be there. */
import { mkdtempSync, readdirSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { ClassicLevel } from 'classic-level'
import sodium from 'libsodium-wrappers-sumo'
import { beforeAll, describe, expect, test, vi } from 'vitest'
import { roomOnRelay } from '../../shared/relay/admission'
import { WIRE_PROTOCOL } from '../../shared/relay/wire'
import { addressOf, createAddressLimits } from '../../src-relay/addresses'
import { openDisk, type Write } from '../../src-relay/level'
import { parseOptions } from '../../src-relay/options'
import { newDataFolder, startTestRelay, until } from './relay-process'
import { cleanUps, client, knock, relayFor } from './visitors'

beforeAll(() => sodium.ready)
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
    expect(await knock(room, credentials('room', 'token', 'another-secret-of-some-length'))).toBe(
      4402,
    )
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
    expect(parseOptions(['--secret-file', file])).toMatchObject({
      ok: true,
      value: { secret: SECRET },
    })
  })
})

describe('limits by address', () => {
  test('one address has so many sockets and no more, and another is not shut out', async () => {
    const relay = await relayFor({ maxSockets: 20, trustProxy: true })
    const codes = await Promise.all(
      Array.from({ length: 30 }, (_, index) =>
        knock(`${relay.address}/${index}`, [], '198.51.100.1'),
      ),
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
    await expect.poll(() => knock(`${relay.address}/two`)).toBe(101)
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
      ({
        headers: { 'x-forwarded-for': forwarded },
        socket: { remoteAddress },
      }) as unknown as Parameters<typeof addressOf>[0]
    expect(addressOf(request('10.9.9.9, 203.0.113.7', '127.0.0.1'), true)).toBe('203.0.113.7')
    expect(addressOf(request('203.0.113.7', '127.0.0.1'), false)).toBe('127.0.0.1')
    expect(addressOf(request(undefined, '::ffff:192.0.2.1'), true)).toBe('192.0.2.1')
    expect(addressOf(request(undefined, '2001:db8:1:2:3:4:5:6'), true)).toBe('2001:db8:1:2')
    expect(addressOf(request(undefined, '2001:db8:1:2::9'), true)).toBe('2001:db8:1:2')
    expect(addressOf(request(undefined, '2001:db8::9'), true)).toBe('2001:db8:0:0')
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
    const corruption = Object.assign(new Error('Corruption: bad block'), {
      code: 'LEVEL_CORRUPTION',
    })
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
