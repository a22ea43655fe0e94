/** Mentees whom only a laptop had that was removed: said, and taken off the list when the coach says so. */
import { Alert, Button, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import { destroyKey } from '../../../../shared/crdt/vault-record'
import { t } from '../../../../shared/words/words'
import { useApp } from '../../../context/app-state'
import { useModel, useOpenVault } from '../../../context/vault/session'
import { AskPassphrase } from '../../../forms/ask-passphrase'
import { awaitedInVain } from '../../../sync/awaited'

const NOTHING = createStore<undefined>(() => undefined)

export const LostMentees = () => {
  const { session, sync } = useOpenVault()
  const agreement = useStore(sync?.agreement ?? NOTHING)
  const folder = useStore(useApp((state) => state.folder?.status) ?? NOTHING)
  // What they come from (awaited.ts).
  useModel(({ records }) => records)
  useModel(({ laptops }) => laptops)
  const [isAsking, setAsking] = useState(false)
  const lost = awaitedInVain(session, agreement, folder)
  const count = lost.length
  if (count === 0) return null
  return (
    <Alert color="amber" role="status" mt="xs">
      <Stack gap="xs" align="flex-start">
        <Text size="sm">{t('lostMentees.some', { count })}</Text>
        <Text size="sm" c="dimmed">
          {t('lostMentees.whatToDo')}
        </Text>
        <Button variant="default" size="xs" onClick={() => setAsking(true)}>
          {t('lostMentees.stop')}
        </Button>
      </Stack>
      {isAsking && (
        <AskPassphrase
          title={t('lostMentees.title', { count })}
          why={t('lostMentees.means')}
          action={t('lostMentees.stop')}
          onProven={async () => {
            for (const record of lost) await session.runOnVault(destroyKey, record)
          }}
          onClose={() => setAsking(false)}
        />
      )}
    </Alert>
  )
}
