// @vitest-environment jsdom
/** What is said in passing: in one place, one at a time, with what can be done about it. */
import '../../tests/steps/window'
import { MantineProvider } from '@mantine/core'
import { Notifications } from '@mantine/notifications'
import { act, fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import { warn } from './notice'
import { offerNote, offerUndo, takeBackShown } from './undo'

const sources = import.meta.glob<string>(['../**/*.{ts,tsx}', '!../**/*.test.tsx'], {
  query: '?raw',
  import: 'default',
  eager: true,
})

test('there is one way to say something in passing', () => {
  const saying = Object.entries(sources).filter(([, source]) =>
    /notifications[ ,}].*from '@mantine\/notifications'/.test(source),
  )
  expect(saying.map(([path]) => path)).toEqual(['./notice.ts'])
})

test('what was done is said once at a time, the newest, beside what has to be known; it is opened or undone', async () => {
  render(
    <MantineProvider env="test">
      <Notifications transitionDuration={0} />
    </MantineProvider>,
  )
  const [undo, open] = [vi.fn(), vi.fn()]
  act(() => {
    warn({ title: 'Sheet replaced', message: 'On another laptop' })
    offerNote('First')
    offerUndo('Second', undo, open)
  })
  await waitFor(() => expect(screen.queryByText('First')).toBeNull())
  expect(screen.getByText('Sheet replaced')).toBeTruthy()
  fireEvent.click(screen.getByText('Open'))
  expect(open).toHaveBeenCalledOnce()
  expect(undo).not.toHaveBeenCalled()
  await waitFor(() => expect(screen.queryByText('Second')).toBeNull())
  expect(screen.getByText('Sheet replaced')).toBeTruthy()
  act(() => offerUndo('Third', undo))
  fireEvent.click(screen.getByText('Undo'))
  expect(undo).toHaveBeenCalledOnce()

  // By its key: once, and only while it is there.
  act(() => offerUndo('Fourth', undo))
  act(() => expect([takeBackShown(), takeBackShown()]).toEqual([true, false]))
  expect(undo).toHaveBeenCalledTimes(2)
  act(() => {
    offerUndo('Fifth', undo)
    offerNote('Sixth')
    expect(takeBackShown()).toBe(false)
    offerUndo('Seventh', undo)
  })
  const seventh = screen.getByText('Seventh').closest<HTMLElement>('.mantine-Notification-root')
  if (seventh === null) throw new Error('it is not said')
  fireEvent.click(within(seventh).getByRole('button', { name: 'Dismiss' }))
  act(() => expect(takeBackShown()).toBe(false))
  expect(undo).toHaveBeenCalledTimes(2)
})
