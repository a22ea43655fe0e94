/** The REACH weeks that are on: how far each class is. */
import { Button, Progress, Stack, Text } from '@mantine/core'
import { dayOfWeek } from '../../../shared/model/record/reach'
import type { Today } from '../../../shared/views/today'
import { t } from '../../../shared/words/words'
import { go } from '../../context/app-state'
import { Section } from '../../ui/section'
import { useToday } from '../../ui/when'

export const ReachNow = ({ now }: { readonly now: Today }) => {
  const day = useToday()
  // Most days there is none, and nothing to say of it.
  if (now.reach.length === 0) return null
  return (
    <Section
      dense
      title={t('today.reach')}
      action={
        <Button variant="subtle" size="compact-sm" onClick={() => go({ screen: 'reach' })}>
          {t('today.openBoard')}
        </Button>
      }
    >
      {now.reach.map(({ week, classYear, open, of }) => (
        <Stack key={week.id} gap={4}>
          <Text size="sm">
            {t('today.classWeekDay', {
              class: classYear ?? '–',
              week: week.quarter,
              day: dayOfWeek(week, day),
            })}{' '}
            {week.theme !== '' && ` · ${week.theme}`}
          </Text>
          <Progress
            value={of === 0 ? 0 : ((of - open) / of) * 100}
            size={6}
            aria-label={t('today.classDone', { class: classYear, done: of - open, total: of })}
          />
          <Text size="sm" c="dimmed">
            {t('today.doneOf', { done: of - open, total: of })}
          </Text>
        </Stack>
      ))}
    </Section>
  )
}
