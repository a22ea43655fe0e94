/**
 * Hints on a note's words: what looks like a patient identifier, and speculation or diagnosis about the mentee. They
 * are underlined, with why and a better wording; the text is never changed or blocked.
 */
import { type PlainKey, t } from '../words/words'

export interface Hint {
  readonly from: number
  readonly to: number
  readonly kind: 'patient' | 'wording'
  readonly why: string
  readonly better: string
}

interface Rule {
  readonly pattern: RegExp
  readonly kind: Hint['kind']
  readonly why: () => string
  readonly better: () => string
}

const patient = (pattern: RegExp, what: PlainKey): Rule => ({
  pattern,
  kind: 'patient',
  why: () => t('hint.patient', { what: t(what) }),
  better: () => t('hint.patientBetter'),
})
const wording = (pattern: RegExp, why: PlainKey, better: PlainKey): Rule => ({
  pattern,
  kind: 'wording',
  why: () => t(why),
  better: () => t(better),
})

// No two searches for spaces stand side by side: on a line of spaces each would try every place where the other ends.
const RULES: readonly Rule[] = [
  patient(
    /\b(?:MRN|medical record(?: number| no\.?)?)\s*(?:[:#]\s*)?[A-Z]?\d{4,10}\b/gi,
    'hint.recordNumber',
  ),
  patient(
    /\b(?:DOB|date of birth|born(?: on)?)\s*(?::\s*)?\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4}/gi,
    'hint.dateOfBirth',
  ),
  patient(
    /\b\d{1,3}[- ]?(?:yo|y\/o|year[- ]old)\s+[A-Z]\.?\s?[A-Z]\.?(?![a-z])/g,
    'hint.ageAndInitials',
  ),
  patient(
    /\b[A-Z]\.\s?[A-Z]\.,?\s+(?:a\s+)?\d{1,3}[- ]?(?:yo|y\/o|year[- ]old)\b/g,
    'hint.ageAndInitials',
  ),
  // Ages over 89 and dates of care identify a person: HIPAA's safe harbor, 45 CFR 164.514(b)(2)(i), to be confirmed at
  // the source.
  patient(/\b(?:9\d|1[01]\d)[- ]?(?:yo|y\/o|year[- ]old)\b/gi, 'hint.ageOver89'),
  patient(
    /\b(?:last|this|on)\s(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day[’']s\s(?:admission|birth|code|death|delivery|operation|surgery|transplant)\b/gi,
    'hint.dayOfCare',
  ),
  patient(/\b(?:room|rm\.?|bed)\s*(?:#\s*)?\d{1,4}[A-Z]?\b/gi, 'hint.room'),
  patient(/\b\d{3}-\d{2}-\d{4}\b/g, 'hint.socialSecurity'),
  patient(
    /(?<!\d)(?:\+?1[ .-]?)?(?:\(\d{3}\)\s?|\d{3}[ .-])\d{3}[ .-]\d{4}\b/g,
    'hint.phoneNumber',
  ),
  wording(
    /\b(?:seems|appears|looks|probably|clearly|obviously)\s+(?:to be\s+)?(?:depressed|anxious|bipolar|burned out|burnt out|suicidal|unstable|addicted|manic)\b/gi,
    'hint.guess',
    'hint.guessBetter',
  ),
  wording(
    /\b(?:is|has|was)\s+(?:clinically\s+)?(?:depressed|bipolar|borderline|an?\s+(?:alcoholic|addict|narcissist)|ADHD|OCD|anorexic|mentally ill|a personality disorder)\b/gi,
    'hint.diagnosis',
    'hint.diagnosisBetter',
  ),
  wording(
    /\b(?:lazy|hysterical|crazy|unmotivated|a mess|difficult student|drama queen|too emotional)\b/gi,
    'hint.judgement',
    'hint.judgementBetter',
  ),
  wording(
    /\b(?:I suspect|I bet|must be (?:drinking|using|lying)|is probably (?:drinking|using|lying))\b/gi,
    'hint.speculation',
    'hint.speculationBetter',
  ),
]

/** Where the hints are in a text, in order; they do not overlap. */
export const hintsIn = (text: string): readonly Hint[] => {
  const found: Hint[] = []
  for (const { pattern, kind, why, better } of RULES)
    for (const match of text.matchAll(pattern))
      found.push({
        from: match.index,
        to: match.index + match[0].length,
        kind,
        why: why(),
        better: better(),
      })
  found.sort((a, b) => a.from - b.from || b.to - a.to)
  return found.filter((hint, index) =>
    found.slice(0, index).every((earlier) => earlier.to <= hint.from),
  )
}
