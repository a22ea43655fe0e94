/** On the page of somebody who was not met yet: since when they are paired, and the first steps. */
import { Alert, Button, Group, Text } from '@mantine/core'
import { useState } from 'react'
import { lastContact, type RecordProjection } from '../../../shared/model/projection'
import { statusOn } from '../../../shared/model/record/enrolment'
import { pairingOf, toMeet } from '../../../shared/model/record/pairing'
import { t } from '../../../shared/words/words'
import { useVault } from '../../context/vault/session'
import { longDay, relativeDay, shortDay, useToday } from '../../ui/when'
import { FirstMessage, Introduction } from './introduction'

export const NotMet = ({
  record,
  able,
}: {
  readonly record: RecordProjection
  readonly able: boolean
}) => {
  const day = useToday()
  const { groupSessions } = useVault()
  const [open, setOpen] = useState<'message' | 'introduction'>()
  const first =
    statusOn(record, day) === 'active'
      ? toMeet(record, lastContact(record, groupSessions), day)
      : null
  // Of a record that says nothing of a pairing there is nothing to tell: the list says that they were not met.
  if (first?.since == null) return null
  const sentOn = pairingOf(record.pairings)?.messageOn ?? null
  const close = (): void => setOpen(undefined)
  return (
    <Alert
      color={first.by !== null && first.by < day ? 'amber' : 'teal'}
      title={t('paired.notMet', { when: relativeDay(first.since, day) })}
    >
      <Group justify="space-between" align="flex-end">
        <Text size="sm">
          {[
            first.by !== null && t('paired.meetByDay', { day: longDay(first.by) }),
            sentOn !== null && t('paired.messageSentOn', { day: shortDay(sentOn) }),
          ]
            .filter(Boolean)
            .join(' ')}
        </Text>
        {able && (
          <Group gap="xs">
            <Button size="compact-sm" variant="default" onClick={() => setOpen('message')}>
              {t('paired.firstMessage')}
            </Button>
            <Button size="compact-sm" variant="default" onClick={() => setOpen('introduction')}>
              {t('paired.introduction')}
            </Button>
          </Group>
        )}
      </Group>
      {open === 'message' && <FirstMessage record={record} onClose={close} />}
      {open === 'introduction' && <Introduction record={record} onClose={close} />}
    </Alert>
  )
}
