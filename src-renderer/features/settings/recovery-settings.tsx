/** The recovery sheet: printed again, replaced, and asked for twice a year. */
import { Button, Group, Modal, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import type { RecoverySheet } from '../../../shared/host'
import { confirmRecoverySheet, keepRecoveryKey, readRecoveryKey } from '../../../shared/model/recovery'
import { newKey } from '../../../shared/vault/keys'
import { t } from '../../../shared/words'
import { host } from '../../app/app-state'
import { writeSentence } from '../../app/sentences'
import { useOpenVault, useRunOnVault, useVault } from '../../app/session'
import { vaultActions } from '../../app/when-needed'
import { Section } from '../../ui/section'
import { offerNote } from '../../ui/undo'
import { longDay } from '../../ui/when'
import { RecoveryGroups } from '../first-run/recovery-step'
import { AskPassphrase } from './ask-passphrase'

export const RecoverySettings = () => {
  const { session } = useOpenVault()
  const runOnVault = useRunOnVault()
  const { recovery } = useVault()
  const [asking, setAsking] = useState<'show' | 'replace'>()
  const [sheet, setSheet] = useState<RecoverySheet>()

  const show = async (key: Uint8Array): Promise<void> => {
    const { bytesToGroups } = await vaultActions()
    const { vaultId, createdAt } = session.opened.header
    setSheet({ groups: bytesToGroups(key), vaultId, createdAt })
  }
  const again = async (): Promise<void> => {
    const key = await session.runOnVault(readRecoveryKey, undefined)
    if (key === undefined) return
    await session.log.add('recovery-shown')
    await show(key)
  }
  const replace = async (): Promise<void> => {
    const { approach, changeRecoveryKey } = await vaultActions()
    const found = await approach()
    if (found === undefined) return
    const key = newKey()
    // Into the vault first: a header whose key nobody has would be a sheet that opens nothing.
    await runOnVault(keepRecoveryKey, key)
    const changed = await changeRecoveryKey(host, found.store, session.opened, key)
    if (!changed.ok) return offerNote(writeSentence[changed.error])
    session.rewrap(changed.value)
    await session.log.add('recovery-replaced')
    await show(key)
  }

  return (
    <Section title={t('recoverySettings.recoverySheet')}>
      <Group justify="space-between" align="flex-start" wrap="nowrap">
        <Text c="dimmed" size="sm" maw="60ch">
          {t('recoverySettings.theOtherWayIntoTheVault')}{' '}
          {recovery.seenAt !== '' &&
            t('recoverySettings.youLastSaidThatYouHave', { longDay: longDay(recovery.seenAt.slice(0, 10)) })}
          {t('recoverySettings.aNewSheetMakesTheOld')}
        </Text>
        <Group gap="xs" wrap="nowrap">
          {recovery.known && (
            <Button variant="default" onClick={() => setAsking('show')}>
              {t('recoverySettings.printItAgain')}
            </Button>
          )}
          <Button variant="default" onClick={() => setAsking('replace')}>
            {t('recoverySettings.replaceIt')}
          </Button>
        </Group>
      </Group>
      {asking !== undefined && (
        <AskPassphrase
          title={
            asking === 'show'
              ? t('recoverySettings.printTheRecoverySheetAgain')
              : t('recoverySettings.replaceTheRecoverySheet')
          }
          why={
            asking === 'show'
              ? t('recoverySettings.whoeverHasTheSheetAndThis')
              : t('recoverySettings.aNewKeyIsMadeAnd')
          }
          action={
            asking === 'show' ? t('recoverySettings.showTheSheet') : t('recoverySettings.makeANewSheet')
          }
          onProven={asking === 'show' ? again : replace}
          onClose={() => setAsking(undefined)}
        />
      )}
      {sheet !== undefined && (
        <Modal
          opened
          onClose={() => setSheet(undefined)}
          title={t('recoverySettings.recoverySheet')}
          size="lg"
        >
          <Stack gap="md">
            <Text size="sm">{t('recoverySettings.printItOrWriteItDown')}</Text>
            <RecoveryGroups sheet={sheet} />
            <Group justify="flex-end">
              <Button
                onClick={() => {
                  void runOnVault(confirmRecoverySheet, new Date().toISOString())
                  setSheet(undefined)
                }}
              >
                {t('recoverySettings.iHaveIt')}
              </Button>
            </Group>
          </Stack>
        </Modal>
      )}
    </Section>
  )
}
