/** The caseload: all my mentees, with who needs attention, and what can be done to several at once. */
import { Button, Group, Menu, Pill, Select, Stack, Text, TextInput, Title } from '@mantine/core'
import { IconPlus, IconSearch, IconUsers } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { rosterToCsv } from '../../../shared/exchange/roster'
import { currentRecords } from '../../../shared/model/projection'
import { archiveMentee, editMentee, menteeProfile } from '../../../shared/model/record/mentee'
import { t } from '../../../shared/words/words'
import { go, host, setAdding, useApp } from '../../context/app-state'
import { writeSentence } from '../../context/sentences'
import { useTypedValue } from '../../context/typing/kept-typing'
import { useModel, useOpenVault, useRun, useVault } from '../../context/vault/session'
import { ItemForm } from '../../forms/item-form'
import { EmptyState } from '../../ui/empty-state'
import { Icon } from '../../ui/icon'
import { MoreMenu } from '../../ui/more-menu'
import { offerNote, offerUndo } from '../../ui/undo'
import { useToday } from '../../ui/when'
import { HandOverDialog } from '../ending/hand-over-dialog'
import { TakeInDialog } from '../ending/take-in-dialog'
import { type CaseloadFilter, type CaseloadSort, type GroupBy, listCaseload } from './caseload-list'
import { CaseloadTable } from './caseload-table'
import { menteeFormFields, menteeMoreFields } from './mentee-form'
import { ShowFilter } from './show-filter'

const NO_FILTER: CaseloadFilter = {
  query: '',
  show: 'current',
  year: null,
  group: null,
  only: 'all',
}

/** What can be done to the selected mentees at once; each can be undone. */
const BulkActions = ({
  selected,
  groups,
  archived,
  onDone,
}: {
  readonly selected: ReadonlySet<string>
  readonly groups: readonly string[]
  readonly archived: boolean
  readonly onDone: () => void
}) => {
  const run = useRun()
  const records = useModel((model) => model.records)
  const [group, setGroup] = useTypedValue('group-for-selected', '')
  const ids = [...selected]
  const assign = async (): Promise<void> => {
    const before = ids.map((id) => [id, records[id]?.mentee.reachGroup ?? ''] as const)
    for (const id of ids) await run(id, editMentee, { next: { reachGroup: group.trim() } })
    setGroup('')
    onDone()
    offerUndo(
      t('caseload.assignedToGroup', {
        mentees: t('count.mentee', { count: ids.length }),
        group: group.trim() || '–',
      }),
      () => {
        for (const [id, reachGroup] of before) void run(id, editMentee, { next: { reachGroup } })
      },
    )
  }
  const archive = async (): Promise<void> => {
    for (const id of ids) await run(id, archiveMentee, !archived)
    onDone()
    offerUndo(
      archived
        ? t('caseload.menteesBroughtBack', { count: ids.length })
        : t('caseload.menteesArchived', { count: ids.length }),
      () => {
        for (const id of ids) void run(id, archiveMentee, archived)
      },
    )
  }
  return (
    <Group gap="xs" role="group" aria-label={t('caseload.selectedMentees')}>
      <Text size="sm" fw={600}>
        {t('caseload.selected', { count: ids.length })}
      </Text>
      <TextInput
        aria-label={t('caseload.groupForSelected')}
        placeholder={
          groups[0] === undefined
            ? t('caseload.group')
            : t('caseload.groupExample', { group: groups[0] })
        }
        size="xs"
        w={130}
        value={group}
        onChange={(event) => setGroup(event.currentTarget.value)}
      />
      <Button
        size="xs"
        variant="default"
        disabled={group.trim() === ''}
        onClick={() => void assign()}
      >
        {t('caseload.assignGroup')}
      </Button>
      <Button size="xs" variant="default" onClick={() => void archive()}>
        {archived ? t('caseload.bringBack') : t('common.archive')}
      </Button>
      <Button size="xs" variant="subtle" onClick={onDone}>
        {t('caseload.clear')}
      </Button>
    </Group>
  )
}

