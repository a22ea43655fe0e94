/** What the cards of a mentee's page are made from. */
import type { RecordProjection } from '../../../shared/model/projection'
import type { Brief } from '../../../shared/views/brief'

/** Of the brief. */
export interface AboutMentee {
  readonly record: RecordProjection
  readonly brief: Brief
  readonly editable: boolean
}

/** Of the Record, one that is not there until there is something in it. */
export interface OnDemandSection {
  readonly record: RecordProjection
  readonly editable: boolean
  /** Its form for a new one is open. */
  readonly adding: boolean
  readonly onAdding: (adding: boolean) => void
}
