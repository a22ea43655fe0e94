/** What fills a template's gaps, from the mentee's record. */
import type { TemplateValues } from '../../../shared/model/caseload/template'
import type { RecordProjection, VaultProjection } from '../../../shared/model/projection'
import { openActions } from '../../../shared/model/record/action-item'
import { schoolYearWords } from '../../../shared/model/record/enrolment'
import { displayName } from '../../../shared/model/record/mentee'
import { type Rotation, rotationsOn } from '../../../shared/model/record/placement'
import { identityThread } from '../../../shared/model/record/reflection'
import { briefOf } from '../../../shared/views/brief'
import { longDay, today } from '../../ui/when'

/** Who they said that they were becoming, at first and last. */
const firstAndLast = ({ reflections }: RecordProjection): string => {
  const answers = identityThread(reflections, 'becoming')
  const said = [...new Set([answers[0], answers.at(-1)])].flatMap((one) =>
    one === undefined ? [] : [`${longDay(one.reflection.date)}: ${one.text.trim()}`],
  )
  return said.join(' → ') || '–'
}

export const templateValues = (
  record: RecordProjection,
  vault: VaultProjection,
  /** What it is about, if it is not where they are today. */
  about: readonly Rotation[] = rotationsOn(record.rotations, today()),
): TemplateValues => {
  const brief = briefOf(record, vault.groupSessions, today())
  return {
    mentee: displayName(record.mentee),
    date: longDay(today()),
    year: schoolYearWords(record, today(), vault.settings.turnover),
    rotation:
      about.map(({ block, site }) => [block, site].filter(Boolean).join(', ')).join('; ') || '–',
    'last session': brief.lastContact === null ? '–' : longDay(brief.lastContact),
    'next session': brief.next === undefined ? '–' : longDay(brief.next.date),
    'open goals': brief.goals.map(({ goal }) => goal.title).join('; ') || '–',
    'identity thread': firstAndLast(record),
    'open actions':
      openActions(record.actionItems)
        .map(({ what }) => what)
        .join('; ') || '–',
  }
}
