/** What colleagues were asked about a mentee, and what they replied. Hidden from screens that others look at. */

import { Box, Button, Group, Text } from '@mantine/core'
import { useState } from 'react'
import { newestFirst } from '../../../shared/crdt/kind'
import type { RecordProjection } from '../../../shared/model/projection'
import { awaitsReply, type Consult, consults } from '../../../shared/model/record/consult'
import { t } from '../../../shared/words/words'
import { readingSentence, replySentence } from '../../context/sentences'
import { useBin, useRun } from '../../context/vault/session'
import { DeleteButton } from '../../ui/delete-button'
import { FileButton } from '../../ui/file-button'
import { Problem } from '../../ui/problem'
import { ROOM_FOR_WORDS } from '../../ui/room-for-words'
import { Section } from '../../ui/section'
import { offerNote } from '../../ui/undo'
import { AxesMark } from '../../ui/visibility-chip'
import { shortDay, useToday } from '../../ui/when'
import { HelpButton } from '../help/help-button'
import { useReading } from '../import/use-reader'
import { ConsultShown } from './consult-shown'

const ImportReply = ({
  record,
  consult,
  setProblem,
}: {
  readonly record: string
  readonly consult: Consult
  readonly setProblem: (problem: string) => void
}) => {
  const run = useRun()
  const { read, reading } = useReading()
  const take = async (file: File | null): Promise<void> => {
    if (file === null) return
    const { id, replyKey } = consult
    const answer = await read('caseReply', { file, sent: { id, replyKey } })
    if (!answer.ok) return setProblem(readingSentence[answer.error])
    if (!answer.value.ok) return setProblem(replySentence[answer.value.error])
    const { from, text, sentOn } = answer.value.value
    setProblem('')
    try {
      await run(record, consults.edit, {
        id,
        next: { reply: text, replyFrom: from, repliedOn: sentOn },
      })
      offerNote(t('consult.replyImported', { coach: from }))
    } catch {
      // Of what failed nothing is said: it may hold what was read.
      setProblem(t('form.notSaved'))
    }
  }
  return (
    <FileButton
      accept=".json,application/json"
      onChange={(file) => void take(file)}
      inputProps={{ 'aria-label': t('consult.replyFile') }}
    >
      {(props) => (
        <Button {...props} variant="default" size="compact-sm" loading={reading}>
          {t('consult.importReply')}
        </Button>
      )}
    </FileButton>
  )
}

const about = (consult: Consult, today: string): string =>
  [
    t('consult.sentDay', { day: shortDay(consult.sentOn) }),
    consult.repliedOn !== null
      ? t('consult.repliedDay', { day: shortDay(consult.repliedOn) })
      : consult.until < today
        ? t('consult.closedDay', { day: shortDay(consult.until) })
        : t('consult.openUntil', { day: shortDay(consult.until) }),
  ].join(' · ')

/** In a narrow card its buttons stand below it. */
const Row = ({
  record,
  consult,
  editable,
  onRead,
}: {
  readonly record: string
  readonly consult: Consult
  readonly editable: boolean
  readonly onRead: () => void
}) => {
  const day = useToday()
  const bin = useBin(record)
  const [problem, setProblem] = useState('')
  return (
    <Group justify="space-between" gap="xs">
      <Box flex={ROOM_FOR_WORDS}>
        <Text fw={600}>{consult.to}</Text>
        <Text size="sm" c="dimmed">
          {about(consult, day)}
        </Text>
      </Box>
      <Group gap="xs" wrap="nowrap">
        <Button
          variant="default"
          size="compact-sm"
          aria-label={t('consult.readNamed', { coach: consult.to })}
          onClick={onRead}
        >
          {t('consult.readIt')}
        </Button>
        {editable && awaitsReply(consult) && (
          <ImportReply record={record} consult={consult} setProblem={setProblem} />
        )}
        <AxesMark visibility={consult.visibility} provenance={consult.provenance} />
        {editable && (
          <DeleteButton
            name={t('consult.delete', { coach: consult.to })}
            onDelete={() =>
              bin('consults', consult.id, t('rotation.inTheBin', { kind: t('consult.lower') }))
            }
          />
        )}
      </Group>
      <Problem text={problem} />
    </Group>
  )
}

export const Consults = ({
  record,
  editable,
}: {
  readonly record: RecordProjection
  readonly editable: boolean
}) => {
  const [reading, setReading] = useState<string>()
  const all = newestFirst(record.consults)
  // As it is now: a reply may be imported while it is read.
  const shown = all.find(({ id }) => id === reading)
  if (all.length === 0) return null
  return (
    <Section title={t('consult.title')} help={<HelpButton topic="consult" />}>
      {all.map((consult) => (
        <Row
          key={consult.id}
          record={record.id}
          consult={consult}
          editable={editable}
          onRead={() => setReading(consult.id)}
        />
      ))}
      {shown !== undefined && (
        <ConsultShown consult={shown} onClose={() => setReading(undefined)} />
      )}
    </Section>
  )
}
