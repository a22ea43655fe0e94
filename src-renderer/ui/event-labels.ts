/** The coach's words for what happens to a student, and for what the coach does about it (labels.ts). */
import type { HoursKind } from '../../shared/views/hours'
import { spoken } from '../../shared/words/words'

export const pairingReasonLabels = spoken({
  'not-said': 'label.notSet',
  'by-chance': 'paired.byChance',
  'shared-interest': 'paired.sharedInterest',
  'change-of-coach': 'paired.changeOfCoach',
})
export const workLabels: Readonly<Record<HoursKind, string>> = spoken({
  preparation: 'work.preparation',
  'writing-notes': 'work.writingNotes',
  messages: 'work.messages',
  'group-preparation': 'work.groupPreparation',
  development: 'work.development',
  'coach-meeting': 'work.coachMeeting',
  recruitment: 'work.recruitment',
  graduation: 'work.graduation',
  other: 'label.other',
  sessions: 'report.sessions',
  'group-sessions': 'report.reachGroupSessions',
})
export const accommodationLabels = spoken({
  'not-said': 'exam.accommodationNotSaid',
  'asked-for': 'exam.accommodationAsked',
  'none-wanted': 'exam.accommodationNone',
})
export const tellLabels = spoken({
  'not-asked': 'exam.tellNotAsked',
  'in-person': 'exam.tellInPerson',
  'by-message': 'exam.tellMessage',
  'not-at-all': 'exam.tellNotAtAll',
})

export const tellsDeanLabels = spoken({
  'dean-not-asked': 'enrolment.deanNotAsked',
  'dean-mentee': 'enrolment.deanMentee',
  'dean-knows': 'enrolment.deanKnows',
  'dean-other': 'enrolment.deanOther',
})
export const contactLabels = spoken({
  'contact-not-asked': 'ending.contactNotAsked',
  'contact-yes': 'ending.contactYes',
  'contact-no': 'ending.contactNo',
})
export const letterAnswerLabels = spoken({
  'letter-not-asked': 'season.letterNotAsked',
  'letter-declined': 'season.letterDeclined',
  'letter-role-changed': 'season.letterRoleChanged',
})
export const rotationKindLabels = spoken({
  'as-block': 'rotation.block',
  'as-longitudinal': 'rotation.longitudinal',
  'as-elective': 'rotation.elective',
  'as-sub-internship': 'rotation.subInternship',
  'as-away': 'rotation.away',
})

export const feedbackSourceLabels = spoken({
  'by-preceptor': 'feedback.preceptor',
  'by-attending': 'feedback.attending',
  'by-resident': 'feedback.resident',
  'by-nurse': 'feedback.nurse',
  'by-peer': 'feedback.peer',
  'by-patient': 'feedback.patient',
  'by-standardized-patient': 'feedback.standardizedPatient',
  'by-faculty': 'feedback.faculty',
  'by-other': 'label.other',
})
export const feedbackFormLabels = spoken({
  'by-mouth': 'feedback.spoken',
  'in-writing': 'feedback.narrative',
  'direct-observation': 'feedback.observation',
  'multi-source': 'feedback.several',
  'osce-comment': 'feedback.osce',
})
export const raisedByLabels = spoken({
  'by-mentee': 'common.mentee',
  'by-dean': 'concern.dean',
  'by-committee': 'concern.committee',
  'by-clerkship': 'concern.clerkship',
  'by-other': 'label.other',
})
export const formalLabels = spoken({
  'not-formal': 'concern.notFormal',
  'formal-letter': 'concern.letter',
  'formal-remediation': 'concern.remediation',
  'formal-committee': 'concern.beforeCommittee',
  'formal-appeal': 'concern.appeal',
})

export const letterMomentLabels = spoken({
  'letter-match-day': 'futureLetter.matchDay',
  'letter-graduation': 'futureLetter.graduation',
  'letter-day': 'futureLetter.aDay',
})
