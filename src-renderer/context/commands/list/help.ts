/** Help, for the app and for a person. */
import { showUrgent } from '../../app-state'
import { type Command, inMenu } from '../command'

export const HELP_COMMANDS = [
  { ...inMenu('tour'), screen: 'today' },
  { ...inMenu('whats-new'), screen: 'today' },
  inMenu('shortcuts'),
  { ...inMenu('urgent'), perform: () => showUrgent(true) },
] as const satisfies readonly Command[]
