/**
 * What the coach is to be asked about: records whose time to be looked at has come, records to erase, and records that
 * were lent until a day that is over. The days are the vault's own (model/caseload/seen-day.ts).
 */
import { inYear } from '../base/day'
import { kept } from '../crdt/kind'
import type { Erasure, Substitution } from '../model/caseload/ending'
import { isDoubtful, type VaultDay } from '../model/caseload/seen-day'
import type { RecordProjection } from '../model/projection'
import type { Mentee } from '../model/record/mentee'

/** When the coach is to be asked about a record: the rule, or the day that was set for it. Null: coaching goes on. */
export const reviewDay = (
  mentee: Pick<Mentee, 'endedOn' | 'keepUntil'>,
  retentionYears: number,
): string | null =>
  mentee.keepUntil ??
  (mentee.endedOn === null
    ? null
    : inYear(mentee.endedOn, Number(mentee.endedOn.slice(0, 4)) + retentionYears))

/** Records whose time to be looked at has come, by the vault's day. */
export const toReview = (
  records: readonly RecordProjection[],
  retentionYears: number,
  seen: string | null,
): readonly RecordProjection[] =>
  records.filter(({ mentee }) => {
    const day = reviewDay(mentee, retentionYears)
    return mentee.deletedAt === null && day !== null && seen !== null && day <= seen
  })

/** What the coach is to be asked about: records to erase, and records that were lent until a day that is over. */
export interface DueEndings {
  readonly erasures: readonly Erasure[]
  readonly substitutions: readonly Substitution[]
  /** Due by the vault's own day. Otherwise some of it is due by this laptop's clock alone: the date is asked first. */
  readonly sure: boolean
}

/** A request under a hold that was put on since waits until it is lifted. */
export const endingsDue = (
  vault: { readonly erasures: readonly Erasure[]; readonly substitutions: readonly Substitution[] },
  records: Readonly<Record<string, RecordProjection>>,
  day: VaultDay,
): DueEndings => {
  const { seen, today } = day
  if (seen === null) return { erasures: [], substitutions: [], sure: true }
  const due = kept(vault.erasures).filter(
    (one) =>
      !one.done &&
      (one.dueOn <= seen || one.dueOn <= today) &&
      (records[one.record]?.mentee.hold ?? '') === '',
  )
  const over = kept(vault.substitutions).filter(({ until }) => until < seen || until < today)
  return {
    erasures: due,
    substitutions: over,
    sure:
      !isDoubtful(day) &&
      due.every(({ dueOn }) => dueOn <= seen) &&
      over.every(({ until }) => until < seen),
  }
}
