/** The caseload as a table; only the rows in sight are drawn, so that five hundred scroll as well as five. */
import { Badge, Box, Checkbox, Text, UnstyledButton } from '@mantine/core'
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react'
import { useVirtualizer } from '@tanstack/react-virtual'
import { memo, type ReactNode, useCallback, useRef } from 'react'
import { reasonsFor, type Standing } from '../../../shared/views/attention'
import { spoken, t } from '../../../shared/words/words'
import { reachLabels, reasonLabels, statusLabels } from '../../ui/labels'
import { longDay, relativeDay, useToday } from '../../ui/when'
import { type CaseloadSort, type GroupBy, groupKey, type SortBy } from './caseload-list'
import classes from './caseload-table.module.css'

const ROW_HEIGHT = 56
const GROUP_HEIGHT = 36
/** A list this short is drawn whole. */
const DRAW_ALL = 60

const COLUMNS: readonly { readonly by: SortBy; readonly label: string }[] = [
  spoken({ label: 'common.name' }, { by: 'name' }),
  spoken({ label: 'caseload.year' }, { by: 'year' }),
  spoken({ label: 'caseload.lastMet' }, { by: 'contact' }),
  spoken({ label: 'caseload.next' }, { by: 'next' }),
  spoken({ label: 'caseload.goals' }, { by: 'goals' }),
  spoken({ label: 'caseload.actions' }, { by: 'actions' }),
  spoken({ label: 'caseload.reach' }, { by: 'reach' }),
]

/** Plain elements: a hundred of them go by while the caseload is scrolled. */
const Cell = ({
  care = false,
  quiet = false,
  children,
}: {
  readonly care?: boolean
  readonly quiet?: boolean
  readonly children: ReactNode
}) => (
  <Box
    role="cell"
    className={classes.cell ?? ''}
    data-care={care || undefined}
    data-quiet={quiet || undefined}
  >
    {children}
  </Box>
)

const yearWords = (row: Standing): string =>
  row.year === null
    ? row.classYear === null
      ? '–'
      : String(row.classYear)
    : t('caseload.schoolYear', { year: row.year })

const Day = ({ day }: { readonly day: string }) => (
  <span title={longDay(day)}>{relativeDay(day, useToday())}</span>
)

const Cells = ({ row, withReasons }: { readonly row: Standing; readonly withReasons: boolean }) => {
  const reasons = reasonsFor(row)
    .map((reason) => reasonLabels[reason])
    .join(', ')
  const shown = withReasons && reasons !== ''
  return (
    <>
      <Box role="cell" className={classes.name ?? ''}>
        <b>{row.name}</b>
        <span data-care={shown || undefined} title={reasons}>
          {shown
            ? reasons
            : [
                row.pronouns,
                row.group && t('caseload.reachGroupShort', { group: row.group }),
                row.rotation,
              ]
                .filter(Boolean)
                .join(' · ')}
        </span>
      </Box>
      <Cell>
        {row.status === 'active' ? (
          yearWords(row)
        ) : (
          <Badge color="gray">{statusLabels[row.status]}</Badge>
        )}
      </Cell>
      <Cell care={row.overdue} quiet={row.lastContact === null}>
        {row.lastContact === null ? t('caseload.notMetYet') : <Day day={row.lastContact} />}
        {row.overdue && ` · ${t('caseload.overdue')}`}
      </Cell>
      <Cell quiet={row.nextContact === null}>
        {row.nextContact === null ? t('caseload.nothing') : <Day day={row.nextContact} />}
      </Cell>
      <Cell>{row.openGoals}</Cell>
      <Cell care={row.actionsOverdue > 0}>
        {row.actionsDue}
        {row.actionsOverdue > 0 && ` · ${t('caseload.late', { count: row.actionsOverdue })}`}
      </Cell>
      <Cell care={row.reachOpen}>{reachLabels[row.reach]}</Cell>
    </>
  )
}

/** Drawn once and kept while the table scrolls under it. */
const Row = memo(
  ({
    row,
    index,
    selected,
    withReasons,
    onOpen,
    onToggle,
  }: {
    readonly row: Standing
    readonly index: number
    readonly selected: boolean
    readonly withReasons: boolean
    readonly onOpen: (id: string) => void
    readonly onToggle: (id: string) => void
  }) => (
    <Box
      role="row"
      aria-rowindex={index}
      aria-selected={selected}
      className={classes.row ?? ''}
      tabIndex={0}
      aria-label={row.name}
      onClick={() => onOpen(row.id)}
      onKeyDown={(event) => {
        if (event.target !== event.currentTarget) return
        if (event.key === 'Enter') onOpen(row.id)
        if (event.key === ' ') {
          event.preventDefault()
          onToggle(row.id)
        }
      }}
    >
      <Box role="cell" onClick={(event) => event.stopPropagation()}>
        <input
          type="checkbox"
          className={classes.check}
          aria-label={t('caseload.selectNamed', { name: row.name })}
          checked={selected}
          onChange={() => onToggle(row.id)}
        />
      </Box>
      <Cells row={row} withReasons={withReasons} />
    </Box>
  ),
)

