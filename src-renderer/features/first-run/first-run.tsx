/**
 * The first two minutes: a passphrase, a recovery sheet, and in. No network, no account. The other ways into a first
 * vault stand beside it: joining one that another laptop has, and restoring a backup.
 */
import { Button, Stack, Text } from '@mantine/core'
import { useEffect, useState } from 'react'
import type { RecoverySheet } from '../../../shared/bridge/host'
import { t } from '../../../shared/words/words'
import { host, useApp } from '../../context/app-state'
import { changeDeviceSettings } from '../../context/device-settings'
import { writeSentence } from '../../context/sentences'
import { useSubmit } from '../../context/submit'
import { vaultActions } from '../../context/vault/when-needed'
import type { NewVault } from '../../store/door/vault-door'
import { CalmPage } from '../../ui/calm-page'
import { Problem } from '../../ui/problem'
import { JoinVault, type JoinWith } from './join-vault'
import { PassphraseForm } from './passphrase-form'
import { RecoveryStep } from './recovery-step'
import { RestoreVault } from './restore-vault'

type Step =
  | { readonly name: 'welcome' }
  | { readonly name: 'passphrase' }
  | { readonly name: 'recovery'; readonly vault: NewVault; readonly sheet: RecoverySheet }
  | { readonly name: 'join' }
  | { readonly name: 'restore' }

const FirstRun = ({ joinWith }: { readonly joinWith: JoinWith | undefined }) => {
  const [step, setStep] = useState<Step>(
    joinWith === undefined ? { name: 'welcome' } : { name: 'join' },
  )
  const { busy, problem, submit } = useSubmit(t('form.notDone'))
  const [sample, setSample] = useState(false)
  const version = useApp((state) => state.environment?.version)
  // Everything is new here: there is no news to tell.
  useEffect(() => {
    if (version !== undefined) void changeDeviceSettings({ seenVersion: version })
  }, [version])
  const back = (): void => setStep({ name: 'welcome' })

  const makeKeys = (passphrase: string): Promise<boolean> =>
    submit(async () => {
      const { bytesToGroups, makeVault } = await vaultActions()
      const vault = await makeVault(passphrase)
      const { vaultId, createdAt } = vault.header
      setStep({
        name: 'recovery',
        vault,
        sheet: { groups: [...bytesToGroups(vault.recoveryKey)], vaultId, createdAt },
      })
    })

  const open = (vault: NewVault): Promise<boolean> =>
    submit(async (refuse) => {
      const { approach, enter, keepVault } = await vaultActions()
      const found = await approach()
      if (found === undefined) return
      const kept = await keepVault(host, found.store, vault)
      if (!kept.ok) return refuse(writeSentence[kept.error])
      await changeDeviceSettings({ tourDone: false })
      await enter(vault, { withSample: sample, recoveryKey: vault.recoveryKey })
    })

  switch (step.name) {
    case 'welcome':
      return (
        <CalmPage title={t('firstRun.welcome')}>
          <Text>{t('firstRun.intro')}</Text>
          <Stack gap="xs" mt="xs">
            <Button
              size="md"
              onClick={() => {
                setSample(false)
                setStep({ name: 'passphrase' })
              }}
            >
              {t('firstRun.create')}
            </Button>
            <Button
              size="md"
              variant="default"
              onClick={() => {
                setSample(true)
                setStep({ name: 'passphrase' })
              }}
            >
              {t('firstRun.exploreSample')}
            </Button>
            <Button size="md" variant="subtle" onClick={() => setStep({ name: 'join' })}>
              {t('firstRun.join')}
            </Button>
            <Button size="md" variant="subtle" onClick={() => setStep({ name: 'restore' })}>
              {t('firstRun.restore')}
            </Button>
          </Stack>
        </CalmPage>
      )
    case 'passphrase':
      return (
        <CalmPage title={t('firstRun.chooseAPassphrase')}>
          <Text>
            {t('firstRun.passphraseHint')} {sample && t('firstRun.sampleHint')}
          </Text>
          <PassphraseForm
            action={t('firstRun.createConfirm')}
            busy={busy}
            onChosen={(passphrase) => void makeKeys(passphrase)}
            onBack={back}
          />
          <Problem text={problem} />
        </CalmPage>
      )
    case 'recovery':
      return (
        <RecoveryStep
          sheet={step.sheet}
          busy={busy}
          problem={problem}
          onConfirmed={() => void open(step.vault)}
        />
      )
    case 'restore':
      return <RestoreVault mode="install" onBack={back} />
    case 'join':
      return <JoinVault joinWith={joinWith} onBack={back} />
  }
}

export default FirstRun
