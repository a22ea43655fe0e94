/**
 * Carrying commands out (shared/bridge/commands.ts). A command belongs to the screen that has it: while that is shown, it is
 * carried out there (`useCommand`); otherwise the screen is opened first, and a mentee asked for where one is needed.
 */
import { useEffect, useRef } from 'react'
import { COMMANDS, type Command, type CommandId, commandOf } from '../../../shared/bridge/commands'
import { t } from '../../../shared/words/words'
import { offerNote } from '../../ui/undo'
import { go, host, setAdding, setChoosing, showUrgent, useApp } from '../app-state'
import { togglePrivacy } from '../eyes'
import type { MenteeTab, Route } from '../navigation'
import { lock } from '../vault/when-needed'

type Run = () => void

const carriers = new Map<CommandId, Run>()
/** What is to be done as soon as its screen is there. */
let awaited: CommandId | undefined
/** A screen that is not there by then does not have it, for example on a record that is read-only. */
const PATIENCE_MS = 5000

/**
 * This screen carries the command out for as long as it is shown; nothing with `run` undefined. Of two places that
 * have the same command, the one that was visited last carries it out: `visit` is another number each time.
 */
export const useCommand = (id: CommandId, run: Run | undefined, visit = 0): void => {
  const latest = useRef(run)
  latest.current = run
  const able = run !== undefined
  // biome-ignore lint/correctness/useExhaustiveDependencies: another visit is a reason to be the one again
  useEffect(() => {
    if (!able) return
    const carry = (): void => latest.current?.()
    carriers.set(id, carry)
    if (awaited === id) {
      awaited = undefined
      carry()
    }
    return () => {
      if (carriers.get(id) === carry) carriers.delete(id)
    }
  }, [id, able, visit])
}

/** What is new on each screen; elsewhere, a session. */
const NEW_HERE: Readonly<Partial<Record<Route['screen'] | MenteeTab, CommandId>>> = {
  caseload: 'new-mentee',
  notes: 'new-note',
  goals: 'new-goal',
  reflections: 'new-reflection',
  'check-ins': 'new-check-in',
  referrals: 'new-referral',
}

const newHere = (): void => {
  const { route } = useApp.getState()
  runCommand(NEW_HERE[route.screen === 'mentee' ? route.tab : route.screen] ?? 'new-session')
}

const to = (route: Route) => (): void => go(route)

const ANYWHERE: Readonly<Partial<Record<CommandId, Run>>> = {
  today: to({ screen: 'today' }),
  caseload: to({ screen: 'caseload' }),
  goals: to({ screen: 'goals' }),
  reach: to({ screen: 'reach' }),
  resources: to({ screen: 'resources' }),
  insights: to({ screen: 'insights' }),
  reports: to({ screen: 'reports' }),
  bin: to({ screen: 'bin' }),
  settings: to({ screen: 'settings' }),
  import: to({ screen: 'import' }),
  'import-notes': to({ screen: 'import-notes' }),
  'new-here': newHere,
  'new-mentee': () => {
    go({ screen: 'caseload' })
    setAdding(true)
  },
  'new-session': () => setChoosing('new-session'),
  capture: () => void host.capture.open(),
  lock: () => void lock(),
  privacy: togglePrivacy,
  presenting: () => useApp.setState(({ presenting }) => ({ presenting: !presenting })),
  urgent: () => showUrgent(true),
}

const expect = (id: CommandId): void => {
  awaited = id
  setTimeout(() => {
    if (awaited === id) awaited = undefined
  }, PATIENCE_MS)
}

/** Carries out a command on a mentee's page. */
export const runOn = (record: string, id: CommandId): void => {
  const { tab = 'overview' } = commandOf(id)
  const { route } = useApp.getState()
  if (route.screen === 'mentee' && route.id === record && route.tab === tab) return carriers.get(id)?.()
  expect(id)
  go({ screen: 'mentee', id: record, tab: tab as MenteeTab })
}

const isHidden = (command: Command): boolean => command.hidden === true && useApp.getState().presenting

export const runCommand = (id: CommandId): void => {
  if (isHidden(commandOf(id))) return offerNote(t('commands.notWhileYouPresent'))
  const carrier = carriers.get(id)
  if (carrier !== undefined) return carrier()
  const anywhere = ANYWHERE[id]
  if (anywhere !== undefined) return anywhere()
  const { tab, screen } = commandOf(id)
  if (screen !== undefined) {
    expect(id)
    return go({ screen } as Route)
  }
  if (tab === undefined) return
  const { route } = useApp.getState()
  if ('id' in route) runOn(route.id, id)
  else setChoosing(id)
}

/** Those that do something now: what belongs to a screen that is not shown, and to no mentee, waits for its screen. */
export const commandsNow = (): readonly (Command & { readonly id: CommandId })[] =>
  COMMANDS.filter(
    (command: Command & { readonly id: CommandId }) =>
      !isHidden(command) &&
      (carriers.has(command.id) ||
        ANYWHERE[command.id] !== undefined ||
        command.tab !== undefined ||
        command.screen !== undefined),
  )
