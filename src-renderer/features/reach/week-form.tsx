/** REACH weeks of a class: the calendar of four a year, and a way to lay out a whole year at once. */
import { Button, Group, NumberInput, Stack, Table, Text } from '@mantine/core'
import { DateInput } from '@mantine/dates'
import { IconPencil, IconPlus, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { addDays } from '../../../shared/model/academic-year'
import { type ReachWeek, reachWeeks, weeksOf } from '../../../shared/model/reach'
import { useRunOnVault, useVault } from '../../app/session'
import { ItemForm } from '../../ui/item-form'
import { QuietButton } from '../../ui/quiet-button'
import { Section } from '../../ui/section'
import { offerUndo } from '../../ui/undo'
import { shortDay, today } from '../../ui/when'

const QUARTER_DAYS = 91
/** Monday to Friday. */
const WEEK_DAYS = 4

export const WeekCalendar = ({ classYear }: { readonly classYear: number }) => {
  const runOnVault = useRunOnVault()
  const vault = useVault()
  const [form, setForm] = useState<ReachWeek | 'new'>()
  const [start, setStart] = useState<string | null>(null)
  const [year, setYear] = useState<number | string>(1)
  const weeks = weeksOf(vault.reachWeeks, classYear)
  const layOut = async (): Promise<void> => {
    if (start === null || typeof year !== 'number') return
    for (const quarter of [1, 2, 3, 4]) {
      const from = addDays(start, (quarter - 1) * QUARTER_DAYS)
      if (!weeks.some((week) => week.year === year && week.quarter === quarter))
        await runOnVault(reachWeeks.add, {
          classYear,
          year,
          quarter,
          start: from,
          end: addDays(from, WEEK_DAYS),
        })
    }
    setStart(null)
  }
  const remove = async (week: ReachWeek): Promise<void> => {
    await runOnVault(reachWeeks.remove, { id: week.id, deleted: true })
    offerUndo(
      'The REACH week was removed.',
      () => void runOnVault(reachWeeks.remove, { id: week.id, deleted: false }),
    )
  }
  return (
    <Section
      title={`Weeks of the class of ${classYear}`}
      action={
        <Button
          variant="subtle"
          size="compact-sm"
          leftSection={<IconPlus size={15} />}
          onClick={() => setForm('new')}
        >
          Add a week
        </Button>
      }
    >
      {weeks.length > 0 && (
        <Table aria-label="REACH weeks" verticalSpacing={4}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>Year</Table.Th>
              <Table.Th>Quarter</Table.Th>
              <Table.Th>Dates</Table.Th>
              <Table.Th>Theme</Table.Th>
              <Table.Th aria-label="Change" />
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {weeks.map((week) => (
              <Table.Tr key={week.id}>
                <Table.Td>MS{week.year}</Table.Td>
                <Table.Td>{week.quarter}</Table.Td>
                <Table.Td className="tabular">
                  {shortDay(week.start)} to {shortDay(week.end)}
                </Table.Td>
                <Table.Td>{week.theme || '–'}</Table.Td>
                <Table.Td>
                  <Group gap={0} justify="flex-end" wrap="nowrap">
                    <QuietButton
                      name={`Edit week ${week.quarter} of year ${week.year}`}
                      icon={IconPencil}
                      size={26}
                      onClick={() => setForm(week)}
                    />
                    <QuietButton
                      name={`Remove week ${week.quarter} of year ${week.year}`}
                      icon={IconTrash}
                      size={26}
                      onClick={() => void remove(week)}
                    />
                  </Group>
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
      <Stack gap={4}>
        <Text size="sm" c="dimmed">
          Lay out a year: four weeks, a quarter apart. Each can be moved afterwards.
        </Text>
        <Group gap="xs" align="flex-end">
          <NumberInput label="Year in school" w={120} min={1} max={4} value={year} onChange={setYear} />
          <DateInput
            label="First week begins"
            w={180}
            clearable
            valueFormat="D MMM YYYY"
            value={start}
            onChange={setStart}
          />
          <Button variant="default" disabled={start === null} onClick={() => void layOut()}>
            Lay out four weeks
          </Button>
        </Group>
      </Stack>
      {form !== undefined && (
        <ItemForm
          title={form === 'new' ? 'Add a REACH week' : 'Edit the REACH week'}
          action="Save"
          schema={reachWeeks.input}
          initial={
            form === 'new'
              ? { ...reachWeeks.empty, classYear, start: today(), end: addDays(today(), WEEK_DAYS) }
              : form
          }
          fields={[
            { name: 'year', label: 'Year in school', as: 'number', min: 1, max: 4 },
            { name: 'quarter', label: 'Quarter', as: 'number', min: 1, max: 4 },
            { name: 'start', label: 'From', as: 'day', optional: false },
            { name: 'end', label: 'Until', as: 'day', optional: false },
            { name: 'theme', label: 'Theme', wide: true },
          ]}
          onClose={() => setForm(undefined)}
          onSubmit={(next) =>
            form === 'new'
              ? runOnVault(reachWeeks.add, next)
              : runOnVault(reachWeeks.edit, { id: form.id, base: form, next })
          }
        />
      )}
    </Section>
  )
}
