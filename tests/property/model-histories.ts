/**
 * Random histories: two to four laptops, each with a record and the caseload, do what a coach does, meet in part and in
 * any order, and are started anew. In the end all meet, and everything that was written is looked for on the screens.
 */

import * as fc from 'fast-check'
import * as Y from 'yjs'
import { createRecord } from '../../shared/crdt/record-clock'
import { RECORD_KINDS, VAULT_KINDS } from '../../shared/model/kinds'
import { createProjector, createVaultProjector } from '../../shared/model/projection'
import { addGoal } from '../../shared/model/record/goal'
import { groupSessions } from '../../shared/model/record/group-session'
import { addSession, agendaItems } from '../../shared/model/record/session'
import { newRecord, TODAY } from '../steps/two-devices'
import { RARE_COMMANDS, RECORD_COMMANDS, VAULT_COMMANDS } from './model-commands'
import type { Draw, Laptop } from './model-draws'
import { createOracle } from './model-oracle'
import { recordScreens, type Screens, vaultScreens } from './model-screens'

const MOST_LAPTOPS = 4

/** Few at a time, and few kinds: what two laptops do then often meets in one item. */
const MOST_COMMANDS = 8
const MOST_KINDS = 4
/** Some histories are about one thing only, which would hardly ever come to pass among all the others. */
const LISTS = ['move', 'move', 'move', 'move', 'move', 'meet', 'tell', 'add']
const TEXTS = ['edit', 'edit', 'edit', 'look', 'look', 'profile', 'meet', 'tell']
const ENDINGS = ['binMentee', 'binMentee', 'restoreMentee', 'meet', 'tell', 'edit', 'add', 'look']
const ALL_COMMANDS = [...Object.keys(RECORD_COMMANDS), ...Object.keys(VAULT_COMMANDS)]
const ALL_KINDS = [...Object.keys(RECORD_KINDS), ...Object.keys(VAULT_KINDS)]
const step = fc.record({
  laptop: fc.nat(MOST_LAPTOPS - 1),
  other: fc.nat(MOST_LAPTOPS - 1),
  what: fc.oneof(
    { weight: 30, arbitrary: fc.nat(MOST_COMMANDS - 1) },
    { weight: 6, arbitrary: fc.constantFrom('meet', 'tell', 'look') },
    { weight: 1, arbitrary: fc.constantFrom('restart', ...Object.keys(RARE_COMMANDS)) },
  ),
  seed: fc.nat(2 ** 31 - 1),
})
export const history = fc.record({
  laptops: fc.integer({ min: 2, max: MOST_LAPTOPS }),
  /** From it each document draws its number; which is greater decides which of two values is shown. */
  clients: fc.nat(2 ** 31 - 1),
  /** Which commands and kinds it is about. */
  about: fc.nat(2 ** 31 - 1),
  steps: fc.array(step, { minLength: 8, maxLength: 60 }),
})
export type History = typeof history extends fc.Arbitrary<infer H> ? H : never

/** Mulberry32. */
const random = (seed: number) => () => {
  seed = (seed + 0x6d2b79f5) | 0
  let t = Math.imul(seed ^ (seed >>> 15), 1 | seed)
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
  return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
}

const COMMANDS = { ...RECORD_COMMANDS, ...RARE_COMMANDS, ...VAULT_COMMANDS }

