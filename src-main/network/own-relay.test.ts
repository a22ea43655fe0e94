/** This laptop as the relay: when its process is started, told and ended. Electron is stood in for at its edge. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { ToOwnRelay } from '../../shared/relay/own-relay'
import { createSharer, type OwnRelay, type RelayProcess } from './own-relay'

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

const RELAY: OwnRelay = { port: 47_113, secret: 'correct-horse-battery-staple' }

const createWorld = (deaf = false) => {
  const processes: ReturnType<typeof createProcess>[] = []
  const world = { wanted: undefined as OwnRelay | undefined, hosts: ['192.168.1.23'] }
  const createProcess = () => {
    const told: ToOwnRelay[] = []
    const hear: { message?: (said: unknown) => void; exit: (() => void)[] } = { exit: [] }
    const exit = (): void => {
      for (const listener of hear.exit) listener()
    }
    const process: RelayProcess = {
      postMessage: (message) => {
        told.push(message)
        if (message.do === 'stop' && !deaf) queueMicrotask(exit)
      },
      on: (event: 'message' | 'exit', listener: (said: unknown) => void) => {
        if (event === 'exit') hear.exit.push(() => listener(undefined))
        else hear.message = listener
      },
      kill: exit,
    }
    return { process, told, exit, listens: () => hear.message?.('listens') }
  }
  const sharer = createSharer({
    fork: () => {
      const made = createProcess()
      processes.push(made)
      return made.process
    },
    wanted: () => world.wanted,
    hosts: () => world.hosts,
    data: '/profile/shared-relay',
  })
  return { world, sharer, processes }
}

const settle = () => vi.advanceTimersByTimeAsync(0)

test('it runs while it is wanted, and not a moment longer', async () => {
  const { world, sharer, processes } = createWorld()
  sharer.follow()
  await settle()
  expect([processes.length, sharer.state()]).toEqual([0, { relay: 'off', addresses: [] }])
  world.wanted = RELAY
  sharer.follow()
  await settle()
  expect(processes[0]?.told).toEqual([
    { do: 'start', ...RELAY, data: '/profile/shared-relay', hosts: ['192.168.1.23'] },
  ])
  expect(sharer.state()).toEqual({ relay: 'starting', addresses: ['192.168.1.23:47113'] })
  processes[0]?.listens()
  expect(sharer.state().relay).toBe('running')
  sharer.follow()
  await settle()
  expect(processes).toHaveLength(1)
  world.wanted = undefined
  sharer.follow()
  await settle()
  expect(processes[0]?.told.at(-1)).toEqual({ do: 'stop' })
  await vi.advanceTimersByTimeAsync(600_000)
  expect(processes).toHaveLength(1)
})

test('one that dies is started anew, each time later, and that it keeps dying is said', async () => {
  const { world, sharer, processes } = createWorld()
  world.wanted = RELAY
  sharer.follow()
  await settle()
  const waits: number[] = []
  for (let time = 0; time < 8; time++) {
    const before = processes.length
    processes.at(-1)?.exit()
    let waited = 0
    while (processes.length === before) {
      await vi.advanceTimersByTimeAsync(500)
      waited += 500
    }
    waits.push(waited)
    if (time === 1) expect(sharer.state().relay).toBe('starting')
    if (time === 2) expect(sharer.state().relay).toBe('failing')
  }
  expect(waits).toEqual([1000, 2000, 4000, 8000, 16_000, 32_000, 60_000, 60_000])
  // After a good while it is a first time again.
  processes.at(-1)?.listens()
  await vi.advanceTimersByTimeAsync(61_000)
  processes.at(-1)?.exit()
  await vi.advanceTimersByTimeAsync(1000)
  expect(processes).toHaveLength(10)
  expect(sharer.state().relay).toBe('starting')
})

test('it follows the laptop from network to network within ten seconds', async () => {
  const { world, sharer, processes } = createWorld()
  world.wanted = RELAY
  sharer.follow()
  await settle()
  processes[0]?.listens()
  world.hosts = []
  expect(sharer.state()).toEqual({ relay: 'running', addresses: [] })
  world.hosts = ['10.1.2.3']
  await vi.advanceTimersByTimeAsync(10_000)
  expect(processes[0]?.told.at(-1)).toEqual({ do: 'hear', hosts: ['10.1.2.3'] })
  expect(sharer.state().addresses).toEqual(['10.1.2.3:47113'])
})

test('another port or secret is another relay: the former ends first', async () => {
  const { world, sharer, processes } = createWorld()
  world.wanted = RELAY
  sharer.follow()
  await settle()
  world.wanted = { ...RELAY, port: 50_000 }
  sharer.follow()
  await settle()
  expect(processes[0]?.told.at(-1)).toEqual({ do: 'stop' })
  expect(processes[1]?.told[0]).toMatchObject({ do: 'start', port: 50_000 })
})

test('it ends with the app, by force if it does not listen, and never starts again', async () => {
  const { world, sharer, processes } = createWorld(true)
  world.wanted = RELAY
  sharer.follow()
  await settle()
  let ended = false
  void sharer.end().then(() => {
    ended = true
  })
  await vi.advanceTimersByTimeAsync(2900)
  expect(ended).toBe(false)
  await vi.advanceTimersByTimeAsync(200)
  expect(ended).toBe(true)
  sharer.follow()
  await vi.advanceTimersByTimeAsync(600_000)
  expect(processes).toHaveLength(1)
})
