/** Feedback that the mentee brought: what it fulfils, what comes of it, whom its patterns are for, and to whom it goes. */
import { expect, test } from 'vitest'
import { newRecord, read } from '../../../tests/steps/two-devices'
import { briefOf } from '../../views/brief'
import { offersFor } from '../../views/fulfilment'
import { timelineOf } from '../../views/timeline'
import { defaultSettings } from '../caseload/caseload'
import { fieldLabel } from '../kinds'
import { leaving } from '../leaving'
import { emptyVaultProjection } from '../projection'
import { feedback, feedbackPatterns, goalFrom } from './feedback'
import { reachWeeks } from './reach'
import { preps } from './session'

const COMMENT = {
  date: '2026-11-18',
  quotation: 'He has the answer ready too soon.',
  content: 'I listen for what I know.',
  change: 'One open question first',
  evidence: 'The preceptor counts',
  themes: ['listening'],
}
const WEEK = {
  ...reachWeeks.empty,
  id: 'w',
  createdAt: '',
  order: '',
  deletedAt: null,
  start: '2026-11-16',
  end: '2026-11-20',
} as unknown as Parameters<typeof offersFor>[1]

const VAULT = emptyVaultProjection(defaultSettings())

test('feedback brought in a REACH week fulfils Assessment, before a prep form that mentions some', () => {
  const record = newRecord()
  preps.add(record, { date: '2026-11-17', feedback: 'A card' })
  expect(offersFor(read(record), WEEK, VAULT).assessment?.link).toMatch(/^preps/)
  const id = feedback.add(record, COMMENT)
  feedback.add(record, { ...COMMENT, date: '2026-11-25' })
  expect(offersFor(read(record), WEEK, VAULT).assessment?.link).toBe(`feedback/${id}`)
})

test('a goal begins with the one change, its reason and how it is seen', () => {
  const record = newRecord()
  feedback.add(record, COMMENT)
  const [one] = read(record).feedback
  expect(one === undefined ? undefined : goalFrom(one)).toMatchObject({
    title: COMMENT.change,
    why: COMMENT.content,
    measure: COMMENT.evidence,
    themes: ['listening'],
  })
})

test('two that share a theme are a pattern, and one is none; what is in the bin does not count', () => {
  const record = newRecord()
  const first = feedback.add(record, { ...COMMENT, themes: ['listening', 'notes'] })
  feedback.add(record, COMMENT)
  expect(feedbackPatterns(read(record).feedback)).toEqual([{ theme: 'listening', times: 2 }])
  feedback.remove(record, { id: first, deleted: true })
  expect(feedbackPatterns(read(record).feedback)).toEqual([])
})

test('it goes to the mentee, and to no other coach, who does not even hear that there is some', () => {
  const record = newRecord()
  feedback.add(record, COMMENT)
  const projection = read(record)
  expect(leaving(projection, 'mentee-inspection').items).toMatchObject([
    { kind: 'feedback', item: { quotation: COMMENT.quotation } },
  ])
  expect(leaving(projection, 'next-coach')).toEqual({ items: [], staysBehind: {} })
  expect(leaving(projection, 'program').items).toEqual([])
})

test('it stands in the timeline and the brief, and has no field for a name', () => {
  const record = newRecord()
  feedback.add(record, COMMENT)
  const projection = read(record)
  expect(timelineOf(projection, [])).toMatchObject([{ of: 'feedback', title: COMMENT.content }])
  expect(briefOf(projection, [], '2026-11-24').feedback?.change).toBe(COMMENT.change)
  const labels = Object.keys(feedback.fields).map((name) => fieldLabel(feedback.fields, name) ?? '')
  expect(labels.filter((label) => /name/i.test(label))).toEqual([])
})
