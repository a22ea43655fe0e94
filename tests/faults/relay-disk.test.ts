/** The relay on a disk that is really full. A process that ended would end this test run, too. */
import { readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import * as decoding from 'lib0/decoding'
import { afterEach, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import * as Y from 'yjs'
import { MESSAGE_STORED, WIRE_PROTOCOL } from '../../shared/relay/wire'
import { startTestRelay, stockClient, until } from '../relay/relay-process'
import { NO_SMALL_DISK, smallDisk } from '../steps/small-disk'

const cleanUps: (() => unknown)[] = []
afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).reverse()) await cleanUp()
})

const fill = (disk: string): (() => void) => {
  const filler = join(disk, 'filler')
  let bytes = 1024 * 1024
  const parts: string[] = []
  while (bytes >= 1) {
    try {
      const part = `${filler}${parts.length}`
      parts.push(part)
      writeFileSync(part, new Uint8Array(bytes))
    } catch {
      bytes = Math.floor(bytes / 4)
    }
  }
  return () => {
    for (const name of readdirSync(disk)) if (name.startsWith('filler')) rmSync(join(disk, name))
  }
}

const closeCode = (address: string, token: string): Promise<number> =>
  new Promise((resolve) => {
    const socket = new WebSocket(address, [WIRE_PROTOCOL, token])
    socket.on('close', resolve)
    socket.on('error', () => undefined)
  })

test('a full disk: no room is claimed that is not written, nothing is called stored that is not, and all of it is once there is space', async (context) => {
  const disk = smallDisk(12)
  if (disk === undefined) return context.skip(NO_SMALL_DISK)
  cleanUps.push(disk.remove)
  const data = join(disk.path, 'data')
  const relay = await startTestRelay({ data })
  const writer = stockClient(relay.address, 'kept', [WIRE_PROTOCOL, 'token'])
  cleanUps.push(() => writer.provider.destroy())
  let stored = 0
  writer.provider.messageHandlers[MESSAGE_STORED] = (_encoder, decoder) => {
    stored = Y.decodeStateVector(decoding.readVarUint8Array(decoder)).get(writer.doc.clientID) ?? 0
  }
  writer.text.insert(0, 'before ')
  await until(() => stored === 7)

  const away = stockClient(relay.address, 'away', [WIRE_PROTOCOL, 'token'])
  await until(() => away.provider.synced)
  away.provider.destroy()
  await until(() => relay.lines.some((line) => line.includes('"left"')))

  const free = fill(disk.path)
  writer.text.insert(7, 'x'.repeat(100_000))
  await until(() => relay.lines.some((line) => line.includes('disk-failed')))
  expect(await closeCode(`${relay.address}/new`, 'stranger')).toBe(4503)
  // A room that cannot be read just now: its laptop is not left on a socket that hears nothing, and comes back.
  expect(await closeCode(`${relay.address}/away`, 'token')).toBe(4500)
  writer.text.insert(0, 'meanwhile ')
  const reader = stockClient(relay.address, 'kept', [WIRE_PROTOCOL, 'token'])
  await until(() => reader.text.toString().startsWith('meanwhile '))
  expect(stored).toBe(7)
  reader.provider.destroy()
  writer.provider.destroy()
  await until(() => relay.lines.filter((line) => line.includes('"left"')).length === 5)
  // It is still there for whoever comes now.
  const late = stockClient(relay.address, 'kept', [WIRE_PROTOCOL, 'token'])
  await until(() => late.text.toString().startsWith('meanwhile '))
  late.provider.destroy()

  free()
  await until(() => relay.lines.filter((line) => line.includes('"stored"')).length > 1)
  expect(relay.lines.filter((line) => line.includes('disk-failed'))).toHaveLength(1)
  // What could not be claimed was not: it is free for its owner.
  const owner = stockClient(relay.address, 'new', [WIRE_PROTOCOL, 'its-owner'])
  cleanUps.push(() => owner.provider.destroy())
  await until(() => owner.provider.synced)
  await relay.stop()

  const again = await startTestRelay({ data })
  cleanUps.push(again.stop)
  const after = stockClient(again.address, 'kept', [WIRE_PROTOCOL, 'token'])
  cleanUps.push(() => after.provider.destroy())
  await until(() => after.text.length === 100_017)
})

test('what waits for a full disk has a limit: past it the room is let go, and its laptops bring it back', async (context) => {
  const disk = smallDisk(12)
  if (disk === undefined) return context.skip(NO_SMALL_DISK)
  cleanUps.push(disk.remove)
  const relay = await startTestRelay({ data: join(disk.path, 'data'), maxUnstoredBytes: 150_000 })
  cleanUps.push(relay.stop)
  const [small, large] = ['small', 'large'].map((room) => stockClient(relay.address, room))
  if (small === undefined || large === undefined) return
  cleanUps.push(() => small.provider.destroy())
  cleanUps.push(() => large.provider.destroy())
  await until(() => small.provider.synced && large.provider.synced)
  const closes: number[] = []
  for (const { provider } of [small, large])
    provider.on('connection-close', (event) => closes.push(event?.code ?? 0))
  const free = fill(disk.path)
  small.text.insert(0, 's'.repeat(100_000))
  await until(() => relay.lines.some((line) => line.includes('disk-failed')))
  large.text.insert(0, 'l'.repeat(120_000))
  await until(() => relay.lines.some((line) => line.includes('"dropped"')))
  await until(() => closes.length > 0)
  expect(closes).toEqual([4503])
  expect(small.provider.wsconnected).toBe(true)
  free()
  const reader = stockClient(relay.address, 'large')
  cleanUps.push(() => reader.provider.destroy())
  await until(() => reader.text.length === 120_000)
})
