/**
 * To whom something leaves: the mentee (a summary, or everything they may inspect), the next coach, the program, a
 * roster (a table of who is coached), the coach alone. Kinds and fields say it of themselves (about.ts, field.ts); what
 * it means is decided in model/leaving.ts.
 */
export type Audience =
  | 'mentee-summary'
  | 'mentee-inspection'
  | 'next-coach'
  | 'program'
  | 'roster'
  | 'coach'
