/** Tells the main process when to remind, and opens the brief of a session whose reminder was clicked. */
import { useEffect } from 'react'
import { addDays } from '../../shared/base/day'
import { currentRecords } from '../../shared/model/projection'
import { remindersOf } from '../../shared/views/reminder'
import type { VaultSession } from '../store/session/vault-session'
import { useToday } from '../ui/when'
import { go, host, useApp } from './app-state'
import { useModel } from './vault/session'

/** Opens what a clicked reminder is about, if one was. */
export const openReminder = async (session: VaultSession): Promise<void> => {
  const id = await host.reminders.take()
  if (id === null) return
  const { records, vault } = session.model.getState()
  const record = Object.values(records).find(({ sessions }) =>
    sessions.some((one) => one.id === id),
  )
  if (record !== undefined) go({ screen: 'mentee', id: record.id, tab: 'overview' })
  else if (vault.groupSessions.some((one) => one.id === id))
    go({ screen: 'group-session', session: id })
}

/** Today's and tomorrow's: a laptop that stays open over midnight reminds of the morning, too. */
export const useReminders = (): void => {
  const minutes = useApp(({ environment }) => environment?.settings.remindMinutes ?? 0)
  const records = useModel((model) => model.records)
  const vault = useModel((model) => model.vault)
  const day = useToday()
  const wanted = JSON.stringify(
    remindersOf(currentRecords(records), vault, [day, addDays(day, 1)], minutes),
  )
  useEffect(() => void host.reminders.set(JSON.parse(wanted)), [wanted])
}
