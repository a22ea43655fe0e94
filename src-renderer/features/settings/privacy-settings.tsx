/**
 * Settings → Privacy: what is stored where, what leaves this laptop, and who could have seen it.
 * Not a form: its dialogs are tables to read.
 */
import { Button, Group, List, Modal, ScrollArea, Stack, Table, Text } from '@mantine/core'
import { useEffect, useState } from 'react'
import { kept } from '../../../shared/crdt/kind'
import { displayName } from '../../../shared/model/record/mentee'
import { t } from '../../../shared/words/words'
import { useApp } from '../../context/app-state'
import { useModel, useOpenVault } from '../../context/vault/session'
import type { Gap } from '../../store/disk/access-chain'
import type { AccessEntry, AccessKind } from '../../store/disk/access-log'
import { Section } from '../../ui/section'
import { inWords, shortDay } from '../../ui/when'
import { MissingEntries } from './missing-entries'

const WORDS: Readonly<Record<AccessKind, string>> = {
  unlocked: t('privacySettings.unlockedWithThePassphrase'),
  'unlocked-recovery': t('privacySettings.unlockedWithTheRecoveryKey'),
  'unlocked-keychain': t('privacySettings.unlockedWithTheKeychain'),
  'wrong-passphrase': t('privacySettings.wrongPassphrase'),
  'letter-box-changed': t('privacySettings.theKeyForCapturesHadBeen'),
  'passphrase-changed': t('privacySettings.passphraseChanged'),
  'recovery-shown': t('privacySettings.recoverySheetShown'),
  'recovery-replaced': t('privacySettings.recoverySheetReplaced'),
  'keychain-on': t('privacySettings.keychainTurnedOn'),
  'keychain-off': t('privacySettings.keychainTurnedOff'),
  'laptop-granted': t('privacySettings.laptopGranted'),
  'laptop-refused': t('privacySettings.laptopRefused'),
  'laptop-added': t('privacySettings.laptopAdded'),
  'laptop-gone': t('privacySettings.laptopRemoved'),
  backup: t('privacySettings.backupWritten'),
  restored: t('privacySettings.restoredFromABackup'),
  exported: t('privacySettings.exported'),
  'handed-over': t('privacySettings.handedOver'),
  'handed-over-in': t('privacySettings.handOverTakenIn'),
  erased: t('privacySettings.erased'),
  'database-remade': t('privacySettings.databaseRemade'),
  'rolled-back': t('privacySettings.rolledBack'),
  'own-id-taken': t('privacySettings.ownIdTaken'),
  'taken-up': t('privacySettings.takenUp'),
}

/** A laptop's entry begins with its id, which says nothing to a coach. */
const detailOf = ({ kind, detail }: AccessEntry): string =>
  kind === 'laptop-added' || kind === 'laptop-gone' ? detail.split(' ').slice(1).join(' ') : detail

