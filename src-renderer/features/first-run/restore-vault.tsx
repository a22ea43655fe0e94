/**
 * Opening a vault out of a backup: on a new machine, where the backup becomes the vault; or here, where only the
 * header is damaged and a backup's header opens the sealed notes that are still in their place.
 */
import { Button, Group, Radio, Stack, Text, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import type { BackupSummary } from '../../../shared/bridge/host'
import { t } from '../../../shared/words/words'
import { host, useApp } from '../../context/app-state'
import {
  backupSentence,
  headerSentence,
  restoreSentence,
  unlockSentence,
  writeSentence,
} from '../../context/sentences'
import { useSubmit } from '../../context/submit'
import { attempt, useWait } from '../../context/vault/attempts'
import { vaultActions } from '../../context/vault/when-needed'
import { CalmPage } from '../../ui/calm-page'
import { Waiting } from '../../ui/waiting'
import { inWords } from '../../ui/when'

export const RestoreVault = ({
  mode,
  onBack,
}: {
  readonly mode: 'install' | 'repair'
  readonly onBack?: () => void
}) => {
  const [found, setFound] = useState<readonly BackupSummary[]>()
  const [chosen, setChosen] = useState<string>()
  const [typed, setTyped] = useState('')
  const { busy, problem, say, submit } = useSubmit(t('form.notDone'))
  const seconds = useWait()

  const choose = async (): Promise<void> => {
    const backups = await host.backups.choose()
    if (backups === null) return
    setFound(backups)
    setChosen(backups[0]?.id)
    say(backups.length === 0 ? t('restore.noneInFolder') : '')
  }

  const restore = async (id: string): Promise<string | undefined> => {
    const { database, enter, keepVault, prove, textToHeader, hasVaultOf } = await vaultActions()
    const contents = await host.backups.open(id)
    const header = contents?.header == null ? undefined : textToHeader(contents.header)
    if (header === undefined) return restoreSentence.unreadable
    if (!header.ok) return headerSentence[header.error]
    const opened = await attempt(() => prove(header.value, typed))
    if (!opened.ok) return unlockSentence[opened.error]
    const { recoveryKey } = opened.value
    if (mode === 'install') {
      const installed = await host.backups.install(id)
      if (!installed.ok) return backupSentence[installed.error]
      // The sealed folder is another one now.
      useApp.setState({ environment: await host.app.environment() })
    } else {
      if (!(await hasVaultOf(opened.value))) return restoreSentence['other-vault']
      const store = await database()
      if (store === undefined) return undefined
      const kept = await keepVault(host, store, opened.value)
      if (!kept.ok) return writeSentence[kept.error]
    }
    await enter(opened.value, { how: 'restored', recoveryKey })
    return undefined
  }

  const go = (event: FormEvent): void => {
    event.preventDefault()
    if (chosen === undefined || typed === '') return
    void submit(async (refuse) => {
      const said = await restore(chosen)
      if (said !== undefined) refuse(said)
    })
  }

  return (
    <CalmPage
      title={mode === 'install' ? t('restore.title') : t('trouble.headerDamaged')}
      width={520}
    >
      <Text>{mode === 'install' ? t('restore.intro') : t('restore.headerDamagedWhy')}</Text>
      <Group>
        <Button variant={found === undefined ? 'filled' : 'default'} onClick={() => void choose()}>
          {found === undefined ? t('restore.choose') : t('common.chooseOtherFolder')}
        </Button>
        {onBack !== undefined && (
          <Button variant="subtle" color="gray" c="dimmed" onClick={onBack}>
            {t('common.back')}
          </Button>
        )}
      </Group>
      {found !== undefined && found.length > 0 && (
        <form onSubmit={go}>
          <Stack gap="md">
            <Radio.Group
              label={t('restore.whichOne')}
              value={chosen ?? ''}
              onChange={setChosen}
              mah={220}
              style={{ overflowY: 'auto' }}
            >
              <Stack gap={6} mt={6}>
                {found.map((one) => (
                  <Radio
                    key={one.id}
                    value={one.id}
                    label={inWords(one.createdAt, 'full moment')}
                    description={
                      one.complete
                        ? t('count.sealedFile', { count: one.records })
                        : t('restore.filesWithoutList', {
                            files: t('count.sealedFile', { count: one.records }),
                          })
                    }
                  />
                ))}
              </Stack>
            </Radio.Group>
            <TextInput
              label={t('restore.passphraseOrRecoveryKey')}
              type="password"
              autoComplete="off"
              value={typed}
              onChange={(event) => setTyped(event.currentTarget.value)}
              error={problem !== ''}
            />
            <Waiting seconds={seconds} />
            <Group justify="flex-end">
              <Button type="submit" loading={busy} disabled={typed === '' || seconds > 0}>
                {mode === 'install' ? t('common.restore') : t('restore.repairAndOpen')}
              </Button>
            </Group>
          </Stack>
        </form>
      )}
      {problem !== '' && (
        <Text role="alert" size="sm" c="var(--mantine-color-error)">
          {problem}
        </Text>
      )}
    </CalmPage>
  )
}

export const RepairHeader = () => <RestoreVault mode="repair" />
