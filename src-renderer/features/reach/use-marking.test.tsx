// @vitest-environment jsdom
/** Marks and their way back, by hands that are faster than the disk. */
import { expect, test } from 'vitest'
import { markOf } from '../../../shared/model/record/reach'
import { openVault } from '../../../tests/steps/open-vault'
import { type Marking, useMarking } from './use-marking'

const LINES = [{ record: 'amara', week: 'w1' }]

let marking: Marking | undefined
const Board = () => {
  marking = useMarking()
  return null
}

test('a mark that is set while earlier ones are still being taken back stays', async () => {
  const vault = openVault()
  vault.show(<Board />)
  const mark = () => markOf(vault.record().reachMarks, 'w1', 'prep').mark
  for (let press = 0; press < 6; press++) marking?.mark(LINES, ['prep'], 'next')
  await expect.poll(mark).toBe('done')
  for (let press = 0; press < 6; press++) marking?.undo()
  marking?.mark(LINES, ['prep'], 'excused')
  await new Promise((resolve) => setTimeout(resolve, 20))
  expect(mark()).toBe('excused')
  marking?.undo()
  await expect.poll(mark).toBe('not-started')
})
