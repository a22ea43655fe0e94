import { expect, test } from 'vitest'
import { newRecord, read, TODAY } from '../../tests/steps/two-devices'
import { actionItems } from '../model/record/action-item'
import { addSession, agendaItems, endSession } from '../model/record/session'
import { promisedFor } from './promised'

const YESTERDAY = '2026-11-23'

const told = (record: ReturnType<typeof newRecord>, id: string, withPrivate = false) => {
  const projection = read(record)
  const session = projection.sessions.find((one) => one.id === id)
  if (session === undefined) throw new Error('no session')
  const { takeaway, theirs, mine, agenda, agreed } = promisedFor(projection, session, withPrivate)
  return {
    takeaway,
    theirs: theirs.map(({ what }) => what),
    mine: mine.map(({ what }) => what),
    agenda: agenda.map(({ text }) => text),
    agreed: agreed.map(({ what }) => what),
  }
}

test('beside a session stand what each side promised before, what is to be asked, and what is agreed now', () => {
  const record = newRecord()
  const before = addSession(record, { status: 'planned', date: '2026-11-01' }).session
  endSession(record, { id: before, next: { takeaway: ' I can ask earlier. ' } })
  const now = addSession(record, { status: 'planned', date: TODAY }).session
  // A session that is still to come has said nothing yet.
  addSession(record, { status: 'planned', date: '2026-12-01', takeaway: 'Not yet' })
  const add = (what: string, more: object = {}): string =>
    actionItems.add(record, { what, agreedOn: '2026-11-01', ...more })
  add('theirs')
  add('mine', { whose: 'coach' })
  add('done before', { doneOn: YESTERDAY })
  add('ticked just now', { doneOn: TODAY })
  add('agreed', { session: now })
  agendaItems.add(record, { text: 'to ask' })
  agendaItems.add(record, { text: 'of this one', session: now })
  expect(told(record, now)).toEqual({
    takeaway: { text: 'I can ask earlier.', date: '2026-11-01' },
    theirs: ['theirs', 'ticked just now'],
    mine: ['mine'],
    agenda: ['to ask', 'of this one'],
    agreed: ['agreed'],
  })
  // It says nothing of itself when it is looked at again.
  expect(told(record, before).takeaway).toBeUndefined()
})

test('what is private is there only while the coach has the private text open', () => {
  const record = newRecord()
  const { session } = addSession(record, { status: 'planned', date: TODAY })
  for (const of of [null, session])
    actionItems.add(record, {
      what: of === null ? 'private' : 'private, now',
      agreedOn: TODAY,
      session: of,
      visibility: 'memory-aid',
    })
  expect(told(record, session)).toMatchObject({ theirs: [], agreed: [] })
  expect(told(record, session, true)).toMatchObject({
    theirs: ['private'],
    agreed: ['private, now'],
  })
})
