/** The five-minute brief on the mentee's page: what matters before a talk, each to be acted on. */
import { Button, Group, Progress, SimpleGrid, Stack, Text } from '@mantine/core'
import { IconPrinter } from '@tabler/icons-react'
import { useState } from 'react'
import type { Brief } from '../../../shared/model/brief'
import { briefOf } from '../../../shared/model/brief'
import { displayName } from '../../../shared/model/mentee'
import { isNewerRecord, type RecordProjection } from '../../../shared/model/projection'
import { firstWords, frameworkOf } from '../../../shared/model/reflection'
import { agendaItems } from '../../../shared/model/session'
import { go } from '../../app/app-state'
import { useCommand } from '../../app/commands'
import { useRun, useVault } from '../../app/session'
import { count } from '../../ui/labels'
import { PrintSheet } from '../../ui/print-sheet'
import { QuietButton } from '../../ui/quiet-button'
import { Section } from '../../ui/section'
import { longDay, relativeDay, shortDay, today, When } from '../../ui/when'
import { checkInSummary } from '../check-ins/check-in-words'
import { ActionLine, AddAction } from '../sessions/action-list'
import { PrepSection } from '../sessions/prep'
import { BriefContent } from './brief-content'

const MOST_GOALS = 4

const GoalLine = ({ goal, confidence, score }: Brief['goals'][number]) => {
  const done = goal.milestones.filter(({ doneOn }) => doneOn !== null).length
  const percent =
    goal.milestones.length > 0 ? Math.round((done / goal.milestones.length) * 100) : (score ?? 0) * 10
  return (
    <Stack gap={4}>
      <Group justify="space-between" wrap="nowrap" gap="sm">
        <Text fw={600} lineClamp={2}>
          {goal.title}
        </Text>
        {goal.targetDate !== null && (
          <Text size="sm" c="dimmed" style={{ whiteSpace: 'nowrap' }}>
            by {shortDay(goal.targetDate)}
          </Text>
        )}
      </Group>
      <Progress value={percent} size={5} aria-label={`${goal.title}: ${percent} percent`} />
      <Text size="sm" c="dimmed">
        {[
          goal.milestones.length > 0 && `${done} of ${count(goal.milestones.length, 'milestone')}`,
          score !== null && `progress ${score} of 10`,
          confidence !== null && `confidence ${confidence} of 10`,
        ]
          .filter(Boolean)
          .join(' · ') || 'No milestones yet'}
      </Text>
    </Stack>
  )
}

const Ask = ({
  record,
  brief,
  editable,
}: {
  readonly record: RecordProjection
  readonly brief: Brief
  readonly editable: boolean
}) => {
  const run = useRun()
  return (
    <Stack gap={4}>
      {brief.ask.length === 0 && brief.avoid === '' && (
        <Text size="sm" c="dimmed">
          Nothing noted. In a note, “/ask …” puts a question here.
        </Text>
      )}
      {brief.ask.map((item) => (
        <Group key={item.id} justify="space-between" wrap="nowrap" gap="xs">
          <Text size="sm">{item.text}</Text>
          {editable && (
            <Button
              size="compact-xs"
              variant="subtle"
              aria-label={`Asked: ${item.text}`}
              onClick={() => void run(record.id, agendaItems.edit, { id: item.id, next: { done: true } })}
            >
              Asked
            </Button>
          )}
        </Group>
      ))}
      {brief.avoid !== '' && (
        <Text size="sm" c="var(--care)" style={{ whiteSpace: 'pre-line' }}>
          Rather not: {brief.avoid}
        </Text>
      )}
    </Stack>
  )
}

export const BriefCards = ({ record }: { readonly record: RecordProjection }) => {
  const vault = useVault()
  const [printing, setPrinting] = useState(false)
  const brief = briefOf(record, vault.groupSessions, today())
  useCommand('print-brief', () => setPrinting(true))
  const editable = !isNewerRecord(record)
  const show = (label: string, tab: 'goals' | 'reflections' | 'check-ins') => (
    <Button
      variant="subtle"
      size="compact-sm"
      aria-label={`Show all ${label}`}
      onClick={() => go({ screen: 'mentee', id: record.id, tab })}
    >
      Show all
    </Button>
  )
  return (
    <Stack gap="md">
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md" style={{ alignItems: 'start' }}>
        <Stack gap="md">
          <Section title="Open action items">
            {brief.actions.length === 0 && (
              <Text size="sm" c="dimmed">
                Nothing open.
              </Text>
            )}
            {brief.actions.map((item) => (
              <ActionLine key={item.id} recordId={record.id} item={item} editable={editable} />
            ))}
            {editable && <AddAction recordId={record.id} />}
          </Section>
          <Section
            title="Before you talk"
            action={
              <QuietButton name="Print the brief" icon={IconPrinter} onClick={() => setPrinting(true)} />
            }
          >
            {brief.lastSession !== undefined && (
              <div>
                <Text size="sm" c="dimmed">
                  From the session <When day={brief.lastSession.date} />
                </Text>
                <Text lineClamp={4} style={{ whiteSpace: 'pre-line' }}>
                  {brief.takeaway || 'No text was written.'}
                </Text>
              </div>
            )}
            {brief.next !== undefined && (
              <Text size="sm">
                Next session {relativeDay(brief.next.date)}
                {brief.next.time === null ? '' : ` at ${brief.next.time}`}
              </Text>
            )}
            <Ask record={record} brief={brief} editable={editable} />
            {editable && <PrepSection record={record} prep={brief.prep} sessionId={brief.next?.id ?? null} />}
          </Section>
        </Stack>
        <Stack gap="md">
          <Section title="Goals" action={show('goals', 'goals')}>
            {brief.goals.length === 0 ? (
              <Text c="dimmed">No open goals. Ask what would make this term a good one.</Text>
            ) : (
              brief.goals.slice(0, MOST_GOALS).map((one) => <GoalLine key={one.goal.id} {...one} />)
            )}
          </Section>
          <Section title="Latest and ahead" action={show('reflections', 'reflections')}>
            {brief.reflection === undefined ? (
              <Text c="dimmed">No reflections yet.</Text>
            ) : (
              <Stack gap={2}>
                <Group justify="space-between" wrap="nowrap">
                  <Text fw={600} truncate>
                    {brief.reflection.prompt ||
                      frameworkOf(brief.reflection.framework, vault.frameworks).title}
                  </Text>
                  <When day={brief.reflection.date} size="sm" c="dimmed" />
                </Group>
                <Text lineClamp={2}>{firstWords(brief.reflection) || 'No text yet'}</Text>
              </Stack>
            )}
            {brief.checkIn !== undefined && (
              <Group justify="space-between" wrap="nowrap">
                <Text>{checkInSummary(brief.checkIn)}</Text>
                <When day={brief.checkIn.date} size="sm" c="dimmed" />
              </Group>
            )}
            {brief.dates.length > 0 && (
              <Stack gap={2}>
                <Text fw={600} size="sm">
                  Ahead
                </Text>
                {brief.dates.slice(0, 4).map((one) => (
                  <Text key={one.id} size="sm">
                    {one.title}, <span title={longDay(one.date)}>{relativeDay(one.date)}</span>
                  </Text>
                ))}
              </Stack>
            )}
          </Section>
        </Stack>
      </SimpleGrid>
      {printing && (
        <PrintSheet title={`Brief: ${displayName(record.mentee)}`} onClose={() => setPrinting(false)}>
          <h2>{displayName(record.mentee)}</h2>
          <BriefContent brief={brief} />
        </PrintSheet>
      )}
    </Stack>
  )
}
