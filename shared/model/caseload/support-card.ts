/**
 * The support card as it is shipped. Apart from the rest of the model, since it opens before anything else is loaded:
 * from the lock screen.
 */
import { t } from '../../words/words'

/** A line of the card: a name, how to reach it, and when. Region-specific numbers can be edited. */
export interface CardLine {
  readonly name: string
  readonly reach: string
  readonly when: string
}

export const SHIPPED_CARD: readonly CardLine[] = [
  { name: t('supportCard.emergency'), reach: '911', when: t('supportCard.emergencyWhen') },
  {
    name: t('supportCard.lifeline'),
    reach: '988',
    when: t('supportCard.lifelineHow'),
  },
  { name: t('supportCard.counseling'), reach: '', when: t('supportCard.counselingWhen') },
  { name: t('supportCard.dean'), reach: '', when: t('supportCard.deanWhen') },
  { name: t('supportCard.security'), reach: '', when: t('supportCard.securityWhen') },
]
