/**
 * Importing notes from other programs: choose, read, see whose each one is, and take in. What is read comes from
 * anywhere, so a worker reads it and is ended when it takes too long (reader.ts); nothing is added before the coach
 * has seen it, and the same file twice adds nothing.
 */

import { Stack, Title } from '@mantine/core'
import { useRef, useState } from 'react'
import type { Provenance } from '../../../shared/crdt/visibility'
import { takeInNotes } from '../../../shared/exchange/import-notes'
import { matchMentee } from '../../../shared/exchange/name-match'
import { currentRecords, type RecordProjection } from '../../../shared/model/projection'
import { notes } from '../../../shared/model/record/note'
import { t } from '../../../shared/words/words'
import { useSubmit } from '../../context/submit'
import { useTypedValues } from '../../context/typing/kept-typing'
import { useModel, useRun } from '../../context/vault/session'
import type { VaultSession } from '../../store/session/vault-session'
import { offerUndo } from '../../ui/undo'
import { type Choice, isChosen } from './found-table'
import { Check, type Row, useWhose } from './import-check'
import { Choose, Done, type Stage, Underway } from './import-stages'
import type { ReadPage } from './read-page'
import { type PageProblem, readPages } from './read-pages'
import { useReader } from './use-reader'

/** Small enough that another laptop gets them in pieces, large enough that a thousand files take seconds. */
const BATCH = 25

/** What the coach chose, by the notes' ids. */
type Choices = Readonly<Record<string, Choice>>

/** Those that nobody was found for want a look: they come first. */
const rowsOf = (
  pages: readonly ReadPage[],
  records: readonly RecordProjection[],
  choices: Choices,
): readonly Row[] => {
  const matched = pages.map((page): Row => {
    const record = matchMentee(page.about, records)
    return { ...page, record, taken: record !== undefined, ...choices[page.note.id] }
  })
  return [
    ...matched.filter(({ record }) => record === undefined),
    ...matched.filter(({ record }) => record !== undefined),
  ]
}

/** `goesOn` is told how many are done. Resolves to what was added, and to how many were gone through. */
const takeInAll = async (
  run: VaultSession['run'],
  chosen: readonly Row[],
  whose: Provenance,
  goesOn: (done: number) => boolean,
) => {
  const made: (readonly [record: string, id: string])[] = []
  let done = 0
  for (const record of new Set(chosen.map(({ record }) => record ?? ''))) {
    const own = chosen.filter((row) => row.record === record)
    for (let at = 0; at < own.length; at += BATCH) {
      const batch = own.slice(at, at + BATCH)
      const added = await run(record, takeInNotes, {
        notes: batch.map(({ note }) => note),
        provenance: whose,
      })
      made.push(...(added ?? []).map((id) => [record, id] as const))
      done += batch.length
      if (!goesOn(done)) return { made, done }
    }
  }
  return { made, done }
}

export const ImportNotes = () => {
  const run = useRun()
  const records = currentRecords(useModel((model) => model.records))
  const [stage, setStage] = useState<Stage>({ name: 'choose' })
  const [rows, setRows] = useState<readonly Row[]>([])
  const [problems, setProblems] = useState<readonly PageProblem[]>([])
  // The files have to be chosen again after a lock; whose each note is need not be.
  const choices = useTypedValues<Choices>('import-notes', {})
  const [, setWhose] = useWhose()
  const { problem, submit } = useSubmit()
  const cancelled = useRef(false)
  const reader = useReader()

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
    setRows(rowsOf(found.pages, records, choices.values))
    setStage({ name: 'check' })
  }
  const change = (index: number, next: Choice): void => {
    setRows(rows.map((row, at) => (at === index ? { ...row, ...next } : row)))
    const id = rows[index]?.note.id
    if (id !== undefined) choices.set((now) => ({ [id]: { ...now[id], ...next } }))
  }
  const chosen = rows.filter(isChosen)

  const takeIn = async (whose: Provenance): Promise<void> => {
    cancelled.current = false
    const { made, done } = await takeInAll(run, chosen, whose, (done) => {
      setStage({ name: 'taking', done, of: chosen.length })
      return !cancelled.current
    })
    choices.forget()
    setWhose(undefined)
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
      {stage.name === 'choose' && <Choose look={look} problem={problem} />}
      {(stage.name === 'reading' || stage.name === 'taking') && (
        <Underway
          stage={stage}
          onCancel={() => {
            cancelled.current = true
            reader.cancel()
          }}
        />
      )}
      {stage.name === 'check' && (
        <Check
          rows={rows}
          problems={problems}
          change={change}
          problem={problem}
          onBack={() => setStage({ name: 'choose' })}
          onTake={(whose) => void take(whose)}
        />
      )}
      {stage.name === 'done' && (
        <Done stage={stage} problems={problems} onMore={() => setStage({ name: 'choose' })} />
      )}
    </Stack>
  )
}
