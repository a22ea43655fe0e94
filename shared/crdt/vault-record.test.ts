import { expect, test } from 'vitest'
import { epochAfter, firstGeneration } from '../vault/epochs'
import { createRecord } from './record-clock'
import { addRecordEntry, generationIn, raiseGeneration, recordEntries } from './vault-record'

test('each epoch counts a record’s generations for itself, and one in which it has not moved begins at its first', () => {
  const vault = createRecord(Date.now)
  addRecordEntry(vault, { id: 'a', key: new Uint8Array(32).fill(4), listedBy: 'home' })
  const [one, other] = [epochAfter(0), epochAfter(epochAfter(0))]
  raiseGeneration(vault, { id: 'a', generation: 2 })
  raiseGeneration(vault, { id: 'a', generation: firstGeneration(one) + 3 })
  const [entry] = recordEntries(vault)
  expect([0, one, other].map((epoch) => generationIn(entry, epoch))).toEqual([
    2,
    firstGeneration(one) + 3,
    firstGeneration(other),
  ])
})
