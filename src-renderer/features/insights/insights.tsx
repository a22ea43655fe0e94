/** Insights over the caseload, each a chart with its table in a file of its own, all under one filter. */
import '@mantine/charts/styles.css'
import { Button } from '@mantine/core'
import { IconChartBar } from '@tabler/icons-react'
import { useState } from 'react'
import { currentRecords } from '../../../shared/model/projection'
import {
  attentionBalance,
  confidenceOverTime,
  contactCadence,
  filterRecords,
  goalsByCategory,
  type InsightFilter,
  lastYear,
  reachCompletion,
  soundFilter,
  themesOverTime,
} from '../../../shared/views/insights'
import { t } from '../../../shared/words/words'
import { go, useApp } from '../../context/app-state'
import { HiddenLine } from '../../context/hidden'
import { useModel, useVault } from '../../context/vault/session'
import { EmptyState } from '../../ui/empty-state'
import { useToday } from '../../ui/when'
import { AttentionBalance } from './attention-balance'
import { GoalsByCategory } from './goals-by-category'
import { InsightFilterFields } from './insight-filter'
import cards from './insights.module.css'
import { MeetingsByMonth } from './meetings-by-month'
import { RatingsOverTime } from './ratings-over-time'
import { ReachCompletion } from './reach-completion'
import { ThemesOverTime } from './themes-over-time'

const Insights = () => {
  const all = currentRecords(useModel((model) => model.records))
  const vault = useVault()
  const [given, setFilter] = useState<InsightFilter>({
    ...lastYear(useToday()),
    classYear: null,
    group: null,
  })
  const presenting = useApp((state) => state.presenting)
  if (all.length === 0)
    return (
      <EmptyState icon={IconChartBar} title={t('insights.empty')} text={t('insights.emptyWhy')}>
        <Button onClick={() => go({ screen: 'caseload' })}>{t('reach.openMentees')}</Button>
      </EmptyState>
    )
  const filter = soundFilter(given)
  const records = filterRecords(all, filter)
  const balance = attentionBalance(records, vault, filter)
  return (
    <div className={cards.cards}>
      <InsightFilterFields
        filter={filter}
        records={all}
        onChange={(next) => setFilter({ ...given, ...next })}
      />
      <MeetingsByMonth
        cells={contactCadence(records, vault, filter)}
        balance={balance}
        filter={filter}
      />
      <AttentionBalance balance={balance} />
      <GoalsByCategory cells={goalsByCategory(records, filter)} />
      {!presenting && <RatingsOverTime cells={confidenceOverTime(records, filter)} />}
      <ReachCompletion cells={reachCompletion(records, vault, filter)} />
      {!presenting && <ThemesOverTime cells={themesOverTime(records, filter)} />}
      {presenting && <HiddenLine>{t('presenting.insights')}</HiddenLine>}
    </div>
  )
}

export default Insights
