/** What each part of a story is written with: whose record, on which day, by which calendar. */
import type * as Y from 'yjs'
import type { Arc, Beat, BeatOf } from './arc'
import type { Diary } from './diary'

export interface Telling {
  readonly record: Y.Doc
  readonly arc: Arc
  readonly today: string
  readonly diary: Diary
  /** The group session that a mentee was last at, for the coach's line about it. */
  readonly lastGroup: string | undefined
}

/** Written at the end of the day it is about. */
export const writtenOn = (day: string): string => `${day}T17:20:00.000Z`

export type Write<Is extends Beat['is']> = (
  telling: Telling,
  beat: BeatOf<Is>,
  date: string,
) => void
