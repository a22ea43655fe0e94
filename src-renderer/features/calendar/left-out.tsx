/** What of a calendar file does not come in, or not as it may be meant, and why: said beside what does. */
import { Text } from '@mantine/core'
import type { CalendarRead } from '../../../shared/formats/ics'
import { t } from '../../../shared/words/words'

/** More would be a list of their own; what is wrong with the file is plain from these. */
const MOST_NAMED = 3

const some = (all: readonly string[]): string =>
  [...all.slice(0, MOST_NAMED), ...(all.length > MOST_NAMED ? ['…'] : [])].join(', ')

export type Left = Omit<CalendarRead, 'meetings'>
export const NOTHING_LEFT: Left = { unreadable: 0, endless: 0, onNoDay: [], unknownZones: [] }

export const LeftOut = ({ unreadable, endless, onNoDay, unknownZones }: Left) => {
  const entries = (count: number): string => t('count.entry', { count })
  const sentences = [
    unreadable > 0 && t('calendar.unreadable', { entries: entries(unreadable) }),
    endless > 0 && t('calendar.repeatTooOften', { entries: entries(endless) }),
    onNoDay.length > 0 &&
      t('calendar.onNoDay', {
        entries: entries(onNoDay.length),
        days: some(onNoDay.map(({ title, day }) => (title === '' ? day : `${title} (${day})`))),
      }),
    unknownZones.length > 0 && t('calendar.unknownZones', { zones: some(unknownZones) }),
  ].filter((sentence) => sentence !== false)
  return sentences.map((sentence) => (
    <Text key={sentence} size="sm" c="var(--care)">
      {sentence}
    </Text>
  ))
}
