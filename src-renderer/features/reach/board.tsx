/**
 * The REACH board: mentees down, components and checklist across. Arrows move, also onto the names and the heads, which
 * stand for a whole line or column; a letter sets a mark, Space goes to the next one, Enter links, Ctrl Z takes back.
 */
import { Group, Table, Text, UnstyledButton } from '@mantine/core'
import { type KeyboardEvent, useEffect, useRef } from 'react'
import type { RecordProjection } from '../../../shared/model/projection'
import { displayName } from '../../../shared/model/record/mentee'
import {
  CHECKLIST,
  COMPONENTS,
  type Mark,
  markOf,
  type ReachWeek,
} from '../../../shared/model/record/reach'
import { offersFor } from '../../../shared/views/fulfilment'
import { t } from '../../../shared/words/words'
import { go } from '../../context/app-state'
import { isPressed } from '../../context/commands/shortcuts'
import { useVault } from '../../context/vault/session'
import { markLabels, partLabels } from '../../ui/labels'
import { offerUndo } from '../../ui/undo'
import { shortDay } from '../../ui/when'
import classes from './board.module.css'
import { IdentityMark } from './identity-mark'
import { MarkButton } from './mark-button'
import { offerWords } from './offer-words'
import { type Marking, markOfKey, useMarking } from './use-marking'

const PARTS = [...COMPONENTS, ...CHECKLIST] as const
/** A mentee on the board, in the week that is theirs. */
export interface BoardRow {
  readonly record: RecordProjection
  readonly week: ReachWeek
}

const STEPS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
}

/** Marks what a cell of the table stands for: its own mark, or, on the edges, a whole line or column. */
const markCell = (
  marking: Marking,
  rows: readonly BoardRow[],
  [row, column]: readonly [number, number],
  mark: Mark,
): void => {
  const chosen = row === 0 ? rows : rows.slice(row - 1, row)
  const part = PARTS[column - 1]
  if (row === 0 && part === undefined) return
  const undo = marking.mark(
    chosen.map(({ record, week }) => ({ record: record.id, week: week.id })),
    part === undefined ? COMPONENTS : [part],
    mark,
  )
  if (row > 0 && part !== undefined) return
  const [first] = chosen
  offerUndo(
    part === undefined
      ? t('reach.lineMarked', {
          mentee: first === undefined ? '' : displayName(first.record.mentee),
          mark: markLabels[mark],
        })
      : t('reach.columnMarked', {
          component: partLabels[part],
          mark: markLabels[mark],
          mentees: t('count.mentee', { count: chosen.length }),
        }),
    undo,
  )
}

const Line = ({
  row,
  marking,
  saysWeek,
}: {
  readonly row: BoardRow
  readonly marking: Marking
  readonly saysWeek: boolean
}) => {
  const { record, week } = row
  const offers = offersFor(record, week, useVault())
  const name = displayName(record.mentee)
  const line = [{ record: record.id, week: week.id }]
  return (
    <Table.Tr>
      <Table.Td className={classes.name ?? ''}>
        <Group gap={4} wrap="nowrap" justify="space-between" pe={8}>
          <UnstyledButton onClick={() => go({ screen: 'mentee', id: record.id, tab: 'reach' })}>
            <Text fw={600} lh={1.25}>
              {name}
            </Text>
            {saysWeek && (
              <Text size="xs" c="dimmed">
                {t('reach.weekBegins', {
                  year: week.year,
                  week: week.quarter,
                  day: shortDay(week.start),
                })}
              </Text>
            )}
          </UnstyledButton>
          <IdentityMark record={record} week={week} />
        </Group>
      </Table.Td>
      {PARTS.map((part) => {
        const mark = markOf(record.reachMarks, week.id, part)
        const offer = mark.link === null ? offers[part] : undefined
        return (
          <Table.Td key={part} className={classes.cell ?? ''} data-first={part === CHECKLIST[0]}>
            <MarkButton
              mark={mark}
              name={`${name}, ${partLabels[part]}`}
              offer={offer && offerWords(offer)}
              onNext={() => marking.mark(line, [part], 'next')}
              onLink={() => marking.mark(line, [part], 'done', offer?.link)}
            />
          </Table.Td>
        )
      })}
    </Table.Tr>
  )
}

export const Board = ({
  rows,
  eachWeek,
}: {
  readonly rows: readonly BoardRow[]
  /** Whether the lines are of different weeks, and say of which. */
  readonly eachWeek: boolean
}) => {
  const table = useRef<HTMLTableElement>(null)
  const marking = useMarking()
  useEffect(() => {
    // Whoever comes by keyboard is on the first mark at once.
    if (
      document.activeElement === document.body ||
      document.activeElement?.matches('[data-scroller]')
    )
      table.current?.rows[1]?.cells[1]?.querySelector('button')?.focus({ preventScroll: true })
  }, [])
  const press = (event: KeyboardEvent): void => {
    const from = event.target instanceof Element ? event.target.closest('td, th') : null
    if (!(from instanceof HTMLTableCellElement) || table.current === null) return
    const row = from.closest('tr')?.rowIndex ?? 0
    const step = STEPS[event.key]
    const mark = markOfKey(event.key)
    if (isPressed('undo', event.nativeEvent)) marking.undo()
    else if (event.ctrlKey || event.metaKey || event.altKey) return
    else if (step !== undefined)
      table.current.rows[row + step[0]]?.cells[from.cellIndex + step[1]]
        ?.querySelector('button')
        ?.focus()
    else if (mark !== undefined && !event.repeat)
      markCell(marking, rows, [event.shiftKey ? 0 : row, from.cellIndex], mark)
    else return
    event.preventDefault()
  }
  return (
    <Table.ScrollContainer minWidth={640} type="native">
      <Table
        aria-label={t('reach.board')}
        ref={table}
        verticalSpacing={6}
        horizontalSpacing={4}
        className={classes.board ?? ''}
        onKeyDown={press}
      >
        <Table.Thead>
          <Table.Tr>
            <Table.Th className={classes.name ?? ''}>{t('common.mentee')}</Table.Th>
            {PARTS.map((part, index) => (
              <Table.Th
                key={part}
                className={classes.head ?? ''}
                data-first={part === CHECKLIST[0]}
              >
                <UnstyledButton
                  className={classes.everyone ?? ''}
                  title={t('reach.markColumn', { component: partLabels[part] })}
                  onClick={() => markCell(marking, rows, [0, index + 1], 'done')}
                >
                  {partLabels[part]}
                </UnstyledButton>
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((row) => (
            <Line key={row.record.id} row={row} marking={marking} saysWeek={eachWeek} />
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  )
}
