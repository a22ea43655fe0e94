// @vitest-environment jsdom
import '../../../tests/steps/window'
/** The coach's own page: what they work on, what mentees say without a name, and the mirror of their notes. */

import { act, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { addDays } from '../../../shared/base/day'
import { createRecord } from '../../../shared/crdt/record-clock'
import { coachGoals } from '../../../shared/model/caseload/coach-goal'
import { addSheet, finishRound, startRound } from '../../../shared/model/caseload/feedback-round'
import {
  isCoachTemplate,
  templatesWith,
  templateText,
} from '../../../shared/model/caseload/template'
import { coachReflections } from '../../../shared/model/caseload/work'
import { actionItems } from '../../../shared/model/record/action-item'
import { startNote } from '../../../shared/model/record/note'
import { addSession } from '../../../shared/model/record/session'
import { plainLine } from '../../../shared/note-text/delta'
import { todayOf } from '../../../shared/views/today'
import { openVault } from '../../../tests/steps/open-vault'
import { newRecord } from '../../../tests/steps/two-devices'
import { useApp } from '../../context/app-state'
import { today } from '../../ui/when'
import { InsightsScreen } from '../insights/insights-screen'
import { MyCoaching } from './my-coaching'

const DAY = today()

test('a goal is looked back at: how it went is kept, and it waits on Today only once its day has come', async () => {
  const vault = openVault()
  const now = () => todayOf([vault.record()], vault.model.getState().vault, DAY)
  await vault.session.runOnVault(coachGoals.add, {
    title: 'Ask once more',
    firstStep: 'Count to five',
    lookBackOn: DAY,
  })
  expect(now().lookBacks.map(({ title }) => title)).toEqual(['Ask once more'])
  vault.show(<MyCoaching />)
  expect(screen.getByText('First step: Count to five')).toBeTruthy()
  fireEvent.click(screen.getByRole('button', { name: 'Look back: Ask once more' }))
  const form = await screen.findByRole('dialog', { name: 'Look back' })
  fireEvent.click(within(form).getByRole('button', { name: 'Save' }))
  expect(await within(form).findByText('Write how it went, in a few words.')).toBeTruthy()
  fireEvent.change(within(form).getByLabelText(/^How it went/), { target: { value: 'Twice.' } })
  fireEvent.click(within(form).getByRole('button', { name: 'Save' }))
  expect(await screen.findByText(/· Twice\.$/)).toBeTruthy()
  expect(now().lookBacks).toEqual([])
})

test('fewer than five sheets show no answer and can’t be finished; five are shown once they are', async () => {
  const vault = openVault()
  const round = (await vault.session.runOnVault(startRound, 'Spring 2027')) ?? ''
  const add = (words: string) =>
    vault.session.runOnVault(addSheet, {
      round,
      marks: [3, 2, 3, 1, null, 0],
      words: [words, ''],
    })
  for (const words of ['', 'Listens', '', '']) await add(words)
  vault.show(<MyCoaching />)
  expect(screen.getByText(/^4 sheets added\. At least 5 are needed/)).toBeTruthy()
  expect(screen.queryByRole('button', { name: 'Finish: Spring 2027' })).toBeNull()
  await act(() => add('Asks'))
  expect(screen.queryByRole('table', { name: 'Spring 2027' })).toBeNull()
  expect(screen.queryByText('Listens')).toBeNull()
  fireEvent.click(screen.getByRole('button', { name: 'Finish: Spring 2027' }))
  fireEvent.click(await screen.findByRole('button', { name: 'Finish and show the answers' }))
  const table = await screen.findByRole('table', { name: 'Spring 2027' })
  const rows = [...table.querySelectorAll('tbody tr')].map((row) =>
    [...row.querySelectorAll('td')].map((cell) => cell.textContent),
  )
  expect(rows[0]).toEqual(['0', '0', '0', '5'])
  expect(rows[4]).toEqual(['fewer than 5'])
  expect(screen.getByText('Listens')).toBeTruthy()
  expect(screen.queryByRole('button', { name: 'Add sheet: Spring 2027' })).toBeNull()
})

test('a sheet that came after the round was finished is said and not counted, and goes to the next round', async () => {
  const vault = openVault()
  const { session } = vault
  const round = (await session.runOnVault(startRound, 'Spring 2027')) ?? ''
  const sheet = { round, marks: [3, 3, 3, 3, 3, 3], words: ['', ''] }
  for (const _ of [1, 2, 3, 4, 5]) await session.runOnVault(addSheet, sheet)
  const elsewhere = createRecord(Date.now)
  await session.runOnVault((here) => Y.applyUpdate(elsewhere, Y.encodeStateAsUpdate(here)), null)
  addSheet(elsewhere, { ...sheet, marks: [0, 0, 0, 0, 0, 0] })
  await session.runOnVault(finishRound, { id: round, today: DAY })
  await session.runOnVault((here) => Y.applyUpdate(here, Y.encodeStateAsUpdate(elsewhere)), null)
  vault.show(<MyCoaching />)
  const spring = within(screen.getByRole('article', { name: 'Spring 2027' }))
  expect(spring.getByText(/^5 sheets, finished/)).toBeTruthy()
  expect(spring.getByText(/^1 sheet came from another laptop/)).toBeTruthy()
  expect(spring.queryByRole('button', { name: /^Count/ })).toBeNull()
  await act(() => session.runOnVault(startRound, 'Fall 2027'))
  fireEvent.click(spring.getByRole('button', { name: 'Move it to Fall 2027' }))
  const fall = within(screen.getByRole('article', { name: 'Fall 2027' }))
  expect(await fall.findByText(/^1 sheet added/)).toBeTruthy()
  expect(spring.queryByText(/came from another laptop/)).toBeNull()
  expect(spring.getByText(/^5 sheets, finished/)).toBeTruthy()
})

test('the year says how many promises were kept, over all mentees', () => {
  const record = newRecord()
  const add = (more: object) =>
    actionItems.add(record, { what: 'x', whose: 'coach', agreedOn: DAY, ...more })
  add({ due: DAY, doneOn: DAY })
  add({ due: addDays(DAY, -1) })
  add({ due: addDays(DAY, -9), doneOn: addDays(DAY, -8) })
  add({ due: addDays(DAY, -800), doneOn: addDays(DAY, -800) })
  openVault({ amara: record }).show(<MyCoaching />)
  expect(
    screen.getByText('2 of 3 kept in the last twelve months, 1 after the due date.'),
  ).toBeTruthy()
})

test('the mirror reads the coach’s own session notes when asked, and shows nothing of it while presenting', async () => {
  const record = newRecord()
  const { note } = addSession(record, { date: DAY, status: 'held' })
  startNote(record, { id: note, lines: [plainLine('What helped? I suggested rest.')] })
  const vault = openVault({ amara: record })
  vault.show(<InsightsScreen screen="my-coaching" />)
  expect(screen.queryByRole('table')).toBeNull()
  fireEvent.click(screen.getByRole('button', { name: 'Read my session notes' }))
  const table = await screen.findByRole('table', { name: 'Asking and telling' })
  const cells = [...table.querySelectorAll('tbody td')].map((cell) => cell.textContent)
  expect(cells).toEqual(['1', '1', '1', '0', '0'])
  act(() => useApp.setState({ presenting: true }))
  await waitFor(() => expect(screen.queryByText('Asking and telling')).toBeNull())
  expect(screen.queryByText('What I’m working on')).toBeNull()
})

test('a reflection is listed by what was written, without the questions that it began with', async () => {
  const vault = openVault()
  const [template] = templatesWith([]).filter(isCoachTemplate)
  const text = templateText(template!).replace(
    'What went well\n',
    'What went well\nI saw her relax.',
  )
  await vault.session.runOnVault(coachReflections.add, {
    date: DAY,
    title: 'After the ward',
    text: `${text}Ask once more.`,
  })
  vault.show(<MyCoaching />)
  expect(screen.getByText(/ · I saw her relax\. · Ask once more\.$/)).toBeTruthy()
  expect(screen.queryByText(/What went well/)).toBeNull()
})
