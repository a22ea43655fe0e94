/** Writes planned sessions into a calendar file: what others would see of it is shown first. */

import { Button, Checkbox, Group, Modal, Select, Stack, Table, Text } from '@mantine/core'
import { useState } from 'react'
import { writeCalendar } from '../../../shared/calendar/ics'
import { CALENDAR_NAMES, type CalendarNames, calendarEntries } from '../../../shared/model/calendar'
import { currentRecords } from '../../../shared/model/projection'
import { t } from '../../../shared/words'
import { host } from '../../app/app-state'
import { writeSentence } from '../../app/sentences'
import { useModel, useOpenVault, useVault } from '../../app/session'
import { DialogFoot } from '../../ui/dialog-foot'
import { offerNote } from '../../ui/undo'
import { shortDay, today } from '../../ui/when'

const NAMES: Readonly<Record<CalendarNames, string>> = {
  initials: t('calendarExport.initials'),
  none: t('calendarExport.nobody'),
  names: t('calendarExport.fullNames'),
}
const MOST_SHOWN = 6

export const CalendarExport = ({ onClose }: { readonly onClose: () => void }) => {
  const { session } = useOpenVault()
  const records = currentRecords(useModel((model) => model.records))
  const vault = useVault()
  const [names, setNames] = useState<CalendarNames>('initials')
  const [followUps, setFollowUps] = useState(true)
  const [places, setPlaces] = useState(false)
  const [problem, setProblem] = useState('')
  const entries = calendarEntries(records, vault, { from: today(), names, followUps, places })
  const save = async (): Promise<void> => {
    const saved = await host.saveFile(
      t('calendarExport.confidantSessionsIcs'),
      writeCalendar(entries, new Date()),
    )
    if (!saved.ok) return setProblem(writeSentence[saved.error])
    if (!saved.value) return
    await session.log.add('exported', `calendar, ${entries.length} entries, named by ${names}`)
    offerNote(
      t('calendarExport.numberWrittenForYourCalendar', {
        number: t('count.entry', { count: entries.length }),
      }),
    )
    onClose()
  }
  return (
    <Modal opened onClose={onClose} title={t('calendarExport.exportSessionsToACalendar')} size="lg">
      <Stack gap="md">
        <Text size="sm">{t('calendarExport.calendarsAreSyncedSharedAndShown')}</Text>
        <Group align="flex-end" gap="lg">
          <Select
            label={t('calendarExport.menteesAppearAs')}
            data={CALENDAR_NAMES.map((value) => ({ value, label: NAMES[value] }))}
            value={names}
            allowDeselect={false}
            onChange={(value) => setNames((value ?? 'initials') as CalendarNames)}
          />
          <Checkbox
            label={t('calendarExport.daysToFollowUp')}
            checked={followUps}
            onChange={(event) => setFollowUps(event.currentTarget.checked)}
          />
          <Checkbox
            label={t('calendarExport.places')}
            checked={places}
            onChange={(event) => setPlaces(event.currentTarget.checked)}
          />
        </Group>
        {names === 'names' && (
          <Text size="sm" c="var(--care)">
            {t('calendarExport.withFullNamesWhoeverSeesYour')}
          </Text>
        )}
        {entries.length === 0 ? (
          <Text c="dimmed">{t('calendarExport.nothingIsPlannedFromTodayOn')}</Text>
        ) : (
          <Table aria-label={t('calendarExport.entries')}>
            <Table.Tbody>
              {entries.slice(0, MOST_SHOWN).map((entry) => (
                <Table.Tr key={entry.id}>
                  <Table.Td className="tabular">
                    {shortDay(entry.date)} {entry.time ?? ''}
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
            {t('calendarExport.andValueMoreLikeThese', { value: entries.length - MOST_SHOWN })}
          </Text>
        )}
        <DialogFoot problem={problem} onClose={onClose}>
          <Button disabled={entries.length === 0} onClick={() => void save()}>
            {t('calendarExport.saveTheFile')}
          </Button>
        </DialogFoot>
      </Stack>
    </Modal>
  )
}
