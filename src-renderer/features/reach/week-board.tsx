/** The board of a REACH week, or of everyone in their own: who is not done, planning the next one, and group sessions. */
import { Alert, Button, Group, Stack, Text } from '@mantine/core'
import { IconCalendarPlus, IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { currentRecords, kept } from '../../../shared/model/projection'
import { exerciseOf } from '../../../shared/model/record/exercise'
import { groupSessions } from '../../../shared/model/record/group-session'
import { displayName } from '../../../shared/model/record/mentee'
import { type ReachWeek, weekStatus, weeksAway } from '../../../shared/model/record/reach'
import { weeksToPlan } from '../../../shared/views/reach-plan'
import { t } from '../../../shared/words/words'
import { go } from '../../context/app-state'
import { commandOf } from '../../context/commands/list/all'
import { keycapsOf } from '../../context/commands/shortcuts'
import { aimTyping, stopTypingAhead, typeAhead } from '../../context/typing/type-ahead'
import { useModel, useRunOnVault, useVault } from '../../context/vault/session'
import { sessionStatusLabels } from '../../ui/labels'
import { Section } from '../../ui/section'
import { ShowAll } from '../../ui/show-all'
import { shortDay, today, useToday } from '../../ui/when'
import { CalendarExport } from '../calendar/calendar-export'
import { Board, type BoardRow } from './board'
import { IdentityLegend } from './identity-mark'
import { PlanWeek } from './plan-week'

/** Planning the week that is on or comes next for those on the board, and the calendar file that goes out of it. */
const Plan = ({ rows }: { readonly rows: readonly BoardRow[] }) => {
  const [open, setOpen] = useState<'plan' | 'calendar'>()
  const day = useToday()
  const records = rows.map(({ record }) => record)
  const weeks = weeksToPlan(records, useVault().reachWeeks, day)
  return (
    <>
      {weeks.length > 0 && (
        <Button
          size="xs"
          leftSection={<IconCalendarPlus size={15} />}
          onClick={() => setOpen('plan')}
        >
          {t('reachPlan.title')}
        </Button>
      )}
      {open === 'plan' && (
        <PlanWeek
          records={records}
          weeks={weeks}
          onPlanned={(calendar) => setOpen(calendar ? 'calendar' : undefined)}
          onClose={() => setOpen(undefined)}
        />
      )}
      {open === 'calendar' && <CalendarExport onClose={() => setOpen(undefined)} />}
    </>
  )
}

/** The newest group sessions; the rest of four years behind a button. */
const MOST_SESSIONS = 6

const Groups = ({
  group,
  week,
}: {
  readonly group: string | null
  /** The week that a new one is of. */
  readonly week: ReachWeek | undefined
}) => {
  const runOnVault = useRunOnVault()
  const [all, setAll] = useState(false)
  const list = kept(useVault().groupSessions)
    .filter((one) => group === null || one.group === group)
    .sort((a, b) => b.date.localeCompare(a.date))
  const add = async (): Promise<void> => {
    typeAhead()
    const id = await runOnVault(groupSessions.add, {
      group: group ?? '',
      week: week?.id ?? '',
      date: today(),
      exercise: week === undefined ? '' : (exerciseOf(week)?.title ?? ''),
    })
    if (id === undefined) return stopTypingAhead()
    aimTyping(id)
    go({ screen: 'group-session', session: id })
  }
  return (
    <Section
      title={t('reach.groupSessions')}
      action={
        <Button
          variant="subtle"
          size="compact-sm"
          leftSection={<IconPlus size={15} />}
          disabled={group === null}
          data-types
          onClick={() => void add()}
        >
          {t('reach.newSession')}
        </Button>
      }
    >
      {group === null && (
        <Text size="sm" c="dimmed">
          {t('reach.chooseGroup')}
        </Text>
      )}
      {(all ? list : list.slice(0, MOST_SESSIONS)).map((one) => (
        <Group key={one.id} justify="space-between">
          <Text>
            {t('reach.sessionEntry', {
              day: shortDay(one.date),
              group: one.group,
              state: sessionStatusLabels[one.status],
            })}
            {one.present.length > 0 && ` · ${t('count.mentee', { count: one.present.length })}`}
          </Text>
          <Button
            size="compact-sm"
            variant="default"
            aria-label={t('reach.openSessionOf', { day: shortDay(one.date) })}
            onClick={() => go({ screen: 'group-session', session: one.id })}
          >
            {t('reach.openLabel')}
          </Button>
        </Group>
      ))}
      {!all && list.length > MOST_SESSIONS && (
        <ShowAll count={list.length} onShow={() => setAll(true)} />
      )}
    </Section>
  )
}

export const WeekBoard = ({
  rows,
  week,
  group,
}: {
  readonly rows: readonly BoardRow[]
  readonly week: ReachWeek | undefined
  readonly group: string | null
}) => {
  const [onlyOpen, setOnlyOpen] = useState(false)
  const { reachWeeks } = useVault()
  const away = currentRecords(useModel((model) => model.records)).filter(
    (record) =>
      week !== undefined &&
      (group === null || record.mentee.reachGroup === group) &&
      weeksAway(reachWeeks, record).some(({ id }) => id === week.id),
  )
  const open = rows.filter((one) => weekStatus(one.record.reachMarks, one.week.id) !== 'done')
  return (
    <Stack gap="md">
      <Group justify="space-between">
        <Text c="dimmed">
          {week === undefined
            ? t('reach.eachInTheirWeek')
            : [
                t('reach.fromTo', { start: shortDay(week.start), end: shortDay(week.end) }),
                week.theme,
              ]
                .filter(Boolean)
                .join(' · ')}
        </Text>
        <Group gap="xs">
          <Button
            variant="default"
            size="xs"
            onClick={() => setOnlyOpen(!onlyOpen)}
            aria-pressed={onlyOpen}
          >
            {onlyOpen ? t('common.showEveryone') : t('reach.whoIsNotDone', { count: open.length })}
          </Button>
          <Plan rows={rows} />
        </Group>
      </Group>
      {onlyOpen && open.length === 0 && <Alert color="teal">{t('reach.everyoneDone')}</Alert>}
      <Board rows={onlyOpen ? open : rows} eachWeek={week === undefined} />
      {away.length > 0 && (
        <Text size="sm" c="dimmed">
          {t('reach.notEnrolledNamed', {
            mentees: away.map(({ mentee }) => displayName(mentee)).join(', '),
          })}
        </Text>
      )}
      <Text size="sm" c="dimmed">
        {t('reach.boardKeys', { undo: keycapsOf(commandOf('undo')) })}
      </Text>
      <IdentityLegend weeks={rows.map((one) => one.week)} />
      <Groups group={group} week={week ?? rows[0]?.week} />
    </Stack>
  )
}
