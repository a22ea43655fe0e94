/** The five-minute brief on the mentee's page: what matters before a talk, each to be acted on. */
import { Button, Group, Progress, SimpleGrid, Stack, Text } from '@mantine/core'
import { IconPrinter } from '@tabler/icons-react'
import { useState } from 'react'
import { onPaper } from '../../../shared/model/leaving'
import { isNewerRecord, type RecordProjection } from '../../../shared/model/projection'
import { isOverdueGoal } from '../../../shared/model/record/goal'
import { displayName } from '../../../shared/model/record/mentee'
import { firstWords, frameworkOf } from '../../../shared/model/record/reflection'
import { agendaItems } from '../../../shared/model/record/session'
import type { Brief } from '../../../shared/views/brief'
import { briefOf } from '../../../shared/views/brief'
import { t } from '../../../shared/words/words'
import { go, useApp } from '../../context/app-state'
import { useCommand } from '../../context/commands/commands'
import { HiddenCount } from '../../context/hidden'
import { useHidden, useRun, useVault } from '../../context/vault/session'
import { QuietButton } from '../../ui/quiet-button'
import { Section } from '../../ui/section'
import { longDay, relativeDay, shortDay, timeOfDay, useToday, When } from '../../ui/when'
import { Written } from '../../ui/written'
import { checkInSummary } from '../check-ins/check-in-words'
import { PrintSheet } from '../print/print-sheet'
import { ActionLine, AddAction } from '../sessions/action-list'
import { PrepSection } from '../sessions/prep'
import { BriefContent } from './brief-content'

const MOST_GOALS = 4

const GoalLine = ({ goal, confidence, score }: Brief['goals'][number]) => {
  const day = useToday()
  const done = goal.milestones.filter(({ doneOn }) => doneOn !== null).length
  const percent =
    goal.milestones.length > 0
      ? Math.round((done / goal.milestones.length) * 100)
      : (score ?? 0) * 10
  return (
    <Stack gap={4}>
      <Group justify="space-between" wrap="nowrap" gap="sm">
        <Text fw={600} lineClamp={2}>
          {goal.title}
        </Text>
        {goal.targetDate !== null && (
          <Text size="sm" c="dimmed" style={{ whiteSpace: 'nowrap' }}>
            {t(isOverdueGoal(goal, day) ? 'goal.wasDue' : 'brief.goalBy', {
              day: shortDay(goal.targetDate),
            })}
          </Text>
        )}
      </Group>
      <Progress
        value={percent}
        size={5}
        aria-label={t('brief.goalPercent', { goal: goal.title, percent })}
      />
      <Text size="sm" c="dimmed">
        {[
          goal.milestones.length > 0 &&
            t('brief.milestonesDone', {
              done,
              milestones: t('count.milestone', { count: goal.milestones.length }),
            }),
          score !== null && t('brief.progressOf10', { rating: score }),
          confidence !== null && t('brief.confidenceOf10', { rating: confidence }),
        ]
          .filter(Boolean)
          .join(' · ') || t('brief.noMilestonesYet')}
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
          {t('brief.nothingToAsk')}
        </Text>
      )}
      {brief.ask.map((item) => (
        <Group key={item.id} justify="space-between" wrap="nowrap" gap="xs">
          <Text size="sm">{item.text}</Text>
          {editable && (
            <Button
              size="compact-xs"
              variant="subtle"
              aria-label={t('brief.asked', { text: item.text })}
              onClick={() =>
                void run(record.id, agendaItems.edit, { id: item.id, next: { done: true } })
              }
            >
              {t('brief.askedBefore')}
            </Button>
          )}
        </Group>
      ))}
      {brief.avoid !== '' && (
        <Written size="sm" c="var(--care)">
          {t('brief.ratherNotTalkAbout', { topics: brief.avoid })}
        </Written>
      )}
    </Stack>
  )
}

