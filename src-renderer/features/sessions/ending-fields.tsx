/** What is written down at the end of a session, each with what is proposed for it. */
import { NumberInput, SimpleGrid, Stack, Text, Textarea, TextInput } from '@mantine/core'
import type { RecordProjection } from '../../../shared/model/projection'
import type { EndingProposals } from '../../../shared/views/session-ending'
import { t } from '../../../shared/words/words'
import { DayField } from '../../forms/day-field'
import { firstField } from '../../forms/first-field'
import { shortDay } from '../../ui/when'
import { PlannedWhileAway } from '../mentee/leave-sessions'
import { Proposal } from './ending-proposals'
import classes from './session-screen.module.css'

/** What is typed into the dialog. */
export interface EndingValues {
  readonly takeaway: string
  /** The day of the next session, if one is to be planned. */
  readonly next: string | null
  readonly time: string
  readonly minutes: number
  readonly followUp: string | null
  readonly about: string
}

interface EndingFields {
  readonly values: EndingValues
  readonly set: (changed: Partial<EndingValues>) => void
  readonly proposed: EndingProposals
}

export const Takeaway = ({ values: { takeaway }, set, proposed }: EndingFields) => (
  <Stack gap={6}>
    <Textarea
      label={t('session.takeaway')}
      description={t('session.takeawayHint')}
      {...firstField}
      value={takeaway}
      onChange={(event) => set({ takeaway: event.currentTarget.value })}
    />
    {proposed.takeaway !== '' && takeaway !== proposed.takeaway && (
      <Proposal
        command="use-takeaway"
        label={t('session.useWords', { words: proposed.takeaway })}
        onAccept={() => set({ takeaway: proposed.takeaway })}
      />
    )}
  </Stack>
)

export const NextSession = ({
  record,
  values: { next, time, minutes },
  set,
  proposed,
  planned,
  ranOn,
}: EndingFields & {
  /** How many minutes the timer says, where it was left on. */
  readonly ranOn: number | undefined
  readonly record: RecordProjection
  /** The day of a later session that is planned already. */
  readonly planned: string | undefined
}) => (
  <Stack gap={6}>
    <SimpleGrid cols={3}>
      <DayField
        label={t('session.nextSession')}
        clearable
        value={next}
        onChange={(day) => set({ next: day })}
      />
      <TextInput
        label={t('session.time')}
        type="time"
        value={time}
        onChange={(event) => set({ time: event.currentTarget.value })}
      />
      <NumberInput
        label={t('session.minutesToday')}
        min={0}
        max={600}
        value={minutes}
        onChange={(value) => typeof value === 'number' && set({ minutes: value })}
      />
    </SimpleGrid>
    {ranOn !== undefined && (
      <Text size="sm" c="dimmed" role="status">
        {t('session.timerRanOn', { count: Math.round(ranOn / 60) })}
      </Text>
    )}
    <PlannedWhileAway record={record} days={next === null ? [] : [next]} />
    {planned !== undefined && (
      <Text size="sm" c="dimmed">
        {t('session.nextPlannedAlready', { day: shortDay(planned) })}
      </Text>
    )}
    {proposed.next !== undefined && planned === undefined && next !== proposed.next.day && (
      <Proposal
        command="use-next-session"
        label={t('session.useDay', {
          day: shortDay(proposed.next.day),
          words: proposed.next.words,
        })}
        onAccept={() => set({ next: proposed.next?.day ?? null })}
      />
    )}
  </Stack>
)

export const FollowUp = ({
  values: { followUp, about },
  set,
  proposed: { followUp: proposed },
}: EndingFields) => (
  <Stack gap={6}>
    <SimpleGrid cols={3}>
      <DayField
        label={t('session.followUpOn')}
        clearable
        value={followUp}
        onChange={(day) => set({ followUp: day })}
      />
      {followUp !== null && (
        <TextInput
          label={t('session.followUpAbout')}
          className={classes.about ?? ''}
          value={about}
          onChange={(event) => set({ about: event.currentTarget.value })}
        />
      )}
    </SimpleGrid>
    {proposed !== undefined && about !== proposed.about && (
      <Proposal
        command="use-follow-up"
        label={t('session.useDay', { day: shortDay(proposed.day), words: proposed.about })}
        onAccept={() => set({ followUp: proposed.day, about: proposed.about })}
      />
    )}
  </Stack>
)
