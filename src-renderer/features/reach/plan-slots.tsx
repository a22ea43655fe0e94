/** The times of a REACH week that the coach has for it, day by day: all of them, but for those that are taken off. */
import { Checkbox, Chip, Group, Stack } from '@mantine/core'
import { type Slot, slotDay, slotTime } from '../../../shared/views/reach-plan'
import { t } from '../../../shared/words/words'
import { weekdayAndDate } from '../../ui/days/day-words'
import { timeOfDay } from '../../ui/when'

export const PlanSlots = ({
  slots,
  free,
  off,
  onChange,
}: {
  readonly slots: readonly Slot[]
  /** Those in which nothing stands yet. */
  readonly free: readonly Slot[]
  readonly off: readonly Slot[]
  readonly onChange: (off: readonly Slot[]) => void
}) => {
  const days = [...new Set(slots.map(slotDay))]
  const turn = (some: readonly Slot[], on: boolean): void =>
    onChange(on ? off.filter((one) => !some.includes(one)) : [...new Set([...off, ...some])])
  return (
    <Stack gap={6} role="group" aria-label={t('reachPlan.times')}>
      {days.map((day) => {
        const ofDay = slots.filter((slot) => slotDay(slot) === day)
        const on = ofDay.filter((slot) => free.includes(slot) && !off.includes(slot))
        return (
          <Group key={day} gap="xs" wrap="nowrap" align="flex-start">
            <Checkbox
              w={90}
              flex="none"
              label={weekdayAndDate(day)}
              checked={on.length > 0}
              indeterminate={on.length > 0 && on.length < ofDay.length}
              onChange={() => turn(ofDay, on.length === 0)}
            />
            <Group gap={4}>
              {ofDay.map((slot) => (
                <Chip
                  key={slot}
                  size="xs"
                  variant="light"
                  checked={on.includes(slot)}
                  disabled={!free.includes(slot)}
                  aria-label={`${weekdayAndDate(day)}, ${timeOfDay(slotTime(slot))}`}
                  onChange={(checked) => turn([slot], checked)}
                >
                  {timeOfDay(slotTime(slot))}
                </Chip>
              ))}
            </Group>
          </Group>
        )
      })}
    </Stack>
  )
}
