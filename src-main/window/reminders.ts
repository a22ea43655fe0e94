/**
 * Reminders of sessions: a notification that names nobody. The main process knows times and the sessions' ids, and
 * goes on reminding while the vault is locked; what a click on it opens is the page's business, once it is open.
 */
import { Notification } from 'electron'
import type { Reminder } from '../../shared/bridge/reminder'
import { timeInWords } from '../../shared/words/clock-words'
import { t } from '../../shared/words/words'

export interface Reminders {
  readonly set: (reminders: readonly Reminder[]) => void
  /** The session whose reminder was clicked, once. */
  readonly take: () => string | null
}

export const createReminders = (clicked: () => void, dateLanguage: () => string): Reminders => {
  let timers: NodeJS.Timeout[] = []
  let waiting: string | null = null
  /** Notifications are kept from being collected before they are clicked. */
  const shown = new Set<Notification>()

  const show = ({ session, time }: Reminder): void => {
    const notification = new Notification({
      title:
        time === ''
          ? t('reminder.plannedNow')
          : t('reminder.beginsAt', { time: timeInWords(time, dateLanguage()) }),
      body: t('reminder.openBrief'),
      silent: true,
    })
    notification.on('click', () => {
      waiting = session
      shown.delete(notification)
      clicked()
    })
    notification.on('close', () => shown.delete(notification))
    shown.add(notification)
    notification.show()
  }

  return {
    set: (reminders) => {
      for (const timer of timers) clearTimeout(timer)
      timers = reminders
        .filter(({ at }) => at >= Date.now())
        .map((reminder) => setTimeout(() => show(reminder), reminder.at - Date.now()))
    },
    take: () => {
      const session = waiting
      waiting = null
      return session
    },
  }
}