/** Plays a history; returns what is wrong in the end, in words. */
export const play = ({ laptops: count, clients, about, steps }: History): readonly string[] => {
  const number = random(clients)
  const copyOf = (doc: Y.Doc): Y.Doc => {
    const copy = createRecord(Date.now)
    copy.clientID = Math.floor(number() * 2 ** 32)
    Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
    return copy
  }
  const [record, vault] = [newRecord(), createRecord(Date.now)]
  addGoal(record, { title: '', today: TODAY })
  const { session } = addSession(record, { date: TODAY, status: 'planned' })
  for (const _ of ['', '', '']) agendaItems.add(record, { session })
  groupSessions.add(vault, { group: 'B' })

  const oracles = { record: createOracle(), vault: createOracle() }
  const opened = (recordDoc: Y.Doc, vaultDoc: Y.Doc) => {
    const [projector, vaultProjector] = [
      createProjector('r', recordDoc),
      createVaultProjector(vaultDoc),
    ]
    const laptop: Laptop = {
      record: recordDoc,
      vault: vaultDoc,
      reads: projector.project,
      readsVault: vaultProjector.project,
      before: undefined,
      vaultBefore: undefined,
    }
    return laptop
  }
  const screens = {
    record: ({ record, reads, readsVault }: Laptop): Screens =>
      recordScreens(reads(), record, readsVault()),
    vault: ({ readsVault }: Laptop): Screens => vaultScreens(readsVault()),
  }
  const first = opened(record, vault)
  const start = {
    record: oracles.record.record(new Set(), new Map(), screens.record(first)),
    vault: oracles.vault.record(new Set(), new Map(), screens.vault(first)),
  }
  const all = Array.from({ length: count }, () => ({
    laptop: opened(copyOf(record), copyOf(vault)),
    seen: { record: new Set([start.record]), vault: new Set([start.vault]) },
  }))

  const chance = random(about)
  const some = (of: readonly string[], most: number): readonly string[] =>
    Array.from({ length: most }, () => of[Math.floor(chance() * of.length)] ?? '')
  const kinds = some(ALL_KINDS, MOST_KINDS)
  // Adding, editing and moving are in all others.
  const everything = ['add', 'edit', 'move', ...some(ALL_COMMANDS, MOST_COMMANDS - 3)]
  const commands =
    [LISTS, TEXTS, ENDINGS, everything, everything, everything][Math.floor(chance() * 6)] ??
    everything
  let words = 0
  let days = 0
  const drawFrom = (seed: number): Draw => {
    const next = random(seed)
    const below = (most: number): number => Math.floor(next() * most)
    return {
      below,
      one: (of) => of[below(of.length)],
      isAbout: (kind) => kinds.includes(kind),
      word: () => `w${++words}𝐱`,
      day: () => new Date(Date.UTC(2030, 0, 1 + days++)).toISOString().slice(0, 10),
    }
  }
  type One = (typeof all)[number]
  /** What each laptop knew when it moved the mentee to the bin, and what was ever done to the record. */
  const binnedKnowing: ReadonlySet<number>[] = []
  const edits: number[] = []
  const tell = (from: One, to: One, which: 'record' | 'vault'): void => {
    Y.applyUpdate(
      to.laptop[which],
      Y.encodeStateAsUpdate(from.laptop[which], Y.encodeStateVector(to.laptop[which])),
    )
    for (const number of from.seen[which]) to.seen[which].add(number)
  }

  for (const { laptop: at, other: to, what: drawnCommand, seed } of steps) {
    const what = typeof drawnCommand === 'number' ? (commands[drawnCommand] ?? '') : drawnCommand
    const [one, other] = [all[at % count], all[to % count]]
    if (one === undefined || other === undefined) continue
    const draw = drawFrom(seed)
    if (what === 'meet' || what === 'tell') {
      if (one === other) continue
      for (const which of draw.one([['record'], ['vault'], ['record', 'vault']] as const) ?? []) {
        tell(one, other, which)
        if (what === 'meet') tell(other, one, which)
      }
    } else if (what === 'restart')
      one.laptop = opened(copyOf(one.laptop.record), copyOf(one.laptop.vault))
    else if (what === 'look')
      one.laptop = {
        ...one.laptop,
        before: one.laptop.reads(),
        vaultBefore: one.laptop.readsVault(),
      }
    else {
      // A mentee in the bin cannot be opened.
      if (what in RECORD_COMMANDS && one.laptop.reads().mentee.deletedAt !== null) continue
      const which = what in VAULT_COMMANDS ? 'vault' : 'record'
      const before = screens[which](one.laptop)
      const knew = new Set(one.seen.record)
      COMMANDS[what]?.(one.laptop, draw)
      const number = oracles[which].record(one.seen[which], before, screens[which](one.laptop))
      one.seen[which].add(number)
      if (what === 'binMentee') binnedKnowing.push(knew)
      else if (which === 'record' && what !== 'restoreMentee') edits.push(number)
    }
  }

  for (const _ of ['once', 'and back'])
    for (const from of all)
      for (const to of all)
        if (from !== to) {
          tell(from, to, 'record')
          tell(from, to, 'vault')
        }

  const [one, ...others] = all
  if (one === undefined) return []
  const problems: string[] = []
  const told = (laptop: Laptop): string =>
    JSON.stringify([sorted(laptop.reads()), sorted(laptop.readsVault())])
  const shown = told(one.laptop)
  for (const { laptop } of others)
    if (told(laptop) !== shown) problems.push('two laptops show different things')
  if (told(opened(copyOf(one.laptop.record), copyOf(one.laptop.vault))) !== shown)
    problems.push('a screen that was open shows something else than one that is opened now')
  if (
    one.laptop.reads().mentee.returned &&
    binnedKnowing.every((knew) => edits.every((edit) => knew.has(edit)))
  )
    problems.push('the mentee is back, and nobody has written anything that was not known')
  return [
    ...problems,
    ...oracles.record.missing(screens.record(one.laptop), one.laptop.reads().conflicts),
    ...oracles.vault.missing(screens.vault(one.laptop), one.laptop.readsVault().conflicts),
  ]
}

/** The keys of flat maps come in the order in which they were learnt. */
const sorted = (value: unknown): unknown =>
  Array.isArray(value)
    ? value.map(sorted)
    : value !== null && typeof value === 'object'
      ? Object.fromEntries(
          Object.entries(value)
            .sort(([a], [b]) => (a < b ? -1 : 1))
            .map(([key, inner]) => [key, sorted(inner)]),
        )
      : value
