/** The message after a meeting: what stands in it, and what never does. */
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { newRecord, read } from '../../tests/steps/two-devices'
import { VISIBILITIES } from '../crdt/visibility'
import { actionItems } from '../model/record/action-item'
import { addGoal } from '../model/record/goal'
import { notes } from '../model/record/note'
import { agendaItems, sessions } from '../model/record/session'
import { afterMeeting, withSentence } from './after-meeting'

const DAY = '2026-11-24'
const WORDS = { day: (day: string) => day, time: (time: string) => time }
const HELD = { date: DAY, status: 'held' } as const

const letterOf = (record: ReturnType<typeof newRecord>, session: string) => {
  const projection = read(record)
  const found = projection.sessions.find(({ id }) => id === session)
  if (found === undefined) throw new Error('no session')
  return afterMeeting(projection, found, WORDS)
}

test('it says what was agreed, who does what by when, and when they meet next', () => {
  const record = newRecord()
  const session = sessions.add(record, { ...HELD, takeaway: 'One free evening a week' })
  sessions.add(record, { date: '2026-12-22', time: '10:00', status: 'planned', place: 'Library' })
  actionItems.add(record, { what: 'Book Step 1', due: '2026-12-04', session, agreedOn: DAY })
  actionItems.add(record, { what: 'Send the plan', whose: 'coach', session, agreedOn: DAY })
  actionItems.add(record, { what: 'Done by now', session, agreedOn: DAY, doneOn: DAY })
  actionItems.add(record, { what: 'From long ago', agreedOn: '2026-10-01' })
  addGoal(record, { title: 'Sleep', today: DAY, status: 'active', visibility: 'shared' })
  const { text } = letterOf(record, session)
  expect(text).toBe(
    [
      'Hello Amara,',
      `Thank you for meeting with me on ${DAY}. Here is what we agreed.`,
      'What you take away: One free evening a week',
      'You will:\n- Book Step 1 (by 2026-12-04)',
      'I will:\n- Send the plan',
      'Your goals from that day:\n- Sleep',
      'Next time: 2026-12-22 at 10:00, Library',
    ].join('\n\n'),
  )
  expect(withSentence({ text }, ' You are doing this well. ')).toMatch(
    /Library\n\nYou are doing this well\.$/,
  )
})

test('nothing private is in it, whatever was written in and around the session', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...VISIBILITIES), { maxLength: 12 }), (classes) => {
      const record = newRecord()
      const canary = (what: string): string => `canary-${what}`
      const session = sessions.add(record, {
        ...HELD,
        place: canary('place'),
        followUpNote: canary('follow-up'),
        themes: [canary('theme')],
      })
      notes.add(record, { session, role: 'session', title: canary('note') })
      notes.add(record, { session, role: 'aid', title: canary('aid') })
      agendaItems.add(record, { session, text: canary('agenda') })
      classes.forEach((visibility, at) => {
        const open = visibility === 'shared' || visibility === 'program'
        const word = open ? `open-${at}` : canary(`item-${at}`)
        actionItems.add(record, { what: word, session, agreedOn: DAY, visibility })
        addGoal(record, {
          title: word,
          today: DAY,
          status: 'active',
          visibility,
          provenance: 'coach',
        })
        const binned = actionItems.add(record, { what: canary('bin'), session, visibility })
        actionItems.remove(record, { id: binned, deleted: true })
      })
      const { subject, text } = letterOf(record, session)
      expect(`${subject}${text}`).not.toContain('canary-')
      classes.forEach((visibility, at) => {
        if (visibility === 'shared') expect(text).toContain(`open-${at}`)
      })
    }),
    { numRuns: 40 },
  )
})
