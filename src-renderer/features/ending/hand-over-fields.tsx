/** What is filled in for a hand-over: who goes to whom and until when, the summary, and each mentee's items that go. */
import {
  Checkbox,
  Group,
  MultiSelect,
  SimpleGrid,
  Stack,
  Text,
  Textarea,
  TextInput,
} from '@mantine/core'
import { leaving, profileFor } from '../../../shared/model/leaving'
import { currentRecords, type RecordProjection } from '../../../shared/model/projection'
import { displayName } from '../../../shared/model/record/mentee'
import { t } from '../../../shared/words/words'
import { useModel } from '../../context/vault/session'
import { DayField } from '../../forms/day-field'
import { firstField } from '../../forms/first-field'
import { LabelledTexts } from '../../ui/labelled-text'
import { longDay, useToday } from '../../ui/when'
import { behindWords, profileRows, titleOf } from './leaving-items'

export interface HandOverTyped {
  readonly chosen: string[]
  readonly to: string
  readonly from: string
  readonly until: string | null
  readonly summary: string
  readonly approved: boolean
  /** Items that stay. */
  readonly left: readonly string[]
  /** What the items said before goes along. */
  readonly history: boolean
}

const Preview = ({
  record,
  left,
  onLeft,
}: {
  readonly record: RecordProjection
  readonly left: readonly string[]
  readonly onLeft: (id: string, out: boolean) => void
}) => {
  const { items, staysBehind } = leaving(record, 'next-coach')
  return (
    <Stack
      gap={4}
      component="section"
      aria-label={t('handOver.menteesOnly', { mentee: displayName(record.mentee) })}
    >
      <Text fw={600}>{displayName(record.mentee)}</Text>
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md" verticalSpacing={2}>
        <LabelledTexts rows={profileRows(profileFor(record.mentee, 'next-coach'))} />
      </SimpleGrid>
      {items.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('handOver.nothingElse')}
        </Text>
      )}
      {items.map((one) => (
        <Checkbox
          key={one.id}
          size="xs"
          label={titleOf(one)}
          checked={!left.includes(one.id)}
          onChange={(event) => onLeft(one.id, !event.currentTarget.checked)}
        />
      ))}
      {Object.keys(staysBehind).length > 0 && (
        <Text size="sm" c="dimmed">
          {t('handOver.staysBehind', { items: behindWords(staysBehind) })}
        </Text>
      )}
    </Stack>
  )
}

export const HandOverFields = ({
  typed: { chosen, to, from, until, summary, approved, left, history },
  set,
  picked,
}: {
  readonly typed: HandOverTyped
  readonly set: (next: Partial<HandOverTyped>) => void
  readonly picked: readonly RecordProjection[]
}) => {
  const records = useModel((model) => model.records)
  const day = useToday()
  return (
    <>
      <MultiSelect
        label={t('common.mentees')}
        searchable
        data={currentRecords(records).map(({ id, mentee }) => ({
          value: id,
          label: displayName(mentee),
        }))}
        value={chosen}
        onChange={(next) => set({ chosen: next })}
      />
      <Group grow align="flex-end">
        <TextInput
          label={t('handOver.toColleague')}
          value={to}
          onChange={(event) => set({ to: event.currentTarget.value })}
          {...firstField}
        />
        <TextInput
          label={t('handOver.fromCoach')}
          description={t('handOver.yourNameHint')}
          value={from}
          onChange={(event) => set({ from: event.currentTarget.value })}
        />
        <DayField
          label={t('handOver.onlyUntil')}
          description={t('handOver.forSubstitute')}
          clearable
          within={{ first: day }}
          value={until}
          onChange={(day) => set({ until: day })}
        />
      </Group>
      <Textarea
        label={t('handOver.summary')}
        autosize
        minRows={3}
        value={summary}
        onChange={(event) => set({ summary: event.currentTarget.value })}
      />
      <Checkbox
        label={t('handOver.menteeAgrees')}
        description={t('handOver.menteeAgreesHint')}
        checked={approved}
        disabled={summary.trim() === ''}
        onChange={(event) => set({ approved: event.currentTarget.checked })}
      />
      <Checkbox
        label={t('history.goesAlong')}
        description={t('history.goesAlongHint')}
        checked={history}
        onChange={(event) => set({ history: event.currentTarget.checked })}
      />
      {picked.map((record) => (
        <Preview
          key={record.id}
          record={record}
          left={left}
          onLeft={(id, out) =>
            set({ left: out ? [...left, id] : left.filter((one) => one !== id) })
          }
        />
      ))}
      <Text size="sm" c="dimmed">
        {t('handOver.staysWithYou')}
        {until !== null && ` ${t('handOver.substituteErases', { day: longDay(until) })}`}
      </Text>
    </>
  )
}
