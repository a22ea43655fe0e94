/**
 * Settings → Privacy: what is stored where, what leaves this laptop, and who could have seen it.
 * Not a form: its dialogs are tables to read.
 */
import { Button, Group, List, Modal, ScrollArea, Stack, Text } from '@mantine/core'
import { useEffect, useState } from 'react'
import { kept } from '../../../../shared/crdt/kind'
import { displayName } from '../../../../shared/model/record/mentee'
import type { Disclosure } from '../../../../shared/model/record/sharing'
import { spoken, t } from '../../../../shared/words/words'
import { go, useApp } from '../../../context/app-state'
import { useModel, useOpenVault } from '../../../context/vault/session'
import type { Gap } from '../../../store/disk/access-chain'
import type { AccessEntry, AccessKind } from '../../../store/disk/access-log'
import { Section } from '../../../ui/section'
import { SortedTable, type TableColumn, useTableView } from '../../../ui/sorted-table'
import { inWords, shortDay } from '../../../ui/when'
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
  'case-sent': 'privacy.logCaseSent',
  'case-read': 'privacy.logCaseRead',
  erased: 'privacy.logErased',
  'database-remade': 'privacy.logDatabaseRemade',
  'rolled-back': 'privacy.logRolledBack',
  'own-id-taken': 'privacy.logOwnId',
  'taken-up': 'privacy.logTakenUp',
})

/** A laptop's entry begins with its id, which says nothing to a coach. */
const detailOf = ({ kind, detail }: AccessEntry): string =>
  kind === 'laptop-added' || kind === 'laptop-gone' ? detail.split(' ').slice(1).join(' ') : detail

/** More at once would be drawn for seconds. */
const MOST_ENTRIES = 500

type EntryColumn = 'when' | 'what' | 'more'

const ENTRY_COLUMNS: readonly TableColumn<AccessEntry, EntryColumn>[] = [
  {
    id: 'when',
    label: 'common.when',
    by: ({ at }) => at,
    cell: ({ at }) => <span className="tabular">{inWords(at, 'moment')}</span>,
  },
  {
    id: 'what',
    label: 'common.what',
    by: ({ kind }) => WORDS[kind],
    cell: ({ kind }) => (
      <Text span inherit {...(kind === 'wrong-passphrase' ? { c: 'var(--care)' } : {})}>
        {WORDS[kind]}
      </Text>
    ),
  },
  {
    id: 'more',
    label: 'privacy.more',
    by: (entry) => detailOf(entry) || null,
    cell: (entry) => detailOf(entry),
  },
]

export const AccessLogTable = ({ onClose }: { readonly onClose: () => void }) => {
  const { session } = useOpenVault()
  const view = useTableView<EntryColumn>('access-log', 'when', true)
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
          <SortedTable
            name={t('privacy.recordOfAccess')}
            rows={(entries ?? []).slice(0, MOST_ENTRIES)}
            columns={ENTRY_COLUMNS}
            view={view}
            keyOf={({ at, kind, detail }) => `${at} ${kind} ${detail}`}
          />
        </ScrollArea.Autosize>
        {entries?.length === 0 && <Text c="dimmed">{t('privacy.logEmpty')}</Text>}
      </Stack>
    </Modal>
  )
}

interface DisclosureRow extends Disclosure {
  readonly record: string
  readonly mentee: string
}
type DisclosureColumn = 'when' | 'about' | 'what' | 'whom' | 'why'

const DISCLOSURE_COLUMNS: readonly TableColumn<DisclosureRow, DisclosureColumn>[] = [
  {
    id: 'when',
    label: 'common.when',
    by: ({ date }) => date,
    cell: ({ date }) => <span className="tabular">{shortDay(date)}</span>,
  },
  {
    id: 'about',
    label: 'privacy.about',
    by: ({ mentee }) => mentee,
    cell: ({ mentee }) => mentee,
  },
  { id: 'what', label: 'common.what', by: ({ what }) => what, cell: ({ what }) => what },
  { id: 'whom', label: 'common.toWhom', by: ({ to }) => to, cell: ({ to }) => to },
  { id: 'why', label: 'common.why', by: ({ why }) => why || null, cell: ({ why }) => why },
]

const DisclosureTable = ({ onClose }: { readonly onClose: () => void }) => {
  const records = useModel((model) => model.records)
  const view = useTableView<DisclosureColumn>('disclosures', 'when', true)
  const rows = Object.values(records).flatMap(({ id, mentee, disclosures }) =>
    kept(disclosures).map((one) => ({ ...one, record: id, mentee: displayName(mentee) })),
  )
  return (
    <Modal opened onClose={onClose} title={t('privacy.disclosures')} size="xl">
      <ScrollArea.Autosize mah={480}>
        <SortedTable
          name={t('privacy.disclosures')}
          rows={rows}
          columns={DISCLOSURE_COLUMNS}
          view={view}
          keyOf={({ id }) => id}
          onOpen={({ record }) => go({ screen: 'mentee', id: record, tab: 'record' })}
        />
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
