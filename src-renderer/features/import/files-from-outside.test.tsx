// @vitest-environment jsdom

import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, test, vi } from 'vitest'
import { err, ok } from '../../../shared/base/result'
import { FakeWorker, lastWorker } from '../../../tests/steps/fake-worker'
import { openVault } from '../../../tests/steps/open-vault'
import { CalendarImport } from '../calendar/calendar-import'
import { ImportNotes } from './import-notes'

beforeEach(() => {
  FakeWorker.started = []
  vi.stubGlobal('Worker', FakeWorker)
})

const note = (path: string) => ({
  path,
  about: '',
  pictures: false,
  note: { id: path, title: path, date: '2026-11-24', themes: [], text: [] },
})

test('a file that is refused is a line with its reason; the others are there, and nothing was written', async () => {
  const user = userEvent.setup()
  const vault = openVault()
  vault.show(<ImportNotes />)
  await user.upload(screen.getByLabelText('Files'), [
    new File(['x'], 'huge.md'),
    new File(['x'], 'good.md'),
  ])
  await waitFor(() => expect(lastWorker().asked).toHaveLength(1))
  lastWorker().answer(ok(err('too-much')))
  await waitFor(() => expect(lastWorker().asked).toHaveLength(2))
  lastWorker().answer(ok(ok([note('good.md')])))
  expect(await screen.findByText('huge.md: too long for one note')).toBeDefined()
  expect(screen.getByRole('row', { name: /good\.md/ })).toBeDefined()
  expect(vault.record().notes).toEqual([])
})

test('cancelling ends the worker at once, and leads back to the choice', async () => {
  const user = userEvent.setup()
  openVault().show(<ImportNotes />)
  await user.upload(screen.getByLabelText('Files'), new File(['x'], 'slow.md'))
  await user.click(await screen.findByRole('button', { name: 'Cancel' }))
  expect(lastWorker().ended).toBe(true)
  expect(await screen.findByRole('button', { name: 'Choose folder' })).toBeDefined()
  expect(screen.queryByText(/couldn’t read/)).toBeNull()
})

test('a calendar says what stayed out of it because it repeats for ever; closing the dialog ends its reading', async () => {
  const user = userEvent.setup()
  const shown = openVault().show(<CalendarImport onClose={() => undefined} />)
  const input = (): HTMLInputElement => {
    const found = document.querySelector<HTMLInputElement>('input[type=file]')
    if (found === null) throw new Error('no way to choose a file')
    return found
  }
  await user.upload(input(), new File(['x'], 'calendar.ics', { type: 'text/calendar' }))
  await waitFor(() => expect(FakeWorker.started).toHaveLength(1))
  lastWorker().answer(
    ok(ok({ meetings: [], unreadable: 0, endless: 2, onNoDay: [], unknownZones: [] })),
  )
  expect(await screen.findByText(/^2 entries skipped: repeated every hour/)).toBeDefined()
  shown.unmount()
  expect(lastWorker().ended).toBe(true)
})
