/**
 * The relay as it is run, a process over real sockets and its own disk, with a network between it and each laptop that
 * does what it likes (faults/chaos-proxy.ts). When it turns evil it is killed, and comes back with its disk as it was,
 * as it was earlier, or empty.
 */
import { cp, mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { vi } from 'vitest'
import { WebSocket } from 'ws'
import { startChaosProxy } from '../faults/chaos-proxy'
import { giveRealTime, pass, passing } from '../faults/fake-time'
import { freePort } from '../relay/free-port'
import { spawnRelay } from '../relay/relay-process'
import type { StoryRelay } from './evil'

/** An eighth of the time that goes by on the laptops; while it starts, all of it. */
const REAL_STEP_MS = 3
const REAL_STEP_STARTING_MS = 25
const CHAOS = { drop: 10, delay: 20, repeat: 10, truncate: 3, flip: 3, cutEvery: 20_000 }

export const startRealRelay = async (
  names: readonly string[],
  random: () => number,
): Promise<StoryRelay & { readonly addressOf: (laptop: string) => string }> => {
  vi.stubGlobal('WebSocket', WebSocket)
  const disk = await mkdtemp(join(tmpdir(), 'confidant-soak-'))
  const port = await freePort()
  let number = 0
  const dataOf = (of: number): string => join(disk, `${of}`)
  const start = async () => {
    giveRealTime(REAL_STEP_STARTING_MS)
    const args = ['--port', `${port}`, '--data', dataOf(number)]
    const started = await passing(spawnRelay(args))
    giveRealTime(REAL_STEP_MS)
    if (started === undefined) throw new Error('the relay does not start')
    return started
  }
  let relay = await start()
  /** Kills it; it comes back with a copy of one of its former disks, or with none. */
  const restart = async (from?: number): Promise<void> => {
    relay.stop()
    while (relay.isRunning()) await pass(25)
    const next = number + 1
    if (from !== undefined) await cp(dataOf(from), dataOf(next), { recursive: true })
    number = next
    relay = await start()
  }
  const proxies = new Map(
    await Promise.all(
      names.map(
        async (name) =>
          [name, await startChaosProxy(`ws://127.0.0.1:${port}`, CHAOS, random)] as const,
      ),
    ),
  )
  const calm = (): void => {
    for (const proxy of proxies.values()) proxy.calm()
  }
  calm()

  return {
    addressOf: (laptop) => proxies.get(laptop)?.address ?? '',
    turn: async (evil) => {
      if (evil === 'honest') calm()
      else if (evil === 'loses its disk') await restart()
      else if (evil === 'goes back') await restart(Math.floor(random() * (number + 1)))
      else if (evil === 'drops all') await restart(number)
      else for (const proxy of proxies.values()) proxy.rage()
    },
    reach: (laptop, reached) => proxies.get(laptop)?.reach(reached),
    bytes: async () => {
      const files = await readdir(disk, { recursive: true, withFileTypes: true })
      const plain = files.filter((file) => file.isFile())
      return Promise.all(plain.map((file) => readFile(join(file.parentPath, file.name))))
    },
    end: async () => {
      for (const proxy of proxies.values()) await proxy.stop()
      relay.stop()
      await rm(disk, { recursive: true, force: true })
    },
  }
}
