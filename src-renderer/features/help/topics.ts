/**
 * Help where it is needed: what a part of the app is for, and where the coaching knowledge in it comes from. A button
 * beside a title shows one topic (help-button.tsx); the tour and what is new in a version are for the whole of the
 * app.
 */
import type { SourceId } from '../../../shared/model/sources'
import { type PlainKey, spoken } from '../../../shared/words/words'

const topic = (title: PlainKey, text: PlainKey, sources: readonly SourceId[]) =>
  spoken({ title, text }, { sources })

export const HELP_TOPICS = {
  'check-ins': topic('help.checkIn', 'help.checkInText', [
    'who5',
    'who5Reissue',
    'topp',
    'burnout',
    'burnoutOrigin',
    'swarbrick',
    'samhsa',
  ]),
  goals: topic('help.goal', 'help.goalText', ['ismart', 'grow', 'woop', 'competencies']),
  reflections: topic('help.reflection', 'help.reflectionText', ['borton', 'gibbs']),
  identity: topic('help.identity', 'help.identityText', []),
  'future-letter': topic('help.futureLetter', 'help.futureLetterText', []),
  reach: topic('help.reach', 'help.reachText', ['kaiser', 'lcmeRecords']),
  agreement: topic('help.agreement', 'help.agreementText', [
    'ama',
    'icf',
    'lcme',
    'titleIx',
    'clery',
  ]),
  limits: topic('help.limits', 'help.limitsText', []),
  visibility: topic('help.visibility', 'help.visibilityText', [
    'ferpa',
    'ferpaInspection',
    'hipaa',
    'lcmeRecords',
  ]),
  'ask-tell': topic('help.askTell', 'help.askTellText', []),
  promises: topic('help.promises', 'help.promisesText', []),
  'feedback-round': topic('help.feedbackRound', 'help.feedbackRoundText', []),
  consult: topic('help.consult', 'help.consultText', ['ferpa', 'hipaa']),
  path: topic('help.path', 'help.pathText', ['eras', 'nrmp']),
  season: topic('help.season', 'help.seasonText', ['eras', 'nrmp', 'lcme']),
  paper: topic('help.paper', 'help.paperText', []),
  reading: topic('help.reading', 'help.readingText', ['ferpa', 'ferpaInspection']),
  counseling: topic('help.counseling', 'help.counselingText', ['lcme', 'lcmeRecords']),
  escalation: topic('help.escalation', 'help.escalationText', [
    'ferpaEmergency',
    'titleIx',
    'clery',
  ]),
} as const
export type HelpTopic = keyof typeof HELP_TOPICS
