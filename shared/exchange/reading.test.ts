/** Reading a record as the mentee would: what stands in it, and where a mark can be set. */
import { expect, test } from 'vitest'
import { newRecord, read } from '../../tests/steps/two-devices'
import { leaving, profileFor } from '../model/leaving'
import { concerns } from '../model/record/concern'
import { goals } from '../model/record/goal'
import { notes } from '../model/record/note'
import { escalations } from '../model/record/referral'
import { rewordings } from '../model/record/rewording'
import { sessions } from '../model/record/session'
import { toPortable } from './portable'
import { readingOf, sentencesOf } from './reading'

const readingFrom = (record: ReturnType<typeof newRecord>) => {
  const now = read(record)
  const may = leaving(now, 'mentee-inspection').items
  const mentee = profileFor(now.mentee, 'mentee-inspection')
  return readingOf(toPortable({ id: now.id, mentee }, may, record), now.rewordings, (code) => code)
}
const allSentences = (record: ReturnType<typeof newRecord>) =>
  readingFrom(record).sections.flatMap(({ items }) =>
    items.flatMap(({ title, texts }) => [title, ...texts].flatMap(({ sentences }) => sentences)),
  )
const sentence = (record: ReturnType<typeof newRecord>, text: string) =>
  allSentences(record).find((one) => one.text === text)

test('a text is read sentence by sentence, and a line ends one', () => {
  expect(sentencesOf('He was late. Twice, I think!\nAsk him\n\n')).toEqual([
    'He was late.',
    'Twice, I think!',
    'Ask him',
  ])
})

test('what the mentee would not be given is not in it, and neither are the marks', () => {
  const record = newRecord()
  notes.add(record, { title: 'canary-note', role: 'aid' })
  escalations.add(record, { seen: 'canary-escalation', date: '2026-10-05' })
  rewordings.add(record, { fromKind: 'goals', from: null, sentence: 'canary-mark' })
  goals.add(record, { title: 'Sleep', provenance: 'coach', visibility: 'shared' })
  const words = JSON.stringify(readingFrom(record).sections)
  expect(words).toContain('Sleep')
  expect(words).not.toContain('canary')
})

test('the coach’s own words can be marked, the mentee’s and a date cannot', () => {
  const record = newRecord()
  goals.add(record, {
    title: 'Be on time',
    why: 'Seems lazy. It costs trust.',
    targetDate: '2026-12-01',
    provenance: 'coach',
    visibility: 'shared',
  })
  goals.add(record, { title: 'Sleep more', why: 'I am tired.', provenance: 'mentee' })
  concerns.add(record, { what: 'Shelf exam', told: 'Below the line.', date: '2026-11-20' })
  sessions.add(record, { date: '2026-11-20', takeaway: 'One evening free.' })
  for (const text of ['Be on time', 'Seems lazy.', 'It costs trust.', 'Below the line.'])
    expect(sentence(record, text)).toMatchObject({ markable: true })
  for (const text of ['Sleep more', 'I am tired.', 'One evening free.', '2026-12-01'])
    expect(sentence(record, text)).toMatchObject({ markable: false })
})

test('a mark stays at its sentence until that is reworded, and is then over', () => {
  const record = newRecord()
  const goal = goals.add(record, {
    title: 'Be on time',
    why: 'Seems lazy.',
    provenance: 'coach',
    visibility: 'shared',
  })
  const mark = rewordings.add(record, { fromKind: 'goals', from: goal, sentence: 'Seems lazy.' })
  expect(sentence(record, 'Seems lazy.')).toMatchObject({ mark })
  expect(readingFrom(record).toReword.map(({ id }) => id)).toEqual([mark])
  goals.edit(record, { id: goal, next: { why: 'Came late twice.' } })
  const after = readingFrom(record)
  expect([after.toReword.length, after.reworded.map(({ id }) => id)]).toEqual([0, [mark]])
  rewordings.remove(record, { id: mark, deleted: true })
  expect(readingFrom(record).reworded).toEqual([])
})
