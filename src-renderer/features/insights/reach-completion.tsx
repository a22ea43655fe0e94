/** How many mentees have done each REACH week that has begun. */
import { BarChart } from '@mantine/charts'
import type { Cell } from '../../../shared/views/insights'
import { spoken, t } from '../../../shared/words/words'
import { CHART_HEIGHT, seriesOf } from './chart-looks'
import { chartOf, Insight, shownByColumn, tableOf } from './insight'

const reachWords: Readonly<Record<string, string>> = spoken({
  done: 'common.done',
  open: 'insights.open',
})
const reachWord = (column: string): string => reachWords[column] ?? column

export const ReachCompletion = ({ cells }: { readonly cells: readonly Cell[] }) => {
  const table = tableOf(cells, { column: reachWord })
  return (
    <Insight
      title={t('insights.reachCompletion')}
      about={t('insights.reachExplained')}
      table={table}
      shown={shownByColumn(cells, reachWord)}
      empty={cells.length === 0 ? t('insights.noReachWeek') : undefined}
    >
      <BarChart
        h={CHART_HEIGHT}
        type="stacked"
        withLegend
        data={chartOf(table)}
        dataKey="name"
        series={seriesOf(table.columns)}
      />
    </Insight>
  )
}
