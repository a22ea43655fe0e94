/** The sample caseload in memory, as `fillSample` makes it, for tests that read it. */
import type * as Y from 'yjs'
import { createRecord } from '../../shared/crdt/record-clock'
import { addSampleCoaching } from '../../shared/demo/coaching'
import {
  addSampleGroups,
  addSamplePaths,
  addSampleThoughts,
  addSampleWeeks,
  sampleCaseload,
} from '../../shared/demo/sample-caseload'
import {
  createProjector,
  createVaultProjector,
  type RecordProjection,
  type VaultProjection,
} from '../../shared/model/projection'
import { createMentee } from '../../shared/model/record/mentee'

export interface Sample {
  readonly vaultDoc: Y.Doc
  readonly vault: VaultProjection
  readonly records: readonly RecordProjection[]
  readonly docs: readonly { readonly id: string; readonly doc: Y.Doc }[]
}

export const sampleOn = (today: string): Sample => {
  const vaultDoc = createRecord(Date.now)
  const weeks = addSampleWeeks(vaultDoc, today)
  const mentees = sampleCaseload(today)
  const idOf = (place: number) => `record${place}`
  const records = Object.fromEntries(mentees.map(({ input }, place) => [input.name, idOf(place)]))
  const groups = addSampleGroups(vaultDoc, { today, weeks, records })
  addSampleThoughts(vaultDoc, { today, records })
  addSamplePaths(vaultDoc, today)
  addSampleCoaching(vaultDoc, today)
  const docs = mentees.map(({ input, fill }, place) => {
    const doc = createRecord(Date.now)
    createMentee(doc, input)
    fill(doc, { weeks, groups, id: idOf(place) })
    return { id: idOf(place), doc }
  })
  return {
    vaultDoc,
    vault: createVaultProjector(vaultDoc).project(),
    records: docs.map(({ id, doc }) => createProjector(id, doc).project()),
    docs,
  }
}
