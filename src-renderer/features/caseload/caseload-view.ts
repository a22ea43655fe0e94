/**
 * How the coach looks at the caseload. Sorting, grouping and columns stay as they were last chosen on this laptop (they
 * name nobody); what it is filtered by, and who was opened from it, only comes back with the way back (history.ts).
 */
import { useLocalStorage } from '@mantine/hooks'
import { useEffect, useState } from 'react'
import { useApp } from '../../context/app-state'
import { returnedTo } from '../../context/history'
import type { CaseloadFilter, CaseloadSort, GroupBy, SortBy } from './caseload-list'

export const NO_FILTER: CaseloadFilter = {
  query: '',
  show: 'current',
  year: null,
  group: null,
  only: 'all',
}

/** The columns that may be left out: all but the name. */
export type Column = Exclude<SortBy, 'name' | 'attention'>

interface CaseloadView {
  readonly sort: CaseloadSort
  readonly groupBy: GroupBy
  readonly hidden: readonly Column[]
}
const FIRST: CaseloadView = {
  sort: { by: 'name', descending: false },
  groupBy: 'none',
  hidden: [],
}

export const useCaseloadView = () =>
  useLocalStorage<CaseloadView>({
    key: 'caseload-view',
    defaultValue: FIRST,
    getInitialValueInEffect: false,
  })

let left: { readonly filter: CaseloadFilter; readonly opened: string | undefined } = {
  filter: NO_FILTER,
  opened: undefined,
}

/** Who was opened from the list: the row that has the focus when the coach comes back. */
export const leaveTo = (opened: string): void => {
  left = { ...left, opened }
}

export const useCaseloadFilter = () => {
  const [back] = useState(() =>
    returnedTo(useApp.getState().route) === undefined ? undefined : left,
  )
  const [filter, setFilter] = useState(back?.filter ?? NO_FILTER)
  useEffect(() => {
    left = { filter, opened: left.opened }
  }, [filter])
  return { filter, setFilter, opened: back?.opened }
}
