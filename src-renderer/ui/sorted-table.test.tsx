// @vitest-environment jsdom
import { expect, test } from 'vitest'
import { sortRows, type TableColumn } from './sorted-table'

interface Row {
  readonly name: string
  readonly due: string | null
  readonly score: number | null
}
const COLUMNS: readonly TableColumn<Row, 'name' | 'due' | 'score'>[] = [
  { id: 'name', label: 'common.name', by: ({ name }) => name, cell: ({ name }) => name },
  { id: 'due', label: 'common.due', by: ({ due }) => due, cell: ({ due }) => due },
  { id: 'score', label: 'goal.confidence', by: ({ score }) => score, cell: ({ score }) => score },
]
const ROWS: readonly Row[] = [
  { name: 'Wei', due: '2026-12-01', score: 10 },
  { name: 'Ángel', due: null, score: 9 },
  { name: 'Amara', due: '2026-11-01', score: null },
]
const sorted = (by: 'name' | 'due' | 'score', descending = false): readonly string[] =>
  sortRows(ROWS, COLUMNS, { by, descending }).map(({ name }) => name)

test('rows are sorted by what a column says, in the order of a language, and back again', () => {
  expect(sorted('name')).toEqual(['Amara', 'Ángel', 'Wei'])
  expect(sorted('name', true)).toEqual(['Wei', 'Ángel', 'Amara'])
})

test('numbers are sorted as numbers, and what is empty comes last upwards', () => {
  expect(sorted('score')).toEqual(['Ángel', 'Wei', 'Amara'])
  expect(sorted('due')).toEqual(['Amara', 'Wei', 'Ángel'])
})
