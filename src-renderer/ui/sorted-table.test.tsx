// @vitest-environment jsdom
import '../../tests/steps/window'
import { MantineProvider } from '@mantine/core'
import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { SortedTable, sortRows, type TableColumn, useTableView } from './sorted-table'

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

const Shown = ({ onOpen }: { readonly onOpen?: (row: Row) => void }) => {
  const view = useTableView<'name' | 'due' | 'score'>('test', 'name', true)
  return (
    <MantineProvider env="test">
      <SortedTable
        name="People"
        rows={ROWS}
        columns={COLUMNS}
        view={view}
        keyOf={({ name }) => name}
        {...(onOpen === undefined ? {} : { onOpen })}
      />
    </MantineProvider>
  )
}
afterEach(() => {
  cleanup()
  localStorage.clear()
})
const rowsNow = (): readonly HTMLElement[] => screen.getAllByRole('row').slice(1)
const namesNow = (): readonly (string | undefined)[] => rowsNow().map(({ dataset }) => dataset.row)

test('it begins as it says, is sorted by a press on a head, and its rows are walked and opened by keys', () => {
  const opened: string[] = []
  render(<Shown onOpen={({ name }) => opened.push(name)} />)
  expect(namesNow()).toEqual(['Wei', 'Ángel', 'Amara'])
  fireEvent.click(screen.getByRole('button', { name: 'Due' }))
  expect(namesNow()).toEqual(['Amara', 'Wei', 'Ángel'])
  const [first] = rowsNow()
  first?.focus()
  fireEvent.keyDown(document.activeElement ?? document.body, { key: 'ArrowDown' })
  fireEvent.keyDown(document.activeElement ?? document.body, { key: 'Enter' })
  expect(opened).toEqual(['Wei'])
})

test('a table that is only read is walked, too', () => {
  render(<Shown />)
  rowsNow()[0]?.focus()
  fireEvent.keyDown(document.activeElement ?? document.body, { key: 'End' })
  expect((document.activeElement as HTMLElement).dataset.row).toBe('Amara')
  fireEvent.keyDown(document.activeElement ?? document.body, { key: 'Enter' })
  expect(namesNow()).toEqual(['Wei', 'Ángel', 'Amara'])
})
