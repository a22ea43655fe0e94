/** What each card of the brief is made from. */
import type { RecordProjection } from '../../../shared/model/projection'
import type { Brief } from '../../../shared/views/brief'

export interface AboutMentee {
  readonly record: RecordProjection
  readonly brief: Brief
  readonly editable: boolean
}
