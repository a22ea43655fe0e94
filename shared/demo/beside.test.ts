/** What the sample has beside the meetings: letters to a later self, cases for colleagues, an escalation. */
import { expect, test } from 'vitest'
import { sampleOn } from '../../tests/steps/sample'
import { kept } from '../crdt/kind'
import { awaitsReply } from '../model/record/consult'
import { recordSources } from '../search/documents'
import { todayOf } from '../views/today'

const TODAY = '2026-11-26'

test('one letter is locked until Match Day and one was read at the end; one consult waits and one is answered', () => {
  const { records } = sampleOn(TODAY)
  const all = records.flatMap(({ futureLetters }) => kept(futureLetters))
  expect(
    all.map(({ moment, openOn, openedOn }) => [moment, openOn > TODAY, openedOn !== null]),
  ).toEqual([
    ['letter-match-day', true, false],
    ['letter-graduation', false, true],
  ])
  const asked = records.flatMap(({ consults, disclosures }) =>
    kept(consults).map((one) => [
      awaitsReply(one),
      disclosures.some(({ from, to }) => from === one.id && to === one.to),
    ]),
  )
  expect(asked).toEqual([
    [true, true],
    [false, true],
  ])
})

test('one signed escalation is there, and no search and no list shows it', () => {
  const { records, vault } = sampleOn(TODAY)
  const signed = records.flatMap((record) => record.escalations)
  expect(signed).toHaveLength(1)
  expect(signed[0]?.signedAt).not.toBeNull()
  const [place] = [...records.entries()]
    .filter(([, record]) => record.escalations.length > 0)
    .map(([at]) => at)
  const found = JSON.stringify(
    recordSources(records[place ?? 0]!, ({ body }) => body).map((one) => one.document()),
  )
  expect(found).not.toMatch(/cleaners|Learning environment office/)
  expect(JSON.stringify(todayOf(records, vault, TODAY))).not.toMatch(/cleaners/)
})
