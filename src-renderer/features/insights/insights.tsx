/** Insights over the caseload, each a chart with its table, all under one filter. */
import { BarChart, LineChart } from '@mantine/charts'
import { spoken, t } from '../../../shared/words/words'
import { DayField } from '../../forms/day-field'
import '@mantine/charts/styles.css'
import { Button, Group, Select } from '@mantine/core'
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
  programAggregate,
  reachCompletion,
  soundFilter,
  themesOverTime,
} from '../../../shared/views/insights'
import { useApp } from '../../context/app-state'
import { useCommand } from '../../context/commands/commands'
import { HiddenLine } from '../../context/hidden'
import { useModel, useVault } from '../../context/vault/session'
import { EmptyState } from '../../ui/empty-state'
import { categoryLabels, goalStatusLabels } from '../../ui/labels'
import { useToday } from '../../ui/when'
import { HeatMap } from './heat-map'
import { chartOf, Insight, shownByColumn, tableOf } from './insight'
import cards from './insights.module.css'
import { ProgramAggregate } from './program-aggregate'

const CHART_HEIGHT = 240
/** Told apart by colour and by their place in the legend; the table says the same. */
const COLORS = [
  'var(--chart-1)',
  'var(--chart-2)',
  'var(--chart-3)',
  'var(--chart-4)',
  'var(--chart-5)',
  'var(--chart-6)',
  'var(--chart-7)',
  'var(--chart-8)',
] as const
const seriesOf = (columns: readonly string[]) =>
  columns.map((name, index) => ({ name, color: COLORS[index % COLORS.length] ?? COLORS[0] }))

const reachWords: Readonly<Record<string, string>> = spoken({
  done: 'common.done',
  open: 'insights.open',
})
const ratingWords: Readonly<Record<string, string>> = spoken({
  confidence: 'goal.confidence',
  importance: 'goal.importance',
})

