/** One mentee's REACH: the week that counts now with what could fulfil it, and the four years of sixteen weeks. */
import { Button, SimpleGrid, Stack, Text } from '@mantine/core'
import { IconCalendarWeek, IconPencil, IconPrinter } from '@tabler/icons-react'
import { useState } from 'react'
import { defaultVisibility } from '../../../shared/crdt/visibility'
import { isNewerRecord, type RecordProjection } from '../../../shared/model/projection'
import { classOn } from '../../../shared/model/record/enrolment'
import { exerciseOf } from '../../../shared/model/record/exercise'
import { displayName } from '../../../shared/model/record/mentee'
import {
  CHECKLIST,
  type ChecklistItem,
  COMPONENTS,
  type Component,
  type ReachWeek,
  SEEN_ITEMS,
  weekNearest,
  weekStatus,
  weeksAway,
  weeksOfMentee,
} from '../../../shared/model/record/reach'
import { emptySections, frameworkOf, reflections } from '../../../shared/model/record/reflection'
import { offersFor, seenIn } from '../../../shared/views/fulfilment'
import { t } from '../../../shared/words/words'
import { go } from '../../context/app-state'
import { runCommand } from '../../context/commands/commands'
import { commandOf } from '../../context/commands/list/all'
import { keycapsOf } from '../../context/commands/shortcuts'
import { aimTyping, stopTypingAhead, typeAhead } from '../../context/typing/type-ahead'
import { useRun, useVault } from '../../context/vault/session'
import { EmptyState } from '../../ui/empty-state'
import { Icon } from '../../ui/icon'
import { partLabels, reachLabels } from '../../ui/labels'
import { Section } from '../../ui/section'
import { shortDay, useToday } from '../../ui/when'
import { ExerciseText } from './exercise'
import { FourYears } from './four-years'
import { IdentityLegend } from './identity-mark'
import { ReachSheet } from './reach-sheet'
import { useMarking } from './use-marking'
import { PartLine, SeenLine } from './week-parts'

/** The week's exercise, and the mentee's own answer to it, which then fulfills Reflection. */
const WeekExercise = ({
  record,
  week,
  editable,
}: {
  readonly record: RecordProjection
  readonly week: ReachWeek
  readonly editable: boolean
}) => {
  const run = useRun()
  const day = useToday()
  const exercise = exerciseOf(week)
  if (exercise === undefined) return null
  const answer = async (): Promise<void> => {
    typeAhead()
    const id = await run(record.id, reflections.add, {
      date: day,
      framework: 'open',
      prompt: exercise.questions[0] ?? exercise.title,
      provenance: 'mentee',
      visibility: defaultVisibility('mentee'),
      sections: emptySections(frameworkOf('open', [])),
    })
    if (id === undefined) return stopTypingAhead()
    aimTyping(id)
    go({ screen: 'mentee', id: record.id, tab: 'reflections', item: id })
  }
  return (
    <Section
      title={t('reach.exercise')}
      action={
        editable && (
          <Button
            variant="subtle"
            size="compact-sm"
            leftSection={<Icon of={IconPencil} size="small" />}
            data-types
            onClick={() => void answer()}
          >
            {t('reach.writeAnswer')}
          </Button>
        )
      }
    >
      <ExerciseText exercise={exercise} titled />
    </Section>
  )
}

export const MenteeReach = ({ record }: { readonly record: RecordProjection }) => {
  const marking = useMarking()
  const vault = useVault()
  const [chosen, setChosen] = useState<string>()
  const day = useToday()
  const [printing, setPrinting] = useState(false)
  const weeks = weeksOfMentee(vault.reachWeeks, record)
  const week = weeks.find(({ id }) => id === chosen) ?? weekNearest(weeks, day)
  const editable = !isNewerRecord(record)
  if (week === undefined)
    return (
      <EmptyState
        icon={IconCalendarWeek}
        title={t('reach.noWeeks')}
        text={
          classOn(record, day) === null
            ? t('reach.needsClass')
            : t('reach.weeksSetUpOnReach', { year: classOn(record, day) ?? '' })
        }
      >
        {classOn(record, day) === null ? (
          <Button onClick={() => runCommand('edit-mentee')}>{t('mentee.editDetails')}</Button>
        ) : (
          <Button variant="default" onClick={() => go({ screen: 'reach' })}>
            {t('reach.open')}
          </Button>
        )}
      </EmptyState>
    )
  const offers = offersFor(record, week, vault)
  const seen = seenIn(record, week, vault.groupSessions)
  const line = (part: Component | ChecklistItem, label: string) => (
    <PartLine
      key={part}
      record={record}
      week={week}
      part={part}
      label={label}
      offer={offers[part]}
      marking={marking}
      editable={editable}
    />
  )
  return (
    <Stack gap="md" pt="md">
      <Section title={t('reach.fourYears')}>
        <FourYears
          record={record}
          weeks={weeks}
          away={weeksAway(vault.reachWeeks, record)}
          shown={week.id}
          onShow={setChosen}
        />
        <IdentityLegend weeks={weeks} />
      </Section>
      <Section
        title={t('reach.weekFromTo', {
          year: week.year,
          week: week.quarter,
          start: shortDay(week.start),
          end: shortDay(week.end),
        })}
        action={
          <Button
            variant="subtle"
            size="compact-sm"
            leftSection={<Icon of={IconPrinter} size="small" />}
            onClick={() => setPrinting(true)}
          >
            {t('reach.weekSheet')}
          </Button>
        }
      >
        {week.theme !== '' && <Text c="dimmed">{week.theme}</Text>}
        <SimpleGrid cols={{ base: 1, md: 2 }} spacing="xl">
          <Stack gap="xs">{COMPONENTS.map((part) => line(part, partLabels[part]))}</Stack>
          <Stack gap="xs">
            {CHECKLIST.map((part) => line(part, partLabels[part]))}
            {SEEN_ITEMS.map((item) => (
              <SeenLine key={item} item={item} seen={seen[item]} />
            ))}
          </Stack>
        </SimpleGrid>
        {editable && (
          <Text size="sm" c="dimmed">
            {t('reach.markKeys', { undo: keycapsOf(commandOf('undo')) })}
          </Text>
        )}
        <Text size="sm" c="dimmed">
          {t('reach.boardOf', {
            mentee: displayName(record.mentee),
            state: reachLabels[weekStatus(record.reachMarks, week.id)],
          })}
        </Text>
      </Section>
      <WeekExercise record={record} week={week} editable={editable} />
      {printing && <ReachSheet record={record} week={week} onClose={() => setPrinting(false)} />}
    </Stack>
  )
}
