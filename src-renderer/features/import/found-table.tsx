/** What files from outside hold, a line for each, before it is taken in: whether it is, and whose it is. */
import { Button, Checkbox, Group, ScrollArea, Select, Table } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { currentRecords } from '../../../shared/model/projection'
import { t } from '../../../shared/words/words'
import { useModel } from '../../context/vault/session'
import { menteeOptions } from '../../ui/mentee-options'
import { MOST_ROWS } from './import-problems'

/** Whose it is, and whether it comes in. */
export interface Choice {
  readonly record?: string | undefined
  readonly taken?: boolean
}

export interface Found {
  readonly record: string | undefined
  readonly taken: boolean
}

/** What belongs to nobody yet stays out. */
export const isChosen = ({ taken, record }: Found): boolean => taken && record !== undefined

interface FoundColumn<Row> {
  readonly label: string
  readonly cell: (row: Row) => ReactNode
}

export const FoundTable = <Row extends Found>({
  name,
  rows,
  columns,
  whose,
  keyOf,
  takeInName,
  whoseName,
  isSettled = () => false,
  change,
}: {
  readonly name: string
  readonly rows: readonly Row[]
  readonly columns: readonly FoundColumn<Row>[]
  /** What the column of the mentees is called. */
  readonly whose: string
  readonly keyOf: (row: Row) => string
  readonly takeInName: (row: Row) => string
  readonly whoseName: (row: Row) => string
  /** Whose it is stands already. */
  readonly isSettled?: (row: Row) => boolean
  readonly change: (index: number, next: Choice) => void
}) => {
  const mentees = menteeOptions(currentRecords(useModel((model) => model.records)))
  const [all, setAll] = useState(false)
  return (
    <>
      <ScrollArea.Autosize mah="50vh">
        <Table aria-label={name} stickyHeader>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('common.takeIn')}</Table.Th>
              {columns.map(({ label }) => (
                <Table.Th key={label}>{label}</Table.Th>
              ))}
              <Table.Th>{whose}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {(all ? rows : rows.slice(0, MOST_ROWS)).map((row, index) => (
              <Table.Tr key={keyOf(row)}>
                <Table.Td>
                  <Checkbox
                    size="md"
                    aria-label={takeInName(row)}
                    checked={isChosen(row)}
                    disabled={row.record === undefined}
                    onChange={(event) => change(index, { taken: event.currentTarget.checked })}
                  />
                </Table.Td>
                {columns.map(({ label, cell }) => (
                  <Table.Td key={label}>{cell(row)}</Table.Td>
                ))}
                <Table.Td>
                  <Select
                    aria-label={whoseName(row)}
                    placeholder={t('importNotes.nobodyYet')}
                    size="xs"
                    searchable
                    disabled={isSettled(row)}
                    data={mentees}
                    value={row.record ?? null}
                    onChange={(value) =>
                      change(index, { record: value ?? undefined, taken: value !== null })
                    }
                  />
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </ScrollArea.Autosize>
      {!all && rows.length > MOST_ROWS && (
        <Group>
          <Button variant="subtle" size="compact-sm" onClick={() => setAll(true)}>
            {t('importNotes.showAll', { count: rows.length })}
          </Button>
        </Group>
      )}
    </>
  )
}
