// @vitest-environment jsdom
import '../../tests/steps/window'
/** Notices above a screen: as many as there is room for, and beyond that one line that opens. */
import { fireEvent, screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { openVault } from '../../tests/steps/open-vault'
import { type Notice, Notices } from './notices'

const notice = (title: string): Notice => ({
  title,
  shown: (
    <p key={title} role="alert">
      {title} in full
    </p>
  ),
})
const show = (...titles: readonly string[]) =>
  openVault().show(<Notices most={2} all={titles.map(notice)} />)
const inFull = () => screen.getAllByRole('alert').filter((one) => /in full$/.test(one.textContent))

test('two are shown as they are', () => {
  show('On leave', 'Say this')
  expect(inFull()).toHaveLength(2)
  expect(screen.queryByRole('button')).toBeNull()
})

test('three are a line with their number and their titles, and one key shows and hides them', () => {
  show('On leave', 'Say this', 'Recuse yourself')
  const line = screen.getByRole('alert').textContent
  expect(line).toContain('3 notices')
  expect(line).toContain('On leave · Say this · Recuse yourself')
  const fold = screen.getByRole('button', { name: /^Show these notices: On leave/ })
  expect(fold.getAttribute('aria-expanded')).toBe('false')
  fireEvent.click(fold)
  expect(inFull()).toHaveLength(3)
  fireEvent.click(screen.getByRole('button', { name: 'Hide these notices' }))
  expect(screen.getAllByRole('alert')).toHaveLength(1)
})
