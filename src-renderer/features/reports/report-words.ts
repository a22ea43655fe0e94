/** The app's words in a report. */
import type { ReportWords } from '../../../shared/report/frame'
import {
  categoryLabels,
  componentLabels,
  goalStatusLabels,
  markLabels,
  sessionLabels,
  visibilityLabels,
} from '../../ui/labels'
import { longDay } from '../../ui/when'

export const reportWords: ReportWords = {
  day: longDay,
  goalStatus: goalStatusLabels,
  category: categoryLabels,
  component: componentLabels,
  mark: markLabels,
  sessionKind: sessionLabels,
  visibility: visibilityLabels,
}
