/** Importing a roster: choose the file, say which column is what, look at every row, import, and undo if need be. */
import {
  Alert,
  Badge,
  Button,
  FileButton,
  Group,
  Progress,
  Select,
  SimpleGrid,
  Stack,
  Table,
  Text,
  Title,
} from '@mantine/core'
import { IconFileImport } from '@tabler/icons-react'
import { useState } from 'react'
import { binMentee, editMentee } from '../../../shared/model/mentee'
import {
  guessMapping,
  type Mapping,
  planRoster,
  ROSTER_FIELDS,
  type RosterFile,
  type RosterRow,
  readCsv,
  rosterHeadings,
} from '../../../shared/model/roster'
import { go } from '../../app/app-state'
import { useModel, useOpenVault, useRun } from '../../app/session'
import { count } from '../../ui/labels'
import { offerUndo } from '../../ui/undo'

const MOST_BYTES = 5_000_000
const problems = {
  empty:
    'There are no rows in this file. The first line holds the headings, one mentee in each line after it.',
  'too-long': 'This file has more than 5,000 rows. Split it, and import the parts.',
  malformed:
    'A quotation mark is opened and not closed in this file, so its rows cannot be told apart. Save it as CSV again.',
} as const

const whatLabels = {
  new: { label: 'New', color: 'teal' },
  update: { label: 'Update', color: 'blue' },
  unchanged: { label: 'No change', color: 'gray' },
  duplicate: { label: 'Left out', color: 'amber' },
  error: { label: 'Left out', color: 'red' },
} as const

const changesOf = (row: RosterRow): string =>
  row.problem ??
  (row.what === 'update' && row.next !== undefined
    ? Object.entries(row.next)
        .map(
          ([field, value]) =>
            `${rosterHeadings[field as keyof typeof rosterHeadings]}: ${Array.isArray(value) ? value.join(', ') : value}`,
        )
        .join('; ')
    : '')

export const ImportRoster = () => {
  const { session } = useOpenVault()
  const run = useRun()
  const records = useModel((model) => model.records)
  const [file, setFile] = useState<RosterFile>()
  const [mapping, setMapping] = useState<Mapping>({})
  const [problem, setProblem] = useState('')
  const [done, setDone] = useState<number>()
  const rows = file === undefined ? [] : planRoster(file, mapping, Object.values(records))
  const wanted = rows.filter(({ what }) => what === 'new' || what === 'update')
  const leftOut = rows.filter(({ what }) => what === 'error' || what === 'duplicate')

  const take = async (chosen: File | null): Promise<void> => {
    if (chosen === null) return
    setProblem('')
    if (chosen.size > MOST_BYTES)
      return setProblem('This file is larger than 5 MB. A roster is much smaller; nothing was read.')
    const read = readCsv(await chosen.text())
    if (!read.ok) return setProblem(problems[read.error])
    setFile(read.value)
    setMapping(guessMapping(read.value.columns))
  }

  const carryOut = async (): Promise<void> => {
    const added: string[] = []
    const changed: RosterRow[] = []
    for (const [index, row] of wanted.entries()) {
      setDone(index)
      if (row.what === 'new' && row.next !== undefined) added.push(await session.addMentee(row.next))
      else if (row.record !== undefined && row.next !== undefined && row.base !== undefined) {
        await run(row.record, editMentee, { base: row.base, next: row.next })
        changed.push(row)
      }
    }
    go({ screen: 'caseload' })
    offerUndo(`${count(added.length, 'mentee')} added, ${changed.length} updated.`, () => {
      for (const id of added) void run(id, binMentee, true)
      for (const { record, base, next } of changed)
        if (record !== undefined && base !== undefined && next !== undefined)
          void run(record, editMentee, { base: next, next: base })
    })
  }

  return (
    <Stack gap="md">
      <Title order={1}>Import a roster</Title>
      <Text c="dimmed" maw={640}>
        A CSV file, one mentee in each row. Mentees who are here already are matched by student ID, then by
        e-mail, and updated; nobody is removed. You see every row before anything is imported.
      </Text>
      <Group>
        <FileButton
          accept=".csv,text/csv"
          onChange={(chosen) => void take(chosen)}
          inputProps={{ 'aria-label': 'Roster file' }}
        >
          {(props) => (
            <Button
              {...props}
              variant={file === undefined ? 'filled' : 'default'}
              leftSection={<IconFileImport size={16} stroke={1.6} />}
            >
              {file === undefined ? 'Choose the file' : 'Choose another file'}
            </Button>
          )}
        </FileButton>
        <Button variant="default" onClick={() => go({ screen: 'caseload' })}>
          Cancel
        </Button>
      </Group>
      {problem !== '' && (
        <Alert color="red" role="alert" title="This file was not read">
          {problem}
        </Alert>
      )}
      {file !== undefined && (
        <>
          <Title order={2}>Columns</Title>
          <SimpleGrid cols={{ base: 2, sm: 4 }} spacing="sm">
            {ROSTER_FIELDS.map((field) => (
              <Select
                key={field}
                label={rosterHeadings[field]}
                placeholder="Not in the file"
                size="xs"
                clearable
                data={file.columns.map((column, index) => ({
                  value: String(index),
                  label: column || `Column ${index + 1}`,
                }))}
                value={mapping[field] === undefined ? null : String(mapping[field])}
                onChange={(column) => {
                  const { [field]: _, ...others } = mapping
                  setMapping(column === null ? others : { ...others, [field]: Number(column) })
                }}
              />
            ))}
          </SimpleGrid>
          <Group justify="space-between">
            <Text role="status" aria-label="Import summary">
              {count(rows.filter(({ what }) => what === 'new').length, 'new mentee')},{' '}
              {count(rows.filter(({ what }) => what === 'update').length, 'update')}, {leftOut.length} left
              out
            </Text>
            <Button
              disabled={wanted.length === 0}
              loading={done !== undefined}
              onClick={() => void carryOut()}
            >
              Import {count(wanted.length, 'row')}
            </Button>
          </Group>
          {done !== undefined && (
            <Progress
              value={(done / wanted.length) * 100}
              aria-label={`${done} of ${wanted.length} imported`}
            />
          )}
          <Table.ScrollContainer minWidth={600} mah={420}>
            <Table aria-label="Rows of the file" stickyHeader verticalSpacing={4}>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>Row</Table.Th>
                  <Table.Th>Name</Table.Th>
                  <Table.Th>What happens</Table.Th>
                  <Table.Th>Why, or what changes</Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {rows.map((row) => (
                  <Table.Tr key={row.line}>
                    <Table.Td className="tabular">{row.line}</Table.Td>
                    <Table.Td>{row.name || '–'}</Table.Td>
                    <Table.Td>
                      <Badge color={whatLabels[row.what].color}>{whatLabels[row.what].label}</Badge>
                    </Table.Td>
                    <Table.Td>{changesOf(row)}</Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          </Table.ScrollContainer>
        </>
      )}
    </Stack>
  )
}
