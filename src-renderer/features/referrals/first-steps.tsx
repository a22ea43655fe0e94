/** The first hour of an escalation: what to do, step by step, and until when it has to be passed on. */
import { Stack, Text } from '@mantine/core'
import { firstStepsOf, markFirstStep } from '../../../shared/model/record/first-steps'
import { type Escalation, editEscalation } from '../../../shared/model/record/referral'
import { t } from '../../../shared/words/words'
import { useRun, useVault } from '../../context/vault/session'
import { Tick } from '../../ui/tick'
import { longDay, today, useToday } from '../../ui/when'
import { byWhen } from '../mentee/brief-content'

export const FirstSteps = ({
  recordId,
  one,
  editable,
}: {
  readonly recordId: string
  readonly one: Escalation
  readonly editable: boolean
}) => {
  const run = useRun()
  const { policyTo } = useVault().settings
  const day = useToday()
  const { id, tellBy, tellByTime, passedOn, told, signedAt, closedOn } = one
  const steps = firstStepsOf(one)
  const isOpen = signedAt === null && closedOn === null
  const shown = isOpen ? steps : steps.filter(({ doneOn }) => doneOn !== null)
  if (shown.length === 0 && tellBy === null) return null
  const done = (on: string | null) =>
    on === null ? undefined : t('escalation.contactMade', { day: longDay(on) })
  return (
    <Stack gap="xs" role="group" aria-label={t('escalation.firstSteps')}>
      <Text fw={600}>{t('escalation.firstSteps')}</Text>
      {shown.map(({ id: step, what, doneOn }) => (
        <Tick
          key={step}
          label={what}
          description={done(doneOn)}
          checked={doneOn !== null}
          disabled={!(editable && isOpen)}
          onTick={(ticked) =>
            run(recordId, markFirstStep, { id, step, today: ticked ? today() : null })
          }
        />
      ))}
      {tellBy !== null && (
        <Tick
          label={
            policyTo === '' ? t('escalation.passOn') : t('escalation.passOnTo', { who: policyTo })
          }
          description={
            done(passedOn) ?? (told.length > 0 ? undefined : byWhen(tellBy, tellByTime, day))
          }
          checked={passedOn !== null || told.length > 0}
          disabled={!editable || (passedOn === null && told.length > 0)}
          onTick={(ticked) =>
            run(recordId, editEscalation, { id, next: { passedOn: ticked ? today() : null } })
          }
        />
      )}
    </Stack>
  )
}
