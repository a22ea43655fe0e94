// @vitest-environment jsdom
/** The strip of four years: a year that is repeated shows the weeks of both times. */
import '../../../tests/steps/window'
import { screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import type { ReachWeek } from '../../../shared/model/record/reach'
import { openVault } from '../../../tests/steps/open-vault'
import { FourYears } from './four-years'

const week = (id: string, start: string): ReachWeek =>
  ({ id, year: 2, quarter: 3, start, end: start, classYear: 2035 }) as ReachWeek

test('a week in which they were away stays beside the one of the year that they repeat', () => {
  const vault = openVault()
  vault.show(
    <FourYears
      record={vault.record()}
      weeks={[week('again', '2033-01-10')]}
      away={[week('away', '2032-01-05')]}
      shown=""
      onShow={() => undefined}
    />,
  )
  const strip = screen.getByRole('group')
  const inOrder = [...strip.querySelectorAll('[aria-label]')].map((one) =>
    one.getAttribute('aria-label'),
  )
  expect(inOrder).toEqual([
    'Year 2, week 3: not enrolled',
    expect.stringMatching(/^Year 2, week 3: 0\/5/),
  ])
})
