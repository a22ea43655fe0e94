/** When the mentee was told the limits of confidentiality: so that what they knew when they told something is known. */
import { Button, Group, Text } from '@mantine/core'
import { type Agreement, limitsTold, staleLimits } from '../../../shared/model/record/agreement'
import { t } from '../../../shared/words/words'
import { longDay, useToday } from '../../ui/when'
import { useSayLimits } from './limit-rehearsal'

const MOST_DAYS = 3

export const LimitsTold = ({
  agreement,
  recordId,
  editable,
}: {
  readonly agreement: Agreement
  readonly recordId: string
  readonly editable: boolean
}) => {
  const say = useSayLimits(recordId)
  const day = useToday()
  const told = limitsTold(agreement)
  const stale = staleLimits(agreement, day).length > 0
  return (
    <Group gap="xs" justify="space-between" wrap="nowrap">
      {told.length > 0 && (
        <Text size="sm" c={stale ? 'var(--care)' : 'dimmed'}>
          {t('limits.told', {
            days: told
              .slice(0, MOST_DAYS)
              .map((one) =>
                one.all ? longDay(one.day) : t('limits.some', { day: longDay(one.day) }),
              )
              .join('; '),
          })}
        </Text>
      )}
      {editable && !told.some((one) => one.all && one.day === day) && (
        <Button
          variant="subtle"
          size="compact-sm"
          flex="none"
          ml="auto"
          onClick={() => void say(agreement.id)}
        >
          {t('limits.saidToday')}
        </Button>
      )}
    </Group>
  )
}
