/**
 * The recovery sheet: printed again, replaced, and asked for twice a year.
 * Not a form: the sheet is shown, and the coach says that they have it.
 */
import { Button, Group, Modal, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import type { RecoverySheet } from '../../../shared/bridge/host'
import { confirmRecoverySheet, standingSheet } from '../../../shared/model/caseload/recovery'
import { t } from '../../../shared/words/words'
import { writeSentence } from '../../context/sentences'
import { useSheets } from '../../context/vault/recovery-sheet'
import { useOpenVault, useRunOnVault, useVault } from '../../context/vault/session'
import { vaultActions } from '../../context/vault/when-needed'
import { AskPassphrase } from '../../forms/ask-passphrase'
import { Section } from '../../ui/section'
import { offerNote } from '../../ui/undo'
import { longDay } from '../../ui/when'
import { chooseGroups, RecoveryCheck } from '../first-run/recovery-check'
import { RecoveryGroups } from '../first-run/recovery-step'
import { useNewSheet } from '../today/new-sheet'
import { WhatOpens } from './what-opens'

/** One that came with a removal is checked from the paper: the old one opens nothing any more. */
const SheetDialog = ({
  sheet,
  isNew,
  onConfirmed,
  onClose,
}: {
  readonly sheet: RecoverySheet
  readonly isNew: boolean
  readonly onConfirmed: () => void
  readonly onClose: () => void
}) => {
  const [asked] = useState(() => chooseGroups(sheet.groups.length))
  const [checking, setChecking] = useState(false)
  return (
    <Modal opened onClose={onClose} title={t('recovery.title')} size="lg">
      {checking ? (
        <RecoveryCheck
          groups={sheet.groups}
          asked={asked}
          busy={false}
          problem=""
          action={t('recovery.haveIt')}
          onConfirmed={onConfirmed}
          onShow={() => setChecking(false)}
        />
      ) : (
        <Stack gap="md">
          <Text size="sm">{t('recovery.keepOnPaper')}</Text>
          <RecoveryGroups sheet={sheet} />
          <Group justify="flex-end">
            <Button onClick={isNew ? () => setChecking(true) : onConfirmed}>
              {isNew ? t('recovery.isOnPaper') : t('recovery.haveIt')}
            </Button>
          </Group>
        </Stack>
      )}
    </Modal>
  )
}

export const RecoverySettings = () => {
  const isNew = useNewSheet()
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
          isNew={isNew}
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
