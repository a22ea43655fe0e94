/**
 * Planning a REACH week for everyone at once: the days and times are the coach's, who comes when is proposed
 * (shared/views/reach-plan.ts) and changed by hand. All sessions are planned in one go and taken back in one.
 */
import { Alert, Checkbox, Group, NumberInput, Select, Text, TextInput } from '@mantine/core'
import { currentRecords, type RecordProjection } from '../../../shared/model/projection'
import { exerciseOf } from '../../../shared/model/record/exercise'
import { groupSessions } from '../../../shared/model/record/group-session'
import { planReachSession, unplanReachSession } from '../../../shared/model/record/reach-session'
import {
  busyOn,
  daysToPlan,
  type Placed,
  proposeSlots,
  type Slot,
  slotDay,
  slotsFor,
  slotsOf,
  slotTime,
  type Times,
  type ToPlan,
  type WeekDays,
  whomToPlan,
} from '../../../shared/views/reach-plan'
import { t } from '../../../shared/words/words'
import { useTypedDialog } from '../../context/typing/kept-typing'
import { useModel, useRun, useRunOnVault, useVault } from '../../context/vault/session'
import { firstField } from '../../forms/first-field'
import { FormDialog } from '../../forms/form-dialog'
import { offerUndo } from '../../ui/undo'
import { shortDay, timeOfDay, useToday } from '../../ui/when'
import { calledIn, PlanPeople } from './plan-people'
import { PlanSlots } from './plan-slots'

const keyOf = ({ start, end }: WeekDays): string => `${start}/${end}`
const daysOf = (key: string): WeekDays => {
  const [start = '', end = ''] = key.split('/')
  return { start, end }
}

/** Plans each, and returns what takes all of them back. */
const usePlanning = () => {
  const run = useRun()
  const runOnVault = useRunOnVault()
  const { reachWeeks } = useVault()
  const planOne = async (one: ToPlan, slot: Slot, times: Times) => {
    const at = { week: one.week, date: slotDay(slot), time: slotTime(slot) }
    if (one.group) {
      const week = reachWeeks.find(({ id }) => id === one.week)
      const id = await runOnVault(groupSessions.add, {
        ...at,
        group: one.name,
        minutes: times.groupMinutes,
        exercise: (week && exerciseOf(week)?.title) ?? '',
      })
      return () => void runOnVault(groupSessions.remove, { id: id ?? '', deleted: true })
    }
    const planned = await run(one.id, planReachSession, { ...at, minutes: times.minutes })
    return () => {
      if (planned !== undefined) void run(one.id, unplanReachSession, planned)
    }
  }
  return async (open: readonly ToPlan[], placed: Placed, times: Times): Promise<void> => {
    const back: (() => void)[] = []
    for (const one of open) {
      const slot = placed[one.id] ?? ''
      if (slot !== '') back.push(await planOne(one, slot, times))
    }
    offerUndo(
      t('planSession.planned', { sessions: t('count.session', { count: back.length }) }),
      () => {
        for (const take of back) take()
      },
    )
  }
}

interface PlanValues {
  readonly week: string
  readonly from: string
  readonly until: string
  readonly minutes: number | string
  readonly groupMinutes: number | string
  readonly off: readonly Slot[]
  readonly chosen: Placed
  readonly calendar: boolean
}

const WhenFields = ({
  weeks,
  values,
  groups,
  set,
}: {
  readonly weeks: readonly WeekDays[]
  readonly values: PlanValues
  /** Whether there is a group's session to plan. */
  readonly groups: boolean
  readonly set: (next: Partial<PlanValues>) => void
}) => (
  <Group gap="sm" align="flex-end">
    <Select
      {...firstField}
      label={t('reach.week')}
      w={190}
      allowDeselect={false}
      data={weeks.map((one) => ({
        value: keyOf(one),
        label: t('reach.fromTo', { start: shortDay(one.start), end: shortDay(one.end) }),
      }))}
      value={values.week}
      onChange={(week) => set({ week: week ?? values.week, off: [], chosen: {} })}
    />
    <TextInput
      type="time"
      label={t('common.fromDay')}
      value={values.from}
      onChange={(event) => set({ from: event.currentTarget.value || values.from })}
    />
    <TextInput
      type="time"
      label={t('common.until')}
      value={values.until}
      onChange={(event) => set({ until: event.currentTarget.value || values.until })}
    />
    <NumberInput
      label={t('reachPlan.minutesEach')}
      w={120}
      min={10}
      max={240}
      step={5}
      allowDecimal={false}
      value={values.minutes}
      onChange={(minutes) => set({ minutes })}
    />
    {groups && (
      <NumberInput
        label={t('reachPlan.minutesGroup')}
        w={150}
        min={10}
        max={480}
        step={5}
        allowDecimal={false}
        value={values.groupMinutes}
        onChange={(groupMinutes) => set({ groupMinutes })}
      />
    )}
  </Group>
)

