/** The first hour of an escalation: what to do, step by step, and until when it has to be passed on. */
import { Stack, Text } from '@mantine/core'
import {
  firstStepsShown,
  isPassedOn,
  isUnderWay,
  markFirstStep,
} from '../../../shared/model/record/first-steps'
import { type Escalation, editEscalation } from '../../../shared/model/record/referral'
import { t } from '../../../shared/words/words'
import { useRun, useVault } from '../../context/vault/session'
import { Tick } from '../../ui/tick'
import { byWhen, longDay, today, useToday } from '../../ui/when'
import { DoneTick } from './done-tick'

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
  const { id, tellBy, tellByTime, passedOn } = one
  const shown = firstStepsShown(one)
  if (shown.length === 0 && tellBy === null) return null
  return (
    <Stack gap="xs" role="group" aria-label={t('escalation.firstSteps')}>
      <Text fw={600}>{t('escalation.firstSteps')}</Text>
      {shown.map(({ id: step, what, doneOn }) => (
        <DoneTick
          key={step}
          label={what}
          doneOn={doneOn}
          disabled={!(editable && isUnderWay(one))}
          onDone={(on) => run(recordId, markFirstStep, { id, step, today: on })}
        />
      ))}
      {tellBy !== null && (
        <Tick
          label={
            policyTo === '' ? t('escalation.passOn') : t('escalation.passOnTo', { who: policyTo })
          }
          description={
            passedOn !== null
              ? t('escalation.contactMade', { day: longDay(passedOn) })
              : isPassedOn(one)
                ? undefined
                : byWhen(tellBy, tellByTime, day)
          }
          checked={isPassedOn(one)}
          disabled={!editable || (passedOn === null && isPassedOn(one))}
          onTick={(ticked) =>
            run(recordId, editEscalation, { id, next: { passedOn: ticked ? today() : null } })
          }
        />
      )}
    </Stack>
  )
}
