/** What has changed since the last meeting, in words. */
import { kindLabel } from '../../../shared/model/kinds'
import { enrolmentLabels } from '../../../shared/model/record/enrolment'
import type { Change } from '../../../shared/views/since-last-met'
import { t } from '../../../shared/words/words'
import { goalStatusLabels } from '../../ui/labels'

export const changeWords = (change: Change): string => {
  const { name } = change
  switch (change.of) {
    case 'goals':
      if ('score' in change) return t('prep.goalOf10', { goal: name, rating: change.score })
      return 'milestone' in change
        ? t('since.milestoneDone', { goal: name, milestone: change.milestone })
        : t('since.goalMoved', {
            goal: name,
            status: goalStatusLabels[change.moved].toLowerCase(),
          })
    case 'rotations':
      return change.ended
        ? t('since.rotationEnded', { rotation: name })
        : t('since.rotationBegan', { rotation: name })
    case 'enrolments':
      return enrolmentLabels[change.state]
    case 'exams':
      return name
    default:
      return name === '' ? kindLabel(change.of) : `${kindLabel(change.of)}: ${name}`
  }
}