const Insights = () => {
  const all = currentRecords(useModel((model) => model.records))
  const vault = useVault()
  const [given, setFilter] = useState<InsightFilter>({
    ...lastYear(useToday()),
    classYear: null,
    group: null,
  })
  const [aggregating, setAggregating] = useState(false)
  const presenting = useApp((state) => state.presenting)
  // Numbers over what is hidden would be wrong ones.
  useCommand('program-numbers', presenting ? undefined : () => setAggregating(true))
  const filter = soundFilter(given)
  const change = (next: Partial<InsightFilter>): void => setFilter({ ...given, ...next })
  const records = filterRecords(all, filter)
  const cadence = contactCadence(records, vault, filter)
  const goals = goalsByCategory(records, filter).filter(({ value }) => value > 0)
  const goalTable = tableOf(goals, {
    row: (category) => categoryLabels[category as keyof typeof categoryLabels],
    column: (status) => goalStatusLabels[status as keyof typeof goalStatusLabels],
  })
  const confidence = confidenceOverTime(records, filter)
  const confidenceTable = tableOf(confidence, { column: (column) => ratingWords[column] ?? column })
  const reach = reachCompletion(records, vault, filter)
  const reachTable = tableOf(reach, { column: (column) => reachWords[column] ?? column })
  const balance = attentionBalance(records, vault, filter)
  const themes = themesOverTime(records, filter)
  const themeTable = tableOf(themes)
  const groups = [...new Set(all.map(({ mentee }) => mentee.reachGroup).filter(Boolean))].sort()
  const classes = [...new Set(all.flatMap(({ mentee }) => mentee.classYear ?? []))].sort(
    (a, b) => a - b,
  )
  if (all.length === 0)
    return (
      <EmptyState icon={IconChartBar} title={t('insights.empty')} text={t('insights.emptyWhy')} />
    )
  return (
    <div className={cards.cards}>
      <Group align="flex-end" gap="sm">
        <DayField
          label={t('common.fromDay')}
          value={filter.from}
          onChange={(from) => change({ from })}
        />
        <DayField label={t('common.toDay')} value={filter.to} onChange={(to) => change({ to })} />
        <Select
          label={t('common.class')}
          placeholder={t('insights.all')}
          clearable
          w={120}
          data={classes.map(String)}
          value={filter.classYear === null ? null : String(filter.classYear)}
          onChange={(year) => change({ classYear: year === null ? null : Number(year) })}
        />
        <Select
          label={t('common.reachGroup')}
          placeholder={t('insights.all')}
          clearable
          w={120}
          data={groups}
          value={filter.group}
          onChange={(group) => change({ group })}
        />
        {!presenting && (
          <Button variant="default" ml="auto" onClick={() => setAggregating(true)}>
            {t('insights.programNumbers')}
          </Button>
        )}
      </Group>
      <Insight
        title={t('insights.meetingsByMonth')}
        about={t('insights.meetingsExplained')}
        table={tableOf(cadence)}
        shown={[
          {
            label: t('insights.notMet'),
            records: balance.filter(({ sessions }) => sessions === 0).map(({ record }) => record),
          },
        ].filter(({ records: some }) => some.length > 0)}
      >
        <HeatMap cells={cadence} from={filter.from} to={filter.to} />
      </Insight>
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
        ].filter(({ records: some }) => some.length > 0)}
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
      <Insight
        title={t('insights.goalsByCategory')}
        about={t('insights.goalsExplained')}
        table={goalTable}
        shown={shownByColumn(
          goals,
          (status) => goalStatusLabels[status as keyof typeof goalStatusLabels],
        )}
        empty={goals.length === 0 ? t('insights.noGoals') : undefined}
      >
        <BarChart
          h={CHART_HEIGHT + 60}
          type="stacked"
          withLegend
          orientation="vertical"
          yAxisProps={{ width: 150, interval: 0 }}
          data={chartOf(goalTable)}
          dataKey="name"
          series={seriesOf(goalTable.columns)}
        />
      </Insight>
      {!presenting && (
        <Insight
          title={t('goal.importanceAndConfidence')}
          about={t('insights.ratingsExplained')}
          table={confidenceTable}
          empty={confidence.length === 0 ? t('insights.noRatings') : undefined}
        >
          <LineChart
            h={CHART_HEIGHT}
            withLegend
            data={chartOf(confidenceTable)}
            dataKey="name"
            yAxisProps={{ domain: [0, 10] }}
            series={seriesOf(confidenceTable.columns)}
          />
        </Insight>
      )}
      <Insight
        title={t('insights.reachCompletion')}
        about={t('insights.reachExplained')}
        table={reachTable}
        shown={shownByColumn(reach, (column) => reachWords[column] ?? column)}
        empty={reach.length === 0 ? t('insights.noReachWeek') : undefined}
      >
        <BarChart
          h={CHART_HEIGHT}
          type="stacked"
          withLegend
          data={chartOf(reachTable)}
          dataKey="name"
          series={seriesOf(reachTable.columns)}
        />
      </Insight>
      {!presenting && (
        <Insight
          title={t('common.themes')}
          about={t('insights.themesExplained')}
          table={themeTable}
          shown={shownByColumn(themes)}
          empty={
            themes.length === 0 || themeTable.columns.length === 0
              ? t('insights.noThemes')
              : undefined
          }
        >
          <BarChart
            h={CHART_HEIGHT}
            type="stacked"
            withLegend
            data={chartOf(themeTable)}
            dataKey="name"
            series={seriesOf(themeTable.columns)}
          />
        </Insight>
      )}
      {presenting && <HiddenLine>{t('presenting.insights')}</HiddenLine>}
      {aggregating && (
        <ProgramAggregate
          rows={programAggregate(records, vault, filter)}
          onClose={() => setAggregating(false)}
        />
      )}
    </div>
  )
}

export default Insights
