/**
 * What a kind says about itself, beside how it merges: what it is called, whether the bin lists it, to whom it leaves,
 * where it is opened, how it is found and how it stands in a timeline. One declaration beside the fields, read by the
 * bin, the search, the labels, the notices after a merge, what leaves, the export, the timeline and "what came in"; so
 * a kind that is added is in all of them, and what it does not say does not compile.
 *
 * Texts are keys of the catalogue here. They become words where somebody reads them.
 */
import type { TextKey } from '../words/words'
import type { Audience } from './audience'
import type { Item } from './item'
import type { Visibility } from './visibility'

/** What the coach can look for, by what is typed after `kind:`, and what it is called. */
export const SEARCH_KINDS = {
  mentee: 'common.mentee',
  note: 'label.note',
  session: 'label.session',
  goal: 'label.goal',
  reflection: 'label.reflection',
  'check-in': 'label.checkIn',
  action: 'label.actionItem',
  referral: 'label.referral',
  plan: 'label.learningPlan',
  agreement: 'label.agreement',
  date: 'label.rotationOrDate',
  prep: 'label.prepForm',
  feedback: 'label.feedback',
  concern: 'label.concern',
  consult: 'label.consult',
  season: 'label.season',
  shared: 'label.sharedCopy',
  resource: 'label.resource',
  template: 'label.template',
  capture: 'label.capture',
} as const satisfies Readonly<Record<string, TextKey>>
export type SearchKind = keyof typeof SEARCH_KINDS

export const SEARCH_STATES = ['open', 'done', 'overdue', 'planned'] as const
export type SearchState = (typeof SEARCH_STATES)[number]

/** What a timeline can be narrowed down to, and what that is called. */
export const TIMELINE_KINDS = {
  session: 'label.sessions',
  note: 'label.notes',
  goal: 'label.goals',
  reflection: 'label.reflections',
  'check-in': 'label.checkIns',
  action: 'label.actionItems',
  referral: 'label.referrals',
  feedback: 'label.feedback',
  concern: 'label.concerns',
  shared: 'label.shared',
  placement: 'label.rotationsAndDates',
} as const satisfies Readonly<Record<string, TextKey>>
export type TimelineKind = keyof typeof TIMELINE_KINDS

/** Where an item is opened: on a tab of its mentee's page, or on a screen. */
export type Place =
  | {
      readonly tab:
        | 'overview'
        | 'notes'
        | 'goals'
        | 'reflections'
        | 'check-ins'
        | 'reach'
        | 'referrals'
        | 'record'
    }
  | {
      readonly screen: 'session' | 'group-session' | 'today' | 'reach' | 'resources' | 'my-coaching'
    }
  | { readonly screen: 'settings'; readonly section?: 'templates' }

// Methods, not properties: a kind of goals is a kind of items for the code that treats all kinds alike.
export interface Found<I> {
  readonly kind: SearchKind
  /** Its words came with the app or a form: found after what was written about a mentee. */
  readonly shipped?: true
  /** What it is found and listed by; the item's title if it says nothing else. */
  title?(item: I): string
  /** `2026-11-24`, or ''; the item's date if it says nothing else. */
  day?(item: I): string
  states?(item: I): readonly SearchState[]
  /** The item's themes if it says nothing else. */
  themes?(item: I): readonly string[]
  /** Overdue from the day after this one, '' when it is not due. */
  due?(item: I): string
}

export interface InTimeline<I> {
  readonly kind: TimelineKind
  /** The day it stands under, or null when it does not stand there. */
  day(item: I): string | null
  /** What is told of it; the screen gives the words. */
  what(item: I): string
  /** The item's title if it says nothing else. */
  title?(item: I): string
}

export interface About<I> {
  /** One of them, as a heading or, in small letters, as a word in a sentence. */
  readonly label: TextKey
  /** A number of them: a text with the gap `count`. */
  readonly count: TextKey
  readonly opens: Place
  /** What the item is called by, in its own words; '' where it has none. */
  title(item: I): string
  /** Whether the bin lists it. What is not listed goes to the bin with something else, or is deleted for good. */
  readonly bin: boolean
  /** Who has a use for it, the coach among them. Its class and its fields decide then (model/leaving.ts). */
  readonly leavesFor: readonly Audience[]
  /** Whether it is over: a next coach gets what is open, not the history. */
  isOver?(item: I): boolean
  /** Whether the mentee said yes to its going to a next coach: without that it is neither given nor told of. */
  isAgreedTo?(item: I): boolean
  /** The class of an item that does not say so in a field, or not rightly. */
  seenBy?(item: I): Visibility
  /** How the search finds it; null: it has nothing of its own to be found, or must not be. */
  readonly search: Found<I> | null
  readonly timeline: InTimeline<I> | null
  /** An item as an older version stored it, read as this one would have. What is stored stays as it is. */
  carryOver?(item: I, stored: Item): I
}
