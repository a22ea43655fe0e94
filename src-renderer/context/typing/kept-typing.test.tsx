// @vitest-environment jsdom
import '../../../tests/steps/window'
/** Half-filled forms: over a lock, over changes from elsewhere, and by ids that nobody sees. */
import { act, cleanup, fireEvent, renderHook, screen } from '@testing-library/react'
import { encodeUtf8 } from 'lib0/string'
import sodium from 'libsodium-wrappers-sumo'
import { beforeAll, expect, test } from 'vitest'
import { actionItems } from '../../../shared/model/record/action-item'
import { addSession } from '../../../shared/model/record/session'
import { newKey } from '../../../shared/vault/keys'
import { openVault } from '../../../tests/steps/open-vault'
import { newRecord } from '../../../tests/steps/two-devices'
import { ReferralForm } from '../../features/referrals/referral-form'
import { EndSession } from '../../features/sessions/end-session'
import type { SearchIndex } from '../../store/search/search-index'
import { useApp } from '../app-state'
import { openPlace, openTyping, sealPlace, sealTyping } from '../vault/place'
import {
  bringBack,
  type Draft,
  dialogsBeingFilled,
  forgetTypingOfErased,
  typedNow,
  useTypedDialog,
} from './kept-typing'

beforeAll(() => sodium.ready)

const holds = (bytes: Uint8Array, text: string): boolean =>
  Buffer.from(bytes).includes(Buffer.from(encodeUtf8(text)))

/** The page is loaded anew: what is in its memory is gone. */
const reload = (): void => {
  cleanup()
  bringBack({})
}

const ringOf = (key: Uint8Array) => ({ epochs: [0], vaultKeyOf: () => key })

test('all six fields of ending a session are there after a lock, and its own title is told', async () => {
  const doc = newRecord()
  const { session: id } = addSession(doc, {
    kind: 'one-to-one',
    status: 'planned',
    date: '2026-11-24',
    time: null,
    minutes: 45,
    medium: 'in-person',
    place: '',
  })
  const vault = openVault({ amara: doc })
  const show = (): unknown => {
    const record = vault.record()
    const session = record.sessions.find((one) => one.id === id)
    if (session === undefined) throw new Error('no session')
    return vault.show(<EndSession record={record} session={session} onClose={() => undefined} />)
  }
  show()
  const fill = (label: RegExp, value: string): void => {
    fireEvent.change(screen.getByLabelText(label), { target: { value } })
  }
  const fields = [
    [/takeaway/, 'One ECG a day'],
    [/^Next session/, 'Dec 24, 2026'],
    [/^Time/, '14:30'],
    [/^Minutes today/, '50'],
    [/^Follow-up date/, 'Dec 1, 2026'],
    [/^What to follow up on/, 'The sleep clinic'],
  ] as const
  for (const [label, value] of fields) {
    fill(label, value)
    fireEvent.blur(screen.getByLabelText(label))
  }
  const key = newKey()
  const sealed = sealPlace(key, { screen: 'session', id: 'amara', session: id })
  for (const [, value] of fields) expect(holds(sealed, value)).toBe(false)
  expect(openPlace(ringOf(newKey()), sealed)).toBeUndefined()

  reload()
  const place = openPlace(ringOf(key), sealed)
  expect(place?.dialogs).toEqual(['End session'])
  show()
  for (const [label, value] of fields)
    expect(screen.getByLabelText(label), String(label)).toHaveProperty('value', value)
})

test('a dialog that was closed half-filled is kept over a lock, too, and is not told as open', () => {
  const vault = openVault()
  const show = () => vault.show(<ReferralForm record={vault.record()} onClose={() => undefined} />)
  const first = show()
  fireEvent.change(screen.getByLabelText(/^Reason/), { target: { value: 'Sleep' } })
  expect(dialogsBeingFilled()).toEqual(['New referral'])
  first.unmount()
  const key = newKey()
  const sealed = sealPlace(key, { screen: 'today' })
  reload()
  expect(openPlace(ringOf(key), sealed)?.dialogs).toEqual([])
  show()
  expect(screen.getByLabelText(/^Reason/)).toHaveProperty('value', 'Sleep')
})

test('over a quit all of it is kept, but for the answers of a check-in that nobody has said may be kept', () => {
  const key = newKey()
  expect(sealTyping(key)).toBeNull()
  const use = (id: string, title: string) =>
    renderHook(() => useTypedDialog(id, title, { words: '' })).result
  const goal = use('goal/3', 'Edit goal')
  const checkIn = use('check-in/amara', 'Check-in')
  act(() => goal.current.set({ words: 'One ECG a day' }))
  act(() => checkIn.current.set({ words: 'At no time' }))
  const sealed = sealTyping(key)
  expect(sealed).not.toBeNull()
  if (sealed === null) return
  expect(holds(sealed, 'ECG')).toBe(false)
  reload()
  expect(openTyping(ringOf(newKey()), sealed)).toEqual([])
  expect(use('goal/3', 'Edit goal').current.found).toBe(false)
  expect(openTyping(ringOf(key), sealed)).toEqual(['Edit goal'])
  expect(use('goal/3', 'Edit goal').current.values).toEqual({ words: 'One ECG a day' })
  expect(use('check-in/amara', 'Check-in').current.found).toBe(false)
})

