/**
 * One mentee's check-ins. A check-in is the mentee's own measurement of how they are, by an instrument as it is worded,
 * with their yes each time; it is theirs whether its number is kept (check-in-form.tsx), and a low one asks for support
 * (support-offer.tsx). Here is what was kept: the trend of each instrument with real changes marked, and the wheel
 * beside the last one. No trend is drawn across mentees.
 */
import { t } from '../../../shared/words/words'
import { HelpButton } from '../help/help-button'
import '@mantine/charts/styles.css'
import { LineChart, RadarChart } from '@mantine/charts'
import { Button, Group, SimpleGrid, Stack, Table, Text } from '@mantine/core'
import { IconHeartbeat, IconPlus, IconPrinter } from '@tabler/icons-react'
import { useState } from 'react'
import { isNewerRecord, kept, type RecordProjection } from '../../../shared/model/projection'
import {
  type CheckIn,
  instrumentsFor,
  isRealChange,
  measured,
  readWheel,
  scoreBurnout,
  scoreWho5,
  WHEEL_DIMENSIONS,
} from '../../../shared/model/record/check-in'
import { schoolYearOn } from '../../../shared/model/record/enrolment'
import { useCommand } from '../../context/commands/commands'
import { useBin, useVault } from '../../context/vault/session'
import { DeleteButton } from '../../ui/delete-button'
import { EmptyState } from '../../ui/empty-state'
import { dimensionLabels } from '../../ui/labels'
import { QuietButton } from '../../ui/quiet-button'
import { Section } from '../../ui/section'
import { Axes } from '../../ui/visibility-chip'
import { shortDay, useToday } from '../../ui/when'
import { CheckInForm } from './check-in-form'
import { PrintCheckIn } from './check-in-on-paper'
import { checkInSummary } from './check-in-words'
import { type Opened, SupportOffer } from './support-offer'

const change = (before: CheckIn | undefined, after: CheckIn): string => {
  const a = before === undefined ? undefined : scoreWho5(before.answers)
  const b = scoreWho5(after.answers)
  if (a === undefined || b === undefined) return '–'
  if (!isRealChange(a, b)) return t('checkIn.withinVariation')
  return t('checkIn.changedBy', {
    points: (b.raw - a.raw > 0 ? '+' : '−') + Math.abs(b.raw - a.raw) * 4,
  })
}

const Who5Trend = ({ all }: { readonly all: readonly CheckIn[] }) => {
  const points = measured(all, 'who-5').filter((one) => scoreWho5(one.answers) !== undefined)
  if (points.length === 0) return null
  return (
    <Section title={t('checkIn.who5OverTime')}>
      {points.length > 1 && (
        <LineChart
          h={200}
          data={points.map((one) => ({
            date: shortDay(one.date),
            'WHO-5': scoreWho5(one.answers)?.percent ?? 0,
          }))}
          dataKey="date"
          series={[{ name: 'WHO-5', color: 'teal.6' }]}
          lineChartProps={{ margin: { top: 12 } }}
          yAxisProps={{ domain: [0, 100] }}
          referenceLines={[{ y: 48, label: t('checkIn.low'), color: 'amber.5' }]}
          curveType="linear"
          role="img"
          aria-label={t('checkIn.who5Chart', {
            start: shortDay(points[0]?.date ?? ''),
            end: shortDay(points.at(-1)?.date ?? ''),
          })}
        />
      )}
      <Table aria-label={t('checkIn.who5Scores')} verticalSpacing={4}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('common.date')}</Table.Th>
            <Table.Th>{t('checkIn.score')}</Table.Th>
            <Table.Th>{t('checkIn.sinceTheOneBefore')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {points
            .map((one, index) => ({ one, before: points[index - 1] }))
            .reverse()
            .map(({ one, before }) => {
              const score = scoreWho5(one.answers)
              return (
                <Table.Tr key={one.id}>
                  <Table.Td className="tabular">{shortDay(one.date)}</Table.Td>
                  <Table.Td className="tabular">
                    {score?.percent}
                    {score?.band !== 'usual' && (
                      <Text span size="sm" c="var(--care)">
                        {' '}
                        {t('checkIn.lowLower')}
                      </Text>
                    )}
                  </Table.Td>
                  <Table.Td>{change(before, one)}</Table.Td>
                </Table.Tr>
              )
            })}
        </Table.Tbody>
      </Table>
      <Text size="xs" c="dimmed">
        {t('checkIn.realChangeHint')}
      </Text>
    </Section>
  )
}

const BurnoutTrend = ({ all }: { readonly all: readonly CheckIn[] }) => {
  const points = measured(all, 'burnout').filter((one) => scoreBurnout(one.answers) !== undefined)
  if (points.length === 0) return null
  return (
    <Section title={t('checkIn.burnoutOverTime')}>
      {points.length > 1 && (
        <LineChart
          h={160}
          data={points.map((one) => ({
            date: shortDay(one.date),
            Level: scoreBurnout(one.answers)?.level ?? 0,
          }))}
          dataKey="date"
          series={[{ name: 'Level', label: t('checkIn.level'), color: 'amber.6' }]}
          yAxisProps={{ domain: [1, 5], tickCount: 5 }}
          referenceLines={[{ y: 3, label: t('checkIn.burnout'), color: 'amber.5' }]}
          curveType="stepAfter"
          role="img"
          aria-label={t('checkIn.burnoutChart')}
        />
      )}
      {[...points].reverse().map((one) => (
        <Text key={one.id} size="sm">
          {t('checkIn.burnoutOnDay', {
            day: shortDay(one.date),
            level: scoreBurnout(one.answers)?.level ?? '–',
          })}
        </Text>
      ))}
    </Section>
  )
}

