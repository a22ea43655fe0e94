/** The caseload as a table; only the rows in sight are drawn, so that five hundred scroll as well as five. */
import { Badge, Box, Text, UnstyledButton } from '@mantine/core'
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useRef } from 'react'
import { statusLabels } from '../../ui/labels'
import { When } from '../../ui/when'
import type { CaseloadRow, CaseloadSort } from './caseload-list'
import classes from './caseload-table.module.css'

const ROW_HEIGHT = 52
/** A list this short is drawn whole. */
const DRAW_ALL = 60

const COLUMNS: readonly { readonly by: CaseloadSort['by']; readonly label: string }[] = [
  { by: 'name', label: 'Name' },
  { by: 'year', label: 'Year' },
  { by: 'contact', label: 'Last met' },
  { by: 'goals', label: 'Open goals' },
]

const Cells = ({ row }: { readonly row: CaseloadRow }) => (
  <>
    <Box role="cell" className={classes.name ?? ''}>
      <Text fw={600} truncate>
        {row.name}
      </Text>
      <Text size="sm" c="dimmed" truncate>
        {[row.pronouns, row.group].filter(Boolean).join(' · ')}
      </Text>
      {row.status !== 'active' && <Badge color="gray">{statusLabels[row.status]}</Badge>}
    </Box>
    <Text role="cell" size="sm">
      {row.year || '–'}
    </Text>
    <Text role="cell" size="sm" {...(row.lastContact === null ? { c: 'dimmed' } : {})}>
      {row.lastContact === null ? 'Not yet' : <When day={row.lastContact} />}
    </Text>
    <Text role="cell" size="sm" className="tabular">
      {row.goals}
    </Text>
  </>
)

export const CaseloadTable = ({
  rows,
  sort,
  onSort,
  onOpen,
}: {
  readonly rows: readonly CaseloadRow[]
  readonly sort: CaseloadSort
  readonly onSort: (sort: CaseloadSort) => void
  readonly onOpen: (id: string) => void
}) => {
  const scroller = useRef<HTMLDivElement>(null)
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: rows.length <= DRAW_ALL ? DRAW_ALL : 12,
  })
  return (
    <Box role="table" aria-label="Mentees" aria-rowcount={rows.length + 1} className={classes.table ?? ''}>
      <Box role="rowgroup">
        <Box role="row" aria-rowindex={1} className={classes.head ?? ''}>
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
          {virtual.getVirtualItems().map(({ index, start }) => {
            const row = rows[index]
            if (row === undefined) return null
            return (
              <Box
                key={row.id}
                role="row"
                aria-rowindex={index + 2}
                className={classes.row ?? ''}
                style={{ transform: `translateY(${start}px)` }}
                tabIndex={0}
                aria-label={row.name}
                onClick={() => onOpen(row.id)}
                onKeyDown={(event) => event.key === 'Enter' && onOpen(row.id)}
              >
                <Cells row={row} />
              </Box>
            )
          })}
        </Box>
      </Box>
    </Box>
  )
}
