/** A check-in in one line. */
import { type CheckIn, scoreBurnout, scoreWho5 } from '../../../shared/model/record/check-in'
import { t } from '../../../shared/words/words'
import { instrumentLabels } from '../../ui/labels'

export const checkInSummary = (one: CheckIn): string => {
  const name = instrumentLabels[one.instrument]
  if (one.keeping === 'talked') return t('checkIn.talkedAboutNamed', { instrument: name })
  if (one.keeping === 'no-number') return t('checkIn.doneNumberNotKept', { instrument: name })
  if (one.instrument === 'who-5') {
    const score = scoreWho5(one.answers)
    return score === undefined
      ? t('checkIn.answerMissing', { instrument: name })
      : t('checkIn.percentOf100', { instrument: name, percent: score.percent })
  }
  if (one.instrument === 'burnout') {
    const score = scoreBurnout(one.answers)
    return score === undefined
      ? t('checkIn.noAnswer', { instrument: name })
      : t('checkIn.burnoutOf5', { level: score.level })
  }
  return name
}
