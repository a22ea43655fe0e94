/**
 * An arc: one invented mentee's story as data. Its beats are dated and written by hand; the quiet middle, a line a
 * meeting, is set between them by `write-arc.ts`. What has not happened yet on the day the sample is made is left out, so an
 * arc is written to its end, Match Day and all, and is true on every day of the year.
 *
 * A day is either one of the school's calendar, `Y2 11-04` (November 4 of the second year since they began; `Y4 match` is
 * that year's Match Day), or one counted from today, `-9` or `+2`. Which working day that is, calendar.ts says.
 */

import type { CheckInInput } from '../model/record/check-in'
import type { Concern } from '../model/record/concern'
import type { Exam } from '../model/record/exam'
import type { Feedback } from '../model/record/feedback'
import type { LetterMoment } from '../model/record/future-letter'
import type { GoalInput, GoalStatus } from '../model/record/goal'
import type { MenteeInput } from '../model/record/mentee'
import type { Component } from '../model/record/reach'
import type { EscalationInput } from '../model/record/referral'
import type { PrepInput, SessionInput } from '../model/record/session'
import type sealedLetters from './sealed-letters.json'

export type ArcDay = `Y${number} ${string}` | `${'+' | '-'}${number}`

/** What was agreed: by whom, and how many days later it is due and was done; never done if that is left out. */
interface ArcAction {
  readonly what: string
  readonly whose?: 'mentee' | 'coach'
  readonly due: number
  readonly done?: number
}

interface Happening {
  readonly on: ArcDay
}

/** A line that begins with `# ` is a heading, with `- ` a point of a list. */
type Lines = readonly string[]

