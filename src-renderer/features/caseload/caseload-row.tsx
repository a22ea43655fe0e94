/** One mentee in the caseload's table: facts only, in plain elements, since a hundred of them go by while it scrolls. */
import { Badge, Box } from '@mantine/core'
import { type KeyboardEvent, memo, type ReactNode } from 'react'
import { type MenteeStanding, type Reason, reasonsFor } from '../../../shared/views/attention'
import { t } from '../../../shared/words/words'
import { reachLabels, reasonLabels, statusLabels } from '../../ui/labels'
import { stepRow } from '../../ui/row-keys'
import { longDay, relativeDay, useToday } from '../../ui/when'
import classes from './caseload-table.module.css'
import type { Column } from './caseload-view'

/** What needs care; that nothing is planned, or REACH not done, is true of most of a caseload most of the time. */
const CARE: readonly Reason[] = ['not-met', 'overdue', 'action-overdue']

const yearWords = (row: MenteeStanding): string =>
  row.year === null
    ? row.classYear === null
      ? '–'
      : String(row.classYear)
    : t('caseload.schoolYear', { year: row.year })

const Day = ({ day }: { readonly day: string }) => (
  <span title={longDay(day)}>{relativeDay(day, useToday())}</span>
)

const PairedOn = ({ day }: { readonly day: string }) =>
  t('paired.when', { when: relativeDay(day, useToday()) })

/** What each column says of a mentee; `care` and `quiet` say how. */
const CELLS: Readonly<
  Record<
    Column,
    (row: MenteeStanding) => {
      readonly says: ReactNode
      readonly care?: boolean
      readonly quiet?: boolean
    }
  >
> = {
  year: (row) => ({
    says:
      row.status === 'active' ? (
        yearWords(row)
      ) : (
        <Badge color="gray">{statusLabels[row.status]}</Badge>
      ),
  }),
  contact: (row) =>
    row.notMet && row.pairedOn !== null
      ? {
          says: (
            <>
              <span>{t('caseload.notMetYet')}</span>
              <span>
                <PairedOn day={row.pairedOn} />
              </span>
            </>
          ),
          care: row.overdue,
        }
      : row.lastContact === null
        ? { says: t('caseload.notMetYet'), quiet: true }
        : {
            says: (
              <>
                <Day day={row.lastContact} />
                {row.overdue && <span>{t('caseload.overdue')}</span>}
              </>
            ),
            care: row.overdue,
          },
  next: (row) =>
    row.nextContact === null
      ? { says: t('caseload.nothing'), quiet: true }
      : { says: <Day day={row.nextContact} /> },
  goals: (row) => ({ says: row.openGoals, quiet: row.openGoals === 0 }),
  actions: (row) => ({
    says: (
      <>
        {(row.actionsOverdue === 0 || row.actionsOverdue < row.actionsDue) && (
          <span>{row.actionsDue}</span>
        )}
        {row.actionsOverdue > 0 && <span>{t('caseload.late', { count: row.actionsOverdue })}</span>}
      </>
    ),
    care: row.actionsOverdue > 0,
    quiet: row.actionsDue === 0,
  }),
  reach: (row) => ({ says: reachLabels[row.reach], quiet: !row.reachOpen }),
}

const aboutWords = (row: MenteeStanding): string =>
  [row.pronouns, row.group && t('caseload.reachGroupShort', { group: row.group }), row.rotation]
    .filter(Boolean)
    .join(' · ')

const Name = ({
  row,
  withReasons,
}: {
  readonly row: MenteeStanding
  readonly withReasons: boolean
}) => {
  const reasons = reasonsFor(row)
  const words = reasons.map((reason) => reasonLabels[reason]).join(', ')
  const shown = withReasons && words !== ''
  return (
    <Box role="cell" className={classes.name ?? ''}>
      <b title={row.name}>{row.name}</b>
      <span
        data-care={(shown && reasons.some((reason) => CARE.includes(reason))) || undefined}
        title={words}
      >
        {shown ? words : aboutWords(row)}
      </span>
    </Box>
  )
}

/** Drawn once and kept while the table scrolls under it. */
export const CaseloadRow = memo(
  ({
    row,
    index,
    columns,
    selected,
    withReasons,
    onOpen,
    onToggle,
  }: {
    readonly row: MenteeStanding
    readonly index: number
    readonly columns: readonly Column[]
    readonly selected: boolean
    readonly withReasons: boolean
    readonly onOpen: (id: string) => void
    readonly onToggle: (id: string, through: boolean) => void
  }) => {
    const onKey = (event: KeyboardEvent<HTMLElement>): void => {
      if (event.target !== event.currentTarget || stepRow(event)) return
      if (event.key === 'Enter') onOpen(row.id)
      if (event.key === ' ') {
        event.preventDefault()
        onToggle(row.id, event.shiftKey)
      }
    }
    return (
      <Box
        role="row"
        data-row={row.id}
        aria-rowindex={index}
        aria-selected={selected}
        className={classes.row ?? ''}
        tabIndex={0}
        aria-label={row.name}
        onClick={() => onOpen(row.id)}
        onKeyDown={onKey}
      >
        <Box
          role="cell"
          className={classes.pick ?? ''}
          onClick={(event) => event.stopPropagation()}
          // Shift would select the words in between, too.
          onMouseDown={(event) => event.shiftKey && event.preventDefault()}
        >
          <label className={classes.hit}>
            <input
              type="checkbox"
              className={classes.check}
              aria-label={t('caseload.selectNamed', { name: row.name })}
              checked={selected}
              onChange={({ nativeEvent }) =>
                onToggle(row.id, nativeEvent instanceof MouseEvent && nativeEvent.shiftKey)
              }
            />
          </label>
        </Box>
        <Name row={row} withReasons={withReasons} />
        {columns.map((column) => {
          const { says, care = false, quiet = false } = CELLS[column](row)
          return (
            <Box
              key={column}
              role="cell"
              className={classes.cell ?? ''}
              data-column={column}
              data-care={care || undefined}
              data-quiet={quiet || undefined}
            >
              {says}
            </Box>
          )
        })}
      </Box>
    )
  },
)
