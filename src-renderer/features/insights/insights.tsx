/** Insights over the caseload, each a chart with its table, all under one filter. */
import { BarChart, LineChart } from '@mantine/charts'
import '@mantine/charts/styles.css'
import { Button, Group, Select, Stack } from '@mantine/core'
import { DateInput } from '@mantine/dates'
import { IconChartBar } from '@tabler/icons-react'
import { useState } from 'react'
import {
  attentionBalance,
  checkInDistribution,
  confidenceOverTime,
  contactCadence,
  filterRecords,
  goalsByCategory,
  type InsightFilter,
  lastYear,
  programAggregate,
  reachCompletion,
  SMALLEST_CELL,
  soundFilter,
  themesOverTime,
} from '../../../shared/model/insights'
import { currentRecords } from '../../../shared/model/projection'
import { useCommand } from '../../app/commands'
import { useModel, useVault } from '../../app/session'
import { EmptyState } from '../../ui/empty-state'
import { categoryLabels, goalStatusLabels } from '../../ui/labels'
import { today } from '../../ui/when'
import { HeatMap } from './heat-map'
import { chartOf, Insight, shownByColumn, tableOf } from './insight'
import { ProgramAggregate } from './program-aggregate'

const CHART_HEIGHT = 240
/** Told apart by colour and by their place in the legend; the table says the same. */
const COLORS = ['teal.7', 'amber.5', 'blue.6', 'gray.6', 'teal.3', 'amber.8', 'blue.3', 'gray.4'] as const
const seriesOf = (columns: readonly string[]) =>
  columns.map((name, index) => ({ name, color: COLORS[index % COLORS.length] ?? 'gray.6' }))

const reachWords: Readonly<Record<string, string>> = { done: 'Done', open: 'Open' }
const ratingWords: Readonly<Record<string, string>> = { confidence: 'Confidence', importance: 'Importance' }
const bandWords = { usual: 'Usual', low: 'Low', 'very-low': 'Very low' } as const

const Insights = () => {
  const all = currentRecords(useModel((model) => model.records))
  const vault = useVault()
  const [given, setFilter] = useState<InsightFilter>({ ...lastYear(today()), classYear: null, group: null })
  const [aggregating, setAggregating] = useState(false)
  useCommand('program-numbers', () => setAggregating(true))
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
  const checkIns = checkInDistribution(records, filter)
  const balance = attentionBalance(records, vault, filter)
  const themes = themesOverTime(records, filter)
  const themeTable = tableOf(themes)
  const groups = [...new Set(all.map(({ mentee }) => mentee.reachGroup).filter(Boolean))].sort()
  const classes = [...new Set(all.flatMap(({ mentee }) => mentee.classYear ?? []))].sort((a, b) => a - b)
  if (all.length === 0)
    return (
      <EmptyState
        icon={IconChartBar}
        title="Nothing to see yet"
        text="Once there are mentees and sessions, this is where you see how often you meet, what their goals are about, and whether your time is shared out fairly."
      />
    )
  return (
    <Stack gap="md">
      <Group align="flex-end" gap="sm">
        <DateInput
          label="From"
          value={filter.from}
          valueFormat="D MMM YYYY"
          onChange={(from) => from && change({ from })}
        />
        <DateInput
          label="To"
          value={filter.to}
          valueFormat="D MMM YYYY"
          onChange={(to) => to && change({ to })}
        />
        <Select
          label="Class"
          placeholder="All"
          clearable
          w={120}
          data={classes.map(String)}
          value={filter.classYear === null ? null : String(filter.classYear)}
          onChange={(year) => change({ classYear: year === null ? null : Number(year) })}
        />
        <Select
          label="REACH group"
          placeholder="All"
          clearable
          w={120}
          data={groups}
          value={filter.group}
          onChange={(group) => change({ group })}
        />
        <Button variant="default" ml="auto" onClick={() => setAggregating(true)}>
          Numbers for the program
        </Button>
      </Group>
      <Insight
        title="Meetings by month"
        about="One-to-one and group meetings that were held. An empty row is somebody you have not met."
        table={tableOf(cadence)}
        shown={[
          {
            label: 'Not met in this time',
            records: balance.filter(({ sessions }) => sessions === 0).map(({ record }) => record),
          },
        ].filter(({ records: some }) => some.length > 0)}
      >
        <HeatMap cells={cadence} from={filter.from} to={filter.to} />
      </Insight>
      <Insight
        title="Attention"
        about="Minutes for each mentee, in the order of their names; a group’s time is shared by those who were there."
        table={{
          rows: balance.map(({ name }) => name),
          columns: ['Sessions', 'Minutes'],
          value: (row, column) => {
            const one = balance.find(({ name }) => name === row)
            return String((column === 'Sessions' ? one?.sessions : one?.minutes) ?? 0)
          },
        }}
        shown={[
          {
            label: 'Less than half of the average time',
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
          series={[{ name: 'Minutes', color: 'teal.7' }]}
        />
      </Insight>
      <Insight
        title="Goals by category and status"
        about="Every goal that was opened by the end of this time."
        table={goalTable}
        shown={shownByColumn(goals, (status) => goalStatusLabels[status as keyof typeof goalStatusLabels])}
        empty={goals.length === 0 ? 'No goals in this time.' : undefined}
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
      <Insight
        title="Importance and confidence"
        about="The mean of all ratings of goals, 0 to 10, by quarter. No mentee is compared with another."
        table={confidenceTable}
        empty={confidence.length === 0 ? 'No goal was rated in this time.' : undefined}
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
      <Insight
        title="REACH completion"
        about="For each week that began in this time (class · year.quarter): mentees with all five components done or excused."
        table={reachTable}
        shown={shownByColumn(reach, (column) => reachWords[column] ?? column)}
        empty={reach.length === 0 ? 'No REACH week began in this time.' : undefined}
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
      <Insight
        title="WHO-5 check-ins"
        about="How many check-ins fell where, over everybody. It is never shown by name: a check-in is the mentee’s own, and a signpost for your next talk."
        table={{
          rows: checkIns.bands.map(({ band }) => bandWords[band]),
          columns: ['Check-ins'],
          value: (row) => String(checkIns.bands.find(({ band }) => bandWords[band] === row)?.value ?? 0),
        }}
        empty={
          checkIns.total < SMALLEST_CELL
            ? 'Fewer than five check-ins were kept in this time: too few to show without saying whose they are.'
            : undefined
        }
      >
        <BarChart
          h={CHART_HEIGHT}
          data={checkIns.bands.map(({ band, value }) => ({ name: bandWords[band], 'Check-ins': value }))}
          dataKey="name"
          series={[{ name: 'Check-ins', color: 'teal.7' }]}
        />
      </Insight>
      <Insight
        title="Themes"
        about="What came up in sessions, notes and reflections, by quarter: the eight themes used most."
        table={themeTable}
        shown={shownByColumn(themes)}
        empty={themes.length === 0 || themeTable.columns.length === 0 ? 'No themes in this time.' : undefined}
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
      {aggregating && (
        <ProgramAggregate
          rows={programAggregate(records, vault, filter)}
          onClose={() => setAggregating(false)}
        />
      )}
    </Stack>
  )
}

export default Insights
