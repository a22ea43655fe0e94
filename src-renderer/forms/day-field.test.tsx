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
  fireEvent.change(screen.getByLabelText('Due'), { target: { value } })
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
