/** Importing notes from other programs: choose, read, see whose each one is, and take in. */
import {
  Alert,
  Button,
  Checkbox,
  FileButton,
  Group,
  Progress,
  Radio,
  ScrollArea,
  Select,
  Stack,
  Table,
  Text,
  Title,
} from '@mantine/core'
import { useRef, useState } from 'react'
import { takeInNotes } from '../../../shared/model/import-notes'
import { displayName } from '../../../shared/model/mentee'
import { matchMentee } from '../../../shared/model/name-match'
import { notes } from '../../../shared/model/note'
import { currentRecords } from '../../../shared/model/projection'
import { PROVENANCES, type Provenance } from '../../../shared/model/visibility'
import { go } from '../../app/app-state'
import { useModel, useOpenVault } from '../../app/session'
import { count } from '../../ui/labels'
import { Section } from '../../ui/section'
import { offerUndo } from '../../ui/undo'
import { shortDay } from '../../ui/when'
import type { PageProblem, ReadPage, Unreadable } from './read-pages'

/** The parsers are heavy, and needed once. */
const reading = () => import('./read-pages')

/** Small enough that another laptop gets them in pieces, large enough that a thousand files take seconds. */
const BATCH = 25

const WHY: Readonly<Record<Unreadable, string>> = {
  'unknown-type': 'not a kind of file that holds a note',
  'too-large': 'larger than 20 MB',
  damaged: 'damaged, or not what its name says',
  empty: 'no words in it',
  'no-text-column': 'no column called note, notes or text',
}

const WHOSE: Readonly<Record<Provenance, string>> = {
  coach: 'Mine: what I wrote for myself. They become memory aids, for nobody but me',
  mentee: 'The mentee’s own words. They are shared items: what a mentee provided is not a memory aid',
  'third-party': 'Somebody else’s: a colleague, an office. They become memory aids that say so',
}

interface Row extends ReadPage {
  readonly record: string | undefined
  readonly taken: boolean
}

type Stage =
  | { readonly name: 'choose' }
  | { readonly name: 'reading' | 'taking'; readonly done: number; readonly of: number }
  | { readonly name: 'check' }
  | { readonly name: 'done'; readonly added: number; readonly known: number; readonly cancelled: boolean }

const Problems = ({ problems }: { readonly problems: readonly PageProblem[] }) =>
  problems.length === 0 ? null : (
    <Alert color="amber" title={`${count(problems.length, 'file')} could not be read and stayed out`}>
      <ScrollArea.Autosize mah={160}>
        {problems.map(({ path, why }) => (
          <Text key={path} size="sm">
            {path}: {WHY[why]}
          </Text>
        ))}
      </ScrollArea.Autosize>
    </Alert>
  )

