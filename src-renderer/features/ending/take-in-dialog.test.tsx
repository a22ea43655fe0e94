// @vitest-environment jsdom
import '../../../tests/steps/window'
/** Taking in a hand-over: as many mentees as are said to have come, also over a disk that fails in between. */
import { fireEvent, screen } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import { ok } from '../../../shared/base/result'
import { profileOf } from '../../../shared/crdt/record'
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
const made = {
  from: 'Dr. Ruiz',
  createdAt: '2026-11-23T10:00:00.000Z',
  until: null,
  mentees: [portable('Amara', 'a'.repeat(22)), portable('Luis', 'a'.repeat(22))],
  staysBehind: {},
} satisfies HandOver
const answer: { -readonly [key in keyof HandOver]: HandOver[key] } = { ...made }
vi.mock('../import/use-reader', () => ({
  useReader: () => ({ read: async () => ok(ok(answer)) }),
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

test('who is here from an earlier import comes in again only if that is chosen; what was lent has its last day first', async () => {
  const here = newRecord()
  createMentee(here, { name: 'Amara' })
  profileOf(here).set('cameFrom', made.mentees[0]?.id ?? '')
  const vault = openVault({ here })
  const taken: string[] = []
  const lent = () => vault.model.getState().vault.substitutions
  Object.assign(vault.session, {
    addRecord: async (_fill: unknown, id: string) => {
      taken.push(...lent().map(({ record, until }) => `${record === id} ${until}`))
    },
    history: { takeIn: async () => undefined },
    log: { add: async () => undefined },
  })
  answer.mentees = [portable('Amara', 'a'.repeat(22)), portable('Luis', 'b'.repeat(22))]
  answer.until = '2027-01-31'
  vault.show(<TakeInDialog onClose={() => undefined} />)
  fireEvent.click(await screen.findByRole('button', { name: 'Open' }))
  expect(await screen.findByRole('checkbox', { name: 'Import Amara again' })).toHaveProperty(
    'checked',
    false,
  )
  fireEvent.click(screen.getByRole('button', { name: 'Import this mentee' }))
  await screen.findByText('1 mentee received from Dr. Ruiz.')
  expect(taken).toEqual(['true 2027-01-31'])
})
