/**
 * Check-ins: the mentee's own measurement of how they are, with their yes each time. A signpost, not a diagnosis.
 *
 * The wording, the scores and the boundaries are the instruments' own (model/sources.ts says which edition): WHO-5
 * (World Health Organization, the version of 1998), the single-item burnout measure, and Swarbrick's eight dimensions of
 * wellness as SAMHSA has them. No trend is ever drawn across mentees. They stand here and not in the catalogue, since
 * nobody may translate them: in another language an instrument is used in its official translation or not at all.
 */
import * as v from 'valibot'
import type * as Y from 'yjs'
import { date, field, oneOf, optionalLink, structure, text, type Values } from '../../crdt/field'
import { defineKind, kept, type Of } from '../../crdt/kind'
import { axes } from '../../crdt/visibility'
import { oweSupport } from './support-offer'

const INSTRUMENTS = ['who-5', 'burnout', 'wheel'] as const
export type Instrument = (typeof INSTRUMENTS)[number]

/** Part of the instrument: with it shortened, it would not be unmodified. */
export const WHO5_INSTRUCTION =
  'Please indicate for each of the five statements which is closest to how you have been feeling over the last two weeks. Notice that higher numbers mean better well-being.'
export const WHO5_ITEMS = [
  'I have felt cheerful and in good spirits',
  'I have felt calm and relaxed',
  'I have felt active and vigorous',
  'I woke up feeling fresh and rested',
  'My daily life has been filled with things that interest me',
] as const
/** By score: 5 first. */
export const WHO5_ANSWERS = [
  [5, 'All of the time'],
  [4, 'Most of the time'],
  [3, 'More than half of the time'],
  [2, 'Less than half of the time'],
  [1, 'Some of the time'],
  [0, 'At no time'],
] as const
export const WHO5_ATTRIBUTION =
  'WHO-5 Well-Being Index (1998 version), unmodified. © World Health Organization, 1998. Used with attribution, not for profit.'

export const BURNOUT_QUESTION =
  'Overall, based on your definition of burnout, how would you rate your level of burnout?'
export const BURNOUT_ANSWERS = [
  [1, 'I enjoy my work. I have no symptoms of burnout.'],
  [
    2,
    "Occasionally I am under stress, and I don't always have as much energy as I once did, but I don't feel burned out.",
  ],
  [
    3,
    'I am definitely burning out and have one or more symptoms of burnout, such as physical and emotional exhaustion.',
  ],
  [
    4,
    "The symptoms of burnout that I'm experiencing won't go away. I think about frustration at work a lot.",
  ],
  [
    5,
    'I feel completely burned out and often wonder if I can go on. I am at the point where I may need some changes or may need to seek some sort of help.',
  ],
] as const

export const BURNOUT_ATTRIBUTION =
  'Single-item burnout measure: Rohland et al. 2004, Dolan et al. 2015'
/** The year in school from which it is offered: it was studied among clinicians, and asks about work. */
const BURNOUT_FROM_YEAR = 3
/** The instruments for a mentee in that year; all of them where it is not known. */
export const instrumentsFor = (year: number | null): readonly Instrument[] =>
  INSTRUMENTS.filter((one) => one !== 'burnout' || year === null || year >= BURNOUT_FROM_YEAR)

export const WHEEL_DIMENSIONS = [
  'emotional',
  'environmental',
  'financial',
  'intellectual',
  'occupational',
  'physical',
  'social',
  'spiritual',
] as const
/** From 0 to 10, in numbers alone. */
export const WHEEL_ANSWERS = Array.from({ length: 11 }, (_, score) => [score, ''] as const)
export type WheelDimension = (typeof WHEEL_DIMENSIONS)[number]
export const WHEEL_ATTRIBUTION = 'After Swarbrick (2006), as adapted by SAMHSA'

/** How much the mentee wants kept: everything, that it happened, or nothing but that it was talked about. */
const KEEPINGS = ['number', 'no-number', 'talked'] as const

const answer = v.nullable(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(10)))

export const checkIns = defineKind(
  'checkIns',
  {
    instrument: field(oneOf(INSTRUMENTS, 'who-5'), 'checkIn.instrument', { leaves: true }),
    date: field(date, 'common.date', { leaves: true }),
    keeping: field(oneOf(KEEPINGS, 'number'), 'checkIn.whatIsKept', { leaves: true }),
    /** WHO-5: five answers 0–5; burnout: one, 1–5; wheel: eight, 0–10. Empty unless the number is kept. */
    answers: field(
      structure<readonly (number | null)[]>(v.pipe(v.array(answer), v.readonly()), []),
      'fields.answers',
      { leaves: true },
    ),
    /** The dimension to tend, and the smallest step. */
    tend: field(oneOf(['', ...WHEEL_DIMENSIONS], ''), 'checkIn.tend', { leaves: true }),
    step: field(text, 'checkIn.smallestStepLabel', { search: 'body', leaves: true }),
    words: field(text, 'checkIn.inTheirWords', { search: 'body', leaves: true }),
    session: field(optionalLink, null),
    ...axes('shared', 'mentee'),
  },
  {
    label: 'label.checkIn',
    count: 'count.checkIn',
    title: () => '',
    bin: true,
    leavesFor: ['mentee-inspection', 'coach'],
    opens: { tab: 'check-ins' },
    search: { kind: 'check-in' },
    timeline: { kind: 'check-in', day: ({ date }) => date, what: ({ instrument }) => instrument },
  },
)
export type CheckIn = Of<typeof checkIns>
export type CheckInInput = Pick<
  Values<typeof checkIns.fields>,
  'instrument' | 'date' | 'keeping' | 'answers' | 'words' | 'tend' | 'step'
