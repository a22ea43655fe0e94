/**
 * Two laptops and a real relay, with a network between them that does what it likes to every message, and is honest
 * then. Within a minute both have come to rest by themselves, with everything that either has written, and neither
 * has said "synced" for good before that. CHAOS_SECONDS sets how long the chaos lasts.
 */
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { WebSocket } from 'ws'
import { notes } from '../../shared/model/record/note'
import type { VaultSession } from '../../src-renderer/store/session/vault-session'
import { startSync } from '../../src-renderer/sync/sync'
import { startTestRelay, until } from '../relay/relay-process'
import { type Chaos, startChaosProxy } from './chaos-proxy'
import { numbersFrom } from './fake-time'
import { newDisk, newVault, openLaptop } from './laptop'

const CHAOS_MS = Number(process.env.CHAOS_SECONDS ?? 5) * 1000
const EDIT_EVERY_MS = 60
const REST_WITHIN_MS = 60_000
/** Both sides tell each other what they have every ten seconds (sync/wire.ts): what one says after that is of now. */
const HONEST_AFTER_MS = 12_000
const SEED = Number(process.env.CHAOS_SEED ?? Date.now() % 100_000)

beforeAll(() => {
  vi.stubGlobal('window', {
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
  })
  vi.stubGlobal('WebSocket', WebSocket)
  // Hocuspocus tells of every message that it could not read; here that is most of them.
  vi.spyOn(console, 'error').mockImplementation(() => undefined)
})
afterAll(() => {
  vi.unstubAllGlobals()
})

const vault = await newVault()

const titlesIn = (session: VaultSession): readonly string[] =>
  Object.values(session.model.getState().records)
    .flatMap(({ notes: all }) => all.map(({ title }) => title))
    .sort()

const MODES: Readonly<Record<string, Chaos>> = {
  'loses 15 of 100 messages': { drop: 15 },
  'delays and so reorders half of them': { delay: 50 },
  'repeats 40 of 100': { repeat: 40 },
  'cuts 10 of 100 short': { truncate: 10 },
  'flips a bit in 5 of 100': { flip: 5 },
  'cuts every connection after a second or three': { cutEvery: 2000 },
  'does all of it': { drop: 5, delay: 20, repeat: 10, truncate: 3, flip: 1, cutEvery: 4000 },
}

for (const [index, [mode, chaos]] of Object.entries(MODES).entries())
  test.concurrent(`a network that ${mode}: both come to rest within a minute of its being honest`, {
    // Real sockets and real time on shared machines: as Playwright's tests, once more before it counts.
    retry: 2,
  }, async () => {
    const random = numbersFrom(SEED + index)
    const relay = await startTestRelay()
    const proxies = [
      await startChaosProxy(relay.address, chaos, random),
      await startChaosProxy(relay.address, chaos, random),
    ]
    const laptops = []
    for (const name of ['home', 'clinic'])
      laptops.push(await openLaptop(newDisk(), vault(), { name }))
    const sessions = laptops.map(({ session }) => session)
    const syncs = sessions.map((session, at) => startSync(session, proxies[at]?.address ?? ''))
    const [home] = sessions as [VaultSession]
    const mentees: string[] = []
    for (let number = 0; number < 3; number++)
      mentees.push(await home.addMentee({ name: `M ${number}` }))

    let written = 0
    const end = Date.now() + CHAOS_MS
    while (Date.now() < end) {
      for (const session of sessions) {
        const known = mentees.filter((id) => session.keyOf(id) !== undefined)
        const record = known[Math.floor(random() * known.length)]
        if (record === undefined) continue
        const title = `edit ${String(written++).padStart(4, '0')}`
        session.run(record, (doc) => notes.add(doc, { title }), undefined).catch(() => undefined)
      }
      await new Promise((resolve) => setTimeout(resolve, EDIT_EVERY_MS * (0.5 + random())))
    }
    await Promise.all(sessions.map((session) => session.flush()))
    const everything = Array.from(
      { length: written },
      (_, number) => `edit ${String(number).padStart(4, '0')}`,
    )
    for (const proxy of proxies) proxy.calm()
    const calmAt = Date.now()

    const same = (): boolean =>
      sessions.every((session) => titlesIn(session).length === everything.length)
    const synced = (): boolean => syncs.every(({ status }) => status.getState().state === 'synced')
    const lies: string[] = []
    const watch = setInterval(() => {
      if (Date.now() - calmAt < HONEST_AFTER_MS) return
      // One alone cannot know what the other has not sent yet; that one says so.
      const lacking = sessions.map((session) => everything.length - titlesIn(session).length)
      if (synced() && lacking.some((one) => one > 0)) lies.push(lacking.join(' and '))
    }, 100)
    await until(() => same() && synced(), REST_WITHIN_MS).catch(() => undefined)
    clearInterval(watch)
    expect(lies, 'both said “synced” with something missing').toEqual([])
    const took = Date.now() - calmAt
    const stands = sessions.map((session, at) => ({
      has: titlesIn(session).length,
      of: everything.length,
      ...syncs[at]?.status.getState(),
      waiting: session.model.getState().waiting,
    }))
    expect(stands, `seed ${SEED}, after ${took} ms`).toMatchObject([
      { has: written, state: 'synced', waiting: 0 },
      { has: written, state: 'synced', waiting: 0 },
    ])
    for (const session of sessions) expect(titlesIn(session)).toEqual(everything)
    expect(proxies.reduce((sum, proxy) => sum + proxy.touched(), 0)).toBeGreaterThan(0)

    // A third laptop, fed by the relay alone, has everything as well.
    const third = await openLaptop(newDisk(), vault(), { name: 'third' })
    const thirdSync = startSync(third.session, relay.address)
    await until(() => titlesIn(third.session).length === everything.length, REST_WITHIN_MS)
    for (const sync of [...syncs, thirdSync]) sync.destroy()
    for (const session of [...sessions, third.session]) await session.close()
    for (const proxy of proxies) await proxy.stop()
    await relay.stop()
    console.log(
      `confidant: ${mode}: at rest ${took} ms after the network was honest (${written} edits)`,
    )
  })
