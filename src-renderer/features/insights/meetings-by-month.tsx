/** How often each mentee was met in each month. */
import type { Balance, Cell, InsightFilter } from '../../../shared/views/insights'
import { t } from '../../../shared/words/words'
import { HeatMap } from './heat-map'
import { Insight, tableOf } from './insight'

export const MeetingsByMonth = ({
  cells,
  balance,
  filter,
}: {
  readonly cells: readonly Cell[]
  readonly balance: readonly Balance[]
  readonly filter: InsightFilter
}) => (
  <Insight
    title={t('insights.meetingsByMonth')}
    about={t('insights.meetingsExplained')}
    table={tableOf(cells)}
    shown={[
      {
        label: t('insights.notMet'),
        records: balance.filter(({ sessions }) => sessions === 0).map(({ record }) => record),
      },
    ].filter(({ records }) => records.length > 0)}
  >
    <HeatMap cells={cells} from={filter.from} to={filter.to} />
  </Insight>
)
