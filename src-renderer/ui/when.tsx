/** A day in words beside today, with the date on hover. */
import { Text, type TextProps } from '@mantine/core'
import { longDay, relativeDay } from './day-words'
import { useToday } from './today'

export { clock, inWords, longDay, relativeDay, shortDay, timeOfDay } from './day-words'
export { today, useToday } from './today'

export const When = ({ day, ...props }: { readonly day: string } & TextProps) => {
  const today = useToday()
  return (
    <Text span title={longDay(day)} {...props}>
      {relativeDay(day, today)}
    </Text>
  )
}
