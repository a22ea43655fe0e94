/** The first decisions: may this runtime open the profile, is there a vault, was something carried over a reload. */
import type { Environment } from '../../shared/bridge/environment'
import { host, showUrgent, useApp } from '../context/app-state'
import { runCommand } from '../context/commands/commands'
import { lookAtUpdates } from '../context/updates'
import { lock, resume, vaultActions } from '../context/vault/when-needed'
import { within } from '../store/session/within'

/** What was typed last is written into the folder, too, where that is quick; main waits for an answer for four seconds. */
const FOLDER_WITHIN_MS = 1000

/** A laptop whose id another one has, too, gets one of its own before anything is opened under it. */
const ownEnvironment = async (): Promise<Environment> => {
  const environment = await host.app.environment()
  if (!environment.hasTwin) return environment
  await host.laptop.takeNewId()
  return host.app.environment()
}

export const start = async (): Promise<void> => {
  const environment = await ownEnvironment()
  useApp.setState({ environment })
  if (environment.olderThan !== null) {
    useApp.setState({ phase: { name: 'refused', why: 'older-chromium' } })
    return
  }
  const [header, resumed] = await Promise.all([host.header.read().catch(() => undefined), goOn()])
  if (resumed) return
  if (header === undefined) {
    useApp.setState({ phase: { name: 'refused', why: 'unreadable-folder' } })
    return
  }
  if (header !== null) {
    useApp.setState({ phase: { name: 'locked' } })
    return
  }
  // No header in the sealed folder: the store may still have its copy.
  const { approach, openDemo } = await vaultActions()
  const found = await approach()
  if (found?.header === null && environment.demo) return openDemo(found.store)
  if (found !== undefined)
    useApp.setState({ phase: found.header === null ? { name: 'welcome' } : { name: 'locked' } })
}

const goOn = async (): Promise<boolean> => {
  // A reload for another relay marks itself, so that an ordinary start need not load the vault's code to ask.
  if (
    performance
      .getEntriesByType('navigation')
      .some((entry) => (entry as PerformanceNavigationTiming).type === 'reload')
  )
    return resume()
  return false
}

host.onCommand(async (command) => {
  const { phase, folder } = useApp.getState()
  if (command === 'urgent') showUrgent(true)
  if (phase.name !== 'open') return true
  if (command === 'flush') {
    await phase.session.flush()
    await (await vaultActions()).keepTyping()
    if (folder !== undefined) await within(FOLDER_WITHIN_MS, folder.flush())
    return phase.session.model.getState().saving === 'saved'
  }
  if (command === 'inbox') await phase.session.takeLetters()
  else if (command === 'reminder')
    await (await import('../context/reminders')).openReminder(phase.session)
  // After sleep the sync tries at once, as when the network comes back.
  else if (command === 'wake') window.dispatchEvent(new Event('online'))
  else if (command === 'lock') await lock()
  else if (command === 'update') await lookAtUpdates()
  else runCommand(command)
  return true
})