export const BriefCards = ({ record }: { readonly record: RecordProjection }) => {
  const vault = useVault()
  const [printing, setPrinting] = useState(false)
  const day = useToday()
  const presenting = useApp((state) => state.presenting)
  const hidden = useHidden(record.id, 'reflections')
  const brief = briefOf(record, vault.groupSessions, day)
  useCommand('print-brief', () => setPrinting(true))
  const editable = !isNewerRecord(record)
  const show = (label: string, tab: 'goals' | 'reflections' | 'check-ins') => (
    <Button
      variant="subtle"
      size="compact-sm"
      aria-label={t('brief.showAllOf', { things: label })}
      onClick={() => go({ screen: 'mentee', id: record.id, tab })}
    >
      {t('brief.showAll')}
    </Button>
  )
  return (
    <Stack gap="md">
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md" style={{ alignItems: 'start' }}>
        <Stack gap="md">
          <Section title={t('brief.openActionItems')}>
            {brief.actions.length === 0 && (
              <Text size="sm" c="dimmed">
                {t('brief.nothingOpen')}
              </Text>
            )}
            {brief.actions.map((item) => (
              <ActionLine key={item.id} recordId={record.id} item={item} editable={editable} />
            ))}
            {editable && <AddAction recordId={record.id} />}
          </Section>
          <Section
            title={t('brief.beforeYouTalk')}
            action={
              <QuietButton
                name={t('brief.print')}
                icon={IconPrinter}
                onClick={() => setPrinting(true)}
              />
            }
          >
            {brief.lastSession !== undefined && (
              <div>
                <Text size="sm" c="dimmed">
                  {t('brief.fromTheSession')} <When day={brief.lastSession.date} />
                </Text>
                <Written lineClamp={4}>
                  {brief.takeaway ||
                    (presenting ? t('presenting.theSessionsTexts') : t('brief.noTextWasWritten'))}
                </Written>
              </div>
            )}
            {brief.next !== undefined && (
              <Text size="sm">
                {brief.next.time === null
                  ? t('brief.nextSession', { day: relativeDay(brief.next.date, day) })
                  : t('brief.nextSessionAt', {
                      day: relativeDay(brief.next.date, day),
                      time: timeOfDay(brief.next.time),
                    })}
              </Text>
            )}
            {presenting ? (
              <HiddenCount record={record.id} kind="agendaItems" />
            ) : (
              <Ask record={record} brief={brief} editable={editable} />
            )}
            {editable && (
              <PrepSection record={record} preps={brief.preps} sessionId={brief.next?.id ?? null} />
            )}
          </Section>
        </Stack>
        <Stack gap="md">
          <Section title={t('brief.goals')} action={show(t('brief.goalsLower'), 'goals')}>
            {brief.goals.length === 0 ? (
              <Text c="dimmed">{t('brief.noOpenGoals')}</Text>
            ) : (
              brief.goals.slice(0, MOST_GOALS).map((one) => <GoalLine key={one.goal.id} {...one} />)
            )}
          </Section>
          <Section
            title={t('brief.latestAndAhead')}
            action={show(t('brief.reflectionsLower'), 'reflections')}
          >
            {brief.reflection === undefined ? (
              hidden === 0 && <Text c="dimmed">{t('brief.noReflectionsYet')}</Text>
            ) : (
              <Stack gap={2}>
                <Group justify="space-between" wrap="nowrap">
                  <Text fw={600} truncate>
                    {brief.reflection.prompt ||
                      frameworkOf(brief.reflection.framework, vault.frameworks).title}
                  </Text>
                  <When day={brief.reflection.date} size="sm" c="dimmed" />
                </Group>
                <Text lineClamp={2}>{firstWords(brief.reflection) || t('common.noTextYet')}</Text>
              </Stack>
            )}
            <HiddenCount record={record.id} kind="reflections" />
            {brief.checkIn !== undefined && (
              <Group justify="space-between" wrap="nowrap">
                <Text>{checkInSummary(brief.checkIn)}</Text>
                <When day={brief.checkIn.date} size="sm" c="dimmed" />
              </Group>
            )}
            {brief.dates.length > 0 && (
              <Stack gap={2}>
                <Text fw={600} size="sm">
                  {t('brief.ahead')}
                </Text>
                {brief.dates.slice(0, 4).map((one) => (
                  <Text key={one.id} size="sm">
                    {one.title}, <span title={longDay(one.date)}>{relativeDay(one.date, day)}</span>
                  </Text>
                ))}
              </Stack>
            )}
          </Section>
        </Stack>
      </SimpleGrid>
      {printing && (
        <PrintSheet
          title={t('brief.briefOf', { mentee: displayName(record.mentee) })}
          onClose={() => setPrinting(false)}
        >
          <h2>{displayName(record.mentee)}</h2>
          <BriefContent brief={briefOf(onPaper(record), vault.groupSessions, day)} />
        </PrintSheet>
      )}
    </Stack>
  )
}
