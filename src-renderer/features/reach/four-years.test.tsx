// @vitest-environment jsdom
/** The strip of four years: a year that is repeated shows the weeks of both times. */
import '../../../tests/steps/window'
import { screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import type { ReachWeek } from '../../../shared/model/record/reach'
import { reflections } from '../../../shared/model/record/reflection'
import { openVault } from '../../../tests/steps/open-vault'
import { newRecord } from '../../../tests/steps/two-devices'
import { FourYears } from './four-years'
import { IdentityLegend } from './identity-mark'

const week = (id: string, start: string, quarter = 3): ReachWeek =>
  ({ id, year: 2, quarter, start, end: start, classYear: 2035 }) as ReachWeek

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

test('the last week of a year says whether the identity question of it was answered, and a legend what its sign is', () => {
  const record = newRecord()
  reflections.add(record, { framework: 'identity', date: '2033-04-20' })
  const vault = openVault({ amara: record })
  const weeks = [
    week('third', '2033-01-10'),
    week('last', '2033-04-11', 4),
    week('next', '2034-04-10', 4),
  ]
  vault.show(
    <>
      <FourYears
        record={vault.record()}
        weeks={weeks}
        away={[]}
        shown=""
        onShow={() => undefined}
      />
      <IdentityLegend weeks={weeks} />
    </>,
  )
  const names = screen.getAllByRole('button').map((one) => one.getAttribute('aria-label'))
  expect(names).toEqual([
    expect.stringMatching(/^Year 2, week 3: 0\/5, [a-z ]+$/),
    expect.stringMatching(/Identity question answered$/),
    expect.stringMatching(/Identity question not answered yet$/),
  ])
  expect(screen.getByText(/^The identity question has its own week/)).toBeDefined()
})
