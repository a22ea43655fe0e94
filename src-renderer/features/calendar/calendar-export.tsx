/** Writes planned sessions into a calendar file: what others would see of it is shown first. */

import { Checkbox, Group, Select, Table, Text } from '@mantine/core'
import {
  CALENDAR_NAMES,
  type CalendarNames,
  calendarEntries,
} from '../../../shared/exchange/calendar'
import { writeCalendar } from '../../../shared/formats/write-ics'
import { currentRecords } from '../../../shared/model/projection'
import { spoken, t } from '../../../shared/words/words'
import { host } from '../../context/app-state'
import { writeSentence } from '../../context/sentences'
import { useTypedDialog } from '../../context/typing/kept-typing'
import { useModel, useOpenVault, useVault } from '../../context/vault/session'
import { firstField } from '../../forms/first-field'
import { FormDialog } from '../../forms/form-dialog'
import { offerNote } from '../../ui/undo'
import { shortDay, timeOfDay, useToday } from '../../ui/when'

const NAMES: Readonly<Record<CalendarNames, string>> = spoken({
  initials: 'calendar.initials',
  none: 'calendar.nobody',
  names: 'calendar.fullNames',
})
const MOST_SHOWN = 6

export const CalendarExport = ({ onClose }: { readonly onClose: () => void }) => {
  const { session } = useOpenVault()
  const records = currentRecords(useModel((model) => model.records))
  const vault = useVault()
  const form = useTypedDialog('calendar-export', t('calendar.export'), {
    names: 'initials' as CalendarNames,
    followUps: true,
    places: false,
  })
  const {
    values: { names, followUps, places },
    set,
  } = form
  const day = useToday()
  const entries = calendarEntries(records, vault, { from: day, names, followUps, places })
  const save = async (refuse: (why: string) => void): Promise<void> => {
    const saved = await host.files.save(
      t('calendar.exportFileName'),
      writeCalendar(entries, new Date()),
    )
    if (!saved.ok) return refuse(writeSentence[saved.error])
    if (!saved.value) return refuse('')
    await session.log.add(
      'exported',
      t('log.calendar', { entries: t('count.entry', { count: entries.length }) }),
    )
    offerNote(
      t('calendar.written', {
        entries: t('count.entry', { count: entries.length }),
      }),
    )
  }
  return (
    <FormDialog
      form={form}
      action={t('calendar.saveFile')}
      disabled={entries.length === 0}
      onClose={onClose}
      onSubmit={save}
    >
      <Text size="sm">{t('calendar.exportIntro')}</Text>
      <Group align="flex-end" gap="lg">
        <Select
          {...firstField}
          label={t('calendar.menteesAppearAs')}
          data={CALENDAR_NAMES.map((value) => ({ value, label: NAMES[value] }))}
          value={names}
          allowDeselect={false}
          onChange={(value) => set({ names: (value ?? 'initials') as CalendarNames })}
        />
        <Checkbox
          label={t('calendar.daysToFollowUp')}
          checked={followUps}
          onChange={(event) => set({ followUps: event.currentTarget.checked })}
        />
        <Checkbox
          label={t('calendar.places')}
          checked={places}
          onChange={(event) => set({ places: event.currentTarget.checked })}
        />
      </Group>
      {names === 'names' && (
        <Text size="sm" c="var(--care)">
          {t('calendar.fullNamesWarning')}
        </Text>
      )}
      {entries.length === 0 ? (
        <Text c="dimmed">{t('calendar.nothingPlanned')}</Text>
      ) : (
        <Table aria-label={t('calendar.entries')}>
          <Table.Tbody>
            {entries.slice(0, MOST_SHOWN).map((entry) => (
              <Table.Tr key={entry.id}>
                <Table.Td className="tabular">
                  {shortDay(entry.date)} {entry.time !== null && timeOfDay(entry.time)}
                </Table.Td>
                <Table.Td>{entry.title}</Table.Td>
                <Table.Td c="dimmed">{entry.place}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
      {entries.length > MOST_SHOWN && (
        <Text size="sm" c="dimmed">
          {t('calendar.moreLikeThese', { count: entries.length - MOST_SHOWN })}
        </Text>
      )}
    </FormDialog>
  )
}
