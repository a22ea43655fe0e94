/** The time that each mentee got: am I fair? */
import { BarChart } from '@mantine/charts'
import type { Balance } from '../../../shared/views/insights'
import { spoken, t } from '../../../shared/words/words'
import { CHART_HEIGHT, COLORS } from './chart-looks'
import { Insight } from './insight'

const COLUMNS = spoken({
  sessions: 'insights.sessions',
  minutes: 'insights.minutes',
  canceledByMe: 'insights.canceledByMe',
  canceledByThem: 'insights.canceledByThem',
  missed: 'insights.missed',
})
const COUNTS = Object.keys(COLUMNS) as readonly (keyof typeof COLUMNS)[]

export const AttentionBalance = ({ balance }: { readonly balance: readonly Balance[] }) => (
  <Insight
    title={t('insights.attention')}
    about={t('insights.minutesExplained')}
    table={{
      rows: balance.map(({ name }) => name),
      columns: Object.values(COLUMNS),
      value: (row, column) => {
        const one = balance.find(({ name }) => name === row)
        const count = COUNTS.find((name) => COLUMNS[name] === column)
        return String((count === undefined ? undefined : one?.[count]) ?? 0)
      },
    }}
    shown={[
      {
        label: t('insights.iCanceledTwice'),
        records: balance.filter(({ canceledByMe }) => canceledByMe > 1).map(({ record }) => record),
      },
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
