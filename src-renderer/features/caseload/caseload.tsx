/** The caseload: all my mentees. */
import { Button, Group, Stack, Text, TextInput, Title } from '@mantine/core'
import { IconPlus, IconSearch, IconUsers } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { go, setAdding, useApp } from '../../app/app-state'
import { useModel, useOpenVault } from '../../app/session'
import { EmptyState } from '../../ui/empty-state'
import { type CaseloadShow, type CaseloadSort, listCaseload } from './caseload-list'
import { CaseloadTable } from './caseload-table'
import { MenteeForm } from './mentee-form'
import { ShowFilter } from './show-filter'

export const Caseload = () => {
  const { session } = useOpenVault()
  const records = useModel((model) => model.records)
  const adding = useApp((state) => state.adding)
  const [query, setQuery] = useState('')
  const [show, setShow] = useState<CaseloadShow>('current')
  const [sort, setSort] = useState<CaseloadSort>({ by: 'name', descending: false })
  const rows = useMemo(
    () => listCaseload(Object.values(records), { query, show, sort }),
    [records, query, show, sort],
  )
  const any = Object.values(records).some(({ mentee }) => mentee.deletedAt === null)
  const add = (
    <Button leftSection={<IconPlus size={16} stroke={1.8} />} onClick={() => setAdding(true)}>
      Add mentee
    </Button>
  )
  return (
    <Stack gap="md">
      <Group justify="space-between">
        <Title order={1}>Mentees</Title>
        {any && add}
      </Group>
      {any ? (
        <>
          <Group gap="sm">
            <TextInput
              aria-label="Filter mentees"
              placeholder="Filter by name, group or class"
              leftSection={<IconSearch size={16} stroke={1.6} />}
              value={query}
              onChange={(event) => setQuery(event.currentTarget.value)}
              flex={1}
              maw={360}
            />
            <ShowFilter show={show} onChange={setShow} />
            <Text size="sm" c="dimmed" className="tabular" role="status" aria-label="Shown">
              {rows.length} {rows.length === 1 ? 'mentee' : 'mentees'}
            </Text>
          </Group>
          {rows.length > 0 ? (
            <CaseloadTable
              rows={rows}
              sort={sort}
              onSort={setSort}
              onOpen={(id) => go({ screen: 'mentee', id, tab: 'overview' })}
            />
          ) : (
            <EmptyState icon={IconSearch} title="Nobody here" text="No mentee fits this filter.">
              <Button
                variant="default"
                onClick={() => {
                  setQuery('')
                  setShow('current')
                }}
              >
                Show everyone
              </Button>
            </EmptyState>
          )}
        </>
      ) : (
        <EmptyState
          icon={IconUsers}
          title="Your caseload begins here"
          text="Add the students you coach. Everything about each of them is sealed on this laptop."
        >
          {add}
        </EmptyState>
      )}
      {adding && (
        <MenteeForm
          title="Add mentee"
          action="Add mentee"
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
