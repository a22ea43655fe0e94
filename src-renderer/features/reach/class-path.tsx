/**
 * The four years of a class as a path: adopted from the plan with one press, and its days set in the table itself, by Tab
 * and by typing. A day of the residency season is set here as well, and stands where the season has it.
 */
import { Badge, Button, Group, SegmentedControl, Stack, Table, Text } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { yearOf } from '../../../shared/base/academic-year'
import { type ClassDate, classDates, setClassDay } from '../../../shared/model/caseload/class-date'
import {
  adoptPlan,
  type Degree,
  planLacking,
  removeClassDates,
} from '../../../shared/model/caseload/class-plan'
import { dayUnknown, editSeasonDate, isToCheck } from '../../../shared/model/caseload/season-date'
import { type PathDate, pathOf } from '../../../shared/views/class-path'
import { t } from '../../../shared/words/words'
import { useTypedValue } from '../../context/typing/kept-typing'
import { useRunOnVault, useVault } from '../../context/vault/session'
import { DayField } from '../../forms/day-field'
import { ItemForm } from '../../forms/item-form'
import { EditAndDelete } from '../../ui/edit-and-delete'
import { Section } from '../../ui/section'
import { offerUndo } from '../../ui/undo'
import { inWords, shortDay, useToday } from '../../ui/when'
import { HelpButton } from '../help/help-button'

const Adopt = ({ classYear }: { readonly classYear: number }) => {
  const runOnVault = useRunOnVault()
  const today = useToday()
  const [degree, setDegree] = useTypedValue<Degree>(`path-degree/${classYear}`, 'md')
  const count = planLacking(useVault().classDates, classYear, today).length
  if (count === 0) return null
  const adopt = async (): Promise<void> => {
    const ids = await runOnVault(adoptPlan, { classYear, degree, today })
    if (ids !== undefined)
      offerUndo(
        t('path.adopted', {
          dates: t('count.classDate', { count: ids.length }),
          class: classYear,
        }),
        () => void runOnVault(removeClassDates, ids),
      )
  }
  return (
    <Stack gap="xs">
      <Text size="sm" c="dimmed">
        {t('path.intro')}
      </Text>
      <Group gap="xs">
        <SegmentedControl
          aria-label={t('path.boards')}
          data={[
            { value: 'md', label: t('path.degreeMd') },
            { value: 'do', label: t('path.degreeDo') },
          ]}
          value={degree}
          onChange={setDegree}
        />
        <Button variant="default" onClick={() => void adopt()}>
          {t('path.adopt', { dates: t('count.classDate', { count }) })}
        </Button>
      </Group>
    </Stack>
  )
}

/** What it is called here, where a mark says whether it is to be checked. */
const titleOf = ({ of, title }: PathDate): string => ('season' in of ? of.season.title : title)

const Day = ({ one }: { readonly one: PathDate }) => {
  const runOnVault = useRunOnVault()
  const { date, monthOnly, of } = one
  const set = (day: string | null): void => {
    if ('season' in of) void runOnVault(editSeasonDate, { one: of.season, next: { date: day } })
    else void runOnVault(setClassDay, { id: of.own.id, base: of.own, day })
  }
  return (
    <DayField
      aria-label={t('path.dayOf', { title: titleOf(one) })}
      size="xs"
      w={150}
      clearable
      placeholder={t('path.around', { month: inWords(date, 'month with year') })}
      value={monthOnly ? null : date}
      onChange={set}
    />
  )
}

