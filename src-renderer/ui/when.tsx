/** A day in words beside today, with the date on hover. */
import { Text, type TextProps } from '@mantine/core'
import { t } from '../../shared/words/words'
import { longDay, relativeDay, timeOfDay } from './days/day-words'
import { useToday } from './days/today'

export { clock, inWords, lately, longDay, relativeDay, shortDay, timeOfDay } from './days/day-words'
export { today, useToday } from './days/today'

/** "Due tomorrow, by 2:30 PM", and without a time when none was said. */
export const byWhen = (by: string, time: string | null, today: string): string =>
  time === null
    ? t('brief.callBy', { day: relativeDay(by, today) })
    : t('brief.callByTime', { day: relativeDay(by, today), time: timeOfDay(time) })

export const When = ({ day, ...props }: { readonly day: string } & TextProps) => {
  const today = useToday()
  return (
    <Text span title={longDay(day)} {...props}>
      {relativeDay(day, today)}
    </Text>
  )
}
