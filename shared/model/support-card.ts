/**
 * The support card as it is shipped. Apart from the rest of the model, since it opens before anything else is loaded:
 * from the lock screen.
 */

/** A line of the card: a name, how to reach it, and when. Region-specific numbers can be edited. */
export interface CardLine {
  readonly name: string
  readonly reach: string
  readonly when: string
}

export const SHIPPED_CARD: readonly CardLine[] = [
  { name: 'Emergency', reach: '911', when: 'Life is in danger, now' },
  { name: 'Suicide and Crisis Lifeline', reach: '988', when: 'Call or text, day and night' },
  { name: 'Counseling', reach: '', when: 'To talk with somebody today' },
  { name: 'On-call dean', reach: '', when: 'A decision or help that cannot wait' },
  { name: 'Campus security', reach: '', when: 'Danger on campus' },
]