const Row = ({
  one,
  onEdit,
}: {
  readonly one: PathDate
  readonly onEdit: (date: ClassDate) => void
}) => {
  const runOnVault = useRunOnVault()
  const today = useToday()
  const { turnover } = useVault().settings
  const { id, classYear, title, date, monthOnly, questions, otherDays, of } = one
  const year = yearOf(classYear, date, turnover)
  const remove = async (): Promise<void> => {
    await runOnVault(classDates.remove, { id, deleted: true })
    offerUndo(
      t('path.removed', { title }),
      () => void runOnVault(classDates.remove, { id, deleted: false }),
    )
  }
  const over = !monthOnly && date < today
  return (
    <Table.Tr>
      <Table.Td>{year === null ? '–' : t('reach.schoolYear', { year })}</Table.Td>
      <Table.Td>
        <Day one={one} />
      </Table.Td>
      <Table.Td>
        <Text size="sm" fw={600} {...(over ? { c: 'dimmed' } : {})}>
          {titleOf(one)}
          {'season' in of && isToCheck(of.season) && !over && (
            <Badge ml={6} color="amber">
              {t('season.toCheck')}
            </Badge>
          )}
        </Text>
        {'season' in of && monthOnly && (
          <Text size="sm" c="dimmed">
            {dayUnknown(of.season)}
          </Text>
        )}
        {otherDays.length > 0 && (
          <Text size="sm" c="var(--care)">
            {t('path.otherDays', { days: otherDays.map(shortDay).join(', ') })}
          </Text>
        )}
        {questions.map((question) => (
          <Text key={question} size="sm" c="dimmed">
            {question}
          </Text>
        ))}
      </Table.Td>
      <Table.Td>
        {'own' in of && (
          <Group justify="flex-end">
            <EditAndDelete
              item={title}
              deleteName={t('season.removeDate', { title })}
              size={26}
              onEdit={() => onEdit(of.own)}
              onDelete={remove}
            />
          </Group>
        )}
      </Table.Td>
    </Table.Tr>
  )
}

const DateForm = ({
  classYear,
  form,
  onClose,
}: {
  readonly classYear: number
  readonly form: ClassDate | 'new'
  readonly onClose: () => void
}) => {
  const runOnVault = useRunOnVault()
  const today = useToday()
  return (
    <ItemForm
      id={form === 'new' ? `new-class-date/${classYear}` : `class-date/${form.id}`}
      title={t(form === 'new' ? 'path.addDate' : 'path.editDate')}
      action={t('common.save')}
      schema={classDates.input}
      initial={form === 'new' ? { ...classDates.empty, classYear, date: today } : form}
      fields={[
        { name: 'title', label: t('common.what'), wide: true },
        { name: 'date', label: t('common.date'), as: 'day', optional: false },
        { name: 'monthOnly', label: t('path.monthOnly'), as: 'check' },
        {
          name: 'questions',
          label: t('path.questions'),
          as: 'text',
          hint: t('path.questionsHint'),
        },
      ]}
      onClose={onClose}
      onSubmit={(next, base) =>
        form === 'new'
          ? runOnVault(classDates.add, next)
          : runOnVault(classDates.edit, { id: form.id, base, next })
      }
    />
  )
}

export const ClassPath = ({ classYear }: { readonly classYear: number }) => {
  const path = pathOf(useVault(), classYear)
  const [form, setForm] = useState<ClassDate | 'new'>()
  return (
    <Section
      title={t('path.title', { class: classYear })}
      help={<HelpButton topic="path" />}
      action={
        <Button
          variant="subtle"
          size="compact-sm"
          leftSection={<IconPlus size={15} />}
          onClick={() => setForm('new')}
        >
          {t('path.addDate')}
        </Button>
      }
    >
      <Adopt classYear={classYear} />
      {path.length > 0 && (
        <Table aria-label={t('path.dates')} verticalSpacing={4}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('reach.schoolYearLabel')}</Table.Th>
              <Table.Th>{t('common.date')}</Table.Th>
              <Table.Th>{t('common.what')}</Table.Th>
              <Table.Th aria-label={t('reach.changeWeek')} />
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {path.map((one) => (
              // A day of the season has another id once it is changed, and its field keeps the cursor.
              <Row key={'season' in one.of ? one.milestone : one.id} one={one} onEdit={setForm} />
            ))}
          </Table.Tbody>
        </Table>
      )}
      {form !== undefined && (
        <DateForm classYear={classYear} form={form} onClose={() => setForm(undefined)} />
      )}
    </Section>
  )
}
