/** A check-in in one line. */
import { type CheckIn, scoreBurnout, scoreWho5 } from '../../../shared/model/check-in'
import { instrumentLabels } from '../../ui/labels'

export const checkInSummary = (one: CheckIn): string => {
  const name = instrumentLabels[one.instrument]
  if (one.keeping === 'talked') return `${name}: talked about, not recorded`
  if (one.keeping === 'no-number') return `${name}: done, the number was not kept`
  if (one.instrument === 'who-5') {
    const score = scoreWho5(one.answers)
    return score === undefined
      ? `${name}: no score, an answer is missing`
      : `${name}: ${score.percent} of 100`
  }
  if (one.instrument === 'burnout') {
    const score = scoreBurnout(one.answers)
    return score === undefined ? `${name}: no answer` : `Burnout: ${score.level} of 5`
  }
  return name
}
