/** The caseload as a table; only the rows in sight are drawn, so that five hundred scroll as well as five. */
import { Badge, Box, Checkbox, Text, UnstyledButton } from '@mantine/core'
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useRef } from 'react'
import { reasonsFor, type Standing } from '../../../shared/model/attention'
import { reachLabels, reasonLabels, statusLabels } from '../../ui/labels'
import { When } from '../../ui/when'
import { type CaseloadSort, type GroupBy, groupKey, type SortBy } from './caseload-list'
import classes from './caseload-table.module.css'

const ROW_HEIGHT = 56
const GROUP_HEIGHT = 36
/** A list this short is drawn whole. */
const DRAW_ALL = 60

const COLUMNS: readonly { readonly by: SortBy; readonly label: string }[] = [
  { by: 'name', label: 'Name' },
  { by: 'year', label: 'Year' },
  { by: 'contact', label: 'Last met' },
  { by: 'next', label: 'Next' },
  { by: 'goals', label: 'Goals' },
  { by: 'actions', label: 'Actions' },
  { by: 'reach', label: 'REACH' },
]

const Cells = ({ row, withReasons }: { readonly row: Standing; readonly withReasons: boolean }) => {
  const reasons = reasonsFor(row).map((reason) => reasonLabels[reason])
  return (
    <>
      <Box role="cell" className={classes.name ?? ''}>
        <Text fw={600} truncate>
          {row.name}
        </Text>
        <Text
          size="sm"
          title={reasons.join(', ')}
          c={withReasons && reasons.length > 0 ? 'var(--care)' : 'dimmed'}
          truncate
        >
          {withReasons && reasons.length > 0
            ? reasons.join(', ')
            : [row.pronouns, row.group && `REACH ${row.group}`, row.rotation].filter(Boolean).join(' · ')}
        </Text>
      </Box>
      <Box role="cell">
        {row.status === 'active' ? (
          <Text size="sm">
            {row.year === null ? (row.classYear === null ? '–' : row.classYear) : `MS${row.year}`}
          </Text>
        ) : (
          <Badge color="gray">{statusLabels[row.status]}</Badge>
        )}
      </Box>
      <Text
        role="cell"
        size="sm"
        {...(row.overdue ? { c: 'var(--care)' } : row.lastContact === null ? { c: 'dimmed' } : {})}
      >
        {row.lastContact === null ? 'Not yet' : <When day={row.lastContact} />}
        {row.overdue && ' · overdue'}
      </Text>
      <Text role="cell" size="sm" {...(row.nextContact === null ? { c: 'dimmed' } : {})}>
        {row.nextContact === null ? 'Nothing' : <When day={row.nextContact} />}
      </Text>
      <Text role="cell" size="sm" className="tabular">
        {row.openGoals}
      </Text>
      <Text
        role="cell"
        size="sm"
        className="tabular"
        {...(row.actionsOverdue > 0 ? { c: 'var(--care)' } : {})}
      >
        {row.actionsDue}
        {row.actionsOverdue > 0 && ` · ${row.actionsOverdue} late`}
      </Text>
      <Text role="cell" size="sm" {...(row.reachOpen ? { c: 'var(--care)' } : {})}>
        {reachLabels[row.reach]}
      </Text>
    </>
  )
}

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
          rows[index - 1] ?? { ...row, year: -1, group: '\0', classYear: -1, status: 'transferred' },
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
  const toggle = (id: string): void => {
    const next = new Set(selected)
    if (!next.delete(id)) next.add(id)
    onSelect(next)
  }
  return (
    <Box role="table" aria-label="Mentees" aria-rowcount={rows.length + 1} className={classes.table ?? ''}>
      <Box role="rowgroup">
        <Box role="row" aria-rowindex={1} className={classes.head ?? ''}>
          <Box role="columnheader">
            <Checkbox
              size="xs"
              aria-label="Select everyone shown"
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
                  {sorted && (sort.descending ? <IconChevronDown size={14} /> : <IconChevronUp size={14} />)}
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
                <Box
                  role="row"
                  aria-rowindex={index + 2}
                  aria-selected={selected.has(row.id)}
                  className={classes.row ?? ''}
                  tabIndex={0}
                  aria-label={row.name}
                  onClick={() => onOpen(row.id)}
                  onKeyDown={(event) => {
                    if (event.target !== event.currentTarget) return
                    if (event.key === 'Enter') onOpen(row.id)
                    if (event.key === ' ') {
                      event.preventDefault()
                      toggle(row.id)
                    }
                  }}
                >
                  <Box role="cell" onClick={(event) => event.stopPropagation()}>
                    <Checkbox
                      size="xs"
                      aria-label={`Select ${row.name}`}
                      checked={selected.has(row.id)}
                      onChange={() => toggle(row.id)}
                    />
                  </Box>
                  <Cells row={row} withReasons={sort.by === 'attention'} />
                </Box>
              </Box>
            )
          })}
        </Box>
      </Box>
    </Box>
  )
}
