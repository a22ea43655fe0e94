/** The app's words in a report. */
import type { ReportWords } from '../../../shared/report/frame'
import { spoken } from '../../../shared/words/words'
import { workLabels } from '../../ui/event-labels'
import {
  categoryLabels,
  goalStatusLabels,
  markLabels,
  sessionLabels,
  visibilityLabels,
} from '../../ui/labels'
import { longDay, timeOfDay } from '../../ui/when'

export const reportWords: ReportWords = {
  day: longDay,
  time: timeOfDay,
  goalStatus: goalStatusLabels,
  category: categoryLabels,
  // "Done" beside "Assessment" would read as if somebody had been assessed.
  component: spoken({
    reflection: 'label.reflection',
    education: 'label.education',
    assessment: 'report.assessmentBrought',
    coaching: 'label.coaching',
    health: 'label.wellBeing',
  }),
  mark: markLabels,
  sessionKind: sessionLabels,
  work: workLabels,
  visibility: visibilityLabels,
}
