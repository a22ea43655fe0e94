/** Lists and texts. */
import type { Command } from '../command'
import { stepInList } from '../step-in-list'

export const WRITE_COMMANDS = [
  {
    id: 'find-in-note',
    title: 'command.findInNote',
    group: 'write',
    keys: ['Mod+H', 'Mod+Alt+F'],
  },
  // Each of these two is there while a session is.
  {
    id: 'memory-aid',
    title: 'command.memoryAid',
    group: 'write',
    keys: ['Mod+J'],
    also: 'private',
    hidden: true,
  },
  {
    id: 'prepare-session',
    title: 'command.prepareSession',
    group: 'write',
    keys: ['Mod+Shift+P'],
    also: 'agenda goals brief',
    hidden: true,
  },
  {
    id: 'next-item',
    title: 'command.next',
    group: 'write',
    single: 'j',
    perform: () => stepInList(1),
  },
  {
    id: 'previous-item',
    title: 'command.previous',
    group: 'write',
    single: 'k',
    perform: () => stepInList(-1),
  },
] as const satisfies readonly Command[]
