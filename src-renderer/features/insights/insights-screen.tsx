/**
 * Insights, my coaching, promises and reports: what the caseload says, what the coach makes of themselves, what they owe, and
 * what leaves. Insights are counts over a time, for the coach: whom
 * did I meet, am I fair (insights.tsx)? They rank nobody and say nothing of how anyone feels; a mean, or what a quarter
 * was about, is not shown with fewer than five people behind it. Nothing of them leaves. Reports do, and have a place of
 * their own (features/reports).
 */
import { Group, SegmentedControl, Stack, Title } from '@mantine/core'
import { IconEyeOff } from '@tabler/icons-react'
import { lazy, Suspense } from 'react'
import { spoken, t } from '../../../shared/words/words'
import { go, useApp } from '../../context/app-state'
import { EmptyState } from '../../ui/empty-state'
import { MyCoaching } from '../coaching/my-coaching'
import { PromisesScreen } from '../promises/promises-screen'
import { ReportsScreen } from '../reports/reports-screen'

/** Charts are heavy, and most days do not need them. */
const Insights = lazy(() => import('./insights'))

const TITLES = spoken({
  insights: 'insights.title',
  'my-coaching': 'myCoaching.title',
  promises: 'promises.title',
  reports: 'insights.reports',
})
type Name = keyof typeof TITLES

export const InsightsScreen = ({ screen }: { readonly screen: Name }) => {
  const presenting = useApp((state) => state.presenting)
  return (
    <Stack gap="md">
      <Group justify="space-between">
        <Title order={1}>{TITLES[screen]}</Title>
        <SegmentedControl
          aria-label={t('insights.choice')}
          value={screen}
          onChange={(next) => go({ screen: next as Name })}
          data={Object.entries(TITLES).map(([value, label]) => ({ value, label }))}
        />
      </Group>
      {screen === 'insights' ? (
        <Suspense fallback={null}>
          <Insights />
        </Suspense>
      ) : screen === 'promises' ? (
        <PromisesScreen />
      ) : screen === 'my-coaching' ? (
        presenting ? (
          <EmptyState
            icon={IconEyeOff}
            title={t('presenting.notShown')}
            text={t('presenting.leave')}
          />
        ) : (
          <MyCoaching />
        )
      ) : presenting ? (
        <EmptyState
          icon={IconEyeOff}
          title={t('presenting.reportsAreNotMade')}
          text={t('presenting.reportsWouldLack')}
        />
      ) : (
        <ReportsScreen />
      )}
    </Stack>
  )
}
