/**
 * The support card as it is shipped. Apart from the rest of the model, since it opens before anything else is loaded:
 * from the lock screen.
 */
import { spoken } from '../../words/words'

/** A line of the card: a name, how to reach it, and when. Region-specific numbers can be edited. */
export interface CardLine {
  readonly name: string
  readonly reach: string
  readonly when: string
}

export const SHIPPED_CARD: readonly CardLine[] = [
  spoken({ name: 'supportCard.emergency', when: 'supportCard.emergencyWhen' }, { reach: '911' }),
  spoken({ name: 'supportCard.lifeline', when: 'supportCard.lifelineHow' }, { reach: '988' }),
  spoken({ name: 'supportCard.counseling', when: 'supportCard.counselingWhen' }, { reach: '' }),
  spoken({ name: 'supportCard.dean', when: 'supportCard.deanWhen' }, { reach: '' }),
  spoken({ name: 'supportCard.security', when: 'supportCard.securityWhen' }, { reach: '' }),
]
