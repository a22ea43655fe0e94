/** Taking in a directory file: what it would change, entry by entry, before anything is. */
import { Alert, Badge, Button, Group, Table, Text } from '@mantine/core'
import { IconFileImport } from '@tabler/icons-react'
import { useState } from 'react'
import {
  type DirectoryEntry,
  type DirectoryProblem,
  type DirectoryRow,
  directoryLabel,
  planDirectory,
  takeBackDirectory,
  takeInDirectory,
} from '../../../shared/exchange/directory'
import { directoryOf } from '../../../shared/model/caseload/resource'
import { spoken, t } from '../../../shared/words/words'
import { readingSentence } from '../../context/sentences'
import { useRunOnVault, useVault } from '../../context/vault/session'
import { firstField } from '../../forms/first-field'
import { FormDialog } from '../../forms/form-dialog'
import { FileButton } from '../../ui/file-button'
import { Icon } from '../../ui/icon'
import { reportingLabels, resourceLabels } from '../../ui/labels'
import { offerUndo } from '../../ui/undo'
import { shortDay } from '../../ui/when'
import { useReading } from '../import/use-reader'

const MOST_BYTES = 5_000_000

const WHAT = {
  new: spoken({ label: 'roster.new' }, { color: 'teal' }),
  update: spoken({ label: 'roster.update' }, { color: 'blue' }),
  unchanged: spoken({ label: 'roster.noChange' }, { color: 'gray' }),
  duplicate: spoken({ label: 'roster.leftOut' }, { color: 'amber' }),
  error: spoken({ label: 'roster.leftOut' }, { color: 'red' }),
} as const

const problems: Readonly<Record<DirectoryProblem, string>> = spoken({
  empty: 'directory.empty',
  malformed: 'directory.malformed',
  'too-long': 'roster.tooManyRows',
})

const CODES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  category: resourceLabels,
  reporting: reportingLabels,
}

/** A value as the rest of the app says it. */
const said = (field: string, value: unknown): string =>
  [value ?? '']
    .flat()
    .map(String)
    .map((one) =>
      one !== '' && ['dates', 'checkedOn'].includes(field)
        ? shortDay(one)
        : (CODES[field]?.[one] ?? one),
    )
    .join(', ')

const changesOf = ({ next, resource, problem, what }: DirectoryRow): readonly string[] =>
  problem !== undefined
    ? [problem]
    : Object.entries(next ?? {}).flatMap(([field, value]) => {
        if (field === 'name' && what === 'new') return []
        const before = said(field, resource?.[field as keyof typeof resource])
        const now = `${directoryLabel(field)}: ${said(field, value)}`
        return [before === '' ? now : t('directory.before', { now, before })]
      })

const Rows = ({ rows }: { readonly rows: readonly DirectoryRow[] }) => (
  <Table.ScrollContainer minWidth={500} mah={360}>
    <Table aria-label={t('directory.entries')} stickyHeader verticalSpacing={4}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('common.name')}</Table.Th>
          <Table.Th>{t('roster.whatHappens')}</Table.Th>
          <Table.Th>{t('directory.changes')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {rows.map((row) => (
          <Table.Tr key={row.line}>
            <Table.Td>{row.name || '–'}</Table.Td>
            <Table.Td>
              <Badge color={WHAT[row.what].color}>{WHAT[row.what].label}</Badge>
            </Table.Td>
            <Table.Td>
              {changesOf(row).map((change) => (
                <Text key={change} size="sm">
                  {change}
                </Text>
              ))}
              {row.warnings.map((warning) => (
                <Text key={warning} size="sm" c="var(--care)">
                  {warning}
                </Text>
              ))}
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  </Table.ScrollContainer>
)

export const DirectoryImport = ({ onClose }: { readonly onClose: () => void }) => {
  const runOnVault = useRunOnVault()
  const { resources } = useVault()
  const { read, reading } = useReading()
  const [entries, setEntries] = useState<readonly DirectoryEntry[]>()
  const [unread, setUnread] = useState('')
  const rows = entries === undefined ? [] : planDirectory(entries, directoryOf(resources), CODES)
  const wanted = rows.filter(({ what }) => what === 'new' || what === 'update')
  const take = async (file: File | null): Promise<void> => {
    if (file === null) return
    setUnread('')
    if (file.size > MOST_BYTES) return setUnread(t('roster.tooLarge'))
    const answer = await read('directory', file)
    if (!answer.ok) return setUnread(readingSentence[answer.error])
    if (!answer.value.ok) return setUnread(problems[answer.value.error])
    setEntries(answer.value.value)
  }
  const takeIn = async (): Promise<void> => {
    const taken = await runOnVault(takeInDirectory, wanted)
    if (taken !== undefined)
      offerUndo(
        t('directory.takenIn', { entries: t('count.entry', { count: taken.length }) }),
        () => void runOnVault(takeBackDirectory, taken),
      )
  }
  return (
    <FormDialog
      form={{ title: t('directory.title') }}
      size="xl"
      action={
        entries === undefined
          ? undefined
          : t('directory.takeIn', { entries: t('count.entry', { count: wanted.length }) })
      }
      disabled={wanted.length === 0}
      onSubmit={takeIn}
      onClose={onClose}
    >
      <Text size="sm" c="dimmed">
        {t('directory.intro')}
      </Text>
      <Group>
        <FileButton
          accept=".csv,.tsv,.json,text/csv,application/json"
          onChange={(file) => void take(file)}
          inputProps={{ 'aria-label': t('directory.file') }}
        >
          {(props) => (
            <Button
              {...props}
              {...firstField}
              loading={reading}
              variant={entries === undefined ? 'filled' : 'default'}
              leftSection={<Icon of={IconFileImport} />}
            >
              {t('common.chooseFile')}
            </Button>
          )}
        </FileButton>
      </Group>
      {unread !== '' && (
        <Alert color="red" role="alert" title={t('roster.notRead')}>
          {unread}
        </Alert>
      )}
      {rows.length > 0 && <Rows rows={rows} />}
    </FormDialog>
  )
}
