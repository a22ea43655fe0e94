/** REACH weeks of a class: the calendar of four a year, and a way to lay out a whole year at once. */
import { Button, Group, NumberInput, Stack, Table, Text } from '@mantine/core'
import { IconFileImport, IconPencil, IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { yearOf } from '../../../shared/base/academic-year'
import { addDays } from '../../../shared/base/day'
import { type ReachWeek, reachWeeks, weeksOf } from '../../../shared/model/record/reach'
import {
  nextQuarter,
  quarterOf,
  WEEK_DAYS,
  weeksToLayOut,
} from '../../../shared/model/record/reach-year'
import { t } from '../../../shared/words/words'
import { runCommand } from '../../context/commands/commands'
import { useSubmit } from '../../context/submit'
import { useTypedValues } from '../../context/typing/kept-typing'
import { useRunOnVault, useVault } from '../../context/vault/session'
import { DayField } from '../../forms/day-field'
import { ItemForm } from '../../forms/item-form'
import { DeleteButton } from '../../ui/delete-button'
import { Problem } from '../../ui/problem'
import { QuietButton } from '../../ui/quiet-button'
import { Section } from '../../ui/section'
import { offerUndo } from '../../ui/undo'
import { shortDay, useToday } from '../../ui/when'

/** What is left of a school year at once, a quarter apart; the weeks that are there stay. */
const LayOutYear = ({
  classYear,
  weeks,
}: {
  readonly classYear: number
  readonly weeks: readonly ReachWeek[]
}) => {
  const runOnVault = useRunOnVault()
  const { turnover } = useVault().settings
  const next = nextQuarter(classYear, weeks, useToday(), turnover)
  const {
    values: { start, year },
    set,
    forget,
  } = useTypedValues(`lay-out-year/${classYear}`, {
    start: next?.start ?? null,
    year: (next?.year ?? 1) as number | string,
  })
  const { busy, problem, submit } = useSubmit()
  const given =
    start === null || typeof year !== 'number'
      ? undefined
      : weeksToLayOut({ year, start }, weeks, turnover)
  const layOut = async (): Promise<void> => {
    const done = await submit(async () => {
      for (const week of given ?? []) await runOnVault(reachWeeks.add, { classYear, ...week })
    })
    if (done) forget()
  }
  return (
    <Stack gap={4}>
      <Text size="sm" c="dimmed">
        {t('reach.layOutIntro')}
      </Text>
      <Group gap="xs" align="flex-end">
        <NumberInput
          label={t('reach.yearInSchool')}
          w={120}
          min={1}
          max={4}
          value={year}
          onChange={(next) => set({ year: next })}
        />
        <DayField
          label={t('reach.firstBegins')}
          w={180}
          clearable
          value={start}
          onChange={(day) => set({ start: day })}
        />
        <Button
          variant="default"
          disabled={given === undefined || given.length === 0}
          loading={busy}
          onClick={() => void layOut()}
        >
          {given === undefined
            ? t('reach.layOutNeedsDay')
            : given.length === 0
              ? t('reach.laidOut', { year })
              : t('reach.layOut', { weeks: t('count.reachWeek', { count: given.length }) })}
        </Button>
      </Group>
      <Problem text={problem} />
    </Stack>
  )
}

const WeekTable = ({
  weeks,
  onEdit,
}: {
  readonly weeks: readonly ReachWeek[]
  readonly onEdit: (week: ReachWeek) => void
}) => {
  const runOnVault = useRunOnVault()
  const remove = async (week: ReachWeek): Promise<void> => {
    await runOnVault(reachWeeks.remove, { id: week.id, deleted: true })
    offerUndo(
      t('reach.weekRemoved'),
      () => void runOnVault(reachWeeks.remove, { id: week.id, deleted: false }),
    )
  }
  return (
    <Table aria-label={t('reach.reachWeeks')} verticalSpacing={4}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('reach.schoolYearLabel')}</Table.Th>
          <Table.Th>{t('reach.quarter')}</Table.Th>
          <Table.Th>{t('reach.dates')}</Table.Th>
          <Table.Th>{t('reach.theme')}</Table.Th>
          <Table.Th aria-label={t('reach.changeWeek')} />
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {weeks.map((week) => (
          <Table.Tr key={week.id}>
            <Table.Td>{t('reach.schoolYear', { year: week.year })}</Table.Td>
            <Table.Td>{week.quarter}</Table.Td>
            <Table.Td className="tabular">
              {t('reach.fromTo', { start: shortDay(week.start), end: shortDay(week.end) })}
            </Table.Td>
            <Table.Td>{week.theme || '–'}</Table.Td>
            <Table.Td>
              <Group gap={0} justify="flex-end" wrap="nowrap">
                <QuietButton
                  name={t('reach.editWeek', {
                    week: week.quarter,
                    year: week.year,
                  })}
                  icon={IconPencil}
                  size={26}
                  onClick={() => onEdit(week)}
                />
                <DeleteButton
                  name={t('reach.removeWeek', {
                    week: week.quarter,
                    year: week.year,
                  })}
                  size={26}
                  onDelete={() => remove(week)}
                />
              </Group>
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}

export const WeekCalendar = ({ classYear }: { readonly classYear: number }) => {
  const runOnVault = useRunOnVault()
  const vault = useVault()
  const [form, setForm] = useState<ReachWeek | 'new'>()
  const day = useToday()
  const weeks = weeksOf(vault.reachWeeks, classYear)
  const { turnover } = vault.settings
  return (
    <Section
      title={t('reach.weeksOfClass', { class: classYear })}
      action={
        <Group gap="xs">
          <Button
            variant="subtle"
            size="compact-sm"
            leftSection={<IconFileImport size={15} />}
            onClick={() => runCommand('school-calendar')}
          >
            {t('command.importSchoolCalendar')}
          </Button>
          <Button
            variant="subtle"
            size="compact-sm"
            leftSection={<IconPlus size={15} />}
            onClick={() => setForm('new')}
          >
            {t('reach.addWeek')}
          </Button>
        </Group>
      }
    >
      {weeks.length > 0 && <WeekTable weeks={weeks} onEdit={setForm} />}
      <LayOutYear classYear={classYear} weeks={weeks} />
      {form !== undefined && (
        <ItemForm
          id={form === 'new' ? `new-reach-week/${classYear}` : `reach-week/${form.id}`}
          title={form === 'new' ? t('reach.addTitle') : t('reach.editTitle')}
          action={t('common.save')}
          schema={reachWeeks.input}
          initial={
            form === 'new'
              ? {
                  ...reachWeeks.empty,
                  classYear,
                  year: yearOf(classYear, day, turnover) ?? 1,
                  quarter: quarterOf(day, turnover),
                  start: day,
                  end: addDays(day, WEEK_DAYS),
                }
              : form
          }
          fields={[
            { name: 'year', label: t('reach.yearInSchool'), as: 'number', min: 1, max: 4 },
            { name: 'quarter', label: t('reach.quarter'), as: 'number', min: 1, max: 4 },
            { name: 'start', label: t('common.fromDay'), as: 'day', optional: false },
            { name: 'end', label: t('common.until'), as: 'day', optional: false },
            { name: 'theme', label: t('reach.theme'), wide: true },
          ]}
          more={[
            {
              name: 'exercise',
              label: t('reach.exercise'),
              hint: t('reach.exerciseHint'),
              wide: true,
            },
            { name: 'exerciseHow', label: t('reach.exerciseHow'), as: 'text' },
            {
              name: 'exerciseQuestions',
              label: t('reach.exerciseQuestions'),
              hint: t('reach.exerciseQuestionsHint'),
              as: 'text',
            },
            {
              name: 'exerciseMinutes',
              label: t('reach.exerciseLength'),
              as: 'number',
              min: 1,
              max: 600,
            },
          ]}
          onClose={() => setForm(undefined)}
          onSubmit={(next, base) =>
            form === 'new'
              ? runOnVault(reachWeeks.add, next)
              : runOnVault(reachWeeks.edit, { id: form.id, base, next })
          }
        />
      )}
    </Section>
  )
}