export const CaseloadTable = ({
  rows,
  sort,
  groupBy,
  selected,
  onSelect,
  onSort,
  onOpen,
}: {
  readonly rows: readonly Standing[]
  readonly sort: CaseloadSort
  readonly groupBy: GroupBy
  readonly selected: ReadonlySet<string>
  readonly onSelect: (ids: ReadonlySet<string>) => void
  readonly onSort: (sort: CaseloadSort) => void
  readonly onOpen: (id: string) => void
}) => {
  const scroller = useRef<HTMLDivElement>(null)
  const headed = rows.map(
    (row, index) =>
      groupBy !== 'none' &&
      groupKey(row, groupBy) !==
        groupKey(
          rows[index - 1] ?? {
            ...row,
            year: -1,
            group: '\0',
            classYear: -1,
            status: 'transferred',
          },
          groupBy,
        ),
  )
  if (groupBy !== 'none' && headed.length > 0) headed[0] = true
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => ROW_HEIGHT + (headed[index] === true ? GROUP_HEIGHT : 0),
    getItemKey: (index) => `${rows[index]?.id}/${headed[index]}`,
    overscan: rows.length <= DRAW_ALL ? DRAW_ALL : 12,
  })
  const all = rows.length > 0 && rows.every(({ id }) => selected.has(id))
  // The rows keep their functions, so that they are not drawn again for each step of the scrolling.
  const latest = useRef({ selected, onSelect, onOpen })
  latest.current = { selected, onSelect, onOpen }
  const open = useCallback((id: string): void => latest.current.onOpen(id), [])
  const toggle = useCallback((id: string): void => {
    const next = new Set(latest.current.selected)
    if (!next.delete(id)) next.add(id)
    latest.current.onSelect(next)
  }, [])
  return (
    <Box
      role="table"
      aria-label={t('common.mentees')}
      aria-rowcount={rows.length + 1}
      className={classes.table ?? ''}
    >
      <Box role="rowgroup">
        <Box role="row" aria-rowindex={1} className={classes.head ?? ''}>
          <Box role="columnheader">
            <Checkbox
              size="xs"
              aria-label={t('caseload.selectEveryone')}
              checked={all}
              indeterminate={!all && selected.size > 0}
              onChange={() => onSelect(all ? new Set() : new Set(rows.map(({ id }) => id)))}
            />
          </Box>
          {COLUMNS.map(({ by, label }) => {
            const sorted = sort.by === by
            return (
              <Box
                role="columnheader"
                key={by}
                aria-sort={sorted ? (sort.descending ? 'descending' : 'ascending') : 'none'}
              >
                <UnstyledButton
                  className={classes.sort ?? ''}
                  onClick={() => onSort({ by, descending: sorted && !sort.descending })}
                >
                  {label}
                  {sorted &&
                    (sort.descending ? <IconChevronDown size={14} /> : <IconChevronUp size={14} />)}
                </UnstyledButton>
              </Box>
            )
          })}
        </Box>
      </Box>
      <Box role="rowgroup" ref={scroller} className={classes.scroller ?? ''}>
        <Box role="presentation" h={virtual.getTotalSize()} pos="relative">
          {virtual.getVirtualItems().map(({ index, start, key }) => {
            const row = rows[index]
            if (row === undefined) return null
            return (
              <Box
                key={key}
                role="presentation"
                className={classes.place ?? ''}
                style={{ transform: `translateY(${start}px)` }}
              >
                {headed[index] === true && (
                  <Text className={classes.group ?? ''} size="sm" fw={600} role="presentation">
                    {groupBy === 'status' ? statusLabels[row.status] : groupKey(row, groupBy)}
                  </Text>
                )}
                <Row
                  row={row}
                  index={index + 2}
                  selected={selected.has(row.id)}
                  withReasons={sort.by === 'attention'}
                  onOpen={open}
                  onToggle={toggle}
                />
              </Box>
            )
          })}
        </Box>
      </Box>
    </Box>
  )
}
