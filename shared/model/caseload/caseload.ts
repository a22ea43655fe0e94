/** What the coach set for the whole caseload: how the school's year runs, and the words of the goal form. */
import * as v from 'valibot'
import type * as Y from 'yjs'
import { DEFAULT_TURNOVER } from '../../base/academic-year'
import { addDays } from '../../base/day'
import {
  type Field,
  field,
  line,
  oneOf,
  optionalDate,
  structure,
  type Values,
  whole,
} from '../../crdt/field'
import { defineOne } from '../../crdt/one'
import { spoken } from '../../words/words'
import { DEFAULT_CADENCE_WEEKS } from '../record/mentee'
import { DEFAULT_FRAMEWORK } from './competency'

const monthDay = v.pipe(v.string(), v.regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/))
const upTo = (most: number) => v.pipe(v.string(), v.maxLength(most))

/** A word of the goal form; '' until the coach chose one. */
const ownWord: Field<string> = structure(
  v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(60)),
  '',
)

/** Nothing until the coach has looked it up; to be asked, where the policy is not clear. */
const ANSWERS = ['', 'yes', 'no', 'ask'] as const

/** What the goal form says where the coach chose no word of their own. */
const SHIPPED_WORDS = spoken({
  smartImportant: 'goal.smartImportant',
  smartSpecific: 'goal.smartSpecific',
  smartMeasurable: 'goal.smartMeasurable',
  smartAttainable: 'goal.smartAttainable',
  smartRelevant: 'goal.smartRelevant',
  smartTimely: 'goal.smartTimely',
})

export const settings = defineOne(
  'settings',
  {
    turnover: field(structure<string>(monthDay, DEFAULT_TURNOVER), 'conflict.yearBegins'),
    cadenceWeeks: field(whole(1, 52, DEFAULT_CADENCE_WEEKS), 'coaching.newMenteesMeetEvery'),
    /** Years after the end of coaching at which the coach is asked what to do with a record; nothing is deleted silently. */
    retentionYears: field(whole(0, 50, 1), 'ending.askAfterYears'),
    /** Days for which is kept what notes, goals and reflections said before (model/history); 0: no history is kept. */
    historyDays: field(whole(0, 365, 90), 'history.keptFor'),
    competencyFramework: field(
      structure<string>(upTo(60), DEFAULT_FRAMEWORK),
      'conflict.competenciesFirstOffered',
    ),
    /** Stands at the top of every report: the coach's name, office, address. */
    letterhead: field(structure<string>(upTo(500), ''), 'report.letterhead'),
    /** The policy card: what the school's policy has the coach report (record/referral.ts). */
    policyReporter: field(oneOf(ANSWERS, ''), 'policy.reporter'),
    policySecurity: field(oneOf(ANSWERS, ''), 'policy.security'),
    policyTo: field(line(), 'policy.to'),
    policyWithin: field(line(), 'policy.within'),
    /** The same in hours, for the clock of an escalation (record/first-steps.ts); 0: not said. */
    policyHours: field(whole(0, 720, 0), 'policy.hours'),
    policySentence: field(structure<string>(upTo(500), ''), 'policy.sentence'),
    policyReviewedOn: field(optionalDate, 'policy.reviewedOn'),
    /** Of a full-time year, in percent, the share that the coach has for coaching; 0: not said. */
    fte: field(whole(0, 100, 0), 'work.fte'),
    /** What the teaching portfolio begins with. */
    portfolioRoles: field(structure<string>(upTo(1000), ''), 'work.roles'),
    /** Whether Today tells of personal days a week before they come round. */
    anniversaries: field(oneOf(['on', 'off'], 'on'), 'coaching.anniversaries'),
    /** Whether a group session by itself fulfills Coaching in a REACH week, or only one-on-one does. */
    groupCoaching: field(oneOf(['counts', 'apart'], 'counts'), 'coaching.groupCounts'),
    smartImportant: field(ownWord, 'coaching.important'),
    smartSpecific: field(ownWord, 'coaching.specific'),
    smartMeasurable: field(ownWord, 'coaching.measurable'),
    smartAttainable: field(ownWord, 'coaching.attainable'),
    smartRelevant: field(ownWord, 'coaching.relevant'),
    smartTimely: field(ownWord, 'coaching.timely'),
  },
  {
    label: 'label.setting',
    count: 'count.setting',
    title: () => '',
    bin: false,
    leavesFor: ['coach'],
    opens: { screen: 'settings' },
    search: null,
    timeline: null,
  },
)
export type CaseloadSettings = Values<typeof settings.fields>

const POLICY_DAYS = 365
/** The policy is looked at once a year. Null while nothing is written: that is said where the card is. */
export const policyDue = ({ policyReviewedOn }: CaseloadSettings): string | null =>
  policyReviewedOn === null ? null : addDays(policyReviewedOn, POLICY_DAYS)

export type GoalWord = keyof typeof SHIPPED_WORDS
export const GOAL_WORDS = Object.keys(SHIPPED_WORDS) as readonly GoalWord[]

const inWords = (stored: CaseloadSettings): CaseloadSettings => ({
  ...stored,
  ...Object.fromEntries(
    GOAL_WORDS.map((name) => [name, stored[name] || SHIPPED_WORDS[name]] as const),
  ),
})

export const defaultSettings = (): CaseloadSettings => inWords(settings.empty)
export const readSettings = (vault: Y.Doc): CaseloadSettings => inWords(settings.read(vault))

export const setSettings = (vault: Y.Doc, next: Partial<CaseloadSettings>): void =>
  settings.edit(vault, { next })
