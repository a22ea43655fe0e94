/** Ending a session: what was agreed, when next, what to follow up; then it is filed. */
import {
  Button,
  Group,
  Modal,
  NumberInput,
  SimpleGrid,
  Stack,
  Text,
  Textarea,
  TextInput,
  Title,
} from '@mantine/core'
import { DateInput } from '@mantine/dates'
import { useState } from 'react'
import { addDays } from '../../../shared/model/academic-year'
import { kept, type RecordProjection } from '../../../shared/model/projection'
import { addSession, endSession, type Session } from '../../../shared/model/session'
import { t } from '../../../shared/words'
import { go } from '../../app/app-state'
import { DIALOG, useTyped } from '../../app/kept-typing'
import { useRun } from '../../app/session'
import { firstField } from '../../ui/first-field'
import { today } from '../../ui/when'
import { ActionList } from './action-list'
import { minutesSince } from './timer'

export const EndSession = ({
  record,
  session,
  onClose,
}: {
  readonly record: RecordProjection
  readonly session: Session
  readonly onClose: () => void
}) => {
  const run = useRun()
  const [minutes, setMinutes] = useState(
    session.startedAt === null ? session.minutes : Math.min(600, minutesSince(session.startedAt, Date.now())),
  )
  const [takeaway, setTakeaway] = useTyped(`${DIALOG}End session/takeaway`, session.takeaway)
  const planned = kept(record.sessions).some(
    ({ status, date }) => status === 'planned' && date > session.date,
  )
  const [next, setNext] = useState<string | null>(
    planned ? null : addDays(today(), record.mentee.cadenceWeeks * 7),
  )
  const [time, setTime] = useState(session.time ?? '')
  const [followUp, setFollowUp] = useState<string | null>(session.followUp)
  const [about, setAbout] = useTyped(`${DIALOG}End session/about`, session.followUpNote)
  const [busy, setBusy] = useState(false)
  const agreed = kept(record.actionItems).filter((item) => item.session === session.id)

  const file = async (): Promise<void> => {
    setBusy(true)
    await run(record.id, endSession, {
      id: session.id,
      next: { minutes, takeaway, followUp, followUpNote: about.trim() },
    })
    if (next !== null)
      await run(record.id, addSession, {
        kind: 'one-to-one',
        status: 'planned',
        date: next,
        time: time === '' ? null : time,
        minutes: 45,
        medium: session.medium,
        place: session.place,
      })
    go({ screen: 'mentee', id: record.id, tab: 'overview' })
  }

  return (
    <Modal opened onClose={onClose} title={t('endSession.endTheSession')} size="lg">
      <Stack gap="md">
        <Stack gap="xs">
          <Title order={3}>{t('endSession.whatWasAgreed')}</Title>
          <ActionList recordId={record.id} items={agreed} sessionId={session.id} />
        </Stack>
        <Textarea
          label={t('endSession.theMenteesOwnTakeaway')}
          description={t('endSession.inTheirWordsItOpensThe')}
          {...firstField}
          value={takeaway}
          onChange={(event) => setTakeaway(event.currentTarget.value)}
        />
        <SimpleGrid cols={3}>
          <DateInput
            label={t('endSession.nextSession')}
            clearable
            valueFormat="D MMM YYYY"
            value={next}
            onChange={setNext}
          />
          <TextInput
            label={t('endSession.time')}
            type="time"
            value={time}
            onChange={(event) => setTime(event.currentTarget.value)}
          />
          <NumberInput
            label={t('endSession.minutesToday')}
            min={0}
            max={600}
            value={minutes}
            onChange={(value) => typeof value === 'number' && setMinutes(value)}
          />
          <DateInput
            label={t('endSession.followUpOn')}
            clearable
            valueFormat="D MMM YYYY"
            value={followUp}
            onChange={setFollowUp}
          />
        </SimpleGrid>
        {followUp !== null && (
          <TextInput
            label={t('endSession.followUpAbout')}
            value={about}
            onChange={(event) => setAbout(event.currentTarget.value)}
          />
        )}
        {planned && (
          <Text size="sm" c="dimmed">
            {t('endSession.aNextSessionIsPlannedAlready')}
          </Text>
        )}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {t('endSession.goOnWithTheSession')}
          </Button>
          <Button loading={busy} onClick={() => void file()}>
            {t('endSession.fileTheSession')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}