export const PlanWeek = ({
  records,
  weeks,
  onPlanned,
  onClose,
}: {
  /** For whom: those of the board. */
  readonly records: readonly RecordProjection[]
  /** The weeks that are on or to come; there is one. */
  readonly weeks: readonly WeekDays[]
  /** Planned; whether it goes on to the calendar file. */
  readonly onPlanned: (calendar: boolean) => void
  readonly onClose: () => void
}) => {
  const all = currentRecords(useModel((model) => model.records))
  const vault = useVault()
  const day = useToday()
  const plan = usePlanning()
  const form = useTypedDialog<PlanValues>('plan-reach-week', t('reachPlan.title'), {
    week: weeks[0] === undefined ? '' : keyOf(weeks[0]),
    from: '13:00',
    until: '17:00',
    minutes: 30,
    groupMinutes: 90,
    off: [],
    chosen: {},
    calendar: true,
  })
  const { values, set } = form
  const week = weeks.find((one) => keyOf(one) === values.week) ?? weeks[0] ?? daysOf(values.week)
  const times: Times = {
    days: daysToPlan(week, day),
    from: values.from,
    until: values.until,
    minutes: Number(values.minutes) || 0,
    groupMinutes: Number(values.groupMinutes) || 0,
  }
  const { open, already } = whomToPlan(records, vault, week)
  const busy = busyOn(all, vault, week)
  const every = slotsOf(times)
  const slots = every.filter((slot) => !values.off.includes(slot))
  const placed = proposeSlots(open, slots, times, busy, values.chosen)
  const given = open.filter(({ id }) => placed[id] !== '').length
  const left = open.length - given
  return (
    <FormDialog
      form={form}
      size="xl"
      action={t('reachPlan.plan', { sessions: t('count.session', { count: given }) })}
      disabled={given === 0}
      onSubmit={() => plan(open, placed, times)}
      onDone={() => onPlanned(values.calendar)}
      onClose={onClose}
    >
      <WhenFields
        weeks={weeks}
        values={{ ...values, week: keyOf(week) }}
        groups={open.some(({ group }) => group)}
        set={set}
      />
      {every.length === 0 ? (
        <Text size="sm" c="var(--care)">
          {t('reachPlan.noTimes')}
        </Text>
      ) : (
        <PlanSlots
          slots={every}
          free={slotsFor({ group: false }, every, times, busy)}
          off={values.off}
          onChange={(off) => set({ off })}
        />
      )}
      {open.length === 0 ? (
        <Alert color="teal">{t('reachPlan.everyonePlanned')}</Alert>
      ) : (
        <PlanPeople
          open={open}
          slots={slots}
          busy={busy}
          times={times}
          placed={placed}
          onPlace={(chosen) => set({ chosen })}
        />
      )}
      {left > 0 && (
        <Text size="sm" role="status" c="var(--care)">
          {t('reachPlan.withoutTime', { count: left })}
        </Text>
      )}
      {already.length > 0 && (
        <Text size="sm" c="dimmed">
          {t('reachPlan.already', {
            who: already
              .map((one) =>
                [calledIn(one), shortDay(one.date), one.time === null ? '' : timeOfDay(one.time)]
                  .filter(Boolean)
                  .join(' '),
              )
              .join(', '),
          })}
        </Text>
      )}
      <Checkbox
        label={t('reachPlan.thenCalendar')}
        checked={values.calendar}
        onChange={(event) => set({ calendar: event.currentTarget.checked })}
      />
    </FormDialog>
  )
}