export const ImportNotes = () => {
  const { session } = useOpenVault()
  const records = currentRecords(useModel((model) => model.records))
  const [stage, setStage] = useState<Stage>({ name: 'choose' })
  const [rows, setRows] = useState<readonly Row[]>([])
  const [problems, setProblems] = useState<readonly PageProblem[]>([])
  const [provenance, setProvenance] = useState<Provenance>()
  const cancelled = useRef(false)
  const mentees = records
    .map(({ id, mentee }) => ({ value: id, label: displayName(mentee) }))
    .sort((a, b) => a.label.localeCompare(b.label))

  const read = async (chosen: readonly File[]): Promise<void> => {
    if (chosen.length === 0) return
    cancelled.current = false
    setProvenance(undefined)
    const { readPages, sourceFiles } = await reading()
    const { files, problems: archives } = await sourceFiles(chosen)
    setStage({ name: 'reading', done: 0, of: files.length })
    const found = await readPages(
      files,
      (done) => setStage({ name: 'reading', done, of: files.length }),
      () => cancelled.current,
    )
    setProblems([...archives, ...found.problems])
    setRows(
      found.pages.map((page) => {
        const record = matchMentee(page.about, records)
        return { ...page, record, taken: record !== undefined }
      }),
    )
    setStage(cancelled.current ? { name: 'choose' } : { name: 'check' })
  }
  const change = (index: number, next: Partial<Row>): void =>
    setRows(rows.map((row, at) => (at === index ? { ...row, ...next } : row)))
  const chosen = rows.filter(({ taken, record }) => taken && record !== undefined)

  const takeIn = async (whose: Provenance): Promise<void> => {
    cancelled.current = false
    const made: (readonly [record: string, id: string])[] = []
    let done = 0
    for (const record of new Set(chosen.map(({ record }) => record ?? ''))) {
      const own = chosen.filter((row) => row.record === record)
      for (let at = 0; at < own.length && !cancelled.current; at += BATCH) {
        const batch = own.slice(at, at + BATCH)
        const added = await session.run(record, takeInNotes, {
          notes: batch.map(({ note }) => note),
          provenance: whose,
        })
        made.push(...(added ?? []).map((id) => [record, id] as const))
        done += batch.length
        setStage({ name: 'taking', done, of: chosen.length })
      }
    }
    setStage({ name: 'done', added: made.length, known: done - made.length, cancelled: cancelled.current })
    if (made.length > 0)
      offerUndo(`${count(made.length, 'note')} taken in.`, () => {
        for (const [record, id] of made) void session.run(record, notes.remove, { id, deleted: true })
      })
  }

  return (
    <Stack gap="md">
      <Title order={1}>Import notes</Title>
      {stage.name === 'choose' && (
        <Section title="From another program" gap="md">
          <Text>
            A folder, a ZIP archive, or files: Markdown (Obsidian, Notion), HTML (OneNote, Notion), Word,
            plain text, or a CSV with a row for each note. They are read on this laptop; pictures and
            attachments stay out.
          </Text>
          <Group>
            <FileButton
              multiple
              inputProps={{ 'aria-label': 'Folder', webkitdirectory: '' } as object}
              onChange={(files) => void read(files)}
            >
              {(props) => <Button {...props}>Choose a folder</Button>}
            </FileButton>
            <FileButton
              multiple
              accept=".md,.markdown,.txt,.html,.htm,.docx,.csv,.zip"
              inputProps={{ 'aria-label': 'Files' }}
              onChange={(files) => void read(files)}
            >
              {(props) => (
                <Button {...props} variant="default">
                  Choose files or a ZIP
                </Button>
              )}
            </FileButton>
          </Group>
        </Section>
      )}
      {(stage.name === 'reading' || stage.name === 'taking') && (
        <Section title={stage.name === 'reading' ? 'Reading' : 'Taking in'}>
          <Progress
            value={stage.of === 0 ? 0 : (stage.done / stage.of) * 100}
            aria-label={`${stage.done} of ${stage.of} done`}
          />
          <Group justify="space-between">
            <Text size="sm" className="tabular" role="status">
              {stage.done} of {count(stage.of, stage.name === 'reading' ? 'file' : 'note')}
            </Text>
            <Button
              variant="default"
              size="compact-md"
              onClick={() => {
                cancelled.current = true
              }}
            >
              Cancel
            </Button>
          </Group>
        </Section>
      )}
      {stage.name === 'check' && (
        <>
          <Problems problems={problems} />
          <Radio.Group
            label="Whose words are these?"
            description="It decides who may ever see them, and cannot be changed afterwards"
            withAsterisk
            value={provenance ?? ''}
            onChange={(value) => setProvenance(value as Provenance)}
          >
            <Stack gap={6} mt={6}>
              {PROVENANCES.map((value) => (
                <Radio key={value} value={value} label={WHOSE[value]} />
              ))}
            </Stack>
          </Radio.Group>
          {rows.some(({ pictures }) => pictures) && (
            <Text size="sm" c="dimmed">
              Pictures stay out: a photo or a scan can show who a patient is.
            </Text>
          )}
          {rows.length > 0 && (
            <ScrollArea.Autosize mah="56vh">
              <Table aria-label="Notes found" stickyHeader>
                <Table.Thead>
                  <Table.Tr>
                    <Table.Th>Take in</Table.Th>
                    <Table.Th>Note</Table.Th>
                    <Table.Th>Date</Table.Th>
                    <Table.Th>Mentee</Table.Th>
                  </Table.Tr>
                </Table.Thead>
                <Table.Tbody>
                  {rows.map(({ path, note, record, taken }, index) => (
                    <Table.Tr key={note.id}>
                      <Table.Td>
                        <Checkbox
                          aria-label={`Take in ${note.title || path}`}
                          checked={taken && record !== undefined}
                          disabled={record === undefined}
                          onChange={(event) => change(index, { taken: event.currentTarget.checked })}
                        />
                      </Table.Td>
                      <Table.Td>
                        <Text lineClamp={1}>{note.title || 'No title'}</Text>
                        <Text size="xs" c="dimmed" lineClamp={1} title={path}>
                          {path}
                        </Text>
                      </Table.Td>
                      <Table.Td className="tabular">{shortDay(note.date)}</Table.Td>
                      <Table.Td>
                        <Select
                          aria-label={`Mentee of ${note.title || path}`}
                          placeholder="Nobody yet"
                          size="xs"
                          searchable
                          data={mentees}
                          value={record ?? null}
                          onChange={(value) =>
                            change(index, { record: value ?? undefined, taken: value !== null })
                          }
                        />
                      </Table.Td>
                    </Table.Tr>
                  ))}
                </Table.Tbody>
              </Table>
            </ScrollArea.Autosize>
          )}
          <Group justify="flex-end">
            <Button variant="default" onClick={() => setStage({ name: 'choose' })}>
              Back
            </Button>
            <Button
              disabled={chosen.length === 0 || provenance === undefined}
              onClick={() => provenance !== undefined && void takeIn(provenance)}
            >
              Take in {count(chosen.length, 'note')}
            </Button>
          </Group>
        </>
      )}
      {stage.name === 'done' && (
        <Section title={stage.cancelled ? 'Cancelled' : 'Done'}>
          <Text role="status">
            {count(stage.added, 'note')} taken in.
            {stage.known > 0 && ` ${count(stage.known, 'note')} had come in before and stayed as they are.`}
            {stage.cancelled && ' What was taken in before you cancelled stays.'}
          </Text>
          <Problems problems={problems} />
          <Group>
            <Button onClick={() => go({ screen: 'caseload' })}>To the mentees</Button>
            <Button variant="default" onClick={() => setStage({ name: 'choose' })}>
              Import more
            </Button>
          </Group>
        </Section>
      )}
    </Stack>
  )
}