export type Beat =
  | (Happening & {
      readonly is: 'session'
      readonly as?: SessionInput['kind']
      readonly status?: 'held' | 'missed' | 'cancelled'
      readonly medium?: SessionInput['medium']
      readonly minutes?: number
      readonly themes?: readonly string[]
      readonly note?: Lines
      readonly aid?: Lines
      readonly takeaway?: string
      readonly actions?: readonly ArcAction[]
      readonly followUp?: { readonly days: number; readonly about: string }
      /** What the mentee got a copy of, and why. */
      readonly shared?: { readonly title: string; readonly text: string; readonly why: string }
    })
  /** The first message, on the way to a first meeting; paired since the coaching began. */
  | (Happening & { readonly is: 'paired'; readonly by: string })
  | (Happening & { readonly is: 'planned'; readonly place?: string })
  | (Happening & { readonly is: 'ask'; readonly text: string })
  | (Happening & { readonly is: 'note'; readonly title: string; readonly lines: Lines })
  | (Happening & {
      readonly is: 'reflection'
      readonly framework: string
      readonly prompt: string
      readonly sections: Readonly<Record<string, string>>
      readonly themes?: readonly string[]
      readonly by?: 'mentee' | 'coach'
    })
  | (Happening & {
      readonly is: 'goal'
      readonly goal: Partial<GoalInput> & Pick<GoalInput, 'title' | 'category' | 'why'>
      readonly target?: ArcDay
      /** What became of it, and when. */
      readonly moves?: readonly (readonly [GoalStatus, ArcDay])[]
      readonly steps?: readonly (readonly [title: string, due: ArcDay, done: ArcDay | null])[]
      readonly progress?: readonly (readonly [on: ArcDay, score: number, comment: string])[]
      /** Importance and confidence. */
      readonly ratings?: readonly (readonly [on: ArcDay, importance: number, confidence: number])[]
    })
  | (Happening & { readonly is: 'check-in' } & Partial<Omit<CheckInInput, 'date'>> &
      Pick<CheckInInput, 'instrument' | 'keeping'>)
  | (Happening & { readonly is: 'prep' } & Partial<
        Pick<
          PrepInput,
          'wins' | 'challenges' | 'oneThing' | 'feedback' | 'avoid' | 'energy' | 'stress' | 'source'
        >
      >)
  | (Happening & {
      readonly is: 'referral'
      readonly resource: string
      readonly reason: string
      readonly status: 'offered' | 'accepted' | 'declined' | 'already-connected'
      readonly warm?: boolean
      readonly followUp: ArcDay
      readonly done?: boolean
      readonly told?: string
    })
  | (Happening & {
      readonly is: 'date'
      readonly what: string
      readonly as: 'exam' | 'leave' | 'deadline' | 'personal' | 'other'
      readonly until?: ArcDay
    })
  /** On the day that is booked. */
  | (Happening & {
      readonly is: 'exam'
      readonly result?: ArcDay
      readonly practice?: readonly ArcDay[]
    } & Partial<Pick<Exam, 'plan' | 'tellMe' | 'accommodation'>> &
      Pick<Exam, 'name'>)
  | (Happening & {
      readonly is: 'feedback'
      /** The title of the goal that came of it. */
      readonly goal?: string
    } & Partial<Pick<Feedback, 'form' | 'rotation' | 'evidence' | 'themes'>> &
      Pick<Feedback, 'source' | 'quotation' | 'reaction' | 'content' | 'change'>)
  | (Happening & { readonly is: 'concern'; readonly known: ArcDay; readonly closed: ArcDay } & Pick<
        Concern,
        'what' | 'raisedBy' | 'told' | 'formal' | 'owner' | 'myPart' | 'plan'
      >)
  | (Happening & {
      readonly is: 'season'
      readonly specialty: string
      readonly parallel: string
      readonly advisor: string
      readonly letters: readonly (readonly [from: string, asked: ArcDay, agreed: ArcDay])[]
      readonly drafts: readonly ArcDay[]
      readonly signals: ArcDay
      readonly interviews: readonly ArcDay[]
      readonly ranked: ArcDay
      /** The coach was asked for a letter that day, and declined. */
      readonly asked: ArcDay
    })
  | (Happening & {
      readonly is: 'plan'
      readonly term: string
      readonly review: ArcDay
      readonly sections: Readonly<Record<string, string>>
    })
  | (Happening & {
      readonly is: 'disclosure'
      readonly what: string
      readonly to: string
      readonly why: string
      readonly how: 'hand-over' | 'told' | 'export' | 'print'
    })
  /** One of sealed-letters.json, to the mentee's later self; it is locked until a day, and was read on one if that is said. */
  | (Happening & {
      readonly is: 'letter'
      readonly letter: keyof typeof sealedLetters
      readonly moment: LetterMoment
      readonly opens: ArcDay
      readonly read?: ArcDay
    })
  /** What a colleague was asked, and what came back so many days later. */
  | (Happening & {
      readonly is: 'consult'
      readonly to: string
      readonly sent: Lines
      readonly reply?: { readonly days: number; readonly text: string }
    })
  | (Happening & { readonly is: 'group-line'; readonly text: string })
  | (Happening & { readonly is: 'escalation' } & Pick<
        EscalationInput,
        'kind' | 'seen' | 'steps' | 'basis' | 'disclosed' | 'menteeTold' | 'resources' | 'followUp'
      > & {
        readonly told: { readonly name: string; readonly role: string; readonly how: string }
        readonly addition: { readonly days: number; readonly text: string }
      })

export type BeatOf<Is extends Beat['is']> = Extract<Beat, { readonly is: Is }>

/** A clinical block in one line: `Y3 07-06 to Y3 09-11 | block | site`. */
type BlockLine = `${ArcDay} to ${ArcDay} | ${string} | ${string}`

/** A quiet meeting in one line: `theme | what was said | what they take away`, the last one where there is one. */
type QuietLine = string

export interface Arc {
  readonly mentee: Partial<MenteeInput> & Pick<MenteeInput, 'name' | 'pronouns'>
  /** Their year in school now, 1 to 4; 5 once they have graduated. */
  readonly year: 1 | 2 | 4 | 5
  /** Which year it is for them since they began, if not that one: after a leave it is more. */
  readonly begun?: number
  /** Coached since; the first days of Y1 unless it is said. */
  readonly since?: ArcDay
  readonly leave?: {
    readonly from: ArcDay
    readonly until: ArcDay
    readonly note: string
    readonly contact: string
    readonly plan: string
  }
  readonly ended?: ArcDay
  /** What they wish of the coaching, in the agreement; none: it is still to be made. */
  readonly wishes?: string
  /** Not met for so many days, whatever else is written. */
  readonly unseenFor?: number
  /** Components that they tend to leave open. */
  readonly leaves?: Component
  readonly beats: readonly Beat[]
  readonly blocks?: readonly BlockLine[]
  /** By year since they began, in order. */
  readonly quiet: Readonly<Record<`Y${number}`, readonly QuietLine[]>>
}
