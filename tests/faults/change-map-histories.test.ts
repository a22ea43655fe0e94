/**
 * Random histories of three laptops that are seldom there at the same time, so that what each finds of the others is
 * what the map of changes says. Meanwhile relays lose what they had, or all of it, rows are lost, records go on in
 * fresh rooms, and everybody goes to another relay. MAP_RUNS sets how many; MAP_SEED replays one.
 */
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { raiseGeneration } from '../../shared/crdt/vault-record'
import { ON_RELAY } from '../../src-renderer/store/disk/database'
import { numbersFrom, pass, passing, passUntil, startFakeTime, stopFakeTime } from './fake-time'
import { type Disk, newDisk } from './laptop'
import { HOST, type Open, open } from './relay-laptop'
import { createTwoFacedRelay } from './two-faced-relay'

beforeEach(startFakeTime)
afterEach(stopFakeTime)

const RUNS = Number(process.env.MAP_RUNS ?? 3)
const SEED = Number(process.env.MAP_SEED ?? Date.now() % 100_000)
const STEPS = 24
const HOSTS = [HOST, 'other.invalid']
const NAMES = ['clinic', 'home', 'office']

interface Place {
  readonly name: string
  readonly disk: Disk
  laptop: Open
  isThere: boolean
}

const play = async (seed: number): Promise<void> => {
  const random = numbersFrom(seed)
  const below = (count: number): number => Math.floor(random() * count)
  const relay = createTwoFacedRelay(HOSTS)
  vi.stubGlobal('WebSocket', relay.Socket)
  const story: string[] = []
  const written: string[] = []
  let host = HOST
  let putBack: (() => void) | undefined
  const places: Place[] = []
  for (const name of NAMES) {
    const disk = newDisk()
    places.push({ name, disk, laptop: await open(name, disk), isThere: true })
  }
  for (let number = 0; number < 4; number++)
    if (places[0] !== undefined)
      await passing(places[0].laptop.session.addMentee({ name: `M ${number}` }))
  for (const place of places) await place.laptop.synced()

  const leave = (place: Place): void => {
    if (place.isThere) place.laptop.leave()
    place.isThere = false
  }
  const come = (place: Place): void => {
    if (!place.isThere) place.laptop.come(host)
    place.isThere = true
  }
  const steps: Readonly<Record<string, (place: Place) => Promise<void> | void>> = {
    write: async ({ name, laptop }) => {
      const all = laptop.session.entries()
      const record = all[below(all.length)]?.id ?? ''
      const title = `${name} ${String(written.length).padStart(3, '0')}`
      written.push(title)
      await laptop.write(record, title)
    },
    comesAlone: async (place) => {
      for (const other of places) if (other !== place) leave(other)
      come(place)
      await passUntil(() => place.laptop.status().state === 'synced', 120_000)
    },
    leave,
    come: async (place) => {
      come(place)
      await pass(below(4000))
    },
    opensAnew: async (place) => {
      leave(place)
      await passing(place.laptop.session.close())
      place.laptop = await open(place.name, place.disk, host)
      place.isThere = true
      await pass(below(3000))
    },
    losesItsRow: async (place) => {
      leave(place)
      await pass(1000)
      await passing(place.laptop.database.meta.delete(ON_RELAY))
    },
    goesOnInAFreshRoom: async ({ laptop }) => {
      const entries = laptop.session.entries()
      const entry = entries[below(entries.length)]
      if (entry === undefined) return
      const generation = laptop.session.goesOnIn(entry.id) + 1
      await passing(laptop.session.runOnVault(raiseGeneration, { ...entry, generation }))
      await passing(laptop.session.use(entry.id, ({ moveTo }) => moveTo(generation)))
    },
    relayIsKept: () => {
      putBack = relay.keep()
    },
    relayIsPutBack: () => putBack?.(),
    relayIsWiped: () => relay.wipe(),
    allGoToAnother: () => {
      host = HOSTS[1 - HOSTS.indexOf(host)] ?? HOST
      for (const place of places) leave(place)
    },
  }
  const often = [
    'write',
    'write',
    'write',
    'comesAlone',
    'comesAlone',
    'come',
    'leave',
    'opensAnew',
  ]
  const names = [...Object.keys(steps), ...often, ...often]
  for (let step = 0; step < STEPS; step++) {
    const name = names[below(names.length)] ?? ''
    const place = places[below(places.length)]
    if (place === undefined) continue
    story.push(`${place.name} ${name}`)
    await steps[name]?.(place)
    await pass(below(1500))
  }
  // One after the other, so that nobody is told of anything by hints.
  for (const place of places) leave(place)
  // Twice would do, if no record went on in a fresh room: whoever wrote into the former one hears of that the second time,
  // and brings it along for those who came before (the same without a map, with every room visited each time).
  for (const place of [...places, ...places, ...places]) {
    come(place)
    await passUntil(() => place.laptop.status().state === 'synced', 300_000)
    const told = `seed ${seed}: ${story.join(', ')}; ${place.name}`
    expect(place.laptop.status().state, told).toBe('synced')
    await pass(1500)
    leave(place)
  }
  for (const { name, laptop } of places)
    expect(laptop.titles(), `seed ${seed}: ${story.join(', ')}; on ${name}`).toEqual(
      [...written].sort(),
    )
  for (const { laptop } of places) await passing(laptop.session.close())
}

test(`${RUNS} histories: what any laptop wrote is on all, once each was there three times by itself`, {
  timeout: 60_000 + RUNS * 60_000,
}, async () => {
  for (let run = 0; run < RUNS; run++) await play(SEED + run)
})
