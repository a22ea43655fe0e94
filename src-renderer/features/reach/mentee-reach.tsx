/** One mentee's REACH: the week that counts now with what could fulfil it, and the four years of sixteen weeks. */
import { Button, Group, SimpleGrid, Stack, Text, UnstyledButton } from '@mantine/core'
import { IconCalendarWeek, IconLink, IconPrinter } from '@tabler/icons-react'
import { type KeyboardEvent, useState } from 'react'
import { isNewerRecord, type RecordProjection } from '../../../shared/model/projection'
import { classOn } from '../../../shared/model/record/enrolment'
import { displayName } from '../../../shared/model/record/mentee'
import {
  CHECKLIST,
  COMPONENTS,
  markOf,
  type Part,
  type ReachWeek,
  weekNearest,
  weekStatus,
  weeksAway,
  weeksOfMentee,
} from '../../../shared/model/record/reach'
import { offersFor } from '../../../shared/views/fulfilment'
import { t } from '../../../shared/words/words'
import { go } from '../../context/app-state'
import { commandOf } from '../../context/commands/list/all'
import { isPressed, keycapsOf } from '../../context/commands/shortcuts'
import { useVault } from '../../context/vault/session'
import { EmptyState } from '../../ui/empty-state'
import { Icon } from '../../ui/icon'
import { checklistLabels, componentLabels, markLabels, reachLabels } from '../../ui/labels'
import { Section } from '../../ui/section'
import { shortDay, useToday } from '../../ui/when'
import { MarkButton } from './mark-button'
import classes from './mentee-reach.module.css'
import { offerWords } from './offer-words'
import { ReachSheet } from './reach-sheet'
import { markOfKey, useMarking } from './use-marking'

const FourYears = ({
  record,
  weeks,
  away,
  shown,
  onShow,
}: {
  readonly record: RecordProjection
  readonly weeks: readonly ReachWeek[]
  /** Of their class, and while they were not enrolled. */
  readonly away: readonly ReachWeek[]
  readonly shown: string
  readonly onShow: (week: string) => void
}) => (
  <fieldset className={classes.years} aria-label={t('reach.fourYearsChart')}>
    {[1, 2, 3, 4].map((year) => (
      <div key={year} className={classes.year}>
        <Text size="sm" c="dimmed" w={44}>
          {t('reach.schoolYear', { year })}
        </Text>
        {[1, 2, 3, 4].flatMap((quarter) => {
          const ofQuarter = weeks.filter((one) => one.year === year && one.quarter === quarter)
          const missed = away.find((one) => one.year === year && one.quarter === quarter)
          if (ofQuarter.length === 0)
            return [
              <span
                key={quarter}
                className={classes.none}
                {...(missed === undefined
                  ? {}
                  : {
                      role: 'img',
                      'aria-label': t('reach.weekNotEnrolled', { year, week: quarter }),
                      title: `${t('reach.notEnrolled')}, ${shortDay(missed.start)}`,
                    })}
              >
                {missed === undefined ? '' : '–'}
              </span>,
            ]
          return ofQuarter.map((week) => {
            const status = weekStatus(record.reachMarks, week.id)
            const done = COMPONENTS.filter((part) =>
              ['done', 'excused'].includes(markOf(record.reachMarks, week.id, part).mark),
            ).length
            const label = t('reach.weekState', {
              year,
              week: quarter,
              done,
              state: reachLabels[status].toLowerCase(),
            })
            return (
              <UnstyledButton
                key={week.id}
                title={`${label}, ${shortDay(week.start)}`}
                className={classes.week ?? ''}
                data-status={status}
                aria-label={label}
                aria-current={week.id === shown ? 'true' : undefined}
                onClick={() => onShow(week.id)}
              >
                {done}/5
              </UnstyledButton>
            )
          })
        })}
      </div>
    ))}
  </fieldset>
)

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
        <Button variant="default" onClick={() => go({ screen: 'reach' })}>
          {t('reach.open')}
        </Button>
      </EmptyState>
    )
  const offers = offersFor(record, week, vault.groupSessions)
  const line = [{ record: record.id, week: week.id }]
  const row = (part: Part, label: string) => {
    const mark = markOf(record.reachMarks, week.id, part)
    const offer = mark.link === null ? offers[part] : undefined
    const link = (): void => void marking.mark(line, [part], 'done', offer?.link)
    const press = (event: KeyboardEvent): void => {
      const set = markOfKey(event.key)
      if (isPressed('undo', event.nativeEvent)) marking.undo()
      else if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return
      else if (set !== undefined) marking.mark(line, [part], set)
      else return
      event.preventDefault()
    }
    return (
      <Group key={part} gap="sm" wrap="nowrap" onKeyDown={editable ? press : undefined}>
        <MarkButton
          mark={mark}
          name={label}
          offer={offer && offerWords(offer)}
          disabled={!editable}
          onNext={() => marking.mark(line, [part], 'next')}
          onLink={link}
        />
        <Text flex={1}>{label}</Text>
        {offer !== undefined && editable && (
          <Button
            size="compact-sm"
            variant="subtle"
            leftSection={<Icon of={IconLink} size="small" />}
            title={t('reach.linkOffer', { offer: offerWords(offer) })}
            onClick={link}
          >
            {t('reach.linkOffer', { offer: offerWords(offer) })}
          </Button>
        )}
        <Text size="sm" c="dimmed">
          {markLabels[mark.mark]}
        </Text>
      </Group>
    )
  }
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
          <Stack gap="xs">{COMPONENTS.map((part) => row(part, componentLabels[part]))}</Stack>
          <Stack gap="xs">{CHECKLIST.map((part) => row(part, checklistLabels[part]))}</Stack>
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
      {printing && <ReachSheet record={record} week={week} onClose={() => setPrinting(false)} />}
    </Stack>
  )
}
