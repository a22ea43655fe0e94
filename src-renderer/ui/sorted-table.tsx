/**
 * A table that is read and gone through like the caseload: sorted by its heads, with the columns that were chosen, its
 * rows walked with arrows and, where there is more behind them, opened with Enter. How it is looked at is remembered on
 * this laptop.
 */
import { Box, Table } from '@mantine/core'
import { useLocalStorage } from '@mantine/hooks'
import type { ReactNode } from 'react'
import { type PlainKey, t } from '../../shared/words/words'
import { stepRow } from './row-keys'
import { ariaSort, SortHead, type Sorting } from './sort-head'
import classes from './sorted-table.module.css'

export interface TableColumn<Row, Id extends string> {
  readonly id: Id
  readonly label: PlainKey
  /** What it is sorted by; what is empty comes last upwards. */
  readonly by: (row: Row) => string | number | null
  readonly cell: (row: Row) => ReactNode
  /** Numbers stand at its end. */
  readonly numeric?: boolean
}

interface TableView<Id extends string> {
  readonly sort: Sorting<Id>
  readonly hidden: readonly Id[]
}

/** How a table is looked at: `first` until something else was chosen. */
export const useTableView = <Id extends string>(table: string, first: Id, descending = false) =>
  useLocalStorage<TableView<Id>>({
    key: `table-${table}`,
    defaultValue: { sort: { by: first, descending }, hidden: [] },
    getInitialValueInEffect: false,
  })

const compare = (a: string | number | null, b: string | number | null): number =>
  a === null || b === null
    ? Number(a === null) - Number(b === null)
    : typeof a === 'number' && typeof b === 'number'
      ? a - b
      : String(a).localeCompare(String(b))

export const sortRows = <Row, Id extends string>(
  rows: readonly Row[],
  columns: readonly TableColumn<Row, Id>[],
  { by, descending }: Sorting<Id>,
): readonly Row[] => {
  const column = columns.find(({ id }) => id === by)
  if (column === undefined) return rows
  const sign = descending ? -1 : 1
  return [...rows].sort((a, b) => sign * compare(column.by(a), column.by(b)))
}

export const SortedTable = <Row, Id extends string>({
  name,
  rows,
  columns,
  view: [{ sort, hidden }, setView],
  keyOf,
  nameOf,
  onOpen,
}: {
  readonly name: string
  readonly rows: readonly Row[]
  readonly columns: readonly TableColumn<Row, Id>[]
  readonly view: ReturnType<typeof useTableView<Id>>
  readonly keyOf: (row: Row) => string
  /** What a row is called; its words, unless given. */
  readonly nameOf?: (row: Row) => string
  readonly onOpen?: (row: Row) => void
}) => {
  const shown = columns.filter(({ id }) => !hidden.includes(id))
  return (
    <Box className={classes.frame ?? ''}>
      <Table aria-label={name} className={classes.table ?? ''}>
        <Table.Thead>
          <Table.Tr>
            {shown.map(({ id, label, numeric }) => (
              <Table.Th key={id} aria-sort={ariaSort(sort, id)} data-numeric={numeric || undefined}>
                <SortHead
                  by={id}
                  label={t(label)}
                  sort={sort}
                  onSort={(next) => setView({ sort: next, hidden })}
                />
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {sortRows(rows, columns, sort).map((row) => (
            <Table.Tr
              key={keyOf(row)}
              data-row={keyOf(row)}
              tabIndex={0}
              aria-label={nameOf?.(row)}
              data-opens={onOpen !== undefined || undefined}
              onClick={() => onOpen?.(row)}
              onKeyDown={(event) => {
                if (event.target !== event.currentTarget || stepRow(event)) return
                if (event.key === 'Enter') onOpen?.(row)
              }}
            >
              {shown.map(({ id, cell, numeric }) => (
                <Table.Td key={id} data-numeric={numeric || undefined}>
                  {cell(row)}
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Box>
  )
}
