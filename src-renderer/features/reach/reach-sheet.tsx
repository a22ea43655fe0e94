/** The REACH week sheet of one mentee, for paper. It holds what may leave to the mentee, and room to write. */
import { leaving } from '../../../shared/model/leaving'
import type { RecordProjection } from '../../../shared/model/projection'
import { exerciseOf } from '../../../shared/model/record/exercise'
import { displayName } from '../../../shared/model/record/mentee'
import {
  CHECKLIST,
  COMPONENTS,
  markOf,
  type ReachWeek,
  SEEN_ITEMS,
} from '../../../shared/model/record/reach'
import { seenIn } from '../../../shared/views/fulfilment'
import { t } from '../../../shared/words/words'
import { useVault } from '../../context/vault/session'
import { markLabels, partLabels } from '../../ui/labels'
import { longDay } from '../../ui/when'
import { MenteeSheet } from '../print/mentee-sheet'
import { exerciseTitle } from './exercise'

export const ReachSheet = ({
  record,
  week,
  onClose,
}: {
  readonly record: RecordProjection
  readonly week: ReachWeek
  readonly onClose: () => void
}) => {
  const { items } = leaving(record, 'mentee-summary')
  const goals = items.filter(({ kind, item }) => kind === 'goals' && item.status === 'active')
  const actions = items.filter(({ kind, item }) => kind === 'actionItems' && item.doneOn === null)
  const name = displayName(record.mentee)
  const exercise = exerciseOf(week)
  const seen = seenIn(record, week, useVault().groupSessions)
  return (
    <MenteeSheet
      record={record}
      title={t('reach.sheetTitleOf', { name })}
      what={t('reach.sheetTitle')}
      why={t('reach.sheetWeek')}
      onClose={onClose}
    >
      <h2>{t('reach.sheetOf', { name, week: week.quarter, year: week.year })}</h2>
      <p>
        {t('reach.fromTo', { start: longDay(week.start), end: longDay(week.end) })}{' '}
        {week.theme !== '' && ` · ${week.theme}`}
      </p>
      <table>
        <tbody>
          {COMPONENTS.map((component) => (
            <tr key={component}>
              <td>
                <b>{partLabels[component]}</b>
              </td>
              <td>{markLabels[markOf(record.reachMarks, week.id, component).mark]}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {exercise !== undefined && (
        <>
          <h2>
            {t('reach.exercise')}: {exerciseTitle(exercise)}
          </h2>
          <p>{exercise.how}</p>
          <ul>
            {exercise.questions.map((question) => (
              <li key={question}>{question}</li>
            ))}
          </ul>
        </>
      )}
      {goals.length > 0 && <h2>{t('reach.goals')}</h2>}
      <ul>
        {goals.map(({ id, item }) => (
          <li key={id}>{String(item.title)}</li>
        ))}
      </ul>
      {actions.length > 0 && <h2>{t('reach.agreed')}</h2>}
      <ul>
        {actions.map(({ id, item }) => (
          <li key={id}>{String(item.what)}</li>
        ))}
      </ul>
      <h2>{t('reach.checklist')}</h2>
      <ul>
        {CHECKLIST.map((entry) => (
          <li key={entry}>
            {markOf(record.reachMarks, week.id, entry).mark === 'done' ? '☑' : '☐'}{' '}
            {partLabels[entry]}
          </li>
        ))}
        {SEEN_ITEMS.map((entry) => (
          <li key={entry}>
            {seen[entry].done ? '☑' : '☐'} {partLabels[entry]}
          </li>
        ))}
      </ul>
      <h2>{t('reach.notes')}</h2>
      <p>
        <br />
        <br />
        <br />
      </p>
    </MenteeSheet>
  )
}
