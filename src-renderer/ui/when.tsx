/** Days and moments in words, with the date on hover. One date library: dayjs. */
import { Text, type TextProps } from '@mantine/core'
import dayjs from 'dayjs'
import relativeTime from 'dayjs/plugin/relativeTime'
import { t } from '../../shared/words/words'
import { useToday } from './today'

export { today, useToday } from './today'

dayjs.extend(relativeTime)

export const longDay = (day: string): string => dayjs(day).format('D MMMM YYYY')
export const shortDay = (day: string): string => {
  const date = dayjs(day)
  return date.format(date.isSame(dayjs(), 'year') ? 'D MMM' : 'D MMM YYYY')
}

/** "today", "yesterday", "3 weeks ago", "in 2 days". */
export const relativeDay = (day: string, today: string): string => {
  const days = dayjs(day).startOf('day').diff(today, 'day')
  if (days === 0) return 'today'
  if (days === -1) return 'yesterday'
  if (days === 1) return 'tomorrow'
  if (days < 0 && days >= -60 && days % 7 === 0)
    return t('when.valueValue2Ago', { value: -days / 7, value2: days === -7 ? 'week' : 'weeks' })
  return dayjs(day).startOf('day').from(today)
}

export const When = ({ day, ...props }: { readonly day: string } & TextProps) => {
  const today = useToday()
  return (
    <Text span title={longDay(day)} {...props}>
      {relativeDay(day, today)}
    </Text>
  )
}

/** The time of day now, `14:30`. */
export const clock = (): string => dayjs().format('HH:mm')
