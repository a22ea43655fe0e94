/** What matters before a talk, at a glance. */
import { Anchor, Card, Group, Progress, SimpleGrid, Stack, Text, Title } from '@mantine/core'
import type { ReactNode } from 'react'
import type { Goal } from '../../../shared/model/goal'
import { kept, openGoals, type RecordProjection } from '../../../shared/model/projection'
import { frameworkOf } from '../../../shared/model/reflection'
import { go, type MenteeTab } from '../../app/app-state'
import { shortDay, When } from '../../ui/when'
import { noteTitle } from '../notes/notes-tab'

const Section = ({
  id,
  title,
  tab,
  record,
  children,
}: {
  readonly id: string
  readonly title: string
  readonly tab: MenteeTab
  readonly record: string
  readonly children: ReactNode
}) => (
  <Card component="section" aria-labelledby={id}>
    <Stack gap="sm">
      <Group justify="space-between">
        <Title order={2} id={id}>
          {title}
        </Title>
        <Anchor
          component="button"
          size="sm"
          onClick={() => go({ screen: 'mentee', id: record, tab })}
          aria-label={`See all ${title.toLowerCase()}`}
        >
          See all
        </Anchor>
      </Group>
      {children}
    </Stack>
  </Card>
)

const GoalLine = ({ goal }: { readonly goal: Goal }) => {
  const done = goal.milestones.filter(({ doneOn }) => doneOn !== null).length
  const confidence = goal.ratings[0]?.confidence
  return (
    <Stack gap={4}>
      <Group justify="space-between" wrap="nowrap">
        <Text fw={600} truncate>
          {goal.title}
        </Text>
        {goal.targetDate !== null && (
          <Text size="sm" c="dimmed" style={{ flexShrink: 0 }}>
            by {shortDay(goal.targetDate)}
          </Text>
        )}
      </Group>
      {goal.milestones.length > 0 && (
        <Progress
          value={(done / goal.milestones.length) * 100}
          size="sm"
          aria-label={`Milestones of ${goal.title}`}
        />
      )}
      <Text size="sm" c="dimmed">
        {[
          goal.milestones.length > 0 && `${done} of ${goal.milestones.length} milestones`,
          confidence !== undefined && `confidence ${confidence} of 10`,
        ]
          .filter(Boolean)
          .join(' · ') || 'No milestones yet'}
      </Text>
    </Stack>
  )
}

export const Overview = ({ record }: { readonly record: RecordProjection }) => {
  const goals = openGoals(record)
  const note = kept(record.notes)[0]
  const reflection = kept(record.reflections)[0]
  const { mentee } = record
  const about = [
    ['Strengths', mentee.strengths],
    ['Values', mentee.values],
    ['Interests', mentee.interests],
    ['E-mail', mentee.email],
    ['Phone', mentee.phone],
  ].filter(([, text]) => text !== '')
  return (
    <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md" pt="md" style={{ alignItems: 'start' }}>
      <Section id="overview-goals" title="Goals" tab="goals" record={record.id}>
        {goals.length === 0 ? (
          <Text c="dimmed">No open goals. Ask what would make this term a good one.</Text>
        ) : (
          goals.slice(0, 4).map((goal) => <GoalLine key={goal.id} goal={goal} />)
        )}
      </Section>
      <Section id="overview-notes" title="Notes" tab="notes" record={record.id}>
        {note === undefined ? (
          <Text c="dimmed">No notes yet.</Text>
        ) : (
          <Stack gap={4}>
            <Group justify="space-between" wrap="nowrap">
              <Text fw={600} truncate>
                {noteTitle(note)}
              </Text>
              <When day={note.date} size="sm" c="dimmed" />
            </Group>
            <Text lineClamp={4} style={{ whiteSpace: 'pre-line' }}>
              {note.excerpt || 'No text yet'}
            </Text>
          </Stack>
        )}
      </Section>
      <Section id="overview-reflections" title="Reflections" tab="reflections" record={record.id}>
        {reflection === undefined ? (
          <Text c="dimmed">No reflections yet.</Text>
        ) : (
          <Stack gap={4}>
            <Group justify="space-between" wrap="nowrap">
              <Text fw={600} truncate>
                {reflection.prompt || frameworkOf(reflection.framework).title}
              </Text>
              <When day={reflection.date} size="sm" c="dimmed" />
            </Group>
            <Text lineClamp={2}>
              {Object.values(reflection.sections).find((text) => text.trim() !== '') ?? 'No text yet'}
            </Text>
          </Stack>
        )}
      </Section>
      {about.length > 0 && (
        <Card component="section" aria-labelledby="overview-about">
          <Stack gap="sm">
            <Title order={2} id="overview-about">
              About
            </Title>
            {about.map(([label, text]) => (
              <Stack key={label} gap={0}>
                <Text size="sm" c="dimmed">
                  {label}
                </Text>
                <Text style={{ whiteSpace: 'pre-line' }}>{text}</Text>
              </Stack>
            ))}
          </Stack>
        </Card>
      )}
    </SimpleGrid>
  )
}
