// @vitest-environment jsdom
import '../../tests/steps/window'
/** Screens that fail. */
import { act, fireEvent, screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, expect, type MockInstance, test, vi } from 'vitest'
import { openVault } from '../../tests/steps/open-vault'
import { go, useApp } from '../context/app-state'
import { useModel, useOpenRecord } from '../context/vault/session'
import { ReferralForm } from '../features/referrals/referral-form'
import type { SearchIndex } from '../store/search/search-index'
import { AppBoundary, ScreenBoundary } from './screen-boundary'
import { reportUnexpected, watchUnexpected } from './unexpected'

const lock = vi.hoisted(() => vi.fn())
vi.mock('../context/vault/vault-actions', () => ({ lock }))

const SECRET = 'Amara cannot sleep'
const fails = { now: false }
const Fragile = ({ children = 'The screen' }: { readonly children?: React.ReactNode }) => {
  useModel((model) => model)
  if (fails.now) throw new Error(SECRET)
  return <div>{children}</div>
}

const Holding = () => {
  useOpenRecord('amara')
  return <Fragile />
}

let quiet: MockInstance
beforeEach(() => {
  fails.now = false
  // React's own report in a test: in the app it goes through unexpected.ts (main.tsx).
  quiet = vi.spyOn(console, 'error').mockImplementation(() => undefined)
})
afterEach(() => quiet.mockRestore())

const shell = (shown: React.ReactNode) => (
  <>
    <button type="button">Lock</button>
    <ScreenBoundary>{shown}</ScreenBoundary>
  </>
)

test('a screen that fails leaves the shell, says nothing of what it held, and can be tried again', () => {
  act(() => go({ screen: 'goals' }))
  fails.now = true
  openVault().show(shell(<Fragile />))
  expect(screen.getByText('Confidant couldn’t show this screen')).toBeTruthy()
  expect(screen.getByText('Lock')).toBeTruthy()
  expect(document.body.textContent).not.toContain(SECRET)
  fails.now = false
  fireEvent.click(screen.getByText('Try again'))
  expect(screen.getByText('The screen')).toBeTruthy()
})

test('going elsewhere is a new try', () => {
  act(() => go({ screen: 'goals' }))
  fails.now = true
  openVault().show(shell(<Fragile />))
  fails.now = false
  fireEvent.click(screen.getByText('Go to Today'))
  expect(screen.getByText('The screen')).toBeTruthy()
})

test('a dialog half filled on a screen that fails has what was typed after the retry', async () => {
  const vault = openVault()
  const form = <ReferralForm record={vault.record()} onClose={() => undefined} />
  vault.show(shell(<Fragile>{form}</Fragile>))
  fireEvent.change(screen.getByLabelText(/^Reason/), { target: { value: 'Sleep' } })
  fails.now = true
  act(() => vault.model.setState({ waiting: 1 }))
  expect(screen.getByText('Confidant couldn’t show this screen')).toBeTruthy()
  fails.now = false
  fireEvent.click(screen.getByText('Try again'))
  await waitFor(() => expect(screen.getByLabelText(/^Reason/)).toHaveProperty('value', 'Sleep'))
})

test('the record that a failing screen had open is released, to be stored and closed, and opened by the retry', async () => {
  const vault = openVault()
  vault.show(shell(<Holding />))
  fails.now = true
  act(() => vault.model.setState({ waiting: 1 }))
  await waitFor(() => expect(vault.released).toEqual(['amara']))
  fails.now = false
  fireEvent.click(screen.getByText('Try again'))
  expect(screen.getByText('The screen')).toBeTruthy()
  expect(vault.released).toHaveLength(1)
})

test('when everything fails there is a way on, which locks', async () => {
  fails.now = true
  const vault = openVault()
  useApp.setState({
    phase: { name: 'open', session: vault.session, sync: undefined, search: {} as SearchIndex },
  })
  vault.show(
    <AppBoundary>
      <Fragile />
    </AppBoundary>,
  )
  expect(screen.getByText('Something went wrong')).toBeTruthy()
  fireEvent.click(screen.getByText('Reload'))
  await waitFor(() => expect(lock).toHaveBeenCalledOnce())
  expect(document.body.textContent).not.toContain(SECRET)
})

test('an error outside of any screen is said, and what it says goes nowhere', async () => {
  openVault().show(<div />)
  watchUnexpected()
  const reported: unknown[] = []
  vi.stubGlobal('reportError', (error: unknown) => reported.push(error))
  const event = new ErrorEvent('error', {
    error: new TypeError(`${SECRET}\n    at home`),
    cancelable: true,
  })
  act(() => void window.dispatchEvent(event))
  expect(event.defaultPrevented).toBe(true)
  await waitFor(() => expect(screen.getByText('Something went wrong')).toBeTruthy())
  reportUnexpected(new Error(SECRET))
  expect(reported).toHaveLength(2)
  for (const error of reported) {
    if (!(error instanceof Error)) throw new Error('not an error')
    expect(`${error.message} ${error.stack}`).not.toMatch(/Amara|sleep|at home/)
    expect(error.stack).toContain('boundary.test')
  }
  expect(document.body.textContent).not.toContain(SECRET)
})

test('what a lock leaves behind unread is no error; with the vault open, a database that closes is', async () => {
  const { session, show } = openVault()
  show(<div />)
  watchUnexpected()
  const reported: unknown[] = []
  vi.stubGlobal('reportError', (error: unknown) => reported.push(error))
  const closed = Object.assign(new Error('Database has been closed'), {
    name: 'DatabaseClosedError',
  })
  const reject = (): void =>
    void act(() =>
      window.dispatchEvent(
        Object.assign(new Event('unhandledrejection', { cancelable: true }), { reason: closed }),
      ),
    )
  act(() => useApp.setState({ phase: { name: 'starting' } }))
  reject()
  expect(reported).toEqual([])
  const phase = { name: 'open', session, sync: undefined, search: {} as SearchIndex } as const
  act(() => useApp.setState({ phase }))
  reject()
  expect(reported).not.toEqual([])
})
