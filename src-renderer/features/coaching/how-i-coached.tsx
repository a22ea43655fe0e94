/**
 * How the coach saw themselves after sessions (shared/model/caseload/afterthought.ts): three taps as one is filed, for who
 * wants them, and here what came of them by month. No mentee is in it.
 */
import { Group, SegmentedControl, Stack, Table, Text, TextInput } from '@mantine/core'
import { useLocalStorage } from '@mantine/hooks'
import { kept } from '../../../shared/crdt/kind'
import type { Afterthought, Taps } from '../../../shared/model/caseload/afterthought'
import { workingOn } from '../../../shared/model/caseload/coach-goal'
import { afterthoughtsByMonth, thingsToTry } from '../../../shared/views/how-i-coached'
import { lastYear } from '../../../shared/views/insights'
import { spoken, t } from '../../../shared/words/words'
import { useVault } from '../../context/vault/session'
import { options } from '../../ui/labels'
import { LineButton } from '../../ui/line-button'
import { Section } from '../../ui/section'
import { shortDay, useToday } from '../../ui/when'
import { shortMonth } from '../promises/month-words'
import classes from './my-coaching.module.css'

const askedLabels = spoken({
  asked: 'afterthought.mostlyAsked',
  both: 'afterthought.both',
  told: 'afterthought.mostlyTold',
})
const talkedLabels = spoken({
  they: 'afterthought.theyTalked',
  equal: 'afterthought.equal',
  me: 'afterthought.iTalked',
})

/** More than these are a list, and no intention. */
const MOST_TO_TRY = 3

/** What the coach works on, in one line; nothing where that is nothing. */
export const WorkingOn = () => {
  const goal = workingOn(useVault().coachGoals)
  return goal === undefined ? null : (
    <Text size="sm" c="dimmed">
      {t('coachGoal.workingOn', { goal: goal.title })}
    </Text>
  )
}

const Tap = <Value extends string>({
  label,
  value,
  labels,
  onChange,
}: {
  readonly label: string
  readonly value: Value | ''
  readonly labels: Readonly<Record<Value, string>>
  readonly onChange: (next: Value | '') => void
}) => (
  <Group gap="xs">
    <Text size="sm" w="9rem" aria-hidden>
      {label}
    </Text>
    <SegmentedControl
      size="xs"
      aria-label={label}
      value={value}
      onChange={onChange}
      data={[{ value: '' as const, label: t('afterthought.skip') }, ...options(labels)]}
    />
  </Group>
)

/** Closed until it is asked for, and then as it was left: whoever does not want it is not in its way. */
export const HowICoachedTaps = ({
  taps,
  onChange,
}: {
  readonly taps: Taps
  readonly onChange: (next: Partial<Taps>) => void
}) => {
  const [open, setOpen] = useLocalStorage({
    key: 'how-i-coached',
    defaultValue: false,
    getInitialValueInEffect: false,
  })
  return (
    <Stack gap="xs" align="flex-start">
      <LineButton aria-expanded={open} onClick={() => setOpen(!open)}>
        {open ? t('afterthought.hide') : t('afterthought.open')}
      </LineButton>
      {open && (
        <>
          <WorkingOn />
          <Tap
            label={t('afterthought.asked')}
            value={taps.asked}
            labels={askedLabels}
            onChange={(asked) => onChange({ asked })}
          />
          <Tap
            label={t('afterthought.talked')}
            value={taps.talked}
            labels={talkedLabels}
            onChange={(talked) => onChange({ talked })}
          />
          <TextInput
            w="100%"
            label={t('afterthought.toTry')}
            description={t('afterthought.hint')}
            value={taps.toTry}
            onChange={(event) => onChange({ toTry: event.currentTarget.value })}
            maxLength={300}
          />
        </>
      )}
    </Stack>
  )
}

const Months = ({ all }: { readonly all: readonly Afterthought[] }) => {
  const months = afterthoughtsByMonth(all, lastYear(useToday()).from)
  return months.length === 0 ? null : (
    <Table.ScrollContainer minWidth={420}>
      <Table aria-label={t('afterthought.title')} className="tabular" horizontalSpacing="xs">
        <Table.Thead>
          <Table.Tr>
            <Table.Th rowSpan={2}>{t('promises.month')}</Table.Th>
            <Table.Th colSpan={3}>{t('afterthought.asked')}</Table.Th>
            <Table.Th colSpan={3}>{t('afterthought.talked')}</Table.Th>
          </Table.Tr>
          <Table.Tr>
            {[...Object.values(askedLabels), ...Object.values(talkedLabels)].map((label) => (
              <Table.Th key={label} fw={400}>
                {label}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {months.map(({ month, asked, talked }) => (
            <Table.Tr key={month}>
              <Table.Th scope="row" className={classes.month ?? ''}>
                {shortMonth(month)}
              </Table.Th>
              {[...Object.entries(asked), ...Object.entries(talked)].map(([what, count]) => (
                <Table.Td key={what}>{count}</Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  )
}

export const HowICoached = ({ onMakeGoal }: { readonly onMakeGoal: (title: string) => void }) => {
  const { afterthoughts: all, coachGoals } = useVault()
  // What became a goal is there.
  const toTry = thingsToTry(all)
    .filter(({ toTry: what }) => !kept(coachGoals).some(({ title }) => title === what))
    .slice(0, MOST_TO_TRY)
  return (
    <Section dense title={t('afterthought.title')}>
      <Text size="sm" c="dimmed">
        {t('afterthought.intro')}
      </Text>
      <Months all={all} />
      {toTry.map(({ id, date, toTry: what }) => (
        <div key={id}>
          <Text size="sm">
            {what}{' '}
            <Text span size="sm" c="dimmed">
              · {shortDay(date)}
            </Text>
          </Text>
          <LineButton
            aria-label={t('afterthought.makeGoalOf', { what })}
            onClick={() => onMakeGoal(what)}
          >
            {t('afterthought.makeGoal')}
          </LineButton>
        </div>
      ))}
    </Section>
  )
}
