/**
 * The first steps of an escalation, by what it is about, and until when it has to be passed on by the school's policy. The
 * steps are for the hour in which nobody looks anything up: the coach asks, keeps safe and passes on, and investigates
 * nothing (docs/domain.md). What they say is our own words, and no school's policy.
 */
import type * as Y from 'yjs'
import { addDays } from '../../base/day'
import { kept } from '../../crdt/kind'
import { spoken } from '../../words/words'
import { type Escalation, editEscalation, escalations } from './referral'

const words = spoken({
  askDirectly: 'firstStep.askDirectly',
  notAlone: 'firstStep.notAlone',
  urgentHelp: 'firstStep.urgentHelp',
  safeNow: 'firstStep.safeNow',
  stopGently: 'firstStep.stopGently',
  confidential: 'firstStep.confidential',
  noInvestigating: 'firstStep.noInvestigating',
  theirWish: 'firstStep.theirWish',
  waysToReport: 'firstStep.waysToReport',
  noRetaliation: 'firstStep.noRetaliation',
  theLaw: 'firstStep.theLaw',
  notWithPatients: 'firstStep.notWithPatients',
  helpProgram: 'firstStep.helpProgram',
  patientFirst: 'firstStep.patientFirst',
  hospitalReport: 'firstStep.hospitalReport',
  minimum: 'firstStep.minimum',
})
type StepId = keyof typeof words

const MISCONDUCT = ['stopGently', 'confidential', 'noInvestigating', 'minimum'] as const
const ABUSE = ['safeNow', 'noInvestigating', 'theLaw', 'minimum'] as const
const IN_NEED = ['notWithPatients', 'helpProgram', 'confidential', 'minimum'] as const

const STEPS: Readonly<Record<Escalation['kind'], readonly StepId[]>> = {
  'self-harm': ['askDirectly', 'notAlone', 'urgentHelp', 'minimum'],
  'harm-to-others': ['safeNow', 'urgentHelp', 'minimum'],
  'sexual-harassment': MISCONDUCT,
  discrimination: ['stopGently', 'confidential', 'theirWish', 'noInvestigating', 'minimum'],
  mistreatment: ['theirWish', 'waysToReport', 'noRetaliation', 'minimum'],
  hazing: ['safeNow', 'confidential', 'noInvestigating', 'minimum'],
  'abuse-of-minor': ABUSE,
  'abuse-of-adult': ABUSE,
  'student-in-need': IN_NEED,
  'patient-safety': ['patientFirst', 'hospitalReport', 'confidential', 'minimum'],
  other: ['stopGently', 'confidential', 'minimum'],
  'sexual-misconduct': MISCONDUCT,
  impairment: IN_NEED,
}

interface FirstStep {
  readonly id: StepId
  readonly what: string
  readonly doneOn: string | null
}

export const firstStepsOf = ({ kind, firstSteps }: Escalation): readonly FirstStep[] =>
  STEPS[kind].map((id) => ({
    id,
    what: words[id],
    doneOn: firstSteps.find((entry) => entry.startsWith(`${id} `))?.slice(id.length + 1) ?? null,
  }))

/** Neither signed nor closed: its steps may still be taken. */
export const isUnderWay = ({ signedAt, closedOn }: Escalation): boolean =>
  signedAt === null && closedOn === null

/** The steps to be seen: afterwards only those that were taken. */
export const firstStepsShown = (one: Escalation): readonly FirstStep[] =>
  firstStepsOf(one).filter(({ doneOn }) => isUnderWay(one) || doneOn !== null)

/** Somebody was told, or the coach ticked it. */
export const isPassedOn = ({ passedOn, told }: Escalation): boolean =>
  passedOn !== null || told.length > 0

/** A step was taken today, or was not; what is signed stays as it was. */
export const markFirstStep = (
  record: Y.Doc,
  {
    id,
    step,
    today,
  }: { readonly id: string; readonly step: StepId; readonly today: string | null },
): void => {
  const one = kept(escalations.readAll(record)).find((item) => item.id === id)
  if (one === undefined) return
  const others = one.firstSteps.filter((entry) => !entry.startsWith(`${step} `))
  editEscalation(record, {
    id,
    base: one,
    next: { firstSteps: today === null ? others : [...others, `${step} ${today}`] },
  })
}

/** Until when it is to be passed on, where the policy says within how many hours; from the hour the record is begun. */
export const tellByOf = (
  hours: number,
  day: string,
  time: string,
): Pick<Escalation, 'tellBy' | 'tellByTime'> => {
  if (hours === 0) return { tellBy: null, tellByTime: null }
  const [hour = 0, minute = 0] = time.split(':').map(Number)
  const all = hour + hours
  const of = (value: number): string => String(value).padStart(2, '0')
  return { tellBy: addDays(day, Math.floor(all / 24)), tellByTime: `${of(all % 24)}:${of(minute)}` }
}

export interface ToTell {
  readonly id: string
  readonly by: string
  readonly time: string | null
}

/** What is still to be passed on: until somebody was told, the coach ticked it, or it is closed. */
export const stillToTell = (all: readonly Escalation[]): readonly ToTell[] =>
  kept(all).flatMap((one) =>
    one.tellBy === null || isPassedOn(one) || one.closedOn !== null
      ? []
      : [{ id: one.id, by: one.tellBy, time: one.tellByTime }],
  )
