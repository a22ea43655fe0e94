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
  { name: t('supportCard.shippedEmergency'), reach: '911', when: t('supportCard.shippedLifeIsInDanger') },
  {
    name: t('supportCard.shippedSuicideAndCrisisLifeline'),
    reach: '988',
    when: t('supportCard.shippedCallOrTextDay'),
  },
  { name: t('supportCard.shippedCounseling'), reach: '', when: t('supportCard.shippedToTalkWithSomebody') },
  { name: t('supportCard.shippedOncallDean'), reach: '', when: t('supportCard.shippedADecisionOrHelp') },
  { name: t('supportCard.shippedCampusSecurity'), reach: '', when: t('supportCard.shippedDangerOnCampus') },
]
