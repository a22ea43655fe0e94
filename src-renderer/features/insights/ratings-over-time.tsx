/** How important goals are to the mentees and how sure they are of them, quarter by quarter. */
import { LineChart } from '@mantine/charts'
import type { Cell } from '../../../shared/views/insights'
import { spoken, t } from '../../../shared/words/words'
import { CHART_HEIGHT, seriesOf } from './chart-looks'
import { chartOf, Insight, tableOf } from './insight'

const ratingWords: Readonly<Record<string, string>> = spoken({
  confidence: 'goal.confidence',
  importance: 'goal.importance',
})

export const RatingsOverTime = ({ cells }: { readonly cells: readonly Cell[] }) => {
  const table = tableOf(cells, { column: (column) => ratingWords[column] ?? column })
  return (
    <Insight
      title={t('goal.importanceAndConfidence')}
      about={t('insights.ratingsExplained')}
      table={table}
      empty={cells.length === 0 ? t('insights.noRatings') : undefined}
    >
      <LineChart
        h={CHART_HEIGHT}
        withLegend
        data={chartOf(table)}
        dataKey="name"
        yAxisProps={{ domain: [0, 10] }}
        series={seriesOf(table.columns)}
      />
    </Insight>
  )
}