>
export type CheckInToKeep = CheckInInput['keeping']

type Who5Band = 'low' | 'very-low' | 'usual'
export interface Who5Score {
  /** 0 to 25. */
  readonly raw: number
  /** 0 to 100. */
  readonly percent: number
  readonly band: Who5Band
}

const within = (value: number | null | undefined, least: number, most: number): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most

/**
 * Raw sum × 4; any missing answer: no score. Raw ≤ 12 is low by WHO's own leaflet; raw ≤ 7 (28 of 100) very low by later
 * studies (Topp et al. 2015, `topp` in model/sources.ts).
 */
export const scoreWho5 = (answers: readonly (number | null)[]): Who5Score | undefined => {
  const given = answers.filter((one): one is number => within(one, 0, 5))
  if (answers.length !== WHO5_ITEMS.length || given.length !== WHO5_ITEMS.length) return undefined
  const raw = given.reduce((sum, one) => sum + one, 0)
  return { raw, percent: raw * 4, band: raw <= 7 ? 'very-low' : raw <= 12 ? 'low' : 'usual' }
}

/** WHO's leaflet also looks at any one answer of 0 or 1, whatever the sum. */
export const hasVeryLowAnswer = (answers: readonly (number | null)[]): boolean =>
  answers.some((one) => one === 0 || one === 1)

/** A change of the raw sum by 3 or more (12 of 100) is a real one; less may be chance. */
const REAL_CHANGE = 3
export const isRealChange = (before: Who5Score, after: Who5Score): boolean =>
  Math.abs(after.raw - before.raw) >= REAL_CHANGE

/** 1 to 5, or nothing; 3 and more is burnout. */
export const scoreBurnout = (
  answers: readonly (number | null)[],
): { readonly level: number; readonly burnout: boolean } | undefined => {
  const [level] = answers
  return within(level, 1, 5) && answers.length === 1 ? { level, burnout: level >= 3 } : undefined
}

/** All eight dimensions, or nothing: a shape without gaps, and never a total. */
export const readWheel = (
  answers: readonly (number | null)[],
): Readonly<Record<WheelDimension, number>> | undefined =>
  answers.length === WHEEL_DIMENSIONS.length && answers.every((one) => within(one, 0, 10))
    ? (Object.fromEntries(WHEEL_DIMENSIONS.map((name, index) => [name, answers[index]])) as Record<
        WheelDimension,
        number
      >)
    : undefined

/** What an answer asks the coach to open: the resources, or the support card with a referral proposed. */
export const opensAfter = (
  instrument: Instrument,
  answers: readonly (number | null)[],
): 'support-card' | 'resources' | undefined => {
  if (instrument === 'who-5') {
    const band = scoreWho5(answers)?.band
    return band === 'very-low' ? 'support-card' : band === 'low' ? 'resources' : undefined
  }
  if (instrument === 'burnout') {
    const score = scoreBurnout(answers)
    return score?.level === 5 ? 'support-card' : score?.burnout === true ? 'resources' : undefined
  }
  return undefined
}

/**
 * Keeps a check-in as the mentee decided: of one that was only talked about, no word. What was answered opens help
 * whatever is kept, and then an offer of support is owed: that says neither what was answered nor to which instrument.
 */
export const keepCheckIn = (record: Y.Doc, given: CheckInInput): ReturnType<typeof opensAfter> =>
  record.transact(() => {
    const { keeping, instrument, answers, date } = given
    const talked = keeping === 'talked'
    const wheel = instrument === 'wheel' && !talked
    checkIns.add(record, {
      ...given,
      answers: keeping === 'number' ? answers : [],
      words: talked ? '' : given.words,
      tend: wheel ? given.tend : '',
      step: wheel ? given.step : '',
    })
    const opens = opensAfter(instrument, answers)
    if (opens !== undefined) oweSupport(record, date)
    return opens
  })

/** The kept measurements of one instrument, oldest first: a trend of one mentee. */
export const measured = (all: readonly CheckIn[], instrument: Instrument): readonly CheckIn[] =>
  kept(all)
    .filter((one) => one.instrument === instrument && one.keeping === 'number')
    .sort((a, b) => a.date.localeCompare(b.date) || a.createdAt.localeCompare(b.createdAt))
