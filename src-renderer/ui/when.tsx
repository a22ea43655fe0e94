/** A day in words beside today, with the date on hover. */
import { Text, type TextProps } from '@mantine/core'
import { longDay, relativeDay } from './days/day-words'
import { useToday } from './days/today'

export { clock, inWords, lately, longDay, relativeDay, shortDay, timeOfDay } from './days/day-words'
export { today, useToday } from './days/today'

export const When = ({ day, ...props }: { readonly day: string } & TextProps) => {
  const today = useToday()
  return (
    <Text span title={longDay(day)} {...props}>
      {relativeDay(day, today)}
    </Text>
  )
}