export const Caseload = ({
  only,
  why = '',
}: {
  /** The mentees behind a number of an insight. */
  readonly only?: readonly string[] | undefined
  readonly why?: string | undefined
}) => {
  const { session } = useOpenVault()
  const vault = useVault()
  const records = useModel((model) => model.records)
  const adding = useApp((state) => state.adding)
  const [filter, setFilter] = useState<CaseloadFilter>(NO_FILTER)
  const [sort, setSort] = useState<CaseloadSort>({ by: 'name', descending: false })
  const [groupBy, setGroupBy] = useState<GroupBy>('none')
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())
  const [handingOver, setHandingOver] = useState<'give' | 'take'>()
  const day = useToday()
  const rows = useMemo(
    () =>
      listCaseload(Object.values(records), vault, day, filter, sort, groupBy).filter(
        ({ id }) => only === undefined || only.includes(id),
      ),
    [records, vault, day, filter, sort, groupBy, only],
  )
  const any = Object.values(records).some(({ mentee }) => mentee.deletedAt === null)
  const groups = [
    ...new Set(
      currentRecords(records)
        .map(({ mentee }) => mentee.reachGroup)
        .filter(Boolean),
    ),
  ].sort()
  const change = (next: Partial<CaseloadFilter>): void => setFilter({ ...filter, ...next })
  const exportRoster = async (): Promise<void> => {
    const mentees = currentRecords(records)
      .map(({ mentee }) => mentee)
      .sort((a, b) => a.name.localeCompare(b.name))
    const saved = await host.files.save(t('caseload.rosterFileName'), rosterToCsv(mentees))
    if (!saved.ok) offerNote(writeSentence[saved.error])
    else if (saved.value) offerNote(t('caseload.rosterSaved'))
  }
  const add = (
    <Button leftSection={<IconPlus size={16} stroke={1.8} />} onClick={() => setAdding(true)}>
      {t('caseload.addMentee')}
    </Button>
  )
  return (
    <Stack gap="md">
      <Group justify="space-between">
        <Title order={1}>{t('common.mentees')}</Title>
        {any && (
          <Group gap="xs">
            {add}
            <MoreMenu name={t('caseload.roster')}>
              <Menu.Item onClick={() => go({ screen: 'import' })}>
                {t('caseload.importRosterCsv')}
              </Menu.Item>
              <Menu.Item onClick={() => go({ screen: 'import-notes' })}>
                {t('caseload.importNotes')}
              </Menu.Item>
              <Menu.Item onClick={() => void exportRoster()}>
                {t('caseload.exportRoster')}
              </Menu.Item>
              <Menu.Divider />
              <Menu.Item onClick={() => setHandingOver('give')}>{t('caseload.handOver')}</Menu.Item>
              <Menu.Item onClick={() => setHandingOver('take')}>
                {t('caseload.takeInHandOver')}
              </Menu.Item>
            </MoreMenu>
          </Group>
        )}
      </Group>
      {handingOver === 'give' && <HandOverDialog onClose={() => setHandingOver(undefined)} />}
      {handingOver === 'take' && <TakeInDialog onClose={() => setHandingOver(undefined)} />}
      {any ? (
        <>
          <Group gap="xs">
            <TextInput
              aria-label={t('caseload.filterMentees')}
              placeholder={t('caseload.filterHint')}
              leftSection={<Icon of={IconSearch} />}
              value={filter.query}
              onChange={(event) => change({ query: event.currentTarget.value })}
              flex={1}
              miw={150}
              maw={240}
            />
            <Select
              aria-label={t('caseload.year')}
              placeholder={t('common.anyYear')}
              clearable
              w={108}
              data={['1', '2', '3', '4'].map((year) => ({
                value: year,
                label: t('caseload.schoolYear', { year }),
              }))}
              value={filter.year === null ? null : String(filter.year)}
              onChange={(year) => change({ year: year === null ? null : Number(year) })}
            />
            <Select
              aria-label={t('caseload.whatStandsOut')}
              w={150}
              data={[
                { value: 'all', label: t('caseload.everyone') },
                { value: 'overdue', label: t('caseload.pastTheCadence') },
                { value: 'actions', label: t('caseload.overdueActions') },
                { value: 'reach', label: t('caseload.reachNotDone') },
              ]}
              value={filter.only}
              onChange={(only) => only && change({ only })}
            />
            <Select
              aria-label={t('caseload.groupBy')}
              w={150}
              data={[
                { value: 'none', label: t('caseload.notGrouped') },
                { value: 'year', label: t('caseload.byYear') },
                { value: 'group', label: t('caseload.byReachGroup') },
                { value: 'status', label: t('caseload.byStatus') },
              ]}
              value={groupBy}
              onChange={(next) => next && setGroupBy(next)}
            />
            <Button
              variant={sort.by === 'attention' ? 'light' : 'default'}
              aria-pressed={sort.by === 'attention'}
              onClick={() =>
                setSort(
                  sort.by === 'attention'
                    ? { by: 'name', descending: false }
                    : { by: 'attention', descending: false },
                )
              }
            >
              {t('caseload.attentionFirst')}
            </Button>
            <ShowFilter show={filter.show} onChange={(show) => change({ show })} />
          </Group>
          {only !== undefined && (
            <Group>
              <Pill
                withRemoveButton
                size="md"
                removeButtonProps={{
                  'aria-label': t('common.showEveryone'),
                  'aria-hidden': false,
                  tabIndex: 0,
                }}
                onRemove={() => go({ screen: 'caseload' })}
              >
                {why}
              </Pill>
            </Group>
          )}
          {selected.size > 0 ? (
            <BulkActions
              selected={selected}
              groups={groups}
              archived={filter.show === 'archived'}
              onDone={() => setSelected(new Set())}
            />
          ) : (
            <Text
              size="sm"
              c="dimmed"
              className="tabular"
              role="status"
              aria-label={t('caseload.shown')}
            >
              {t('count.mentee', { count: rows.length })}
            </Text>
          )}
          {rows.length > 0 ? (
            <CaseloadTable
              rows={rows}
              sort={sort}
              groupBy={groupBy}
              selected={selected}
              onSelect={setSelected}
              onSort={setSort}
              onOpen={(id) => go({ screen: 'mentee', id, tab: 'overview' })}
            />
          ) : (
            <EmptyState
              icon={IconSearch}
              title={t('caseload.nobodyHere')}
              text={t('caseload.noneFits')}
            >
              <Button
                variant="default"
                onClick={() => {
                  setFilter(NO_FILTER)
                  go({ screen: 'caseload' })
                }}
              >
                {t('common.showEveryone')}
              </Button>
            </EmptyState>
          )}
        </>
      ) : (
        <EmptyState icon={IconUsers} title={t('caseload.empty')} text={t('caseload.emptyWhy')}>
          <Group gap="xs">
            {add}
            <Button variant="default" onClick={() => go({ screen: 'import' })}>
              {t('caseload.importRoster')}
            </Button>
          </Group>
        </EmptyState>
      )}
      {adding && (
        <ItemForm
          id="new-mentee"
          title={t('caseload.addMentee')}
          action={t('caseload.addMentee')}
          schema={menteeProfile.input}
          initial={{ ...menteeProfile.empty, cadenceWeeks: vault.settings.cadenceWeeks }}
          fields={menteeFormFields}
          more={menteeMoreFields}
          onClose={() => setAdding(false)}
          onSubmit={async (input) => {
            const id = await session.addMentee(input)
            go({ screen: 'mentee', id, tab: 'overview' })
          }}
        />
      )}
    </Stack>
  )
}
