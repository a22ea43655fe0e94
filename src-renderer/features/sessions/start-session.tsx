/**
 * Starting a session from anywhere, or doing something else that needs a mentee: one is chosen by typing.
 * Not a form: the choice is all of it, and goes on at once.
 */

import { Modal, Select, Stack, Text } from '@mantine/core'
import { currentRecords } from '../../../shared/model/projection'
import { weekOn, weeksOfMentee } from '../../../shared/model/record/reach'
import { startSession } from '../../../shared/model/record/session'
import { t } from '../../../shared/words/words'
import { go, setChoosing, useApp } from '../../context/app-state'
import { runOn } from '../../context/commands/commands'
import { titleOf } from '../../context/commands/list/all'
import { aimTyping, stopTypingAhead, typeAhead } from '../../context/typing/type-ahead'
import { useModel, useOpenVault, useVault } from '../../context/vault/session'
import { firstField } from '../../forms/first-field'
import { menteeOptions } from '../../ui/mentee-options'
import { clock, today } from '../../ui/when'

export const useStartSession = () => {
  const { session } = useOpenVault()
  const weeks = useVault().reachWeeks
  return async (id: string, planned?: string): Promise<void> => {
    typeAhead()
    const day = today()
    const record = session.model.getState().records[id]
    const theirs = record === undefined ? [] : weeksOfMentee(weeks, record)
    const kind = weekOn(theirs, day) === undefined ? 'one-to-one' : 'reach'
    const started = await session.run(id, startSession, {
      today: day,
      now: Date.now(),
      kind,
      time: clock(),
      planned,
    })
    if (started === undefined) return stopTypingAhead()
    aimTyping(started)
    go({ screen: 'session', id, session: started })
  }
}

export const ChooseMentee = () => {
  const records = useModel((model) => model.records)
  const choosing = useApp((state) => state.choosing)
  const start = useStartSession()
  const mentees = menteeOptions(currentRecords(records))
  if (choosing === undefined) return null
  return (
    <Modal opened onClose={() => setChoosing(undefined)} title={titleOf(choosing)}>
      <Stack gap="sm">
        {mentees.length === 0 ? (
          <Text>{t('session.noMentees')}</Text>
        ) : (
          <Select
            label={t(choosing.id === 'new-session' ? 'session.withWhom' : 'common.mentee')}
            placeholder={t('common.typeAName')}
            {...firstField}
            searchable
            data={mentees}
            value={null}
            nothingFoundMessage={t('session.noneFits')}
            // The list is all there is: it is not closed alone.
            onKeyDown={(event) => event.key === 'Escape' && setChoosing(undefined)}
            onChange={(id) => {
              setChoosing(undefined)
              if (id === null) return
              if (choosing.id === 'new-session') void start(id)
              else runOn(id, choosing)
            }}
          />
        )}
      </Stack>
    </Modal>
  )
}
