/** What a mentee's page says of an ending: a hold, an erasure that waits, where the record came from. */
import { Alert, Button, Group, Text } from '@mantine/core'
import { erasures, waitingErasure } from '../../../shared/model/ending'
import { kept, type RecordProjection } from '../../../shared/model/projection'
import { useRunOnVault, useVault } from '../../app/session'
import { longDay, relativeDay } from '../../ui/when'

export const EndingNotices = ({ record }: { readonly record: RecordProjection }) => {
  const runOnVault = useRunOnVault()
  const vault = useVault()
  const waiting = waitingErasure(vault.erasures, record.id)
  const lent = kept(vault.substitutions).find((one) => one.record === record.id)
  const { hold } = record.mentee
  return (
    <>
      {hold !== '' && (
        <Alert color="amber" title="On hold">
          Nothing of this record can be erased: {hold}
        </Alert>
      )}
      {lent !== undefined && (
        <Alert color="teal" title="You are the substitute">
          Lent by {lent.from} until {longDay(lent.until)}. After that day the record is erased here.
        </Alert>
      )}
      {waiting !== undefined && (
        <Alert color="red" title="This record is to be erased">
          <Group justify="space-between">
            <Text size="sm">
              {hold === ''
                ? `On ${longDay(waiting.dueOn)}, ${relativeDay(waiting.dueOn)}. Until then it can be taken back.`
                : 'It waits until the hold is lifted.'}
            </Text>
            <Button
              size="compact-sm"
              variant="default"
              onClick={() => void runOnVault(erasures.remove, { id: waiting.id, deleted: true })}
            >
              Take it back
            </Button>
          </Group>
        </Alert>
      )}
    </>
  )
}
