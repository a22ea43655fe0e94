/** Feedback without names: what is stored of a sheet, when it is counted, and what it can’t tell. */
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { createRecord } from '../../crdt/record-clock'
import { tallyOf } from '../../views/coach-feedback'
import { createVaultProjector } from '../projection'
import {
  addSheet,
  canCountLate,
  countLate,
  feedbackForm,
  feedbackRounds,
  finishedApart,
  finishRound,
  moveLate,
  roundForLate,
  splitRound,
  startRound,
  takeSheetBack,
} from './feedback-round'

const TODAY = '2027-04-12'
const ALL = [3, 3, 3, 3, 3, 3]

const begun = () => {
  let now = Date.parse('2027-04-01T08:00:00Z')
  const vault = createRecord(() => (now += 60_000))
  const id = startRound(vault, 'Spring 2027')
  return {
    vault,
    id,
    round: () => createVaultProjector(vault).project().feedbackRounds[0]!,
    add: (marks: readonly (number | null)[], words: readonly string[] = []) =>
      addSheet(vault, { round: id, marks, words }),
    finish: () => finishRound(vault, { id, today: TODAY }),
  }
}

test('a sheet has no moment of its own, no order, and nothing that says which words belong to it', () => {
  const { round, add, vault, id } = begun()
  add(ALL, ['Listens', 'Ask more'])
  add([0, 0, 0, 0, 0, 0], ['Stays calm', ''])
  const { createdAt, sheets, words } = round()
  expect(sheets).toHaveLength(2)
  expect(new Set([...sheets, ...words].map((one) => one.createdAt))).toEqual(new Set([createdAt]))
  // By random ids, and by nothing else.
  for (const list of [sheets, words]) {
    const ids = list.map((one) => one.id)
    expect(ids).toEqual([...ids].sort((a, b) => a.localeCompare(b)))
  }
  const stored = feedbackRounds.items(vault)?.get(id)?.toJSON() as Record<string, object>
  expect(Object.values(stored.sheets ?? {}).map((one) => Object.keys(one).sort())).toEqual([
    ['createdAt', 'marks'],
    ['createdAt', 'marks'],
  ])
  expect(Object.keys(Object.values(stored.words ?? {})[0] as object).sort()).toEqual([
    'createdAt',
    'line',
    'text',
  ])
})

test('each box and line is written by nobody: no laptop, and nothing before it', () => {
  const { vault, add } = begun()
  const before = Y.encodeStateVector(vault)
  for (const _ of [1, 2]) add(ALL, ['Listens', 'Ask more'])
  const { structs } = Y.decodeUpdate(Y.encodeStateAsUpdate(vault, before))
  const writers = new Map(structs.map(({ id }) => [id.client, id.clock]))
  expect(writers.size).toBe(6)
  expect(writers.has(vault.clientID)).toBe(false)
  const firsts = structs.filter(({ id }) => id.clock === 0)
  expect(firsts).toHaveLength(6)
})

test('fewer than five are neither finished nor counted, and once finished none is added', () => {
  const { vault, round, add, finish } = begun()
  for (const _ of [1, 2, 3, 4]) add(ALL)
  finish()
  expect(round().finishedOn).toBeNull()
  const last = add(ALL)
  expect(tallyOf(round())).toBeUndefined()
  finish()
  expect(round().finishedOn).toBe(TODAY)
  expect(tallyOf(round())?.rows[0]?.counts).toEqual([0, 0, 0, 5])
  expect(add(ALL)).toBeUndefined()
  if (last !== undefined) takeSheetBack(vault, last)
  expect(round().sheets).toHaveLength(5)
})

test('a question that fewer than five answered is not counted, and what was written is beside no box', () => {
  const { round, add, finish } = begun()
  for (const place of [0, 1, 2, 3, 3])
    add([place, place === 0 ? null : 2, 1, 1, 1, 1], [`w${place}`])
  finish()
  const tally = tallyOf(round())
  expect(tally?.rows.map(({ counts }) => counts).slice(0, 3)).toEqual([
    [1, 1, 1, 2],
    null,
    [0, 5, 0, 0],
  ])
  expect(tally?.lines.map(({ said }) => [...said].sort())).toEqual([
    ['w0', 'w1', 'w2', 'w3', 'w3'],
    [],
  ])
})

test('an empty sheet is none, and one that is taken back leaves no trace of when', () => {
  const { round, add, vault, id } = begun()
  expect(add([null, null], ['', ' '])).toBeUndefined()
  const added = add(ALL, ['Listens'])
  if (added !== undefined) takeSheetBack(vault, added)
  expect(round()).toMatchObject({ sheets: [], words: [] })
  expect(JSON.stringify(feedbackRounds.items(vault)?.get(id)?.toJSON())).not.toContain('deletedAt')
})

test('two laptops’ sheets of one round are both there, and a round keeps what it asked', () => {
  const { vault, id, round, add } = begun()
  const other = createRecord(Date.now)
  Y.applyUpdate(other, Y.encodeStateAsUpdate(vault))
  add(ALL)
  addSheet(other, { round: id, marks: [0], words: ['From elsewhere'] })
  Y.applyUpdate(vault, Y.encodeStateAsUpdate(other))
  expect(round().sheets).toHaveLength(2)
  expect(round().words.map(({ text }) => text)).toEqual(['From elsewhere'])
  expect(round().form).toEqual(feedbackForm())
})

