/** Who is met when: a line for each session that is to be planned, with the slot that is proposed. */
import { NativeSelect, Table, Text } from '@mantine/core'
import {
  inTheWay,
  moveTo,
  type Placed,
  type Slot,
  slotDay,
  slotsFor,
  slotTime,
  type Times,
  type ToPlan,
} from '../../../shared/views/reach-plan'
import { t } from '../../../shared/words/words'
import { weekdayAndDate } from '../../ui/days/day-words'
import { relativeDay, timeOfDay, useToday } from '../../ui/when'

const slotWords = (slot: Slot): string =>
  `${weekdayAndDate(slotDay(slot))}, ${timeOfDay(slotTime(slot))}`

export const calledIn = ({ name, group }: Pick<ToPlan, 'name' | 'group'>): string =>
  group ? t('groupSession.group', { group: name }) : name

export const PlanPeople = ({
  open,
  slots,
  busy,
  times,
  placed,
  onPlace,
}: {
  readonly open: readonly ToPlan[]
  readonly slots: readonly Slot[]
  readonly busy: Parameters<typeof slotsFor>[3]
  readonly times: Times
  readonly placed: Placed
  readonly onPlace: (placed: Placed) => void
}) => {
  const day = useToday()
  const aboutOf = ({ group, lastMet, site }: ToPlan): string =>
    group
      ? t('common.reachGroup')
      : [
          lastMet === null
            ? t('reachPlan.notMetYet')
            : t('reachPlan.lastMet', { day: relativeDay(lastMet, day) }),
          site,
        ]
          .filter(Boolean)
          .join(' · ')
  const optionOf = (one: ToPlan, slot: Slot): { value: string; label: string } => {
    const others = inTheWay(open, placed, times, one, slot)
    const words = slotWords(slot)
    return {
      value: slot,
      label:
        others.length === 0
          ? words
          : t('reachPlan.slotOf', { slot: words, who: others.map(calledIn).join(', ') }),
    }
  }
  return (
    <Table aria-label={t('reachPlan.whoWhen')} verticalSpacing={4}>
      <Table.Tbody>
        {open.map((one) => (
          <Table.Tr key={one.id}>
            <Table.Td>
              <Text size="sm" fw={600}>
                {calledIn(one)}
              </Text>
              <Text size="xs" c="dimmed">
                {aboutOf(one)}
              </Text>
            </Table.Td>
            <Table.Td w={280}>
              <NativeSelect
                size="xs"
                aria-label={t('reachPlan.whenOf', { who: calledIn(one) })}
                value={placed[one.id] ?? ''}
                data={[
                  { value: '', label: t('reachPlan.notNow') },
                  ...slotsFor(one, slots, times, busy).map((slot) => optionOf(one, slot)),
                ]}
                onChange={(event) =>
                  onPlace(moveTo(open, placed, times, one, event.currentTarget.value))
                }
              />
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}
