/** One mentee's check-ins: the trend of each instrument with real changes marked, the wheel beside the last one. */
import { HelpButton } from '../help/help-button'
import '@mantine/charts/styles.css'
import { LineChart, RadarChart } from '@mantine/charts'
import { Button, Group, SimpleGrid, Stack, Table, Text } from '@mantine/core'
import { IconHeartbeat, IconPlus, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import {
  type CheckIn,
  isRealChange,
  measured,
  readWheel,
  scoreBurnout,
  scoreWho5,
  WHEEL_DIMENSIONS,
} from '../../../shared/model/check-in'
import { isNewerRecord, kept, type RecordProjection } from '../../../shared/model/projection'
import { go } from '../../app/app-state'
import { useCommand } from '../../app/commands'
import { useBin } from '../../app/session'
import { EmptyState } from '../../ui/empty-state'
import { dimensionLabels } from '../../ui/labels'
import { QuietButton } from '../../ui/quiet-button'
import { Section } from '../../ui/section'
import { Axes } from '../../ui/visibility-chip'
import { shortDay } from '../../ui/when'
import { ReferralForm } from '../referrals/referral-form'
import { CheckInForm } from './check-in-form'
import { checkInSummary } from './check-in-words'

const change = (before: CheckIn | undefined, after: CheckIn): string => {
  const a = before === undefined ? undefined : scoreWho5(before.answers)
  const b = scoreWho5(after.answers)
  if (a === undefined || b === undefined) return '–'
  if (!isRealChange(a, b)) return 'No real change'
  return b.raw > a.raw ? 'Really better' : 'Really lower'
}

const Who5Trend = ({ all }: { readonly all: readonly CheckIn[] }) => {
  const points = measured(all, 'who-5').filter((one) => scoreWho5(one.answers) !== undefined)
  if (points.length === 0) return null
  return (
    <Section title="WHO-5 over time">
      {points.length > 1 && (
        <LineChart
          h={200}
          data={points.map((one) => ({
            date: shortDay(one.date),
            'WHO-5': scoreWho5(one.answers)?.percent ?? 0,
          }))}
          dataKey="date"
          series={[{ name: 'WHO-5', color: 'teal.6' }]}
          yAxisProps={{ domain: [0, 100] }}
          referenceLines={[{ y: 48, label: 'Low', color: 'amber.5' }]}
          curveType="linear"
          role="img"
          aria-label={`WHO-5 from ${shortDay(points[0]?.date ?? '')} to ${shortDay(points.at(-1)?.date ?? '')}; the table has the numbers`}
        />
      )}
      <Table aria-label="WHO-5 scores" verticalSpacing={4}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Date</Table.Th>
            <Table.Th>Score</Table.Th>
            <Table.Th>Since the one before</Table.Th>
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
                        low
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
        A change of three or more raw points (12 of 100) is a real one; less may be chance.
      </Text>
    </Section>
  )
}

const BurnoutTrend = ({ all }: { readonly all: readonly CheckIn[] }) => {
  const points = measured(all, 'burnout').filter((one) => scoreBurnout(one.answers) !== undefined)
  if (points.length === 0) return null
  return (
    <Section title="Burnout over time">
      {points.length > 1 && (
        <LineChart
          h={160}
          data={points.map((one) => ({
            date: shortDay(one.date),
            Level: scoreBurnout(one.answers)?.level ?? 0,
          }))}
          dataKey="date"
          series={[{ name: 'Level', color: 'amber.6' }]}
          yAxisProps={{ domain: [1, 5], tickCount: 5 }}
          referenceLines={[{ y: 3, label: 'Burnout', color: 'amber.5' }]}
          curveType="stepAfter"
          role="img"
          aria-label="Burnout level over time; the list below has the numbers"
        />
      )}
      {[...points].reverse().map((one) => (
        <Text key={one.id} size="sm">
          {shortDay(one.date)}: {scoreBurnout(one.answers)?.level} of 5
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
    <Section title="Wellness wheel">
      <RadarChart
        h={280}
        data={WHEEL_DIMENSIONS.map((dimension) => ({
          dimension: dimensionLabels[dimension],
          Now: now?.[dimension] ?? 0,
          ...(then === undefined ? {} : { Before: then[dimension] }),
        }))}
        dataKey="dimension"
        withPolarRadiusAxis
        polarRadiusAxisProps={{ domain: [0, 10], tick: false, axisLine: false }}
        series={[
          ...(then === undefined ? [] : [{ name: 'Before', color: 'gray.5', opacity: 0.1 }]),
          { name: 'Now', color: 'teal.6', opacity: 0.25 },
        ]}
        role="img"
        aria-label="Wellness wheel; the table has the numbers"
      />
      <Table aria-label="Wellness wheel" verticalSpacing={2}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Dimension</Table.Th>
            <Table.Th>{shortDay(last.date)}</Table.Th>
            {before !== undefined && <Table.Th>{shortDay(before.date)}</Table.Th>}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {WHEEL_DIMENSIONS.map((dimension) => (
            <Table.Tr key={dimension}>
              <Table.Td>
                {dimensionLabels[dimension]}
                {last.tend === dimension && ' · to tend'}
              </Table.Td>
              <Table.Td className="tabular">{now?.[dimension]}</Table.Td>
              {before !== undefined && <Table.Td className="tabular">{then?.[dimension]}</Table.Td>}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {last.step !== '' && <Text size="sm">Smallest step: {last.step}</Text>}
    </Section>
  )
}

const CheckInsTab = ({ record }: { readonly record: RecordProjection }) => {
  const bin = useBin(record.id)
  const [open, setOpen] = useState<'form' | 'referral'>()
  const all = kept(record.checkIns)
  const editable = !isNewerRecord(record)
  useCommand('new-check-in', editable ? () => setOpen('form') : undefined)
  const add = (
    <Button
      leftSection={<IconPlus size={16} stroke={1.8} />}
      disabled={!editable}
      onClick={() => setOpen('form')}
    >
      New check-in
    </Button>
  )
  return (
    <Stack gap="md" pt="md">
      {all.length === 0 ? (
        <EmptyState
          icon={IconHeartbeat}
          title="No check-ins yet"
          text="How the mentee is, in their own measure, with their yes each time. Talking about it without recording anything is a full answer."
        >
          {add}
        </EmptyState>
      ) : (
        <Group justify="space-between">
          {add}
          <HelpButton topic="check-ins" />
          <Text size="sm" c="dimmed">
            A signpost, not a diagnosis. Private; never compared across mentees.
          </Text>
        </Group>
      )}
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md" style={{ alignItems: 'start' }}>
        <Who5Trend all={all} />
        <WheelShape all={all} />
        <BurnoutTrend all={all} />
      </SimpleGrid>
      {all.length > 0 && (
        <Section title="All check-ins">
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
                  <QuietButton
                    name={`Delete check-in of ${shortDay(one.date)}`}
                    icon={IconTrash}
                    onClick={() => void bin('checkIns', one.id, 'The check-in is in the bin.')}
                  />
                )}
              </Group>
            </Group>
          ))}
        </Section>
      )}
      {open === 'form' && (
        <CheckInForm
          record={record}
          onClose={() => setOpen(undefined)}
          onResources={() => go({ screen: 'resources' })}
          onRefer={() => setOpen('referral')}
        />
      )}
      {open === 'referral' && (
        <ReferralForm
          record={record}
          resource="Mental health counseling"
          onClose={() => setOpen(undefined)}
        />
      )}
    </Stack>
  )
}

export default CheckInsTab