export const AccessLogTable = ({ onClose }: { readonly onClose: () => void }) => {
  const { session } = useOpenVault()
  const [entries, setEntries] = useState<readonly AccessEntry[]>()
  const [gaps, setGaps] = useState<readonly Gap[]>([])
  useEffect(() => {
    void session.log.read().then(setEntries)
    void session.log.gaps().then(setGaps)
  }, [session])
  return (
    <Modal opened onClose={onClose} title={t('privacySettings.recordOfAccess')} size="lg">
      <Stack gap="sm">
        <Text size="sm" c="dimmed">
          {t('privacySettings.ofThisLaptopKeptSealedOn')}
        </Text>
        <MissingEntries gaps={gaps} />
        <ScrollArea.Autosize mah={420}>
          <Table aria-label={t('privacySettings.recordOfAccess')}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('privacySettings.when')}</Table.Th>
                <Table.Th>{t('privacySettings.what')}</Table.Th>
                <Table.Th>{t('privacySettings.more')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {(entries ?? []).slice(0, 500).map((entry) => (
                <Table.Tr key={`${entry.at} ${entry.kind} ${entry.detail}`}>
                  <Table.Td className="tabular">{inWords(entry.at, 'moment')}</Table.Td>
                  <Table.Td {...(entry.kind === 'wrong-passphrase' ? { c: 'var(--care)' } : {})}>
                    {WORDS[entry.kind]}
                  </Table.Td>
                  <Table.Td>{detailOf(entry)}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </ScrollArea.Autosize>
        {entries?.length === 0 && <Text c="dimmed">{t('privacySettings.nothingYet')}</Text>}
      </Stack>
    </Modal>
  )
}

const DisclosureTable = ({ onClose }: { readonly onClose: () => void }) => {
  const records = useModel((model) => model.records)
  const rows = Object.values(records)
    .flatMap((record) =>
      kept(record.disclosures).map((one) => ({ ...one, mentee: displayName(record.mentee) })),
    )
    .sort((a, b) => b.date.localeCompare(a.date))
  return (
    <Modal opened onClose={onClose} title={t('privacySettings.disclosures')} size="xl">
      <ScrollArea.Autosize mah={480}>
        <Table aria-label={t('privacySettings.disclosures')}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('privacySettings.when')}</Table.Th>
              <Table.Th>{t('privacySettings.about')}</Table.Th>
              <Table.Th>{t('privacySettings.what')}</Table.Th>
              <Table.Th>{t('privacySettings.toWhom')}</Table.Th>
              <Table.Th>{t('privacySettings.why')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map((one) => (
              <Table.Tr key={one.id}>
                <Table.Td className="tabular">{shortDay(one.date)}</Table.Td>
                <Table.Td>{one.mentee}</Table.Td>
                <Table.Td>{one.what}</Table.Td>
                <Table.Td>{one.to}</Table.Td>
                <Table.Td>{one.why}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
        {rows.length === 0 && <Text c="dimmed">{t('privacySettings.nothingOfTheCaseloadWasDisclosed')}</Text>}
      </ScrollArea.Autosize>
    </Modal>
  )
}

export const PrivacySettings = () => {
  const relay = useApp((state) => state.environment?.relay ?? null)
  const [open, setOpen] = useState<'access' | 'disclosures'>()
  return (
    <Section
      title={t('privacySettings.privacy')}
      action={
        <Group gap="xs">
          <Button variant="default" size="compact-md" onClick={() => setOpen('access')}>
            {t('privacySettings.recordOfAccess')}
          </Button>
          <Button variant="default" size="compact-md" onClick={() => setOpen('disclosures')}>
            {t('privacySettings.disclosures')}
          </Button>
        </Group>
      }
    >
      <Text fw={600} size="sm">
        {t('privacySettings.whatLeavesThisLaptop')}
      </Text>
      <List size="sm" spacing={4}>
        <List.Item>
          {relay === null
            ? t('privacySettings.nothingNoRelayIsSet')
            : t('privacySettings.sealedPiecesToHostAndNowhere', { host: new URL(relay).host })}
        </List.Item>
        <List.Item>{t('privacySettings.noTelemetryNoCrashReportsNo')}</List.Item>
        <List.Item>{t('privacySettings.filesThatYouSaveOrPrint')}</List.Item>
      </List>
      <Text fw={600} size="sm">
        {t('privacySettings.whatIsStoredAndWhere')}
      </Text>
      <List size="sm" spacing={4}>
        <List.Item>{t('privacySettings.onThisLaptopEverythingSealedUnder')}</List.Item>
        <List.Item>{t('privacySettings.unsealedSinceTheySayNothingOf')}</List.Item>
        <List.Item>{t('privacySettings.inTheFolderYouChoseFor')}</List.Item>
      </List>
      {open === 'access' && <AccessLogTable onClose={() => setOpen(undefined)} />}
      {open === 'disclosures' && <DisclosureTable onClose={() => setOpen(undefined)} />}
    </Section>
  )
}
