/** Planning a session, or a series of them. */
import * as v from 'valibot'
import { REPEATS } from '../../../shared/calendar/ics'
import { addDays } from '../../../shared/model/academic-year'
import { planSessions } from '../../../shared/model/calendar'
import { type SessionInput, sessions } from '../../../shared/model/session'
import { useRun } from '../../app/session'
import { ItemForm } from '../../ui/item-form'
import { count, options, repeatLabels } from '../../ui/labels'
import { offerUndo } from '../../ui/undo'
import { today } from '../../ui/when'
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
  const plan = async ({ repeat, last, ...session }: PlanInput): Promise<void> => {
    const made = await run(recordId, planSessions, { session, repeat, last })
    if (made !== undefined && made.length > 1)
      offerUndo(`${count(made.length, 'session')} planned.`, () => {
        for (const id of made) void run(recordId, sessions.remove, { id, deleted: true })
      })
  }
  return (
    <ItemForm<PlanInput>
      title="Plan a session"
      action="Plan"
      schema={PlanInput}
      initial={{
        ...sessions.empty,
        status: 'planned',
        date: today(),
        minutes: 45,
        repeat: 'none',
        last: addDays(today(), HALF_A_YEAR_DAYS),
      }}
      fields={[
        ...(sessionFormFields as []),
        { name: 'repeat', label: 'Repeat', as: 'choice', options: options(repeatLabels) },
        {
          name: 'last',
          label: 'Until',
          as: 'day',
          optional: false,
          hint: 'For a series: no session after this day',
        },
      ]}
      onClose={onClose}
      onSubmit={plan}
    />
  )
}
