/** What of the caseload is listed, in which order and columns. */
import { Button, Group, Menu, Select, TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { type PlainKey, t } from '../../../shared/words/words'
import { ColumnMenu } from '../../ui/column-menu'
import { Icon } from '../../ui/icon'
import type { CaseloadFilter, CaseloadSort, GroupBy } from './caseload-list'
import { COLUMNS } from './caseload-table'
import type { Column, useCaseloadView } from './caseload-view'

const GROUPINGS = [
  ['none', 'caseload.notGrouped'],
  ['year', 'caseload.byYear'],
  ['group', 'caseload.byReachGroup'],
  ['status', 'caseload.byStatus'],
] as const satisfies readonly (readonly [GroupBy, PlainKey])[]
const BY_NAME: CaseloadSort = { by: 'name', descending: false }

export const CaseloadFilters = ({
  filter,
  onFilter,
  view: [view, setView],
  onDown,
}: {
  readonly filter: CaseloadFilter
  readonly onFilter: (filter: CaseloadFilter) => void
  readonly view: ReturnType<typeof useCaseloadView>
  /** Out of the field, into the list. */
  readonly onDown: () => void
}) => {
  const change = (next: Partial<CaseloadFilter>): void => onFilter({ ...filter, ...next })
  const attention = view.sort.by === 'attention'
  return (
    <Group gap={6}>
      <TextInput
        aria-label={t('caseload.filterMentees')}
        placeholder={t('caseload.filterHint')}
        leftSection={<Icon of={IconSearch} />}
        value={filter.query}
        onChange={(event) => change({ query: event.currentTarget.value })}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown') return
          event.preventDefault()
          onDown()
        }}
        flex={1}
        miw={180}
        maw={240}
      />
      <Select
        aria-label={t('caseload.year')}
        placeholder={t('common.anyYear')}
        clearable
        w={110}
        data={['1', '2', '3', '4'].map((year) => ({
          value: year,
          label: t('caseload.schoolYear', { year }),
        }))}
        value={filter.year === null ? null : String(filter.year)}
        onChange={(year) => change({ year: year === null ? null : Number(year) })}
      />
      <Select
        aria-label={t('caseload.whatStandsOut')}
        w={170}
        data={[
          { value: 'all', label: t('caseload.everyone') },
          { value: 'overdue', label: t('caseload.pastTheCadence') },
          { value: 'actions', label: t('caseload.overdueActions') },
          { value: 'reach', label: t('caseload.reachNotDone') },
        ]}
        value={filter.only}
        onChange={(only) => only && change({ only })}
      />
      <Button
        variant={attention ? 'light' : 'default'}
        px="sm"
        aria-pressed={attention}
        onClick={() =>
          setView({ ...view, sort: attention ? BY_NAME : { by: 'attention', descending: false } })
        }
      >
        {t('caseload.attentionFirst')}
      </Button>
    </Group>
  )
}

/** How the list is grouped, and its columns. */
export const CaseloadViewMenu = ({
  view: [view, setView],
}: {
  readonly view: ReturnType<typeof useCaseloadView>
}) => (
  <ColumnMenu<Column>
    columns={COLUMNS}
    hidden={view.hidden}
    onHide={(hidden) => setView({ ...view, hidden })}
  >
    <Menu.Label>{t('caseload.groupBy')}</Menu.Label>
    <Menu.RadioGroup
      value={view.groupBy}
      onChange={(groupBy) => setView({ ...view, groupBy: groupBy as GroupBy })}
    >
      {GROUPINGS.map(([value, label]) => (
        <Menu.RadioItem key={value} value={value}>
          {t(label)}
        </Menu.RadioItem>
      ))}
    </Menu.RadioGroup>
    <Menu.Divider />
  </ColumnMenu>
)
