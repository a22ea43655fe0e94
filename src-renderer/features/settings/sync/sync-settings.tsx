/** Settings → Sync: the relay's address, how it stands, and adding a laptop. */
import { Alert, Button, Card, Group, Stack, Text, TextInput, Title } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import * as v from 'valibot'
import { useStore } from 'zustand'
import { relayAddress, settableRelay } from '../../../../shared/bridge/checks'
import { typedRelay } from '../../../../shared/relay/connection-code'
import { relayParts } from '../../../../shared/relay/relay-address'
import { spoken, t } from '../../../../shared/words/words'
import { useApp } from '../../../context/app-state'
import { syncProblem } from '../../../context/sentences'
import { useSubmit } from '../../../context/submit'
import { useTypedValue } from '../../../context/typing/kept-typing'
import { useModel, useOpenVault } from '../../../context/vault/session'
import { setRelay } from '../../../context/vault/when-needed'
import { AskPassphrase } from '../../../forms/ask-passphrase'
import type { SyncProblem } from '../../../sync/status'
import type { Sync } from '../../../sync/sync'
import { Problem } from '../../../ui/problem'
import { lately, useToday } from '../../../ui/when'
import { useManaged } from '../managed-settings'
import { AddLaptop } from './add-laptop'
import { FolderSettings } from './folder-settings'
import { LaptopsHave } from './laptops-have'
import { LateChanges } from './late-changes'
import { LostMentees } from './lost-mentees'
import { isLaptop, OtherLaptopAway } from './other-laptop-away'
import { ShareOnNetwork } from './share-on-network'

const stateSentence = spoken({
  offline: 'sync.notConnected',
  syncing: 'sync.bringingTogether',
  refused: 'sync.notAllSynced',
  awaiting: 'sync.notAllSynced',
  synced: 'sync.allSynced',
  sent: 'sync.allSent',
})

/** What can be wrong with another laptop, or on the way to it; all else is of a relay. */
const AWAY: readonly SyncProblem[] = ['unreachable', 'nothing-there', 'no-network']

const Trouble = ({ sync, relay }: { readonly sync: Sync; readonly relay: string }) => {
  const { problem, refused } = useStore(sync.status)
  const isOwn = useApp((state) => state.environment?.sharing === true)
  if (problem === null) return null
  if (AWAY.includes(problem)) {
    // How this laptop's own relay stands is said where it is switched on.
    if (isOwn) return null
    if (isLaptop(relay)) return <OtherLaptopAway relay={relay} />
  }
  return (
    <Alert color="amber" role="alert" mt="xs">
      {syncProblem(problem, refused)}
    </Alert>
  )
}

const Standing = ({ sync, relay }: { readonly sync: Sync; readonly relay: string }) => {
  const status = useStore(sync.status)
  const waiting = useModel((model) => model.waiting)
  const today = useToday()
  return (
    <Stack gap={4}>
      <Text fw={600}>
        {stateSentence[status.state === 'synced' && !status.confirms ? 'sent' : status.state]}
      </Text>
      <Text c="dimmed" size="sm">
        {waiting === 0 && status.state !== 'refused'
          ? t('sync.nothingWaiting')
          : waiting > 0 && t('sync.changesToBeSent', { count: waiting })}
        {status.lastSynced !== null &&
          status.state !== 'refused' &&
          ` · ${t('sync.lastSynced', { time: lately(new Date(status.lastSynced).toISOString(), today) })}`}
      </Text>
      {!status.confirms && (
        <Text c="dimmed" size="sm">
          {t('sync.onlySent')}
        </Text>
      )}
      <LaptopsHave sync={sync} />
      <LateChanges sync={sync} />
      <Trouble sync={sync} relay={relay} />
    </Stack>
  )
}

export const SyncSettings = () => {
  const { sync } = useOpenVault()
  const relay = useApp((state) => state.environment?.relay ?? null)
  const isOwn = useApp((state) => state.environment?.sharing === true)
  const { relay: fixed, syncOff } = useManaged()
  const [typed, setAddress] = useTypedValue('relay-address', relay ?? '')
  const { busy, problem, say, submit } = useSubmit(t('form.notDone'))

  /** The address that the passphrase is asked for: whoever chooses the relay chooses whom this laptop talks to. */
  const [asking, setAsking] = useState<string>()

  const set = (next: string | null): Promise<boolean> => submit(() => setRelay(next))

  const connect = (event: FormEvent): void => {
    event.preventDefault()
    const next = fixed ?? typedRelay(typed)
    if (!v.is(relayAddress, next)) return say(t('sync.addressLooks'))
    if (fixed === null && !v.is(settableRelay, next)) return say(t('sync.addressNeedsWss'))
    setAsking(next)
  }

  return (
    <Card component="section" aria-labelledby="sync-heading">
      <Stack gap="md">
        <Title order={2} id="sync-heading">
          {t('sync.title')}
        </Title>
        <Text c="dimmed" size="sm">
          {t('sync.intro')}
        </Text>
        {syncOff ? (
          <Text fw={600}>{t('school.syncIsOff')}</Text>
        ) : relay === null ? (
          <form onSubmit={connect}>
            <Group align="flex-end">
              <TextInput
                label={t('pairing.relayAddress')}
                placeholder={t('pairing.relayExample')}
                value={fixed === null ? typed : relayParts(fixed).address}
                onChange={(event) => setAddress(event.currentTarget.value)}
                error={problem}
                readOnly={fixed !== null}
                description={fixed === null ? undefined : t('school.title')}
                flex={1}
              />
              <Button type="submit" loading={busy}>
                {t('sync.connect')}
              </Button>
            </Group>
          </form>
        ) : (
          <Stack gap="md">
            <Group justify="space-between" align="flex-start">
              <Stack gap={4}>
                {!isOwn && (
                  <Text ff="monospace" size="sm">
                    {relayParts(relay).address}
                  </Text>
                )}
                {sync !== undefined && <Standing sync={sync} relay={relay} />}
              </Stack>
              {!isOwn && (
                <Button variant="default" loading={busy} onClick={() => void set(null)}>
                  {t('sync.disconnect')}
                </Button>
              )}
            </Group>
            <Problem text={problem} />
            <AddLaptop relay={relay} />
          </Stack>
        )}
        {!syncOff && <LostMentees />}
        {!syncOff && <ShareOnNetwork />}
        {!syncOff && <FolderSettings />}
        {asking !== undefined && (
          <AskPassphrase
            title={t('sync.connectTo', { relay: new URL(asking).host })}
            why={t('sync.whyPassphrase')}
            action={t('sync.connect')}
            onProven={() => set(asking)}
            onClose={() => setAsking(undefined)}
          />
        )}
      </Stack>
    </Card>
  )
}
