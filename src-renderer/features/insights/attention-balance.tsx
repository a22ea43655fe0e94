/** The time that each mentee got: am I fair? */
import { BarChart } from '@mantine/charts'
import type { Balance } from '../../../shared/views/insights'
import { t } from '../../../shared/words/words'
import { CHART_HEIGHT, COLORS } from './chart-looks'
import { Insight } from './insight'

export const AttentionBalance = ({ balance }: { readonly balance: readonly Balance[] }) => (
  <Insight
    title={t('insights.attention')}
    about={t('insights.minutesExplained')}
    table={{
      rows: balance.map(({ name }) => name),
      columns: [t('insights.sessions'), t('insights.minutes')],
      value: (row, column) => {
        const one = balance.find(({ name }) => name === row)
        return String((column === t('insights.sessions') ? one?.sessions : one?.minutes) ?? 0)
      },
    }}
    shown={[
      {
        label: t('insights.lessThanHalf'),
        records: balance
          .filter(
            ({ minutes }) =>
              minutes * 2 < balance.reduce((sum, one) => sum + one.minutes, 0) / balance.length,
          )
          .map(({ record }) => record),
      },
    ].filter(({ records }) => records.length > 0)}
  >
    <BarChart
      h={Math.max(CHART_HEIGHT, balance.length * 26)}
      orientation="vertical"
      yAxisProps={{ width: 130, interval: 0 }}
      data={balance.map(({ name, minutes }) => ({ name, Minutes: minutes }))}
      dataKey="name"
      series={[{ name: t('insights.minutes'), color: COLORS[0] }]}
    />
  </Insight>
)
