/** Planning a session, or a series of them. */
import * as v from 'valibot'
import { addDays } from '../../../shared/base/day'
import { planSessions } from '../../../shared/exchange/calendar'
import { REPEATS, repeatedDays } from '../../../shared/formats/write-ics'
import { type SessionInput, sessions, USUAL_MINUTES } from '../../../shared/model/record/session'
import { t } from '../../../shared/words/words'
import { useRecord, useRun } from '../../context/vault/session'
import { ItemForm } from '../../forms/item-form'
import { options, repeatLabels } from '../../ui/labels'
import { offerUndo } from '../../ui/undo'
import { useToday } from '../../ui/when'
import { PlannedWhileAway } from '../mentee/leave-sessions'
import { sessionFormFields } from '../sessions/session-form'

const HALF_A_YEAR_DAYS = 182

const PlanInput = v.intersect([
  sessions.input,
  v.object({ repeat: v.picklist(REPEATS), last: v.pipe(v.string(), v.isoDate()) }),
]) as unknown as v.GenericSchema<unknown, PlanInput>
type PlanInput = SessionInput & { readonly repeat: (typeof REPEATS)[number]; readonly last: string }

export const PlanSession = ({
  recordId,
  onClose,
}: {
  readonly recordId: string
  readonly onClose: () => void
}) => {
  const run = useRun()
  const day = useToday()
  const record = useRecord(recordId)
  const plan = async ({ repeat, last, ...session }: PlanInput): Promise<void> => {
    const made = await run(recordId, planSessions, { session, repeat, last })
    if (made !== undefined && made.length > 1)
      offerUndo(
        t('planSession.planned', { sessions: t('count.session', { count: made.length }) }),
        () => {
          for (const id of made) void run(recordId, sessions.remove, { id, deleted: true })
        },
      )
  }
  return (
    <ItemForm<PlanInput>
      id={`plan-session/${recordId}`}
      title={t('planSession.title')}
      action={t('planSession.plan')}
      schema={PlanInput}
      initial={{
        ...sessions.empty,
        status: 'planned',
        date: day,
        minutes: USUAL_MINUTES,
        repeat: 'none',
        last: addDays(day, HALF_A_YEAR_DAYS),
      }}
      fields={[
        ...(sessionFormFields as []),
        {
          name: 'repeat',
          label: t('planSession.repeat'),
          as: 'choice',
          options: options(repeatLabels),
        },
        {
          name: 'last',
          label: t('common.until'),
          as: 'day',
          optional: false,
          hint: t('planSession.untilHint'),
        },
      ]}
      before={({ values: { date, repeat, last } }) =>
        record !== undefined && (
          <PlannedWhileAway record={record} days={repeatedDays(date, repeat, last)} />
        )
      }
      onClose={onClose}
      onSubmit={plan}
    />
  )
}
