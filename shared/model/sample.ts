/** Which records, weeks and group sessions belong to the sample caseload, so that it can be marked and removed. */
import * as v from 'valibot'
import type * as Y from 'yjs'
import { destroyKey } from './vault-record'

const ids = v.array(v.string())
const StoredSample = v.object({ records: ids, weeks: ids, groups: ids })
export type Sample = v.InferOutput<typeof StoredSample>

const KEY = 'sample'
const marks = (vault: Y.Doc): Y.Map<unknown> => vault.getMap('marks')

export const markSample = (vault: Y.Doc, sample: Sample): void => {
  marks(vault).set(KEY, sample)
}

export const readSample = (vault: Y.Doc): Sample | null => {
  const parsed = v.safeParse(StoredSample, marks(vault).get(KEY))
  return parsed.success ? parsed.output : null
}

/** Takes the sample out of the vault: the keys of its records are destroyed with their entries. */
export const removeSample = (vault: Y.Doc, _input: undefined): void =>
  vault.transact(() => {
    const sample = readSample(vault)
    if (sample === null) return
    for (const id of sample.records) destroyKey(vault, id)
    for (const id of sample.weeks) vault.getMap('reachWeeks').delete(id)
    for (const id of sample.groups) vault.getMap('groupSessions').delete(id)
    marks(vault).delete(KEY)
  })
