/** Mentees to choose from, by name. */
import type { RecordProjection } from '../../shared/model/projection'
import { displayName } from '../../shared/model/record/mentee'

export const menteeOptions = (records: readonly RecordProjection[]) =>
  records
    .map(({ id, mentee }) => ({ value: id, label: displayName(mentee) }))
    .sort((a, b) => a.label.localeCompare(b.label))
