/** Lists and texts. */
import type { Command } from '../command'
import { stepInList } from '../step-in-list'

export const WRITE_COMMANDS = [
  {
    id: 'find-in-note',
    title: 'commands.findAndReplaceInTheNote',
    group: 'write',
    keys: ['Mod+H', 'Mod+Alt+F'],
  },
  {
    id: 'next-item',
    title: 'commands.nextInTheList',
    group: 'write',
    single: 'j',
    perform: () => stepInList(1),
  },
  {
    id: 'previous-item',
    title: 'commands.previousInTheList',
    group: 'write',
    single: 'k',
    perform: () => stepInList(-1),
  },
] as const satisfies readonly Command[]