/** A second laptop, which adds sheets while the round is finished on the first, and then they meet. */
const addedMeanwhile = (count: number) => {
  const first = begun()
  for (const _ of [1, 2, 3, 4, 5]) first.add(ALL, ['Listens'])
  const other = createRecord(Date.now)
  Y.applyUpdate(other, Y.encodeStateAsUpdate(first.vault))
  first.finish()
  const shown = tallyOf(first.round())
  for (let sheet = 0; sheet < count; sheet++)
    addSheet(other, { round: first.id, marks: [0, 0, 0, 0, 0, 0], words: ['', 'Late'] })
  const meet = (): void => {
    Y.applyUpdate(first.vault, Y.encodeStateAsUpdate(other))
    Y.applyUpdate(other, Y.encodeStateAsUpdate(first.vault))
  }
  meet()
  return { ...first, other, shown, meet }
}

test('a sheet that comes from another laptop once a round is finished changes none of its numbers, and is not lost', () => {
  const { round, shown, vault, id, other } = addedMeanwhile(1)
  expect(tallyOf(round())).toEqual(shown)
  expect(splitRound(round()).late.sheets).toHaveLength(1)
  // One alone could be had by comparing.
  expect(canCountLate(round())).toBe(false)
  countLate(vault, id)
  expect(tallyOf(round())).toEqual(shown)
  expect(tallyOf(createVaultProjector(other).project().feedbackRounds[0]!)).toEqual(shown)
})

test('five sheets that came late are counted when the coach says so', () => {
  const { round, shown, vault, id } = addedMeanwhile(5)
  expect(tallyOf(round())).toEqual(shown)
  countLate(vault, id)
  expect(tallyOf(round())?.rows[0]?.counts).toEqual([5, 0, 0, 5])
  expect(tallyOf(round())?.lines[1]?.said).toEqual(['Late', 'Late', 'Late', 'Late', 'Late'])
  expect(splitRound(round()).late.sheets).toEqual([])
})

test('a late sheet moved to another round, on both laptops, is there once and still says nothing of its moment', () => {
  const { vault, id, other, meet } = addedMeanwhile(1)
  const to = startRound(vault, 'Fall 2027')
  meet()
  for (const each of [vault, other]) moveLate(each, { from: id, to })
  meet()
  for (const each of [vault, other]) {
    const rounds = createVaultProjector(each).project().feedbackRounds
    const [spring, fall] = ['Spring 2027', 'Fall 2027'].map(
      (title) => rounds.find((one) => one.title === title)!,
    )
    expect(roundForLate(rounds, spring!)?.id).toBe(to)
    expect(splitRound(spring!).late).toEqual({ sheets: [], words: [] })
    expect(fall!.sheets.map(({ marks }) => marks)).toEqual([[0, 0, 0, 0, 0, 0]])
    expect(fall!.words.map(({ text }) => text)).toEqual(['Late'])
    expect(fall!.sheets[0]?.createdAt).toBe(fall!.createdAt)
  }
})

test('a round that an older version finished counts every sheet that it has', () => {
  const { vault, id, round, add } = begun()
  for (const _ of [1, 2, 3, 4, 5]) add(ALL)
  feedbackRounds.edit(vault, { id, next: { finishedOn: TODAY } })
  expect(tallyOf(round())?.sheets).toBe(5)
})

test('a round that two laptops finished apart says with how many each, and nothing where both had the same sheets', () => {
  const here = begun()
  for (let sheet = 0; sheet < 5; sheet++) here.add(ALL)
  const there = createRecord(() => Date.parse('2027-04-03T08:00:00Z'))
  const meet = (): void => {
    Y.applyUpdate(there, Y.encodeStateAsUpdate(here.vault))
    Y.applyUpdate(here.vault, Y.encodeStateAsUpdate(there))
  }
  meet()
  const same = begun()
  for (let sheet = 0; sheet < 5; sheet++) same.add(ALL)
  const twin = createRecord(() => Date.parse('2027-04-03T08:00:00Z'))
  Y.applyUpdate(twin, Y.encodeStateAsUpdate(same.vault))
  for (const finish of [same.finish, () => finishRound(twin, { id: same.id, today: TODAY })])
    finish()
  Y.applyUpdate(same.vault, Y.encodeStateAsUpdate(twin))
  expect(same.round().finishes).toHaveLength(2)
  expect(finishedApart(same.round())).toEqual([])

  here.add(ALL)
  here.finish()
  for (let sheet = 0; sheet < 2; sheet++) addSheet(there, { round: here.id, marks: ALL, words: [] })
  finishRound(there, { id: here.id, today: TODAY })
  expect(finishedApart(here.round())).toEqual([])
  meet()
  expect(splitRound(here.round()).counted.sheets).toHaveLength(8)
  expect(finishedApart(here.round())).toEqual([6, 7])
})
