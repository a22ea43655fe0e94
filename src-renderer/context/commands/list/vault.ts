/** The vault as a whole: who may see it, and what goes in and out of it. */
import { useApp } from '../../app-state'
import { togglePrivacy } from '../../privacy'
import { lock } from '../../vault/when-needed'
import { type Command, inMenu } from '../command'

export const VAULT_COMMANDS = [
  {
    id: 'calendar-import',
    title: 'command.importCalendar',
    group: 'vault',
    screen: 'today',
    also: 'ics outlook',
  },
  {
    id: 'school-calendar',
    title: 'command.importSchoolCalendar',
    group: 'vault',
    screen: 'reach',
    also: 'ics csv weeks academic',
  },
  {
    id: 'calendar-export',
    title: 'command.exportCalendar',
    group: 'vault',
    screen: 'today',
    also: 'ics outlook',
  },
  {
    id: 'program-report',
    title: 'command.programReport',
    group: 'vault',
    screen: 'reports',
    also: 'counts numbers dean director',
  },
  { ...inMenu('lock'), perform: () => void lock() },
  { ...inMenu('privacy'), perform: togglePrivacy },
  {
    ...inMenu('presenting'),
    perform: () => useApp.setState(({ presenting }) => ({ presenting: !presenting })),
  },
  // The open vault's shell carries it out.
  { id: 'back-up', title: 'command.backUpNow', group: 'vault', also: 'backup' },
] as const satisfies readonly Command[]
