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
import { PROVENANCES, type Provenance } from '../../../shared/crdt/visibility'
import { takeInNotes } from '../../../shared/exchange/import-notes'
import { matchMentee } from '../../../shared/exchange/name-match'
import { currentRecords } from '../../../shared/model/projection'
import { notes } from '../../../shared/model/record/note'
import { spoken, t } from '../../../shared/words/words'
import { go } from '../../context/app-state'
import { useSubmit } from '../../context/submit'
import { useTypedValue, useTypedValues } from '../../context/typing/kept-typing'
import { useModel, useRun } from '../../context/vault/session'
import { count } from '../../ui/labels'
import { menteeOptions } from '../../ui/mentee-options'
import { Problem } from '../../ui/problem'
import { Section } from '../../ui/section'
import { offerUndo } from '../../ui/undo'
import { shortDay } from '../../ui/when'
import type { ReadPage } from './read-page'
import { type PageProblem, readPages, type Unreadable } from './read-pages'
import { useReader } from './use-reader'

/** Small enough that another laptop gets them in pieces, large enough that a thousand files take seconds. */
const BATCH = 25

const WHY: Readonly<Record<Unreadable, string>> = spoken({
  'unknown-type': 'importNotes.notANote',
  'too-large': 'importNotes.tooLarge',
  'too-much': 'importNotes.tooLong',
  'too-many': 'importNotes.tooMany',
  'too-slow': 'importNotes.tookTooLong',
  'archive-inside': 'importNotes.nestedArchive',
  damaged: 'importNotes.damaged',
  empty: 'importNotes.noWords',
  'no-text-column': 'importNotes.noNoteColumn',
})

const WHOSE: Readonly<Record<Provenance, string>> = spoken({
  coach: 'importNotes.mine',
  mentee: 'importNotes.theMentees',
  'third-party': 'importNotes.somebodyElses',
})

/** More rows would take seconds to render, and nobody reads them. */
const MOST_ROWS = 100

/** Whose a note is, and whether it comes in. */
interface Choice {
  readonly record?: string | undefined
  readonly taken?: boolean
}

interface Row extends ReadPage {
  readonly record: string | undefined
  readonly taken: boolean
}

type Stage =
  | { readonly name: 'choose' }
  | { readonly name: 'reading' | 'taking'; readonly done: number; readonly of: number }
  | { readonly name: 'check' }
  | {
      readonly name: 'done'
      readonly added: number
      readonly known: number
      readonly cancelled: boolean
    }

const Problems = ({ problems }: { readonly problems: readonly PageProblem[] }) =>
  problems.length === 0 ? null : (
    <Alert
      color="amber"
      title={t('importNotes.unreadable', {
        files: t('count.file', { count: problems.length }),
      })}
    >
      <ScrollArea.Autosize mah={160}>
        {problems.slice(0, MOST_ROWS).map(({ path, why }) => (
          <Text key={path} size="sm">
            {path}: {WHY[why]}
          </Text>
        ))}
        {problems.length > MOST_ROWS && (
          <Text size="sm">{t('importNotes.andMore', { count: problems.length - MOST_ROWS })}</Text>
        )}
      </ScrollArea.Autosize>
    </Alert>
  )

