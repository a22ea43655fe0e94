/** What there is on a mentee's page: its tabs, and what is done on one of them. */
import type { Command } from '../command'

export const MENTEE_COMMANDS = [
  {
    id: 'mentee-overview',
    title: 'command.overview',
    group: 'mentee',
    tab: 'overview',
    single: 'o',
  },
  { id: 'mentee-notes', title: 'command.notes', group: 'mentee', tab: 'notes' },
  { id: 'mentee-goals', title: 'command.goals', group: 'mentee', tab: 'goals' },
  { id: 'mentee-reflections', title: 'command.reflections', group: 'mentee', tab: 'reflections' },
  { id: 'mentee-check-ins', title: 'command.checkIns', group: 'mentee', tab: 'check-ins' },
  { id: 'mentee-reach', title: 'command.reach', group: 'mentee', tab: 'reach' },
  { id: 'mentee-referrals', title: 'command.referrals', group: 'mentee', tab: 'referrals' },
  {
    id: 'mentee-record',
    title: 'command.record',
    group: 'mentee',
    tab: 'record',
    also: 'agreement disclosures',
  },
  { id: 'edit-mentee', title: 'command.editDetails', group: 'mentee', tab: 'overview' },
  { id: 'print-brief', title: 'command.printBrief', group: 'mentee', tab: 'overview' },
  {
    id: 'write-after-meeting',
    title: 'letter.command',
    group: 'mentee',
    tab: 'overview',
    also: 'email mail message follow-up summary',
    hidden: true,
  },
  {
    id: 'their-reading',
    title: 'reading.command',
    group: 'mentee',
    tab: 'overview',
    also: 'inspection reword packet',
    hidden: true,
  },
  {
    id: 'progress-summary',
    title: 'command.progressSummary',
    group: 'mentee',
    tab: 'overview',
    also: 'report pdf',
  },
  {
    id: 'take-home',
    title: 'takeHome.title',
    group: 'mentee',
    tab: 'overview',
    also: 'report pdf sheet',
  },
  {
    id: 'growth-book',
    title: 'command.growthBook',
    group: 'mentee',
    tab: 'overview',
    also: 'report pdf graduate',
  },
] as const satisfies readonly Command[]
