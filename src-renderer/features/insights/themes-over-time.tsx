/** What is talked and written about most, quarter by quarter. */
import { BarChart } from '@mantine/charts'
import type { Cell } from '../../../shared/views/insights'
import { t } from '../../../shared/words/words'
import { CHART_HEIGHT, seriesOf } from './chart-looks'
import { chartOf, Insight, shownByColumn, tableOf } from './insight'

export const ThemesOverTime = ({ cells }: { readonly cells: readonly Cell[] }) => {
  const table = tableOf(cells)
  return (
    <Insight
      title={t('common.themes')}
      about={t('insights.themesExplained')}
      table={table}
      shown={shownByColumn(cells)}
      empty={cells.length === 0 || table.columns.length === 0 ? t('insights.noThemes') : undefined}
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
