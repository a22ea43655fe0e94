/**
 * The limits of confidentiality, before a first or an urgent session: in the words of this agreement, with the sentence of
 * the policy card, to be said aloud, and one key to write down that they were. Half a minute, and gone. Without an agreement
 * there is nothing to write it down in, so it is closed.
 */
import { Alert, Button, Group, Kbd, List, Stack, Text } from '@mantine/core'
import { useCallback, useState } from 'react'
import type { RecordProjection } from '../../../shared/model/projection'
import { sayLimits } from '../../../shared/model/record/agreement'
import type { Session } from '../../../shared/model/record/session'
import { limitsToSay } from '../../../shared/views/limits-to-say'
import { t } from '../../../shared/words/words'
import { go } from '../../context/app-state'
import { useCommand } from '../../context/commands/commands'
import { commandOf } from '../../context/commands/list/all'
import { keycapsOf } from '../../context/commands/shortcuts'
import { useRun, useVault } from '../../context/vault/session'
import { LabelledTexts } from '../../ui/labelled-text'
import { LineButton } from '../../ui/line-button'
import type { Notice } from '../../ui/notices'
import { offerUndo } from '../../ui/undo'
import { useToday } from '../../ui/when'
import { HelpButton } from '../help/help-button'

/** Writes down that all limits of an agreement were said today; it can be taken back. */
export const useSayLimits = (record: string) => {
  const run = useRun()
  const day = useToday()
  return useCallback(
    async (agreement: string): Promise<void> => {
      await run(record, sayLimits, { id: agreement, day, said: true })
      offerUndo(
        t('limits.logged'),
        () => void run(record, sayLimits, { id: agreement, day, said: false }),
      )
    },
    [run, record, day],
  )
}

export const useLimitRehearsal = (
  record: RecordProjection,
  session: Session,
): Notice | undefined => {
  const say = useSayLimits(record.id)
  const { settings } = useVault()
  const [closedFor, setClosedFor] = useState<string>()
  const toSay = limitsToSay(record, session, useToday())
  const agreement = toSay?.agreement
  const said = agreement === undefined ? undefined : () => void say(agreement)
  useCommand('limits-said', said)
  if (toSay === undefined || (said === undefined && closedFor === session.id)) return undefined
  const shown = (
    <Alert
      key="limits"
      color="teal"
      title={t('limits.sayFirst')}
      withCloseButton={said === undefined}
      closeButtonLabel={t('common.dismiss')}
      onClose={() => setClosedFor(session.id)}
    >
      <Stack gap="xs">
        <List size="sm" spacing={2}>
          {toSay.limits.map(({ id, title, words }) => (
            <List.Item key={id}>
              <b>{title}.</b> {words}
            </List.Item>
          ))}
        </List>
        <LabelledTexts rows={[[t('policy.sentence'), settings.policySentence]]} />
        {said === undefined ? (
          <Group gap="xs">
            <Text size="sm" c="dimmed">
              {t('limits.noAgreement')}
            </Text>
            <LineButton onClick={() => go({ screen: 'mentee', id: record.id, tab: 'record' })}>
              {t('limits.toAgreement')}
            </LineButton>
            <HelpButton topic="limits" />
          </Group>
        ) : (
          <Group gap={4}>
            <Button
              size="compact-sm"
              variant="default"
              rightSection={<Kbd size="xs">{keycapsOf(commandOf('limits-said'))}</Kbd>}
              onClick={said}
            >
              {t('limits.saidToday')}
            </Button>
            <HelpButton topic="limits" />
          </Group>
        )}
      </Stack>
    </Alert>
  )
  return { title: t('limits.sayFirst'), shown }
}
