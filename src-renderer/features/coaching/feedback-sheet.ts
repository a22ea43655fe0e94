/**
 * A round's sheet of paper: the same for everyone whom it is given to. Its code tells rounds apart, so that a sheet of last
 * year's is not counted in this year's, and names nobody.
 */
import type { FeedbackRound } from '../../../shared/model/caseload/feedback-round'
import { codeOf, type Sheet } from '../../../shared/paper/sheet'
import { t } from '../../../shared/words/words'

export const feedbackSheet = ({ id, form: { asked, boxes, lines } }: FeedbackRound): Sheet => ({
  code: codeOf('COCH', [id, ...asked, ...boxes]),
  questions: asked.length,
  choices: boxes.length,
  arranged: 'grid',
  title: t('feedbackRound.sheetTitle'),
  intro: [t('feedbackRound.sheetIntro'), t('paper.howToMark'), t('feedbackRound.sheetNoName')],
  asked,
  answers: boxes.map((label) => ['', label]),
  lines,
  source: '',
})
