/** The head of a column that a table is sorted by: once for upwards, again for downwards. */
import { UnstyledButton } from '@mantine/core'
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react'
import classes from './sort-head.module.css'

export interface Sorting<By extends string> {
  readonly by: By
  readonly descending: boolean
}

/** For the head's `aria-sort`. */
export const ariaSort = <By extends string>(
  sort: Sorting<By>,
  by: By,
): 'ascending' | 'descending' | 'none' =>
  sort.by === by ? (sort.descending ? 'descending' : 'ascending') : 'none'

export const SortHead = <By extends string>({
  by,
  label,
  sort,
  onSort,
}: {
  readonly by: By
  readonly label: string
  readonly sort: Sorting<By>
  readonly onSort: (sort: Sorting<By>) => void
}) => {
  const sorted = sort.by === by
  return (
    <UnstyledButton
      className={classes.head ?? ''}
      onClick={() => onSort({ by, descending: sorted && !sort.descending })}
    >
      {label}
      {sorted && (sort.descending ? <IconChevronDown size={14} /> : <IconChevronUp size={14} />)}
    </UnstyledButton>
  )
}
