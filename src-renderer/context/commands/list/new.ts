/** Making something new. */
import { go, host, setAdding, setChoosing } from '../../app-state'
import { type Command, inMenu } from '../command'

/** The shell starts one at once where a mentee is open; elsewhere one is chosen by typing. */
export const NEW_SESSION = {
  ...inMenu('new-session'),
  perform: (): void => setChoosing(NEW_SESSION),
} satisfies Command

export const NEW_COMMANDS = [
  { id: 'new-here', title: 'command.newHere', group: 'new', single: 'n' },
  {
    ...inMenu('new-mentee'),
    newOn: 'caseload',
    perform: () => {
      go({ screen: 'caseload' })
      setAdding(true)
    },
  },
  NEW_SESSION,
  {
    id: 'next-session',
    title: 'command.nextSession',
    group: 'new',
    screen: 'today',
    keys: ['Mod+Shift+Enter'],
  },
  { id: 'plan-session', title: 'command.planSession', group: 'new', tab: 'overview' },
  { id: 'guided-note', title: 'guided.title', group: 'new', tab: 'overview', hidden: true },
  { ...inMenu('new-note'), newOn: 'notes', tab: 'notes', hidden: true },
  { id: 'new-goal', title: 'command.newGoal', group: 'new', newOn: 'goals', tab: 'goals' },
  {
    id: 'new-reflection',
    title: 'command.newReflection',
    group: 'new',
    newOn: 'reflections',
    tab: 'reflections',
    hidden: true,
  },
  {
    id: 'new-check-in',
    title: 'command.newCheckIn',
    group: 'new',
    keys: ['Mod+Shift+C'],
    also: 'who-5 burnout wheel',
    newOn: 'check-ins',
    tab: 'check-ins',
    hidden: true,
  },
  {
    id: 'new-referral',
    title: 'command.newReferral',
    group: 'new',
    newOn: 'referrals',
    tab: 'referrals',
    hidden: true,
  },
  {
    id: 'new-coach-goal',
    title: 'command.newCoachGoal',
    group: 'new',
    newOn: 'my-coaching',
    screen: 'my-coaching',
    hidden: true,
  },
  {
    id: 'coach-reflection',
    title: 'command.coachReflection',
    group: 'new',
    screen: 'my-coaching',
    also: 'peer observation colleague',
    hidden: true,
  },
  {
    id: 'log-time',
    title: 'command.logTime',
    group: 'new',
    screen: 'my-coaching',
    also: 'hours minutes work',
    hidden: true,
  },
  { ...inMenu('capture'), perform: () => void host.capture.open() },
] as const satisfies readonly Command[]
