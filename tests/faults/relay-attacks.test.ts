/** Attacks on `npm run relay` as a process of its own, on a small disk, while a coach goes on working. */

import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import sodium from 'libsodium-wrappers-sumo'
import { expect, test } from 'vitest'
import type { WebSocket } from 'ws'
import { roomOnRelay } from '../../shared/relay/admission'
import { socketFrom, spawnRelay, stockClient, until } from '../relay/relay-process'
import { NO_SMALL_DISK, smallDisk } from '../steps/small-disk'

/** A library in the relay's process that speaks of a room when it is signalled to. */
const LIBRARY =
  'data:text/javascript,process.on("SIGUSR2",()=>console.error("cannot read coaches-room"))'
const SECRET = 'a-secret-of-the-school-0123456789'
const STRANGER = '198.51.100.66'
/** What the process takes by itself is 80–100 MB. */
const MOST_MEGABYTES = 220
const MOST_OUTPUT_BYTES = 64 * 1024

test('a stranger with hundreds of sockets, endless garbage and claims, and a laptop that hears nothing: the coach goes on, and neither memory nor log grows', async (context) => {
  const disk = smallDisk(24)
  if (disk === undefined) return context.skip(NO_SMALL_DISK)
  await sodium.ready
  const secretFile = join(disk.path, 'secret')
  writeFileSync(secretFile, SECRET)
  const relay = await spawnRelay(
    [
      ...['--data', join(disk.path, 'data'), '--secret-file', secretFile],
      ...['--trust-proxy', '--max-sockets', '300'],
    ],
    ['--import', LIBRARY],
  )
  const made: { readonly destroy: () => void }[] = []
  const sockets: WebSocket[] = []
  try {
    const laptop = (room: string) => {
      const { protocols } = roomOnRelay(`${relay.address}/#${SECRET}`, {
        room,
        token: `token-of-${room}`,
      })
      const client = stockClient(relay.address, room, protocols, '192.0.2.1')
      made.push(client.provider)
      return client
    }
    const From = socketFrom(STRANGER)
    const strange = (room: string, protocols: string[] = []): WebSocket => {
      const socket = new From(`${relay.address}/${room}`, protocols)
      socket.on('error', () => undefined)
      sockets.push(socket)
      return socket
    }
    const [coach, deaf] = [laptop('coaches-room'), laptop('coaches-room')]
    await until(() => coach.provider.synced && deaf.provider.synced)

    // Rooms without end, none of them claimed.
    const codes = new Set<number>()
    for (let index = 0; index < 600; index++)
      strange(`strange-${index}`).on('close', (code) => codes.add(code))
      // A laptop of the coach's own sends what nobody can read, and hears nothing of what 16 MB bring.
    ;(deaf.provider.ws as unknown as WebSocket).pause()
    const blobs = coach.doc.getArray<Uint8Array>('blobs')
    for (let index = 0; index < 16; index++) {
      blobs.push([new Uint8Array(1024 * 1024)])
      if (blobs.length > 1) blobs.delete(0, 1)
      for (const bytes of [[0, 2, 3, 9, 9, 9], [1, 3, 1, 1, 1], [9]])
        (coach.provider.ws as unknown as WebSocket).send(new Uint8Array(bytes))
      await new Promise((resolve) => setTimeout(resolve, 5))
    }
    await until(() => relay.output().includes('slow-reader'))
    await until(() => codes.has(4402))

    coach.text.insert(0, 'still here')
    const another = laptop('coaches-room')
    await until(() => another.text.toString() === 'still here')
    const anew = laptop('another-room')
    await until(() => anew.provider.synced)
    relay.signal('SIGUSR2')
    await until(() => relay.output().includes('library-said-something'))
    expect(codes).not.toContain(4403)
    expect(relay.isRunning()).toBe(true)
    expect(relay.megabytes()).toBeLessThan(MOST_MEGABYTES)
    expect(relay.output().length).toBeLessThan(MOST_OUTPUT_BYTES)
    expect(relay.output()).not.toMatch(/coaches-room|strange-|token-of|another-room|Error|at .*js/)
  } finally {
    for (const provider of made) provider.destroy()
    for (const socket of sockets) socket.terminate()
    relay.stop()
    disk.remove()
  }
})
