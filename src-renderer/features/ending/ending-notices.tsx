/** What a mentee's page says of an ending: a hold, an erasure that waits, where the record came from. */
import { Alert, Button, Group, Text } from '@mantine/core'
import { erasures, waitingErasure } from '../../../shared/model/caseload/ending'
import { kept, type RecordProjection } from '../../../shared/model/projection'
import { hasLeft } from '../../../shared/model/record/closing'
import { statusOn } from '../../../shared/model/record/enrolment'
import { t } from '../../../shared/words/words'
import { useRunOnVault, useVault } from '../../context/vault/session'
import { longDay, relativeDay, useToday } from '../../ui/when'

export const EndingNotices = ({
  record,
  onLeft,
}: {
  readonly record: RecordProjection
  /** Ends coaching of somebody who left the school; undefined while nothing can be changed. */
  readonly onLeft: (() => void) | undefined
}) => {
  const runOnVault = useRunOnVault()
  const vault = useVault()
  const waiting = waitingErasure(vault.erasures, record.id)
  // Each laptop may have asked; taken back, none of them stands.
  const takeBack = (): void => {
    for (const one of kept(vault.erasures))
      if (one.record === record.id && !one.done)
        void runOnVault(erasures.remove, { id: one.id, deleted: true })
  }
  const lent = kept(vault.substitutions).find((one) => one.record === record.id)
  const { hold } = record.mentee
  const day = useToday()
  return (
    <>
      {hasLeft(record.mentee, statusOn(record, day)) && (
        <Alert color="amber" title={t('ending.hasLeft')}>
          <Group justify="space-between">
            <Text size="sm" flex={1} miw={200}>
              {t('ending.hasLeftHint')}
            </Text>
            {onLeft !== undefined && (
              <Button size="compact-sm" variant="default" onClick={onLeft}>
                {t('ending.closeOut')}
              </Button>
            )}
          </Group>
        </Alert>
      )}
      {hold !== '' && (
        <Alert color="amber" title={t('ending.onHold')}>
          {t('ending.onHoldBecause', { reason: hold })}
        </Alert>
      )}
      {lent !== undefined && (
        <Alert color="teal" title={t('ending.youAreSubstitute')}>
          {t('ending.lentNotice', { coach: lent.from, day: longDay(lent.until) })}
        </Alert>
      )}
      {waiting !== undefined && (
        <Alert color="red" title={t('ending.toBeErased')}>
          <Group justify="space-between">
            <Text size="sm">
              {hold === ''
                ? t('ending.erasableFrom', {
                    day: longDay(waiting.dueOn),
                    relativeDay: relativeDay(waiting.dueOn, day),
                  })
                : t('ending.waitsForHold')}
            </Text>
            <Button size="compact-sm" variant="default" onClick={takeBack}>
              {t('ending.takeItBack')}
            </Button>
          </Group>
        </Alert>
      )}
    </>
  )
}
