// @vitest-environment jsdom
/** Two of what a screen shows as one, made on two laptops: both are on it. */

import { MantineProvider } from '@mantine/core'
import { cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type * as Y from 'yjs'
import { createRecord } from '../../../shared/crdt/record-clock'
import { createVaultProjector, type RecordProjection } from '../../../shared/model/projection'
import { agreements } from '../../../shared/model/record/agreement'
import { groupLines, groupSessions } from '../../../shared/model/record/group-session'
import { learningPlans } from '../../../shared/model/record/learning-plan'
import { meet, newRecord, read, TODAY, twin } from '../../../tests/steps/two-devices'
import { AgreementSection } from '../agreement/agreement-section'
import { LearningPlans } from '../goals/learning-plan'
import { GroupSessionScreen } from '../group-sessions/group-session-screen'

const open = vi.hoisted(() => ({
  record: undefined as unknown,
  vault: undefined as unknown,
  run: (..._given: unknown[]): Promise<unknown> => Promise.resolve(undefined),
}))

vi.mock('../../context/vault/session', () => ({
  useRun: () => open.run,
  useType: () => open.run,
  useOpenVault: () => ({ session: { type: open.run, vaultRecordId: 'vault' } }),
  useRunOnVault: () => open.run,
  useBin: () => open.run,
  useVault: () => open.vault,
  useModel: (look: (model: object) => unknown) => look({ records: { r: open.record } }),
}))
vi.mock('../../context/app-state', () => ({
  go: () => undefined,
  useApp: Object.assign(() => undefined, { subscribe: () => () => undefined }),
}))
vi.mock('../../context/vault/save-state', () => ({ SaveState: () => null }))
vi.mock('../help/help-button', () => ({ HelpButton: () => null }))

beforeEach(() => {
  vi.stubGlobal('matchMedia', () => ({
    matches: false,
    addEventListener: vi.fn(),
    removeEventListener: vi.fn(),
  }))
  vi.stubGlobal(
    'ResizeObserver',
    class {
      observe = vi.fn()
      unobserve = vi.fn()
      disconnect = vi.fn()
    },
  )
})
afterEach(cleanup)

/** A record that two laptops have written into apart. */
const written = (write: (record: Y.Doc, words: string) => void): RecordProjection => {
  const a = newRecord()
  const b = twin(a)
  write(a, 'from a')
  write(b, 'from b')
  meet(a, b)
  return read(a)
}

const show = (element: React.ReactElement) =>
  render(<MantineProvider env="test">{element}</MantineProvider>)

beforeEach(() => {
  open.vault = createVaultProjector(createRecord(Date.now)).project()
})

test('two agreements stand beside each other, each with its own review, and one of them can be deleted', async () => {
  const record = written((doc, wishes) =>
    agreements.add(doc, { clauses: { wishes }, madeOn: TODAY }),
  )
  const run = vi.spyOn(open, 'run')
  show(<AgreementSection record={record} editable />)
  expect(screen.getByText('from a')).toBeTruthy()
  expect(screen.getByText('from b')).toBeTruthy()
  expect(screen.getByText(/Two laptops each started an agreement/)).toBeTruthy()
  expect(screen.getAllByRole('button', { name: 'Review' })).toHaveLength(2)
  const [first] = screen.getAllByRole('button', { name: 'Delete' })
  await userEvent.click(first as HTMLElement)
  expect(run.mock.calls[0]?.slice(0, 1)).toEqual(['agreements'])
  run.mockRestore()
})

test('one agreement stands alone, without a word of another', () => {
  const doc = newRecord()
  agreements.add(doc, { madeOn: TODAY })
  show(<AgreementSection record={read(doc)} editable />)
  expect(screen.queryByText(/Two laptops/)).toBeNull()
  expect(screen.queryByRole('button', { name: 'Delete' })).toBeNull()
  expect(screen.getByRole('button', { name: 'Review' })).toBeTruthy()
})

test('two private lines about one mentee are two fields, each with its words', () => {
  const vault = createRecord(Date.now)
  const session = groupSessions.add(vault, { group: 'B', present: ['r'] })
  open.vault = createVaultProjector(vault).project()
  open.record = {
    ...written((doc, text) => groupLines.add(doc, { groupSession: session, text })),
    id: 'r',
  }
  show(<GroupSessionScreen session={session} />)
  const fields = screen.getAllByLabelText(/private line about Amara Osei/i) as HTMLInputElement[]
  expect(fields.map(({ value }) => value).sort()).toEqual(['from a', 'from b'])
})

test('a private line keeps its field while its first words become a line, also if another’s line comes in', async () => {
  const vault = createRecord(Date.now)
  const session = groupSessions.add(vault, { group: 'B', present: ['r'] })
  open.vault = createVaultProjector(vault).project()
  const doc = newRecord()
  const other = twin(doc)
  open.record = { ...read(doc), id: 'r' }
  const run = vi.spyOn(open, 'run').mockImplementation(async (_record, command, input) => {
    ;(command as (record: Y.Doc, input: unknown) => void)(doc, input)
  })
  const { rerender } = show(<GroupSessionScreen session={session} />)
  await userEvent.type(screen.getByLabelText('Private line about Amara Osei'), 'Qui')
  groupLines.add(other, {
    groupSession: session,
    text: 'Theirs',
    createdAt: '2020-01-01T00:00:00.000Z',
  })
  meet(doc, other)
  open.record = { ...read(doc), id: 'r' }
  rerender(
    <MantineProvider env="test">
      <GroupSessionScreen session={session} />
    </MantineProvider>,
  )
  await userEvent.keyboard('et')
  expect(read(doc).groupLines.map(({ text }) => text)).toEqual(['Theirs', 'Quiet'])
  run.mockRestore()
})

test('a group session that was removed can be brought back from where it stood', async () => {
  const vault = createRecord(Date.now)
  const session = groupSessions.add(vault, { group: 'B' })
  groupSessions.remove(vault, { id: session, deleted: true })
  open.vault = createVaultProjector(vault).project()
  open.record = { ...read(newRecord()), id: 'r' }
  const run = vi.spyOn(open, 'run')
  show(<GroupSessionScreen session={session} />)
  await userEvent.click(screen.getByRole('button', { name: 'Restore session' }))
  expect(run).toHaveBeenCalledWith(groupSessions.remove, { id: session, deleted: false })
  run.mockRestore()
})

test('every learning plan can be read and edited, not only the newest two', async () => {
  const doc = newRecord()
  for (const [index, term] of ['Oldest', 'Middle', 'Newest'].entries())
    learningPlans.add(doc, {
      term,
      date: `2026-11-0${index + 1}`,
      sections: { values: `${term} values` },
    })
  open.vault = createVaultProjector(createRecord(Date.now)).project()
  show(<LearningPlans record={read(doc)} editable />)
  expect(screen.queryByText('Oldest values')).toBeNull()
  await userEvent.click(screen.getByRole('button', { name: 'Oldest' }))
  expect(screen.getByText('Oldest values')).toBeTruthy()
  expect(screen.getByRole('button', { name: 'Edit Oldest' })).toBeTruthy()
  expect(screen.getByRole('button', { name: 'Edit Newest' })).toBeTruthy()
})
