/** A session that the coach is reminded of; neither says with whom. */
export interface Reminder {
  readonly session: string
  /** Milliseconds since 1970. */
  readonly at: number
  /** `14:30`. */
  readonly time: string
}
