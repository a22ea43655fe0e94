/**
 * The list of commands, in the order in which they are shown: a file for each group, an object for each command, with
 * its name, keys and what it does. Menus, palette, shortcuts and their overlay are made of it.
 */
import { t } from '../../../../shared/words/words'
import type { Command } from '../command'
import { GO_COMMANDS } from './go'
import { HELP_COMMANDS } from './help'
import { MENTEE_COMMANDS } from './mentee'
import { NEW_COMMANDS } from './new'
import { VAULT_COMMANDS } from './vault'
import { VIEW_COMMANDS } from './view'
import { WRITE_COMMANDS } from './write'

const LIST = [
  ...GO_COMMANDS,
  ...NEW_COMMANDS,
  ...MENTEE_COMMANDS,
  ...WRITE_COMMANDS,
  ...VAULT_COMMANDS,
  ...VIEW_COMMANDS,
  ...HELP_COMMANDS,
] as const

export type CommandId = (typeof LIST)[number]['id']
export const COMMANDS: readonly (Command & { readonly id: CommandId })[] = LIST

const byId = new Map<CommandId, Command>(COMMANDS.map((command) => [command.id, command]))

export const commandOf = (id: CommandId): Command => {
  const command = byId.get(id)
  if (command === undefined) throw new Error(`no command ${id}`)
  return command
}

export const titleOf = ({ title }: Command): string => t(title)