export const ImportNotes = () => {
  const run = useRun()
  const records = currentRecords(useModel((model) => model.records))
  const [stage, setStage] = useState<Stage>({ name: 'choose' })
  const [rows, setRows] = useState<readonly Row[]>([])
  const [problems, setProblems] = useState<readonly PageProblem[]>([])
  // The files have to be chosen again after a lock; whose each note is need not be.
  const choices = useTypedValues<Readonly<Record<string, Choice>>>('import-notes', {})
  const [provenance, setProvenance] = useTypedValue<Provenance | undefined>(
    'import-notes/whose',
    undefined,
  )
  const { problem, submit } = useSubmit()
  const [all, setAll] = useState(false)
  const cancelled = useRef(false)
  const reader = useReader()
  const mentees = menteeOptions(records)

  const read = async (chosen: readonly File[]): Promise<void> => {
    if (chosen.length === 0) return
    cancelled.current = false
    setStage({ name: 'reading', done: 0, of: chosen.length })
    const found = await readPages(
      chosen,
      reader,
      (done, of) => setStage({ name: 'reading', done, of }),
      () => cancelled.current,
    )
    if (found === undefined) return setStage({ name: 'choose' })
    setProblems(found.problems)
    const matched = found.pages.map((page): Row => {
      const record = matchMentee(page.about, records)
      return { ...page, record, taken: record !== undefined, ...choices.values[page.note.id] }
    })
    // Those that nobody was found for want a look: they come first.
    setRows([
      ...matched.filter(({ record }) => record === undefined),
      ...matched.filter(({ record }) => record !== undefined),
    ])
    setAll(false)
    setStage({ name: 'check' })
  }
  const change = (index: number, next: Choice): void => {
    setRows(rows.map((row, at) => (at === index ? { ...row, ...next } : row)))
    const id = rows[index]?.note.id
    if (id !== undefined) choices.set((now) => ({ [id]: { ...now[id], ...next } }))
  }
  const chosen = rows.filter(({ taken, record }) => taken && record !== undefined)

  const takeIn = async (whose: Provenance): Promise<void> => {
    cancelled.current = false
    const made: (readonly [record: string, id: string])[] = []
    let done = 0
    for (const record of new Set(chosen.map(({ record }) => record ?? ''))) {
      const own = chosen.filter((row) => row.record === record)
      for (let at = 0; at < own.length && !cancelled.current; at += BATCH) {
        const batch = own.slice(at, at + BATCH)
        const added = await run(record, takeInNotes, {
          notes: batch.map(({ note }) => note),
          provenance: whose,
        })
        made.push(...(added ?? []).map((id) => [record, id] as const))
        done += batch.length
        setStage({ name: 'taking', done, of: chosen.length })
      }
    }
    choices.forget()
    setProvenance(undefined)
    setStage({
      name: 'done',
      added: made.length,
      known: done - made.length,
      cancelled: cancelled.current,
    })
    if (made.length > 0)
      offerUndo(
        t('importNotes.takenInNow', { notes: t('count.note', { count: made.length }) }),
        () => {
          for (const [record, id] of made) void run(record, notes.remove, { id, deleted: true })
        },
      )
  }

  // A failure leads back to the notes found; what came in before it is known again and not added twice.
  const take = async (whose: Provenance): Promise<void> => {
    if (!(await submit(() => takeIn(whose)))) setStage({ name: 'check' })
  }
  const look = async (files: readonly File[]): Promise<void> => {
    if (!(await submit(() => read(files)))) setStage({ name: 'choose' })
  }

  return (
    <Stack gap="md">
      <Title order={1}>{t('importNotes.title')}</Title>
      {stage.name === 'choose' && (
        <Section title={t('importNotes.fromElsewhere')} gap="md">
          <Text>{t('importNotes.intro')}</Text>
          <Group>
            <FileButton
              multiple
              inputProps={{ 'aria-label': t('importNotes.folder'), webkitdirectory: '' } as object}
              onChange={(files) => void look(files)}
            >
              {(props) => <Button {...props}>{t('common.chooseFolder')}</Button>}
            </FileButton>
            <FileButton
              multiple
              accept=".md,.markdown,.txt,.html,.htm,.docx,.csv,.zip"
              inputProps={{ 'aria-label': t('importNotes.files') }}
              onChange={(files) => void look(files)}
            >
              {(props) => (
                <Button {...props} variant="default">
                  {t('importNotes.chooseFiles')}
                </Button>
              )}
            </FileButton>
          </Group>
          <Problem text={problem} />
        </Section>
      )}
      {(stage.name === 'reading' || stage.name === 'taking') && (
        <Section
          title={stage.name === 'reading' ? t('importNotes.reading') : t('importNotes.takingIn')}
        >
          <Progress
            value={stage.of === 0 ? 0 : (stage.done / stage.of) * 100}
            aria-label={t('importNotes.takenSoFar', { done: stage.done, total: stage.of })}
          />
          <Group justify="space-between">
            <Text size="sm" className="tabular" role="status">
              {t('importNotes.readSoFar', {
                done: stage.done,
                total: count(stage.of, stage.name === 'reading' ? 'file' : 'note'),
              })}
            </Text>
            <Button
              variant="default"
              size="compact-md"
              onClick={() => {
                cancelled.current = true
                reader.cancel()
              }}
            >
              {t('common.cancel')}
            </Button>
          </Group>
        </Section>
      )}
      {stage.name === 'check' && (
        <>
          <Problems problems={problems} />
          <Radio.Group
            label={t('importNotes.whoseWords')}
            description={t('importNotes.whoseWordsHint')}
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
              {t('importNotes.picturesStayOut')}
            </Text>
          )}
          {rows.length > 0 && (
            <ScrollArea.Autosize mah="56vh">
              <Table aria-label={t('importNotes.notesFound')} stickyHeader>
                <Table.Thead>
                  <Table.Tr>
                    <Table.Th>{t('common.takeIn')}</Table.Th>
                    <Table.Th>{t('importNotes.note')}</Table.Th>
                    <Table.Th>{t('common.date')}</Table.Th>
                    <Table.Th>{t('common.mentee')}</Table.Th>
                  </Table.Tr>
                </Table.Thead>
                <Table.Tbody>
                  {(all ? rows : rows.slice(0, MOST_ROWS)).map(
                    ({ path, note, record, taken }, index) => (
                      <Table.Tr key={note.id}>
                        <Table.Td>
                          <Checkbox
                            aria-label={t('importNotes.takeInNamed', { note: note.title || path })}
                            checked={taken && record !== undefined}
                            disabled={record === undefined}
                            onChange={(event) =>
                              change(index, { taken: event.currentTarget.checked })
                            }
                          />
                        </Table.Td>
                        <Table.Td>
                          <Text lineClamp={1}>{note.title || t('common.noTitle')}</Text>
                          <Text size="xs" c="dimmed" lineClamp={1} title={path}>
                            {path}
                          </Text>
                        </Table.Td>
                        <Table.Td className="tabular">{shortDay(note.date)}</Table.Td>
                        <Table.Td>
                          <Select
                            aria-label={t('importNotes.menteeOf', { note: note.title || path })}
                            placeholder={t('importNotes.nobodyYet')}
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
                    ),
                  )}
                </Table.Tbody>
              </Table>
            </ScrollArea.Autosize>
          )}
          {!all && rows.length > MOST_ROWS && (
            <Group>
              <Button variant="subtle" size="compact-sm" onClick={() => setAll(true)}>
                {t('importNotes.showAll', { count: rows.length })}
              </Button>
            </Group>
          )}
          <Problem text={problem} />
          <Group justify="flex-end">
            <Button variant="default" onClick={() => setStage({ name: 'choose' })}>
              {t('common.back')}
            </Button>
            <Button
              disabled={chosen.length === 0 || provenance === undefined}
              onClick={() => provenance !== undefined && void take(provenance)}
            >
              {t('importNotes.takeInNotes', { notes: t('count.note', { count: chosen.length }) })}
            </Button>
          </Group>
        </>
      )}
      {stage.name === 'done' && (
        <Section title={stage.cancelled ? t('importNotes.cancelled') : t('common.done')}>
          <Text role="status">
            {t('importNotes.takenIn', { notes: t('count.note', { count: stage.added }) })}
            {stage.known > 0 &&
              ` ${t('importNotes.hereAlready', { notes: t('count.note', { count: stage.known }) })}`}
            {stage.cancelled && ` ${t('importNotes.cancelledKept')}`}
          </Text>
          <Problems problems={problems} />
          <Group>
            <Button onClick={() => go({ screen: 'caseload' })}>
              {t('importNotes.toTheMentees')}
            </Button>
            <Button variant="default" onClick={() => setStage({ name: 'choose' })}>
              {t('importNotes.importMore')}
            </Button>
          </Group>
        </Section>
      )}
    </Stack>
  )
}
