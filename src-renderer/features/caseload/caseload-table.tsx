/**
 * The caseload as a table; only the rows in sight are drawn, so that five hundred scroll as well as five. It scrolls with
 * the page, under its own head.
 */
import { Box, Text } from '@mantine/core'
import { useVirtualizer } from '@tanstack/react-virtual'
import { type RefObject, useCallback, useEffect, useRef } from 'react'
import type { MenteeStanding } from '../../../shared/views/attention'
import { spoken, t } from '../../../shared/words/words'
import { statusLabels } from '../../ui/labels'
import { usePageScroller } from '../../ui/page-scroller'
import { ariaSort, SortHead } from '../../ui/sort-head'
import { type CaseloadSort, type GroupBy, groupKey } from './caseload-list'
import { CaseloadRow } from './caseload-row'
import classes from './caseload-table.module.css'
import type { Column } from './caseload-view'

const ROW_HEIGHT = 56
const GROUP_HEIGHT = 36
/** A list this short is drawn whole. */
const DRAW_ALL = 60

export const COLUMNS: readonly { readonly id: Column; readonly label: string }[] = [
  spoken({ label: 'caseload.year' }, { id: 'year' }),
  spoken({ label: 'caseload.lastMet' }, { id: 'contact' }),
  spoken({ label: 'caseload.next' }, { id: 'next' }),
  spoken({ label: 'caseload.goals' }, { id: 'goals' }),
  spoken({ label: 'caseload.actions' }, { id: 'actions' }),
  spoken({ label: 'caseload.reach' }, { id: 'reach' }),
]

/** Which rows begin a group. */
const beginsGroup = (rows: readonly MenteeStanding[], groupBy: GroupBy): readonly boolean[] =>
  rows.map((row, index) => {
    const before = rows[index - 1]
    return (
      groupBy !== 'none' &&
      (before === undefined || groupKey(row, groupBy) !== groupKey(before, groupBy))
    )
  })

/** Gives the row that the coach comes back to the focus, as soon as it is drawn. */
const useBegin = (list: RefObject<HTMLDivElement | null>, begin: string | undefined): void => {
  const awaited = useRef(begin)
  useEffect(() => {
    if (awaited.current === undefined) return
    const row = list.current?.querySelector<HTMLElement>(
      `[data-row="${CSS.escape(awaited.current)}"]`,
    )
    if (row == null) return
    awaited.current = undefined
    if (document.activeElement === document.body) row.focus({ preventScroll: true })
  })
}

const Head = ({
  sort,
  columns,
  all,
  some,
  onAll,
  onSort,
}: {
  readonly sort: CaseloadSort
  readonly columns: readonly Column[]
  readonly all: boolean
  readonly some: boolean
  readonly onAll: () => void
  readonly onSort: (sort: CaseloadSort) => void
}) => (
  <Box role="rowgroup" className={classes.top ?? ''}>
    <Box role="row" aria-rowindex={1} className={classes.head ?? ''}>
      <Box role="columnheader" className={classes.pick ?? ''}>
        <label className={classes.hit}>
          <input
            type="checkbox"
            className={classes.check}
            aria-label={t('caseload.selectEveryone')}
            checked={all}
            ref={(box) => {
              if (box !== null) box.indeterminate = !all && some
            }}
            onChange={onAll}
          />
        </label>
      </Box>
      <Box role="columnheader" className={classes.name ?? ''} aria-sort={ariaSort(sort, 'name')}>
        <SortHead by="name" label={t('common.name')} sort={sort} onSort={onSort} />
      </Box>
      {COLUMNS.filter(({ id }) => columns.includes(id)).map(({ id, label }) => (
        <Box
          role="columnheader"
          key={id}
          className={classes.cell ?? ''}
          data-column={id}
          aria-sort={ariaSort(sort, id)}
        >
          <SortHead by={id} label={label} sort={sort} onSort={onSort} />
        </Box>
      ))}
    </Box>
  </Box>
)

export const CaseloadTable = ({
  place,
  rows,
  sort,
  groupBy,
  hidden,
  begin,
  selected,
  onSelect,
  onSort,
  onOpen,
}: {
  readonly place: RefObject<HTMLDivElement | null>
  readonly rows: readonly MenteeStanding[]
  readonly sort: CaseloadSort
  readonly groupBy: GroupBy
  readonly hidden: readonly Column[]
  /** The row that has the focus at first. */
  readonly begin: string | undefined
  readonly selected: ReadonlySet<string>
  readonly onSelect: (ids: ReadonlySet<string>) => void
  readonly onSort: (sort: CaseloadSort) => void
  readonly onOpen: (id: string) => void
}) => {
  const list = useRef<HTMLDivElement>(null)
  const { scroller, margin } = usePageScroller(list)
  const headed = beginsGroup(rows, groupBy)
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: scroller,
    scrollMargin: margin,
    estimateSize: (index) => ROW_HEIGHT + (headed[index] === true ? GROUP_HEIGHT : 0),
    getItemKey: (index) => `${rows[index]?.id}/${headed[index]}`,
    overscan: rows.length <= DRAW_ALL ? DRAW_ALL : 12,
  })
  const columns = COLUMNS.map(({ id }) => id).filter((id) => !hidden.includes(id))
  const all = rows.every(({ id }) => selected.has(id))
  // The rows keep their functions, so that they are not drawn again for each step of the scrolling.
  const latest = useRef({ rows, selected, onSelect, onOpen })
  latest.current = { rows, selected, onSelect, onOpen }
  const open = useCallback((id: string): void => latest.current.onOpen(id), [])
  const toggled = useRef<string>(undefined)
  // With Shift, all from the one before to this one.
  const toggle = useCallback((id: string, through: boolean): void => {
    const ids = latest.current.rows.map((row) => row.id)
    const next = new Set(latest.current.selected)
    const [from, to] = [ids.indexOf(toggled.current ?? ''), ids.indexOf(id)]
    if (through && from >= 0)
      for (const one of ids.slice(Math.min(from, to), Math.max(from, to) + 1)) next.add(one)
    else if (!next.delete(id)) next.add(id)
    toggled.current = id
    latest.current.onSelect(next)
  }, [])
  const shown = useRef(columns)
  if (shown.current.join() !== columns.join()) shown.current = columns
  useBegin(list, begin)
  return (
    <Box
      ref={place}
      role="table"
      aria-label={t('common.mentees')}
      aria-rowcount={rows.length + 1}
      className={classes.table ?? ''}
    >
      <Head
        sort={sort}
        columns={columns}
        all={all}
        some={selected.size > 0}
        onAll={() => onSelect(all ? new Set() : new Set(rows.map(({ id }) => id)))}
        onSort={onSort}
      />
      <Box role="rowgroup" ref={list}>
        <Box role="presentation" h={virtual.getTotalSize()} pos="relative">
          {virtual.getVirtualItems().map(({ index, start, key }) => {
            const row = rows[index]
            if (row === undefined) return null
            return (
              <Box
                key={key}
                role="presentation"
                className={classes.place ?? ''}
                style={{ transform: `translateY(${start - margin}px)` }}
              >
                {headed[index] === true && (
                  <Text className={classes.group ?? ''} size="sm" fw={600} role="presentation">
                    {groupBy === 'status' ? statusLabels[row.status] : groupKey(row, groupBy)}
                  </Text>
                )}
                <CaseloadRow
                  row={row}
                  index={index + 2}
                  columns={shown.current}
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
