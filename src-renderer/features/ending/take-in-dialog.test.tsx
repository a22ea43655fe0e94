// @vitest-environment jsdom
import '../../../tests/steps/window'
/** Taking in a hand-over: as many mentees as are said to have come, also over a disk that fails in between. */
import { fireEvent, screen } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import { ok } from '../../../shared/base/result'
import type { HandOver } from '../../../shared/exchange/hand-over'
import { createMentee, menteeProfile } from '../../../shared/model/record/mentee'
import { openVault } from '../../../tests/steps/open-vault'
import { newRecord } from '../../../tests/steps/two-devices'
import { TakeInDialog } from './take-in-dialog'

const portable = (name: string, id: string): HandOver['mentees'][number] => ({
  id,
  mentee: { name },
  archivedAt: null,
  createdAt: '',
  summary: '',
  items: [],
  texts: {},
  reachMarks: {},
})
/** As only somebody makes it up: two mentees under one id. */
const made: HandOver = {
  from: 'Dr. Ruiz',
  createdAt: '2026-11-23T10:00:00.000Z',
  until: null,
  mentees: [portable('Amara', 'a'.repeat(22)), portable('Luis', 'a'.repeat(22))],
  staysBehind: {},
}
vi.mock('../import/use-reader', () => ({
  useReader: () => ({ read: async () => ok(ok(made)) }),
}))
vi.mock('../../forms/file-and-code', () => ({
  FileAndCodeFields: () => null,
  isWithout: () => false,
  NO_FILE: { file: new File([], 'hand-over.json'), code: 'code' },
}))

test('each mentee of a hand-over is taken in, once, also two under one id', async () => {
  const vault = openVault()
  const names: string[] = []
  let fails = 0
  Object.assign(vault.session, {
    addRecord: async (begin: (doc: ReturnType<typeof newRecord>) => void) => {
      if (names.length === 1 && fails++ === 0) throw new Error('the disk is full')
      const doc = newRecord()
      createMentee(doc, { name: '' })
      begin(doc)
      names.push(menteeProfile.read(doc).name)
      return 'new'
    },
    history: { takeIn: async () => undefined },
    log: { add: async () => undefined },
  })
  vault.show(<TakeInDialog onClose={() => undefined} />)
  fireEvent.click(await screen.findByRole('button', { name: 'Open' }))
  const take = await screen.findByRole('button', { name: 'Import these mentees' })
  fireEvent.click(take)
  await screen.findByRole('alert')
  expect(names).toEqual(['Amara'])
  fireEvent.click(take)
  await screen.findByText('2 mentees received from Dr. Ruiz.')
  expect(names).toEqual(['Amara', 'Luis'])
})