test('what is too long to be kept over a quit keeps no other form from it', () => {
  const key = newKey()
  const use = (id: string) =>
    renderHook(() => useTypedDialog(id, 'Edit goal', { words: '' })).result.current
  const [roster, goal] = [use('roster'), use('goal/3')]
  act(() => roster.set({ words: 'A row of a file. '.repeat(100_000) }))
  act(() => goal.set({ words: 'One ECG a day' }))
  const sealed = sealTyping(key) ?? new Uint8Array()
  expect(sealed.length).toBeLessThan(1024 * 1024)
  reload()
  openTyping(ringOf(key), sealed)
  expect(use('goal/3').values).toEqual({ words: 'One ECG a day' })
  expect(use('roster').found).toBe(false)
})

test('an old draft neither brings back what was changed elsewhere since, nor loses where it was begun', () => {
  const use = (initial: { title: string; why: string; parts: Record<string, string> }) =>
    renderHook(() => useTypedDialog('goal/1', 'Edit goal', initial))
  const first = use({ title: 'Sleep', why: 'tired', parts: { a: 'one', b: 'two' } })
  act(() => first.result.current.set({ title: 'Sleep well', parts: { a: 'one', b: 'two, too' } }))
  first.unmount()
  const again = use({ title: 'Sleep!', why: 'very tired', parts: { a: 'uno', b: 'two' } })
  expect(again.result.current.found).toBe(true)
  expect(again.result.current.values).toEqual({
    title: 'Sleep well',
    why: 'very tired',
    parts: { a: 'uno', b: 'two, too' },
  })
  expect(again.result.current.base).toEqual({
    title: 'Sleep',
    why: 'very tired',
    parts: { a: 'uno', b: 'two' },
  })
})

test('what is typed back to what it was is nothing typed', () => {
  const { result, unmount } = renderHook(() =>
    useTypedDialog('goal/2', 'Edit goal', { title: 'Sleep' }),
  )
  act(() => result.current.set({ title: 'Sleep w' }))
  act(() => result.current.set({ title: 'Sleep' }))
  expect(dialogsBeingFilled()).toEqual([])
  unmount()
  expect(
    renderHook(() => useTypedDialog('goal/2', 'Edit goal', { title: 'Sleep' })).result.current
      .found,
  ).toBe(false)
})

test('defaults of an open form do not change under the coach’s hands', () => {
  const { result, rerender } = renderHook(
    ({ date }) => useTypedDialog('new-referral/1', 'New referral', { date, reason: '' }),
    { initialProps: { date: '2026-11-24' } },
  )
  rerender({ date: '2026-11-25' })
  expect(result.current.values.date).toBe('2026-11-24')
})

test('what is half typed about a mentee goes with the record, wherever it was erased, and nothing else does', () => {
  const [amara, luis] = [newRecord(), newRecord()]
  const item = actionItems.add(amara, {
    what: 'Send the list',
    agreedOn: '2026-11-24',
    session: null,
  })
  const { session } = openVault({ amara, luis })
  const { phase } = useApp.getState()
  const open = { name: 'open', session, sync: undefined, search: {} as SearchIndex } as const
  const draftOf = (words: string): Draft => ({ base: { words: '' }, next: { words } })
  forgetTypingOfErased(session)
  const drafts = {
    'new-referral/amara': draftOf('Sleep'),
    [`action-item/${item}`]: draftOf('Send the longer list'),
    'plan-reach-week': { base: {}, next: { times: { amara: '14:30' } } },
    'new-referral/luis': draftOf('The dean'),
    'new-mentee': draftOf('Wei'),
  }
  bringBack(drafts)
  const { records } = session.model.getState()
  const { luis: kept } = records
  // A vault that is being locked shows no record either, and what is typed is sealed by then.
  useApp.setState({ phase: { name: 'starting' } })
  session.model.setState({ records: {} })
  expect(typedNow()).toEqual(drafts)
  useApp.setState({ phase: open })
  session.model.setState({ records })
  expect(typedNow()).toEqual(drafts)
  session.model.setState({ records: kept === undefined ? {} : { luis: kept } })
  expect(Object.keys(typedNow())).toEqual(['new-referral/luis', 'new-mentee'])
  useApp.setState({ phase })
})
