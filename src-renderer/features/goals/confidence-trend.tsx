/** Importance and confidence over time, drawn; the same in words for whoever does not see it. */
import { Sparkline } from '@mantine/charts'
import { t } from '../../../shared/words/words'
import '@mantine/charts/styles.css'
import { Group, Text } from '@mantine/core'
import type { Rating } from '../../../shared/model/record/goal'
import { shortDay } from '../../ui/when'

const ConfidenceTrend = ({
  ratings,
  height,
}: {
  readonly ratings: readonly Rating[]
  readonly height: number
}) => {
  const inOrder = [...ratings].sort(
    (a, b) => a.date.localeCompare(b.date) || a.createdAt.localeCompare(b.createdAt),
  )
  const words = inOrder
    .map(({ date, importance, confidence }) =>
      t('goal.ratedOn', {
        day: shortDay(date),
        importance,
        confidence,
      }),
    )
    .join('; ')
  return (
    <Group gap="lg" role="img" aria-label={t('goal.overTime', { ratings: words })}>
      {(['importance', 'confidence'] as const).map((name) => (
        <Group key={name} gap={8}>
          <Text size="sm" c="dimmed">
            {name === 'importance' ? t('goal.importance') : t('goal.confidence')}
          </Text>
          <Sparkline
            w={110}
            h={height}
            data={inOrder.map((rating) => rating[name])}
            curveType="linear"
            color={name === 'importance' ? 'gray.6' : 'teal.6'}
            fillOpacity={0.15}
          />
          <Text size="sm" className="tabular">
            {inOrder[0]?.[name]} → {inOrder.at(-1)?.[name]}
          </Text>
        </Group>
      ))}
    </Group>
  )
}

export default ConfidenceTrend
