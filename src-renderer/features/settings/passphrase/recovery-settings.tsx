/**
 * The recovery sheet: printed again, replaced, and asked for twice a year. A new one retires the old at once, so it is
 * asked for from paper like the first. Not a form: what is typed there is kept nowhere.
 */
import { Button, Group, Modal, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import type { RecoverySheet } from '../../../../shared/bridge/host'
import { confirmRecoverySheet, standingSheet } from '../../../../shared/model/caseload/recovery'
import { t } from '../../../../shared/words/words'
import { writeSentence } from '../../../context/sentences'
import { useSheets } from '../../../context/vault/recovery-sheet'
import { useOpenVault, useRunOnVault, useVault } from '../../../context/vault/session'
import { vaultActions } from '../../../context/vault/when-needed'
import { AskPassphrase } from '../../../forms/ask-passphrase'
import { Section } from '../../../ui/section'
import { offerNote } from '../../../ui/undo'
import { longDay } from '../../../ui/when'
import { RecoveryOnPaper } from '../../first-run/recovery-step'
import { WhatOpens } from './what-opens'

const SheetDialog = ({
  sheet,
  onConfirmed,
  onClose,
}: {
  readonly sheet: RecoverySheet
  readonly onConfirmed: () => void
  readonly onClose: () => void
}) => {
  const [onPaper, setOnPaper] = useState(false)
  return (
    <Modal
      opened
      onClose={onClose}
      title={onPaper ? t('recovery.checkTitle') : t('recovery.title')}
      size="lg"
    >
      <Stack gap="md">
        <RecoveryOnPaper
          sheet={sheet}
          intro={t('recovery.keepOnPaper')}
          action={t('common.done')}
          onPaper={onPaper}
          setOnPaper={setOnPaper}
          onConfirmed={onConfirmed}
        />
      </Stack>
    </Modal>
  )
}

export const RecoverySettings = () => {
  const { session } = useOpenVault()
  const runOnVault = useRunOnVault()
  const { recovery } = useVault()
  const replaceSheet = useSheets(({ replace }) => replace)
  const [asking, setAsking] = useState<'show' | 'replace'>()
  const [sheet, setSheet] = useState<RecoverySheet>()

  const show = async (key: Uint8Array): Promise<void> => {
    const { bytesToGroups } = await vaultActions()
    const { vaultId, createdAt } = session.opened.header
    setSheet({ groups: bytesToGroups(key), vaultId, createdAt })
  }
  const again = async (): Promise<void> => {
    const standing = await session.runOnVault(standingSheet, undefined)
    if (standing === undefined) return
    await session.log.add('recovery-shown')
    await show(standing.key)
  }
  const replace = async (): Promise<void> => {
    const made = await replaceSheet?.()
    if (made === undefined) return
    if (!made.ok) return offerNote(writeSentence[made.error])
    await session.log.add('recovery-replaced')
    await show(made.value)
  }

  return (
    <Section title={t('recovery.title')}>
      <Group justify="space-between" align="flex-start" wrap="nowrap">
        <Text c="dimmed" size="sm" maw="60ch">
          {t('recovery.otherWayIn')}{' '}
          {recovery.seenAt !== '' &&
            `${t('recovery.lastConfirmed', { day: longDay(recovery.seenAt.slice(0, 10)) })} `}
          {t('recovery.replaceHint')}
        </Text>
        <Group gap="xs" wrap="nowrap">
          {recovery.known && (
            <Button variant="default" onClick={() => setAsking('show')}>
              {t('recovery.printAgain')}
            </Button>
          )}
          <Button variant="default" onClick={() => setAsking('replace')}>
            {t('recovery.replaceConfirm')}
          </Button>
        </Group>
      </Group>
      <WhatOpens />
      {asking !== undefined && (
        <AskPassphrase
          title={asking === 'show' ? t('recovery.printAgainTitle') : t('recovery.replaceTitle')}
          why={asking === 'show' ? t('recovery.whyPassphrase') : t('recovery.replaceWarning')}
          action={asking === 'show' ? t('recovery.show') : t('recovery.makeNew')}
          onProven={asking === 'show' ? again : replace}
          onClose={() => setAsking(undefined)}
        />
      )}
      {sheet !== undefined && (
        <SheetDialog
          sheet={sheet}
          onConfirmed={() => {
            void runOnVault(confirmRecoverySheet, new Date().toISOString())
            setSheet(undefined)
          }}
          onClose={() => setSheet(undefined)}
        />
      )}
    </Section>
  )
}
