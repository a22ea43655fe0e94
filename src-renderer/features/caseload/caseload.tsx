/**
 * The caseload: all my mentees, with who needs attention, and what can be done to several at once. Each has a
 * record of their own; a row is worked out from it (caseload-list.ts), and the rows are sorted and grouped as the coach
 * likes (caseload-view.ts). Mentees come in one at a time, or as a roster (import-roster.tsx).
 */
import { Button, Group, Pill, Stack } from '@mantine/core'
import { IconSearch, IconUsers } from '@tabler/icons-react'
import { useMemo, useRef, useState } from 'react'
import { currentRecords } from '../../../shared/model/projection'
import { menteeProfile } from '../../../shared/model/record/mentee'
import { t } from '../../../shared/words/words'
import { go, setAdding, useApp } from '../../context/app-state'
import { useModel, useOpenVault, useVault } from '../../context/vault/session'
import { ItemForm } from '../../forms/item-form'
import { EmptyState } from '../../ui/empty-state'
import { useToday } from '../../ui/when'
import { BulkActions } from './bulk-actions'
import { CaseloadFilters, CaseloadViewMenu } from './caseload-filters'
import { AddMentee, CaseloadHead } from './caseload-head'
import { listCaseload } from './caseload-list'
import { CaseloadTable } from './caseload-table'
import { leaveTo, NO_FILTER, useCaseloadFilter, useCaseloadView } from './caseload-view'
import { menteeFormFields, menteeMoreFields } from './mentee-form'
import { ShowFilter } from './show-filter'

const NewMentee = () => {
  const { session } = useOpenVault()
  const { cadenceWeeks } = useVault().settings
  return (
    <ItemForm
      id="new-mentee"
      title={t('caseload.addMentee')}
      action={t('caseload.addMentee')}
      schema={menteeProfile.input}
      initial={{ ...menteeProfile.empty, cadenceWeeks }}
      fields={menteeFormFields}
      more={menteeMoreFields}
      onClose={() => setAdding(false)}
      onSubmit={async (input) => {
        const id = await session.addMentee(input)
        go({ screen: 'mentee', id, tab: 'overview' })
      }}
    />
  )
}

/** The mentees behind a number of an insight: which number, and the way to everyone. */
const Only = ({ why }: { readonly why: string }) => (
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
)

const Listed = ({
  only,
  why,
}: {
  readonly only: readonly string[] | undefined
  readonly why: string
}) => {
  const vault = useVault()
  const records = useModel((model) => model.records)
  const view = useCaseloadView()
  const [{ sort, groupBy, hidden }, setView] = view
  const { filter, setFilter, opened } = useCaseloadFilter()
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())
  const table = useRef<HTMLDivElement>(null)
  const day = useToday()
  const rows = useMemo(
    () =>
      listCaseload(Object.values(records), vault, day, filter, sort, groupBy).filter(
        ({ id }) => only === undefined || only.includes(id),
      ),
    [records, vault, day, filter, sort, groupBy, only],
  )
  const groups = [
    ...new Set(
      currentRecords(records)
        .map(({ mentee }) => mentee.reachGroup)
        .filter(Boolean),
    ),
  ].sort()
  return (
    <>
      <CaseloadHead
        shown={rows.length}
        beside={
          <ShowFilter show={filter.show} onChange={(show) => setFilter({ ...filter, show })} />
        }
      >
        <CaseloadViewMenu view={view} />
      </CaseloadHead>
      <CaseloadFilters
        filter={filter}
        onFilter={setFilter}
        view={view}
        onDown={() => table.current?.querySelector<HTMLElement>('[data-row]')?.focus()}
      />
      {only !== undefined && <Only why={why} />}
      {selected.size > 0 && (
        <BulkActions
          selected={selected}
          groups={groups}
          archived={filter.show === 'archived'}
          onDone={() => setSelected(new Set())}
        />
      )}
      {rows.length > 0 ? (
        <CaseloadTable
          place={table}
          rows={rows}
          sort={sort}
          groupBy={groupBy}
          hidden={hidden}
          begin={opened}
          selected={selected}
          onSelect={setSelected}
          onSort={(next) => setView({ sort: next, groupBy, hidden })}
          onOpen={(id) => {
            leaveTo(id)
            go({ screen: 'mentee', id, tab: 'overview' })
          }}
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
  const any = useModel((model) =>
    Object.values(model.records).some(({ mentee }) => mentee.deletedAt === null),
  )
  const adding = useApp((state) => state.adding)
  return (
    <Stack gap="sm">
      {any ? (
        <Listed only={only} why={why} />
      ) : (
        <>
          <CaseloadHead shown={undefined} />
          <EmptyState icon={IconUsers} title={t('caseload.empty')} text={t('caseload.emptyWhy')}>
            <Group gap="xs">
              <AddMentee />
              <Button variant="default" onClick={() => go({ screen: 'import' })}>
                {t('caseload.importRoster')}
              </Button>
            </Group>
          </EmptyState>
        </>
      )}
      {adding && <NewMentee />}
    </Stack>
  )
}
