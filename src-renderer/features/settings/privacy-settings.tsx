/**
 * Settings → Privacy: what is stored where, what leaves this laptop, and who could have seen it.
 * Not a form: its dialogs are tables to read.
 */
import { Button, Group, List, Modal, ScrollArea, Stack, Table, Text } from '@mantine/core'
import { useEffect, useState } from 'react'
import { kept } from '../../../shared/crdt/kind'
import { displayName } from '../../../shared/model/record/mentee'
import { spoken, t } from '../../../shared/words/words'
import { useApp } from '../../context/app-state'
import { useModel, useOpenVault } from '../../context/vault/session'
import type { Gap } from '../../store/disk/access-chain'
import type { AccessEntry, AccessKind } from '../../store/disk/access-log'
import { Section } from '../../ui/section'
import { inWords, shortDay } from '../../ui/when'
import { MissingEntries } from './missing-entries'

const WORDS: Readonly<Record<AccessKind, string>> = spoken({
  unlocked: 'privacy.logUnlockedPassphrase',
  'unlocked-recovery': 'privacy.logUnlockedRecoveryKey',
  'unlocked-keychain': 'privacy.logUnlockedKeychain',
  'wrong-passphrase': 'privacy.logWrongPassphrase',
  'letter-box-changed': 'privacy.logCaptureKeyChanged',
  'passphrase-changed': 'privacy.logPassphraseChanged',
  'recovery-shown': 'privacy.logSheetShown',
  'recovery-replaced': 'privacy.logSheetReplaced',
  'keychain-on': 'privacy.logKeychainOn',
  'keychain-off': 'privacy.logKeychainOff',
  'laptop-granted': 'privacy.logLaptopGranted',
  'laptop-refused': 'privacy.logLaptopRefused',
  'laptop-added': 'privacy.logLaptopAdded',
  'laptop-gone': 'privacy.logLaptopRemoved',
  'laptop-removed': 'privacy.logRemoval',
  'removal-followed': 'privacy.logRemovalFollowed',
  backup: 'privacy.logBackupWritten',
  restored: 'privacy.logRestored',
  exported: 'privacy.logExported',
  'handed-over': 'privacy.logHandedOver',
  'handed-over-in': 'privacy.logHandOverTakenIn',
  erased: 'privacy.logErased',
  'database-remade': 'privacy.logDatabaseRemade',
  'rolled-back': 'privacy.logRolledBack',
  'own-id-taken': 'privacy.logOwnId',
  'taken-up': 'privacy.logTakenUp',
})

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
    <Modal opened onClose={onClose} title={t('privacy.recordOfAccess')} size="lg">
      <Stack gap="sm">
        <Text size="sm" c="dimmed">
          {t('privacy.logIntro')}
        </Text>
        <MissingEntries gaps={gaps} />
        <ScrollArea.Autosize mah={420}>
          <Table aria-label={t('privacy.recordOfAccess')}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('common.when')}</Table.Th>
                <Table.Th>{t('common.what')}</Table.Th>
                <Table.Th>{t('privacy.more')}</Table.Th>
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
        {entries?.length === 0 && <Text c="dimmed">{t('privacy.logEmpty')}</Text>}
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
    <Modal opened onClose={onClose} title={t('privacy.disclosures')} size="xl">
      <ScrollArea.Autosize mah={480}>
        <Table aria-label={t('privacy.disclosures')}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('common.when')}</Table.Th>
              <Table.Th>{t('privacy.about')}</Table.Th>
              <Table.Th>{t('common.what')}</Table.Th>
              <Table.Th>{t('common.toWhom')}</Table.Th>
              <Table.Th>{t('common.why')}</Table.Th>
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
        {rows.length === 0 && <Text c="dimmed">{t('privacy.noDisclosures')}</Text>}
      </ScrollArea.Autosize>
    </Modal>
  )
}

export const PrivacySettings = () => {
  const relay = useApp((state) => state.environment?.relay ?? null)
  const [open, setOpen] = useState<'access' | 'disclosures'>()
  return (
    <Section
      title={t('privacy.title')}
      action={
        <Group gap="xs">
          <Button variant="default" size="compact-md" onClick={() => setOpen('access')}>
            {t('privacy.recordOfAccess')}
          </Button>
          <Button variant="default" size="compact-md" onClick={() => setOpen('disclosures')}>
            {t('privacy.disclosures')}
          </Button>
        </Group>
      }
    >
      <Text fw={600} size="sm">
        {t('privacy.leaves')}
      </Text>
      <List size="sm" spacing={4}>
        <List.Item>
          {relay === null
            ? t('privacy.leavesNoRelay')
            : t('privacy.leavesToRelay', { relay: new URL(relay).host })}
        </List.Item>
        <List.Item>{t('privacy.leavesNothingElse')}</List.Item>
        <List.Item>{t('privacy.leavesFiles')}</List.Item>
      </List>
      <Text fw={600} size="sm">
        {t('privacy.stored')}
      </Text>
      <List size="sm" spacing={4}>
        <List.Item>{t('privacy.storedHere')}</List.Item>
        <List.Item>{t('privacy.storedUnsealed')}</List.Item>
        <List.Item>{t('privacy.storedBackups')}</List.Item>
      </List>
      {open === 'access' && <AccessLogTable onClose={() => setOpen(undefined)} />}
      {open === 'disclosures' && <DisclosureTable onClose={() => setOpen(undefined)} />}
    </Section>
  )
}
