/** What there is on a mentee's page: its tabs, and what is done on one of them. */
import type { Command } from '../command'

export const MENTEE_COMMANDS = [
  { id: 'mentee-overview', title: 'commands.overview', group: 'mentee', tab: 'overview', single: 'o' },
  { id: 'mentee-notes', title: 'commands.notes', group: 'mentee', tab: 'notes' },
  { id: 'mentee-goals', title: 'commands.goals', group: 'mentee', tab: 'goals' },
  { id: 'mentee-reflections', title: 'commands.reflections', group: 'mentee', tab: 'reflections' },
  { id: 'mentee-check-ins', title: 'commands.checkIns', group: 'mentee', tab: 'check-ins' },
  { id: 'mentee-reach', title: 'commands.reach', group: 'mentee', tab: 'reach' },
  { id: 'mentee-referrals', title: 'commands.referrals', group: 'mentee', tab: 'referrals' },
  {
    id: 'mentee-record',
    title: 'commands.record',
    group: 'mentee',
    tab: 'record',
    also: 'agreement disclosures',
  },
  { id: 'edit-mentee', title: 'commands.editDetails', group: 'mentee', tab: 'overview' },
  { id: 'print-brief', title: 'commands.printTheBrief', group: 'mentee', tab: 'overview' },
  {
    id: 'progress-summary',
    title: 'commands.progressSummary',
    group: 'mentee',
    tab: 'overview',
    also: 'report pdf',
  },
  {
    id: 'growth-book',
    title: 'commands.growthBook',
    group: 'mentee',
    tab: 'overview',
    also: 'report pdf graduate',
  },
] as const satisfies readonly Command[]
