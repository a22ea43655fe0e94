/**
 * Help where it is needed: what a part of the app is for, and where the coaching knowledge in it comes from. A button
 * beside a title shows one topic (help-button.tsx); the tour and what is new in a version are for the whole of the
 * app.
 */
import { t } from '../../../shared/words/words'
export const HELP_TOPICS = {
  'check-ins': {
    title: t('help.checkIn'),
    text: t('help.checkInText'),
    sources: [t('help.sourceWho5'), t('help.sourceBurnout'), t('help.sourceSamhsa')],
  },
  goals: {
    title: t('help.goal'),
    text: t('help.goalText'),
    sources: [t('help.sourceGrow'), t('help.sourceWoop'), t('help.sourceCompetencies')],
  },
  reflections: {
    title: t('help.reflection'),
    text: t('help.reflectionText'),
    sources: [t('help.sourceBorton'), t('help.sourceGibbs')],
  },
  reach: {
    title: t('help.reach'),
    text: t('help.reachText'),
    sources: [t('help.sourceKaiser')],
  },
  agreement: {
    title: t('help.agreement'),
    text: t('help.agreementText'),
    sources: [t('help.sourceAma'), t('help.sourceIcf'), t('help.sourceLcme')],
  },
  visibility: {
    title: t('help.visibility'),
    text: t('help.visibilityText'),
    sources: [t('help.sourceFerpa')],
  },
  escalation: {
    title: t('help.escalation'),
    text: t('help.escalationText'),
    sources: [t('help.sourceFerpaEmergency')],
  },
} as const
export type HelpTopic = keyof typeof HELP_TOPICS
