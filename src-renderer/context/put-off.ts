/** What the coach has put off until tomorrow, on this laptop. */
import { useLocalStorage } from '@mantine/hooks'
import { useDays } from './days'

export const usePutOff = (
  what: 'date-question' | 'due-endings' | 'old-backups',
): readonly [boolean, () => void] => {
  const today = useDays((days) => days.today)
  const [day, setDay] = useLocalStorage({
    key: `put-off/${what}`,
    defaultValue: '',
    getInitialValueInEffect: false,
  })
  return [day === today, () => setDay(today)]
}