const WheelShape = ({ all }: { readonly all: readonly CheckIn[] }) => {
  const wheels = measured(all, 'wheel').filter((one) => readWheel(one.answers) !== undefined)
  const last = wheels.at(-1)
  if (last === undefined) return null
  const before = wheels.at(-2)
  const now = readWheel(last.answers)
  const then = before === undefined ? undefined : readWheel(before.answers)
  return (
    <Section title={t('checkIn.wellnessWheel')}>
      <RadarChart
        h={280}
        data={WHEEL_DIMENSIONS.map((dimension) => ({
          dimension: dimensionLabels[dimension],
          Now: now?.[dimension] ?? 0,
          ...(then === undefined ? {} : { Before: then[dimension] }),
        }))}
        dataKey="dimension"
        radarChartProps={{ outerRadius: '62%' }}
        withPolarRadiusAxis
        polarRadiusAxisProps={{ domain: [0, 10], tickCount: 6, tick: false, axisLine: false }}
        series={[
          ...(then === undefined
            ? []
            : [{ name: 'Before', label: t('checkIn.before'), color: 'gray.5', opacity: 0.1 }]),
          { name: 'Now', label: t('common.now'), color: 'teal.6', opacity: 0.25 },
        ]}
        role="img"
        aria-label={t('checkIn.wheelChart')}
      />
      <Table aria-label={t('checkIn.wellnessWheel')} verticalSpacing={2}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('checkIn.dimension')}</Table.Th>
            <Table.Th>{shortDay(last.date)}</Table.Th>
            {before !== undefined && <Table.Th>{shortDay(before.date)}</Table.Th>}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {WHEEL_DIMENSIONS.map((dimension) => (
            <Table.Tr key={dimension}>
              <Table.Td>
                {dimensionLabels[dimension]}
                {last.tend === dimension && ` · ${t('checkIn.toTend')}`}
              </Table.Td>
              <Table.Td className="tabular">{now?.[dimension]}</Table.Td>
              {before !== undefined && <Table.Td className="tabular">{then?.[dimension]}</Table.Td>}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {last.step !== '' && <Text size="sm">{t('checkIn.smallestStep', { step: last.step })}</Text>}
    </Section>
  )
}

const CheckInsTab = ({ record }: { readonly record: RecordProjection }) => {
  const bin = useBin(record.id)
  const [open, setOpen] = useState<'form' | 'sheet' | Opened>()
  const all = kept(record.checkIns)
  const editable = !isNewerRecord(record)
  useCommand('new-check-in', editable ? () => setOpen('form') : undefined)
  const { turnover } = useVault().settings
  const offered = instrumentsFor(schoolYearOn(record, useToday(), turnover))
  const add = (
    <Group gap={4}>
      <Button
        leftSection={<IconPlus size={16} stroke={1.8} />}
        disabled={!editable}
        onClick={() => setOpen('form')}
      >
        {t('checkIn.new')}
      </Button>
      <QuietButton
        name={t('checkIn.printSheet')}
        icon={IconPrinter}
        onClick={() => setOpen('sheet')}
      />
    </Group>
  )
  return (
    <Stack gap="md" pt="md">
      {all.length === 0 ? (
        <EmptyState icon={IconHeartbeat} title={t('checkIn.empty')} text={t('checkIn.emptyWhy')}>
          {add}
        </EmptyState>
      ) : (
        <Group justify="space-between">
          <Group gap="xs">
            {add}
            <HelpButton topic="check-ins" />
          </Group>
          <Text size="sm" c="dimmed">
            {t('checkIn.whoSees')}
          </Text>
        </Group>
      )}
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md" style={{ alignItems: 'start' }}>
        <Who5Trend all={all} />
        <WheelShape all={all} />
        <BurnoutTrend all={all} />
      </SimpleGrid>
      {all.length > 0 && (
        <Section title={t('checkIn.all')}>
          {all.map((one) => (
            <Group key={one.id} justify="space-between" wrap="nowrap">
              <div>
                <Text>{checkInSummary(one)}</Text>
                {one.words !== '' && (
                  <Text size="sm" c="dimmed">
                    {one.words}
                  </Text>
                )}
              </div>
              <Group gap="xs" wrap="nowrap">
                <Axes visibility={one.visibility} provenance={one.provenance} />
                <Text size="sm" c="dimmed" className="tabular">
                  {shortDay(one.date)}
                </Text>
                {editable && (
                  <DeleteButton
                    name={t('checkIn.deleteOf', { day: shortDay(one.date) })}
                    onDelete={() => bin('checkIns', one.id, t('checkIn.inTheBin'))}
                  />
                )}
              </Group>
            </Group>
          ))}
        </Section>
      )}
      {open === 'form' && (
        <CheckInForm record={record} onClose={() => setOpen(undefined)} onOpens={setOpen} />
      )}
      {open === 'sheet' && <PrintCheckIn offered={offered} onClose={() => setOpen(undefined)} />}
      {open !== undefined && open !== 'form' && open !== 'sheet' && (
        <SupportOffer record={record} opened={open} onClose={() => setOpen(undefined)} />
      )}
    </Stack>
  )
}

export default CheckInsTab
