/** Writes planned sessions into a calendar file: what others would see of it is shown first. */
import { Button, Checkbox, Group, Modal, Select, Stack, Table, Text } from '@mantine/core'
import { useState } from 'react'
import { writeCalendar } from '../../../shared/calendar/ics'
import { CALENDAR_NAMES, type CalendarNames, calendarEntries } from '../../../shared/model/calendar'
import { currentRecords } from '../../../shared/model/projection'
import { host } from '../../app/app-state'
import { writeSentence } from '../../app/sentences'
import { useModel, useOpenVault, useVault } from '../../app/session'
import { count } from '../../ui/labels'
import { offerNote } from '../../ui/undo'
import { shortDay, today } from '../../ui/when'

const NAMES: Readonly<Record<CalendarNames, string>> = {
  initials: 'Initials',
  none: 'Nobody',
  names: 'Full names',
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
    const saved = await host.saveFile('Confidant sessions.ics', writeCalendar(entries, new Date()))
    if (!saved.ok) return setProblem(writeSentence[saved.error])
    if (!saved.value) return
    await session.log.add('exported', `calendar, ${entries.length} entries, named by ${names}`)
    offerNote(`${count(entries.length, 'entry', 'entries')} written for your calendar.`)
    onClose()
  }
  return (
    <Modal opened onClose={onClose} title="Export sessions to a calendar" size="lg">
      <Stack gap="md">
        <Text size="sm">
          Calendars are synced, shared and shown on phones. What you see here is all that the file will say.
        </Text>
        <Group align="flex-end" gap="lg">
          <Select
            label="Mentees appear as"
            data={CALENDAR_NAMES.map((value) => ({ value, label: NAMES[value] }))}
            value={names}
            allowDeselect={false}
            onChange={(value) => setNames((value ?? 'initials') as CalendarNames)}
          />
          <Checkbox
            label="Days to follow up"
            checked={followUps}
            onChange={(event) => setFollowUps(event.currentTarget.checked)}
          />
          <Checkbox
            label="Places"
            checked={places}
            onChange={(event) => setPlaces(event.currentTarget.checked)}
          />
        </Group>
        {names === 'names' && (
          <Text size="sm" c="var(--care)">
            With full names, whoever sees your calendar sees whom you coach.
          </Text>
        )}
        {entries.length === 0 ? (
          <Text c="dimmed">Nothing is planned from today on.</Text>
        ) : (
          <Table aria-label="Entries">
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
            and {entries.length - MOST_SHOWN} more like these
          </Text>
        )}
        {problem !== '' && (
          <Text role="alert" c="var(--care)">
            {problem}
          </Text>
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button disabled={entries.length === 0} onClick={() => void save()}>
            Save the file
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}
