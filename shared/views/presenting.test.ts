/** What a screen that others look at holds, and what it does not. */

import { expect, test } from 'vitest'
import { newRecord, read, TODAY } from '../../tests/steps/two-devices'
import { createRecord } from '../crdt/record-clock'
import { captures } from '../model/caseload/capture'
import { savedSearches } from '../model/caseload/saved-search'
import { createVaultProjector } from '../model/projection'
import { keepCheckIn } from '../model/record/check-in'
import { addGoal, ratings } from '../model/record/goal'
import { editMentee } from '../model/record/mentee'
import { notes } from '../model/record/note'
import { referrals } from '../model/record/referral'
import { agendaItems, preps } from '../model/record/session'
import { initialsOf, presentRecord, presentVault } from './presenting'

test('a name is its initials', () => {
  expect(initialsOf('Emeka Adeyemi-Balogun')).toBe('E. A. B.')
})

test('a record: no memory aid, no measure of how somebody is, nothing that they asked not to be brought up', () => {
  const record = newRecord()
  editMentee(record, {
    next: { tags: ['sleepless'], avoid: 'the divorce', accommodations: 'time and a half' },
  })
  notes.add(record, { title: 'For me alone' })
  agendaItems.add(record, { text: 'Ask about nights' })
  referrals.add(record, { resource: 'Counseling' })
  keepCheckIn(record, {
    instrument: 'who-5',
    date: TODAY,
    keeping: 'number',
    answers: [1, 1, 1, 1, 0],
    words: 'Nights are hard',
    tend: '',
    step: '',
  })
  const goal = addGoal(record, { title: 'Pass the shelf', today: TODAY })
  ratings.add(record, { of: goal, date: TODAY, importance: 9, confidence: 3 })
  preps.add(record, { date: TODAY, oneThing: 'Sleep', energy: 2, stress: 9, avoid: 'the divorce' })
  const shown = presentRecord(read(record))
  expect(shown).toMatchObject({
    notes: [],
    agendaItems: [],
    referrals: [],
    checkIns: [],
    supportOwed: null,
  })
  expect(shown.goals).toMatchObject([{ title: 'Pass the shelf', ratings: [] }])
  expect(shown.preps).toMatchObject([{ oneThing: 'Sleep', energy: null, stress: null, avoid: '' }])
  expect(JSON.stringify(shown)).not.toMatch(
    /Amara|Osei|alone|nights|Counseling|divorce|sleepless|time and a half|hard/i,
  )
})

test('the vault: no capture, and no line that was searched for', () => {
  const vault = createRecord(Date.now)
  captures.add(vault, { text: 'Ask Priya' })
  savedSearches.add(vault, { query: 'mentee:Amara burnout' })
  const shown = presentVault(createVaultProjector(vault).project())
  expect(shown).toMatchObject({ captures: [], savedSearches: [] })
})
