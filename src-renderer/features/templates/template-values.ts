/** What fills a template's gaps, from the mentee's record. */
import type { TemplateValues } from '../../../shared/model/caseload/template'
import type { RecordProjection, VaultProjection } from '../../../shared/model/projection'
import { openActions } from '../../../shared/model/record/action-item'
import { schoolYearWords } from '../../../shared/model/record/enrolment'
import { displayName } from '../../../shared/model/record/mentee'
import { rotationOn } from '../../../shared/model/record/placement'
import { briefOf } from '../../../shared/views/brief'
import { longDay, today } from '../../ui/when'

export const templateValues = (
  record: RecordProjection,
  vault: VaultProjection,
): TemplateValues => {
  const brief = briefOf(record, vault.groupSessions, today())
  const rotation = rotationOn(record.rotations, today())
  return {
    mentee: displayName(record.mentee),
    date: longDay(today()),
    year: schoolYearWords(record, today(), vault.settings.turnover),
    rotation:
      rotation === undefined ? '–' : [rotation.block, rotation.site].filter(Boolean).join(', '),
    'last session': brief.lastContact === null ? '–' : longDay(brief.lastContact),
    'next session': brief.next === undefined ? '–' : longDay(brief.next.date),
    'open goals': brief.goals.map(({ goal }) => goal.title).join('; ') || '–',
    'open actions':
      openActions(record.actionItems)
        .map(({ what }) => what)
        .join('; ') || '–',
  }
}
