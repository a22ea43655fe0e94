/** A check-in in one line. */
import { type CheckIn, scoreBurnout, scoreWho5 } from '../../../shared/model/record/check-in'
import { t } from '../../../shared/words/words'
import { instrumentLabels } from '../../ui/labels'

export const checkInSummary = (one: CheckIn): string => {
  const name = instrumentLabels[one.instrument]
  if (one.keeping === 'talked') return t('checkInWords.nameTalkedAboutNotRecorded', { name })
  if (one.keeping === 'no-number') return t('checkInWords.nameDoneTheNumberWasNot', { name })
  if (one.instrument === 'who-5') {
    const score = scoreWho5(one.answers)
    return score === undefined
      ? t('checkInWords.nameNoScoreAnAnswerIs', { name })
      : t('checkInWords.namePercentOf100', { name, percent: score.percent })
  }
  if (one.instrument === 'burnout') {
    const score = scoreBurnout(one.answers)
    return score === undefined
      ? t('checkInWords.nameNoAnswer', { name })
      : t('checkInWords.burnoutLevelOf5', { level: score.level })
  }
  return name
}
