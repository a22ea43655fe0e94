/** Importing a roster: choose the file, say which column is what, look at every row, import, and undo if need be. */
import { Alert, Button, Group, Progress, Stack, Text, Title } from '@mantine/core'
import { useState } from 'react'
import {
  guessMapping,
  type Mapping,
  planRoster,
  type RosterFile,
  type RosterRow,
} from '../../../shared/exchange/roster'
import { editDetails, menteeOn } from '../../../shared/model/record/enrolment'
import { binMentee } from '../../../shared/model/record/mentee'
import { spoken, t } from '../../../shared/words/words'
import { go } from '../../context/app-state'
import { readingSentence } from '../../context/sentences'
import { useSubmit } from '../../context/submit'
import { useTypedValues } from '../../context/typing/kept-typing'
import { useModel, useOpenVault, useRun } from '../../context/vault/session'
import { Problem } from '../../ui/problem'
import { offerUndo } from '../../ui/undo'
import { useToday } from '../../ui/when'
import { useReading } from '../import/use-reader'
import { RosterColumns } from './roster-columns'
import { RosterRows } from './roster-rows'
import { RosterSource } from './roster-source'

const MOST_BYTES = 5_000_000
const problems = spoken({
  empty: 'roster.noRows',
  'too-long': 'roster.tooManyRows',
  malformed: 'roster.quoteNotClosed',
})

const summaryOf = (rows: readonly RosterRow[]): string => {
  const count = (...whats: readonly RosterRow['what'][]): number =>
    rows.filter(({ what }) => whats.includes(what)).length
  return t('roster.summary', {
    new: t('count.newMentee', { count: count('new') }),
    updates: t('count.update', { count: count('update') }),
    leftOut: count('error', 'duplicate'),
  })
}

export const ImportRoster = () => {
  const { session } = useOpenVault()
  const run = useRun()
  const records = useModel((model) => model.records)
  const {
    values: { file, mapping },
    set,
    forget,
  } = useTypedValues('import-roster', {
    file: undefined as RosterFile | undefined,
    mapping: {} as Mapping,
  })
  const [unread, setUnread] = useState('')
  const { read: readFile, reading } = useReading()
  const { problem, submit } = useSubmit()
  const [done, setDone] = useState<number>()
  const day = useToday()
  const asOfToday = Object.values(records).map((one) => ({ ...one, mentee: menteeOn(one, day) }))
  const rows = file === undefined ? [] : planRoster(file, mapping, asOfToday)
  const wanted = rows.filter(({ what }) => what === 'new' || what === 'update')

  const take = async (chosen: File | null): Promise<void> => {
    if (chosen === null) return
    setUnread('')
    if (chosen.size > MOST_BYTES) return setUnread(t('roster.tooLarge'))
    const answer = await readFile('roster', chosen)
    if (!answer.ok) return setUnread(readingSentence[answer.error])
    const read = answer.value
    if (!read.ok) return setUnread(problems[read.error])
    set({ file: read.value, mapping: guessMapping(read.value.columns) })
  }

  const carryOut = async (): Promise<void> => {
    const added: string[] = []
    const changed: RosterRow[] = []
    for (const [index, row] of wanted.entries()) {
      setDone(index)
      if (row.what === 'new' && row.next !== undefined)
        added.push(await session.addMentee(row.next))
      else if (row.record !== undefined && row.next !== undefined && row.base !== undefined) {
        await run(row.record, editDetails, { today: day, base: row.base, next: row.next })
        changed.push(row)
      }
    }
    forget()
    go({ screen: 'caseload' })
    offerUndo(
      t('roster.imported', {
        mentees: t('count.mentee', { count: added.length }),
        updated: changed.length,
      }),
      () => {
        for (const id of added) void run(id, binMentee, true)
        for (const { record, base, next } of changed)
          if (record !== undefined && base !== undefined && next !== undefined)
            void run(record, editDetails, { today: day, base: next, next: base })
      },
    )
  }

  return (
    <Stack gap="md">
      <Title order={1}>{t('roster.title')}</Title>
      <Text c="dimmed" maw={640}>
        {t('roster.intro')}
      </Text>
      <RosterSource
        chosen={file !== undefined}
        reading={reading}
        onFile={(chosen) => void take(chosen)}
        onCancel={() => {
          forget()
          go({ screen: 'caseload' })
        }}
      />
      {unread !== '' && (
        <Alert color="red" role="alert" title={t('roster.notRead')}>
          {unread}
        </Alert>
      )}
      {/* Not the rows of another file, under one that could not be read. */}
      {file !== undefined && unread === '' && (
        <>
          <RosterColumns
            columns={file.columns}
            mapping={mapping}
            onChange={(next) => set({ mapping: next })}
          />
          <Group justify="space-between">
            <Text role="status" aria-label={t('roster.summaryLabel')}>
              {summaryOf(rows)}
            </Text>
            <Button
              disabled={wanted.length === 0}
              loading={done !== undefined}
              onClick={() => void submit(carryOut).then(() => setDone(undefined))}
            >
              {t('roster.importRows', { rows: t('count.row', { count: wanted.length }) })}
            </Button>
          </Group>
          <Problem text={problem} />
          {done !== undefined && (
            <Progress
              value={(done / wanted.length) * 100}
              aria-label={t('roster.importedSoFar', { done, total: wanted.length })}
            />
          )}
          <RosterRows rows={rows} />
        </>
      )}
    </Stack>
  )
}
