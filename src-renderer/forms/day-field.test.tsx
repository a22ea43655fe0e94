// @vitest-environment jsdom
/** The field for a day: what a coach types, and what they see. */
import '../../tests/steps/window'
import { MantineProvider } from '@mantine/core'
import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { useState } from 'react'
import { afterEach, expect, test, vi } from 'vitest'
import { speakDays } from '../ui/days/day-words'
import { DayField } from './day-field'

afterEach(() => {
  cleanup()
  speakDays('en')
})

const May = ({ heard }: { readonly heard: (day: string | null) => void }) => {
  const [day, setDay] = useState<string | null>(null)
  return (
    <DayField
      label="Due"
      clearable
      value={day}
      onChange={(next) => {
        setDay(next)
        heard(next)
      }}
    />
  )
}
const show = (field: React.ReactNode) =>
  render(<MantineProvider env="test">{field}</MantineProvider>)
const type = (value: string): void => {
  fireEvent.focus(screen.getByLabelText('Due'))
  fireEvent.input(screen.getByLabelText('Due'), { target: { value } })
  fireEvent.blur(screen.getByLabelText('Due'))
}

test.each([
  ['en', '2027-03-04', 'Mar 4, 2027'],
  ['en-gb', '2027-04-03', '3 Apr 2027'],
])('in %s, 3/4/2027 is %s, and stands as %s', (language, day, stands) => {
  speakDays(language)
  const heard = vi.fn()
  show(<May heard={heard} />)
  type('3/4/2027')
  expect(heard).toHaveBeenLastCalledWith(day)
  expect(screen.getByLabelText('Due')).toHaveProperty('value', stands)
})

test('half a day is not written, and an emptied field is empty', () => {
  const heard = vi.fn()
  show(<May heard={heard} />)
  type('3/4/20')
  expect(heard).not.toHaveBeenCalled()
  type('3/4/2027')
  type('')
  expect(heard).toHaveBeenLastCalledWith(null)
})

test('a day that must be there cannot be emptied', () => {
  const heard = vi.fn()
  show(<DayField label="Due" value="2027-03-04" onChange={heard} />)
  type('')
  expect(heard).not.toHaveBeenCalled()
  expect(screen.getByLabelText('Due')).toHaveProperty('value', 'Mar 4, 2027')
})

test.each([
  ['12/8', 'Dec 8, 2026'],
  ['nov 3', 'Nov 3, 2027'],
  ['tomorrow', 'Nov 29, 2026'],
  ['in 2 weeks', 'Dec 12, 2026'],
  ['next Tuesday', 'Dec 1, 2026'],
  ['Today', 'Nov 28, 2026'],
  ['yesterday', 'Nov 27, 2026'],
])('“%s” is %s once it is typed to its end', (typed, stands) => {
  vi.setSystemTime('2026-11-28T12:00:00')
  show(<May heard={vi.fn()} />)
  type(typed)
  expect(screen.getByLabelText('Due')).toHaveProperty('value', stands)
  vi.useRealTimers()
})

test('Enter takes it as well, and what is no day is said, stays, and changes nothing', () => {
  vi.setSystemTime('2026-11-28T12:00:00')
  const heard = vi.fn()
  show(<May heard={heard} />)
  const due = screen.getByLabelText('Due')
  fireEvent.input(due, { target: { value: 'tomorrow' } })
  fireEvent.keyDown(due, { key: 'Enter' })
  expect(heard).toHaveBeenLastCalledWith('2026-11-29')
  type('soon')
  expect(screen.getByText('“soon” isn’t a date. Try Dec 8, tomorrow, or in 2 weeks.')).toBeTruthy()
  expect(screen.getByLabelText('Due')).toHaveProperty('value', 'soon')
  expect(heard).toHaveBeenCalledOnce()
  type('12/8/2026')
  expect(screen.queryByText(/isn’t a date/)).toBeNull()
  vi.useRealTimers()
})

test.each([
  ['3/4/2020', { first: '2026-11-28' }, 'Choose Nov 28, 2026 or a later day.'],
  ['yesterday', { first: '2026-11-28' }, 'Choose Nov 28, 2026 or a later day.'],
  [
    'dec 31',
    { first: '2026-11-28', last: '2026-12-12' },
    'Choose a day from Nov 28, 2026 to Dec 12, 2026.',
  ],
])(
  '“%s”, which it cannot be, stays, and it is said which days it can be',
  (typed, within, said) => {
    vi.setSystemTime('2026-11-28T12:00:00')
    const heard = vi.fn()
    show(<DayField label="Due" value="2026-12-01" onChange={heard} within={within} />)
    type(typed)
    expect(heard).not.toHaveBeenCalled()
    expect(screen.getByText(said)).toBeTruthy()
    expect(screen.getByLabelText('Due')).toHaveProperty('value', typed)
    vi.useRealTimers()
  },
)
