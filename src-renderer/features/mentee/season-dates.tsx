/**
 * The dates of a season, the same for all mentees of a year, and the one place where they are put right. What nobody here
 * has checked at its source says so.
 */
import { Badge, Box, Button, Group, Text } from '@mantine/core'
import { IconCheck, IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import {
  datesOfSeason,
  dayUnknown,
  editSeasonDate,
  isToCheck,
  removeSeasonDate,
  type SeasonDate,
  seasonDates,
} from '../../../shared/model/caseload/season-date'
import { t } from '../../../shared/words/words'
import { useRunOnVault, useVault } from '../../context/vault/session'
import { ItemForm } from '../../forms/item-form'
import { EditAndDelete } from '../../ui/edit-and-delete'
import { QuietButton } from '../../ui/quiet-button'
import { Section } from '../../ui/section'
import { offerUndo } from '../../ui/undo'
import { shortDay, useToday } from '../../ui/when'

const about = (one: SeasonDate): string => {
  const { date, until, source, checkedOn } = one
  return [
    date === null
      ? dayUnknown(one)
      : until === null
        ? shortDay(date)
        : t('rotation.fromTo', { start: shortDay(date), end: shortDay(until) }),
    source,
    checkedOn !== null && t('season.checked', { day: shortDay(checkedOn) }),
  ]
    .filter(Boolean)
    .join(' · ')
}

const Line = ({
  one,
  editable,
  onEdit,
}: {
  readonly one: SeasonDate
  readonly editable: boolean
  readonly onEdit: () => void
}) => {
  const runOnVault = useRunOnVault()
  const day = useToday()
  const remove = async (): Promise<void> => {
    const id = await runOnVault(removeSeasonDate, one)
    if (id !== undefined)
      offerUndo(
        t('season.dateRemoved', { title: one.title }),
        () => void runOnVault(seasonDates.remove, { id, deleted: false }),
      )
  }
  const over = one.date !== null && (one.until ?? one.date) < day
  return (
    <Group justify="space-between" wrap="nowrap" gap="xs">
      <Box flex={1}>
        <Text size="sm" fw={600} {...(over ? { c: 'dimmed' } : {})}>
          {one.title}{' '}
          {isToCheck(one) && !over && (
            <Badge ml={6} color="amber">
              {t('season.toCheck')}
            </Badge>
          )}
        </Text>
        <Text size="sm" c="dimmed">
          {about(one)}
        </Text>
      </Box>
      {editable && (
        <EditAndDelete
          item={one.title}
          deleteName={t('season.removeDate', { title: one.title })}
          onEdit={onEdit}
          onDelete={remove}
        >
          {isToCheck(one) && !over && (
            <QuietButton
              name={t('season.markChecked', { title: one.title })}
              icon={IconCheck}
              onClick={() => void runOnVault(editSeasonDate, { one, next: { checkedOn: day } })}
            />
          )}
        </EditAndDelete>
      )}
    </Group>
  )
}

export const SeasonDates = ({
  year,
  editable,
}: {
  readonly year: number
  readonly editable: boolean
}) => {
  const runOnVault = useRunOnVault()
  const stored = useVault().seasonDates
  const [form, setForm] = useState<SeasonDate | 'new'>()
  const all = datesOfSeason(stored, year)
  const known = all.some(({ date }) => date !== null)
  return (
    <Section
      title={t('season.datesOf', { year })}
      action={
        editable && (
          <Button
            variant="subtle"
            size="compact-sm"
            leftSection={<IconPlus size={15} />}
            onClick={() => setForm('new')}
          >
            {t('season.addDate')}
          </Button>
        )
      }
    >
      <Text size="sm" c="dimmed">
        {t(known ? 'season.datesIntro' : 'season.datesUnknown', { year })}
      </Text>
      {all.map((one) => (
        <Line key={one.id} one={one} editable={editable} onEdit={() => setForm(one)} />
      ))}
      {form !== undefined && (
        <ItemForm
          id={form === 'new' ? `new-season-date/${year}` : `season-date/${form.id}`}
          title={t(form === 'new' ? 'season.addDate' : 'season.editDate')}
          action={t('common.save')}
          schema={seasonDates.input}
          initial={form === 'new' ? { ...seasonDates.empty, year } : form}
          fields={[
            { name: 'title', label: t('common.what'), wide: true },
            { name: 'date', label: t('common.date'), as: 'day' },
            { name: 'until', label: t('common.until'), as: 'day' },
            { name: 'source', label: t('season.source') },
            { name: 'checkedOn', label: t('season.checkedOn'), as: 'day' },
          ]}
          onClose={() => setForm(undefined)}
          onSubmit={(next, base) =>
            form === 'new'
              ? runOnVault(seasonDates.add, { ...next, year })
              : runOnVault(editSeasonDate, { one: { ...form, ...base }, next })
          }
        />
      )}
    </Section>
  )
}
