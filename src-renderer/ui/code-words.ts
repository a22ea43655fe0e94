/** What the records keep as a code (`let-go`), in the coach's words; anything else stays as it stands. */
import { enrolmentLabels } from '../../shared/model/record/enrolment'
import { type TextKey, t } from '../../shared/words/words'
import {
  accommodationLabels,
  contactLabels,
  feedbackFormLabels,
  feedbackSourceLabels,
  formalLabels,
  letterAnswerLabels,
  letterMomentLabels,
  raisedByLabels,
  rotationKindLabels,
  tellLabels,
} from './event-labels'
import {
  categoryLabels,
  dimensionLabels,
  goalStatusLabels,
  instrumentLabels,
  markLabels,
  mediumLabels,
  phaseLabels,
  provenanceLabels,
  sessionLabels,
  sessionStatusLabels,
  statusLabels,
  visibilityLabels,
} from './labels'

/** The first that knows a code says it. */
const TABLES: readonly Readonly<Record<string, string>>[] = [
  statusLabels,
  goalStatusLabels,
  sessionStatusLabels,
  sessionLabels,
  mediumLabels,
  categoryLabels,
  markLabels,
  phaseLabels,
  instrumentLabels,
  dimensionLabels,
  visibilityLabels,
  provenanceLabels,
  enrolmentLabels,
  accommodationLabels,
  tellLabels,
  feedbackSourceLabels,
  feedbackFormLabels,
  raisedByLabels,
  formalLabels,
  letterMomentLabels,
  rotationKindLabels,
  letterAnswerLabels,
  contactLabels,
]

/** Of how something left, the codes that nobody types as a word. */
const LEFT: ReadonlyMap<string, TextKey> = new Map([
  ['by-mail', 'record.byMail'],
  ['by-copying', 'record.byCopying'],
])

/** How much of a check-in is kept (shared/model/record/check-in.ts). */
const KEPT: ReadonlyMap<string, TextKey> = new Map([
  ['number', 'checkIn.keepNumber'],
  ['no-number', 'checkIn.keepDone'],
  ['talked', 'checkIn.talkedAbout'],
])

export const codeWords = (code: string): string => {
  const kept = KEPT.get(code) ?? LEFT.get(code)
  if (kept !== undefined) return t(kept)
  return TABLES.find((table) => code !== '' && Object.hasOwn(table, code))?.[code] ?? code
}
