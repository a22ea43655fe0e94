/** Where a mentee is, and what is ahead: rotations and important dates. */

import { date, line, oneOf, optionalDate, requiredLine } from '../../crdt/field'
import { defineKind, kept, type Of } from '../../crdt/kind'
import { axes } from '../../crdt/visibility'
import { t } from '../../words/words'

/** A clinical block: "on rotation at … until …". */
export const rotations = defineKind('rotations', {
  block: requiredLine(t('placement.nameTheRotation')),
  site: line(),
  start: date,
  end: date,
  ...axes('shared', 'mentee'),
})
export type Rotation = Of<typeof rotations>

const DATE_KINDS = ['exam', 'leave', 'deadline', 'personal', 'other'] as const
export const importantDates = defineKind('importantDates', {
  title: requiredLine(t('placement.sayWhatHappensThen')),
  kind: oneOf(DATE_KINDS, 'exam'),
  date,
  until: optionalDate,
  ...axes('shared', 'mentee'),
})
export type ImportantDate = Of<typeof importantDates>

export const rotationOn = (all: readonly Rotation[], day: string): Rotation | undefined =>
  kept(all).find(({ start, end }) => start <= day && day <= end)
