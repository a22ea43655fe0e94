/** Help where it is needed: what a part of the app is for, and where the coaching knowledge in it comes from. */
import { spoken } from '../../../shared/words/words'
export const HELP_TOPICS = {
  'check-ins': spoken(
    { title: 'help.checkIn', text: 'help.checkInText' },
    { sources: spoken(['help.sourceWho5', 'help.sourceBurnout', 'help.sourceSamhsa']) },
  ),
  goals: spoken(
    { title: 'help.goal', text: 'help.goalText' },
    { sources: spoken(['help.sourceGrow', 'help.sourceWoop', 'help.sourceCompetencies']) },
  ),
  reflections: spoken(
    { title: 'help.reflection', text: 'help.reflectionText' },
    { sources: spoken(['help.sourceBorton', 'help.sourceGibbs']) },
  ),
  reach: spoken(
    { title: 'help.reach', text: 'help.reachText' },
    { sources: spoken(['help.sourceKaiser']) },
  ),
  agreement: spoken(
    { title: 'help.agreement', text: 'help.agreementText' },
    { sources: spoken(['help.sourceAma', 'help.sourceIcf', 'help.sourceLcme']) },
  ),
  visibility: spoken(
    { title: 'help.visibility', text: 'help.visibilityText' },
    { sources: spoken(['help.sourceFerpa']) },
  ),
  escalation: spoken(
    { title: 'help.escalation', text: 'help.escalationText' },
    { sources: spoken(['help.sourceFerpaEmergency']) },
  ),
} as const
export type HelpTopic = keyof typeof HELP_TOPICS
