/** The REACH board: mentees down, components and checklist across. Arrows move, space goes to the next mark, Enter links. */
import { Table, Text, UnstyledButton } from '@mantine/core'
import { type KeyboardEvent, useRef } from 'react'
import type { RecordProjection } from '../../../shared/model/projection'
import { displayName } from '../../../shared/model/record/mentee'
import {
  CHECKLIST,
  type ChecklistItem,
  COMPONENTS,
  type Component,
  markOf,
  nextMark,
  type ReachWeek,
  setMark,
} from '../../../shared/model/record/reach'
import { offersFor } from '../../../shared/views/fulfilment'
import { t } from '../../../shared/words/words'
import { go } from '../../context/app-state'
import { useRun, useVault } from '../../context/vault/session'
import { checklistLabels, componentLabels } from '../../ui/labels'
import classes from './board.module.css'
import { MarkButton } from './mark-button'
import { offerWords } from './offer-words'

const PARTS: readonly (Component | ChecklistItem)[] = [...COMPONENTS, ...CHECKLIST]

export const Board = ({
  records,
  week,
}: {
  readonly records: readonly RecordProjection[]
  readonly week: ReachWeek
}) => {
  const run = useRun()
  const groups = useVault().groupSessions
  const labels = { ...componentLabels, ...checklistLabels }
  const table = useRef<HTMLTableElement>(null)
  const move = (event: KeyboardEvent): void => {
    const step =
      event.key === 'ArrowLeft'
        ? [0, -1]
        : event.key === 'ArrowRight'
          ? [0, 1]
          : event.key === 'ArrowUp'
            ? [-1, 0]
            : event.key === 'ArrowDown'
              ? [1, 0]
              : undefined
    const from = (event.currentTarget as HTMLElement).closest('td')
    if (step === undefined || from === null || table.current === null) return
    event.preventDefault()
    const row = (from.parentElement as HTMLTableRowElement).rowIndex + (step[0] ?? 0)
    const cell = from.cellIndex + (step[1] ?? 0)
    table.current.rows[row]?.cells[cell]?.querySelector('button')?.focus()
  }
  return (
    <Table.ScrollContainer minWidth={760}>
      <Table
        aria-label={t('reach.board')}
        ref={table}
        verticalSpacing={6}
        className={classes.board ?? ''}
      >
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('common.mentee')}</Table.Th>
            {PARTS.map((part) => (
              <Table.Th key={part} className={classes.head ?? ''}>
                {labels[part]}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {records.map((record) => {
            const offers = offersFor(record, week, groups)
            const name = displayName(record.mentee)
            return (
              <Table.Tr key={record.id}>
                <Table.Td>
                  <UnstyledButton
                    onClick={() => go({ screen: 'mentee', id: record.id, tab: 'reach' })}
                  >
                    <Text fw={600} truncate maw={200}>
                      {name}
                    </Text>
                  </UnstyledButton>
                </Table.Td>
                {PARTS.map((part) => {
                  const mark = markOf(record.reachMarks, week.id, part)
                  const offer = mark.link === null ? offers[part] : undefined
                  return (
                    <Table.Td key={part} className={classes.cell ?? ''}>
                      <MarkButton
                        mark={mark}
                        name={`${name}, ${labels[part]}`}
                        offer={offer && offerWords(offer)}
                        onNext={() =>
                          void run(record.id, setMark, {
                            week: week.id,
                            part,
                            mark: nextMark(mark.mark),
                          })
                        }
                        onLink={() =>
                          void run(record.id, setMark, {
                            week: week.id,
                            part,
                            mark: 'done',
                            link: offer?.link ?? null,
                          })
                        }
                        onKeyDown={move}
                      />
                    </Table.Td>
                  )
                })}
              </Table.Tr>
            )
          })}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  )
}
