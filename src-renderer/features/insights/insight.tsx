/** One insight: its chart, the same as a table, and the mentees behind its numbers. */
import { Button, Group, Menu, SegmentedControl, Table, Text } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import type { Cell } from '../../../shared/views/insights'
import { t } from '../../../shared/words/words'
import { go } from '../../context/app-state'
import { Section } from '../../ui/section'

export interface InsightTable {
  readonly rows: readonly string[]
  readonly columns: readonly string[]
  readonly value: (row: string, column: string) => string
}

/** A table of cells, with the app's words for rows and columns. */
export const tableOf = (
  cells: readonly Cell[],
  say: {
    readonly row?: (row: string) => string
    readonly column?: (column: string) => string
  } = {},
): InsightTable => {
  const row = say.row ?? String
  const column = say.column ?? String
  const values = new Map(
    cells.map((cell) => [`${row(cell.row)}\n${column(cell.column)}`, cell.value]),
  )
  return {
    rows: [...new Set(cells.map((cell) => row(cell.row)))],
    columns: [...new Set(cells.map((cell) => column(cell.column)))],
    value: (a, b) => String(values.get(`${a}\n${b}`) ?? 0),
  }
}

/** Rows for Mantine's charts: `{ name, [series]: value }`. */
export const chartOf = ({ rows, columns, value }: InsightTable) =>
  rows.map((row) => ({
    name: row,
    ...Object.fromEntries(columns.map((column) => [column, Number(value(row, column))])),
  }))

/** "Show me these mentees": the caseload with the records behind some of the numbers. */
export interface Shown {
  readonly label: string
  readonly records: readonly string[]
}

/** By the columns of a chart: whose goals are "let go", whose REACH week is open. */
export const shownByColumn = (
  cells: readonly Cell[],
  say: (column: string) => string = String,
): readonly Shown[] =>
  [...new Set(cells.map(({ column }) => column))]
    .map((column) => ({
      label: say(column),
      records: [
        ...new Set(
          cells
            .filter((cell) => cell.column === column && cell.value > 0)
            .flatMap(({ records }) => records),
        ),
      ],
    }))
    .filter(({ records }) => records.length > 0)

export const Insight = ({
  title,
  about,
  table,
  shown = [],
  empty,
  children,
}: {
  readonly title: string
  readonly about: string
  readonly table: InsightTable
  readonly shown?: readonly Shown[]
  /** Said instead of a chart when there is nothing to draw. */
  readonly empty?: string | undefined
  readonly children: ReactNode
}) => {
  const [as, setAs] = useState('chart')
  return (
    <Section
      title={title}
      action={
        empty === undefined && (
          <Group gap="xs" wrap="nowrap">
            {shown.length > 0 && (
              <Menu withinPortal position="bottom-end">
                <Menu.Target>
                  <Button
                    size="compact-sm"
                    variant="subtle"
                    aria-label={t('insights.showMenteesOf', { insight: title })}
                  >
                    {t('insights.showMentees')}
                  </Button>
                </Menu.Target>
                <Menu.Dropdown mah={320} style={{ overflowY: 'auto' }}>
                  {shown.map(({ label, records }) => (
                    <Menu.Item
                      key={label}
                      rightSection={
                        <Text size="xs" c="dimmed">
                          {records.length}
                        </Text>
                      }
                      onClick={() =>
                        go({ screen: 'caseload', only: records, why: `${title}: ${label}` })
                      }
                    >
                      {label}
                    </Menu.Item>
                  ))}
                </Menu.Dropdown>
              </Menu>
            )}
            <SegmentedControl
              aria-label={t('insights.viewOf', { insight: title })}
              size="xs"
              value={as}
              onChange={setAs}
              data={[
                { value: 'chart', label: t('insights.chart') },
                { value: 'table', label: t('insights.table') },
              ]}
            />
          </Group>
        )
      }
    >
      <Text size="sm" c="dimmed">
        {about}
      </Text>
      {empty !== undefined ? (
        <Text c="dimmed">{empty}</Text>
      ) : as === 'chart' ? (
        children
      ) : (
        <Table.ScrollContainer minWidth={300}>
          <Table aria-label={title} className="tabular">
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('common.what')}</Table.Th>
                {table.columns.map((column) => (
                  <Table.Th key={column}>{column}</Table.Th>
                ))}
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {table.rows.map((row) => (
                <Table.Tr key={row}>
                  <Table.Th scope="row">{row}</Table.Th>
                  {table.columns.map((column) => (
                    <Table.Td key={column}>{table.value(row, column)}</Table.Td>
                  ))}
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
    </Section>
  )
}
