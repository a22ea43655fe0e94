/**
 * Asking and telling: a mirror of the coach's own session notes (shared/views/ask-tell.ts). The notes are read when that is
 * asked for, here and now: nothing of it is stored, and it goes when the screen does.
 */
import { Button, Stack, Table, Text } from '@mantine/core'
import { useState } from 'react'
import type { RecordProjection } from '../../../shared/model/projection'
import { noteLines } from '../../../shared/model/record/note-text'
import {
  type AskedAndTold,
  askedAndToldIn,
  type MirrorMonth,
  mirrorOf,
  sessionNotes,
} from '../../../shared/views/ask-tell'
import { lastYear } from '../../../shared/views/insights'
import { t } from '../../../shared/words/words'
import { useOpenVault } from '../../context/vault/session'
import type { VaultSession } from '../../store/session/vault-session'
import { Section } from '../../ui/section'
import { useToday } from '../../ui/when'
import { HelpButton } from '../help/help-button'
import { shortMonth } from '../promises/month-words'
import classes from './my-coaching.module.css'

/** Reads what the notes say, one mentee after the other; a record that does not open just now is left out. */
const readAll = async (
  session: VaultSession,
  records: readonly RecordProjection[],
  from: string,
  progress: (done: number) => void,
): Promise<ReadonlyMap<string, AskedAndTold>> => {
  const read = new Map<string, AskedAndTold>()
  for (const [index, record] of records.entries()) {
    progress(index)
    const notes = [...sessionNotes(record, from).keys()]
    const said = await session
      .use(record.id, async ({ doc }) =>
        notes.map((note) => [note, askedAndToldIn(noteLines(doc, note))] as const),
      )
      .catch(() => undefined)
    for (const [note, counts] of said ?? []) read.set(note, counts)
  }
  return read
}

const Months = ({ months }: { readonly months: readonly MirrorMonth[] }) => (
  <Table.ScrollContainer minWidth={420}>
    <Table aria-label={t('askTell.title')} className="tabular" horizontalSpacing="xs">
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('promises.month')}</Table.Th>
          <Table.Th>{t('askTell.notes')}</Table.Th>
          <Table.Th>{t('askTell.questions')}</Table.Th>
          <Table.Th>{t('askTell.advice')}</Table.Th>
          <Table.Th>{t('askTell.theirs')}</Table.Th>
          <Table.Th>{t('askTell.own')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {months.map(({ month, notes, questions, advice, theirs, own }) => (
          <Table.Tr key={month}>
            <Table.Th scope="row" className={classes.month ?? ''}>
              {shortMonth(month)}
            </Table.Th>
            <Table.Td>{notes}</Table.Td>
            <Table.Td>{questions}</Table.Td>
            <Table.Td>{advice}</Table.Td>
            <Table.Td>{theirs}</Table.Td>
            <Table.Td>{own}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  </Table.ScrollContainer>
)

export const AskTell = ({ records }: { readonly records: readonly RecordProjection[] }) => {
  const { session } = useOpenVault()
  const { from } = lastYear(useToday())
  const [done, setDone] = useState<number>()
  const [read, setRead] = useState<ReadonlyMap<string, AskedAndTold>>()
  const withNotes = records.filter((record) => sessionNotes(record, from).size > 0)
  const look = async (): Promise<void> => {
    setRead(await readAll(session, withNotes, from, setDone))
    setDone(undefined)
  }
  return (
    <Section
      dense
      title={t('askTell.title')}
      help={<HelpButton topic="ask-tell" />}
      action={
        withNotes.length > 0 && (
          <Button
            size="compact-sm"
            variant="default"
            loading={done !== undefined}
            onClick={() => void look()}
          >
            {read === undefined ? t('askTell.read') : t('askTell.readAgain')}
          </Button>
        )
      }
    >
      <Stack gap="xs">
        <Text size="sm" c="dimmed">
          {withNotes.length === 0 ? t('askTell.none') : t('askTell.intro')}
        </Text>
        {done !== undefined && (
          <Text size="sm" role="status">
            {t('askTell.reading', { done, of: withNotes.length })}
          </Text>
        )}
        {read !== undefined && <Months months={mirrorOf(records, read, from)} />}
      </Stack>
    </Section>
  )
}
