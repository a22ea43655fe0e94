/** What each call of the roll is called. */
import type { Attendance } from '../../../shared/model/record/group-plan'
import { spoken } from '../../../shared/words/words'

export const rollLabels: Readonly<Record<Attendance, string>> = spoken({
  present: 'groupSession.present',
  late: 'groupSession.late',
  excused: 'groupSession.excused',
  told: 'groupSession.toldMe',
  absent: 'groupSession.absent',
})
