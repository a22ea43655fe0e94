/** Starting a session from anywhere: with the mentee whose page is open, or with one who is chosen by typing. */
import { Modal, Select, Stack, Text } from '@mantine/core'
import { displayName } from '../../../shared/model/mentee'
import { currentRecords } from '../../../shared/model/projection'
import { weekOn, weeksOf } from '../../../shared/model/reach'
import { startSession } from '../../../shared/model/session'
import { go, setChoosing, useApp } from '../../app/app-state'
import { useModel, useOpenVault, useVault } from '../../app/session'
import { clock, today } from '../../ui/when'

export const useStartSession = () => {
  const { session } = useOpenVault()
  const weeks = useVault().reachWeeks
  return async (id: string): Promise<void> => {
    const day = today()
    const classYear = session.model.getState().records[id]?.mentee.classYear ?? null
    const kind = weekOn(weeksOf(weeks, classYear), day) === undefined ? 'one-to-one' : 'reach'
    const started = await session.run(id, startSession, { today: day, now: Date.now(), kind, time: clock() })
    if (started !== undefined) go({ screen: 'session', id, session: started })
  }
}

export const ChooseMentee = () => {
  const records = useModel((model) => model.records)
  const open = useApp((state) => state.choosing)
  const start = useStartSession()
  const mentees = currentRecords(records)
    .map(({ id, mentee }) => ({ value: id, label: displayName(mentee) }))
    .sort((a, b) => a.label.localeCompare(b.label))
  if (!open) return null
  return (
    <Modal opened onClose={() => setChoosing(false)} title="Start a session">
      <Stack gap="sm">
        {mentees.length === 0 ? (
          <Text>There is no mentee yet. Add one first.</Text>
        ) : (
          <Select
            label="With whom"
            placeholder="Type a name"
            data-autofocus
            searchable
            data={mentees}
            value={null}
            nothingFoundMessage="Nobody of this name"
            onChange={(id) => {
              setChoosing(false)
              if (id !== null) void start(id)
            }}
          />
        )}
      </Stack>
    </Modal>
  )
}
