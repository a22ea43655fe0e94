/**
 * Which records, weeks, group sessions, captures, snippets, class dates and pieces of the coach's own page belong to the sample caseload, so that it can be marked and removed. Each
 * filling has a mark of its own: two laptops may each have filled one in.
 */

import * as v from 'valibot'
import type * as Y from 'yjs'
import { newId } from '../../base/id'
import { destroyKey } from '../../crdt/vault-record'
import { afterthoughts } from './afterthought'
import { coachGoals } from './coach-goal'
import { feedbackRounds } from './feedback-round'
import { coachReflections, work } from './work'

const ids = v.array(v.string())
// Version 0.2.0 had no captures and no snippets in it, and 0.3.0 no class dates and nothing of the coach's own.
const later = v.optional(ids, [])
const StoredSample = v.object({
  records: ids,
  weeks: ids,
  groups: ids,
  captures: later,
  snippets: later,
  dates: later,
  coaching: later,
})
export type Sample = v.InferOutput<typeof StoredSample>

/** The coach's own: an id is in one of these. */
const COACHING = [coachGoals, afterthoughts, coachReflections, feedbackRounds, work]

const KEY = 'sample'
const isMark = (key: string): boolean => key.startsWith(KEY)
const marks = (vault: Y.Doc): Y.Map<unknown> => vault.getMap('marks')

export const markSample = (vault: Y.Doc, sample: v.InferInput<typeof StoredSample>): void => {
  marks(vault).set(`${KEY}/${newId()}`, sample)
}

export const readSample = (vault: Y.Doc): Sample | null => {
  const samples = [...marks(vault)].flatMap(([key, mark]) => {
    const parsed = v.safeParse(StoredSample, mark)
    return isMark(key) && parsed.success ? [parsed.output] : []
  })
  return samples.length === 0
    ? null
    : {
        records: samples.flatMap(({ records }) => records),
        weeks: samples.flatMap(({ weeks }) => weeks),
        groups: samples.flatMap(({ groups }) => groups),
        captures: samples.flatMap(({ captures }) => captures),
        snippets: samples.flatMap(({ snippets }) => snippets),
        dates: samples.flatMap(({ dates }) => dates),
        coaching: samples.flatMap(({ coaching }) => coaching),
      }
}

/** Takes the sample out of the vault: the keys of its records are destroyed with their entries. */
export const removeSample = (vault: Y.Doc, _input: undefined): void =>
  vault.transact(() => {
    const sample = readSample(vault)
    if (sample === null) return
    for (const id of sample.records) destroyKey(vault, id)
    for (const id of sample.weeks) vault.getMap('reachWeeks').delete(id)
    for (const id of sample.groups) vault.getMap('groupSessions').delete(id)
    for (const id of sample.captures) vault.getMap('captures').delete(id)
    for (const id of sample.snippets) vault.getMap('snippets').delete(id)
    for (const id of sample.dates) vault.getMap('classDates').delete(id)
    for (const id of sample.coaching) for (const { name } of COACHING) vault.getMap(name).delete(id)
    for (const key of [...marks(vault).keys()]) if (isMark(key)) marks(vault).delete(key)
  })
