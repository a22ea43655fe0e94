/**
 * Carrying commands out (command.ts). While a screen that has the command is shown, the screen does it (`useCommand`);
 * otherwise the command does what it does anywhere, or its screen is opened first, and a mentee asked for where one is
 * needed.
 */
import { useEffect, useRef } from 'react'
import { t } from '../../../shared/words/words'
import { offerNote } from '../../ui/undo'
import { go, setChoosing, useApp } from '../app-state'
import { isTypingAhead } from '../typing/type-ahead'
import type { Command } from './command'
import { COMMANDS, type CommandId, commandOf } from './list/all'

type Run = () => void

const carriers = new Map<string, Run>()
/** What is to be done as soon as its screen is there. */
let awaited: string | undefined
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

const expect = ({ id }: Command): void => {
  awaited = id
  setTimeout(() => {
    if (awaited === id) awaited = undefined
  }, PATIENCE_MS)
}

/** Carries out a command on a mentee's page. */
export const runOn = (record: string, command: Command): void => {
  const { id, tab = 'overview' } = command
  const { route } = useApp.getState()
  if (route.screen === 'mentee' && route.id === record && route.tab === tab)
    return carriers.get(id)?.()
  expect(command)
  go({ screen: 'mentee', id: record, tab })
}

const isHidden = (command: Command): boolean =>
  command.hidden === true && useApp.getState().presenting

export const runCommand = (id: CommandId): void => {
  const command = commandOf(id)
  if (isHidden(command)) return offerNote(t('command.notWhilePresenting'))
  const { tab, screen, perform } = command
  const run = carriers.get(id) ?? perform
  if (run !== undefined) return run()
  if (screen !== undefined) {
    expect(command)
    return go({ screen })
  }
  if (tab === undefined) {
    // The screen that has it is being opened, and what is typed is caught for it: so is its key.
    if (isTypingAhead()) expect(command)
    return
  }
  const { route } = useApp.getState()
  if ('id' in route) runOn(route.id, command)
  else setChoosing(command)
}

/** What is new on the screen that is shown; where nothing is, a session. */
export const runNewHere = (): void => {
  const { route } = useApp.getState()
  const place = route.screen === 'mentee' ? route.tab : route.screen
  runCommand(COMMANDS.find(({ newOn }) => newOn === place)?.id ?? 'new-session')
}

/** Those that do something now: what belongs to a screen that is not shown, and to no mentee, waits for its screen. */
export const commandsNow = (): readonly (Command & { readonly id: CommandId })[] =>
  COMMANDS.filter(
    (command) =>
      !isHidden(command) &&
      (carriers.has(command.id) ||
        command.perform !== undefined ||
        command.tab !== undefined ||
        command.screen !== undefined),
  )
