/** Lists, texts and forms. */
import type { Command } from '../command'
import { stepInList } from '../step-in-list'

export const WRITE_COMMANDS = [
  {
    id: 'find-in-note',
    title: 'command.findInNote',
    group: 'write',
    keys: ['Mod+H', 'Mod+Alt+F'],
  },
  {
    id: 'history',
    title: 'history.title',
    group: 'write',
    keys: ['Mod+Shift+Y'],
    also: 'earlier versions restore',
    hidden: true,
  },
  {
    id: 'use-takeaway',
    title: 'command.useTakeaway',
    group: 'write',
    // On a Mac the key gives another character with Alt: its place on the keyboard counts, too.
    keys: ['Alt+1', 'Alt+Digit1'],
    byFocus: true,
  },
  {
    id: 'use-next-session',
    title: 'command.useNextSession',
    group: 'write',
    keys: ['Alt+2', 'Alt+Digit2'],
    byFocus: true,
  },
  {
    id: 'use-follow-up',
    title: 'command.useFollowUp',
    group: 'write',
    keys: ['Alt+3', 'Alt+Digit3'],
    byFocus: true,
  },
  // These are there while a session is.
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
    id: 'end-session',
    title: 'session.end',
    group: 'write',
    keys: ['Mod+Shift+E'],
    also: 'finish agreed takeaway',
    hidden: true,
  },
  {
    id: 'coaching-questions',
    title: 'question.title',
    group: 'write',
    keys: ['Mod+Shift+K'],
    also: 'ask stuck deciding failure goals silence',
    hidden: true,
  },
  // There while there are limits to say (features/agreement/limit-rehearsal.tsx).
  {
    id: 'limits-said',
    title: 'limits.command',
    group: 'write',
    keys: ['Mod+Shift+L'],
    also: 'confidentiality agreement explained',
    hidden: true,
  },
  {
    id: 'save-form',
    title: 'command.saveForm',
    group: 'write',
    // With either key, whatever the computer is.
    keys: ['Mod+Enter', 'Control+Enter', 'Meta+Enter'],
    byFocus: true,
  },
  {
    id: 'action-from-line',
    title: 'note.actionItemFromLine',
    group: 'write',
    keys: ['Mod+Shift+A'],
    byFocus: true,
  },
  {
    id: 'goal-from-line',
    title: 'note.goalFromLine',
    group: 'write',
    keys: ['Mod+Shift+G'],
    byFocus: true,
  },
  { id: 'spelling', title: 'note.spelling', group: 'write', keys: ['Mod+.'], byFocus: true },
  { id: 'undo', title: 'common.undo', group: 'write', keys: ['Mod+Z'], byFocus: true },
  { id: 'redo', title: 'menu.redo', group: 'write', keys: ['Mod+Shift+Z'], byFocus: true },
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
