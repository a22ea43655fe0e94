/** What goals are about, and how they stand. */
import { BarChart } from '@mantine/charts'
import type { Cell } from '../../../shared/views/insights'
import { t } from '../../../shared/words/words'
import { categoryLabels, goalStatusLabels } from '../../ui/labels'
import { CHART_HEIGHT, seriesOf } from './chart-looks'
import { chartOf, Insight, shownByColumn, tableOf } from './insight'

const statusWord = (status: string): string =>
  goalStatusLabels[status as keyof typeof goalStatusLabels]

export const GoalsByCategory = ({ cells }: { readonly cells: readonly Cell[] }) => {
  const goals = cells.filter(({ value }) => value > 0)
  const table = tableOf(goals, {
    row: (category) => categoryLabels[category as keyof typeof categoryLabels],
    column: statusWord,
  })
  return (
    <Insight
      title={t('insights.goalsByCategory')}
      about={t('insights.goalsExplained')}
      table={table}
      shown={shownByColumn(goals, statusWord)}
      empty={goals.length === 0 ? t('insights.noGoals') : undefined}
    >
      <BarChart
        h={CHART_HEIGHT + 60}
        type="stacked"
        withLegend
        orientation="vertical"
        yAxisProps={{ width: 150, interval: 0 }}
        data={chartOf(table)}
        dataKey="name"
        series={seriesOf(table.columns)}
      />
    </Insight>
  )
}
