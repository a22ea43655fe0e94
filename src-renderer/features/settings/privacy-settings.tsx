/** Settings → Privacy: what is stored where, what leaves this laptop, and who could have seen it. */
import { Button, Group, List, Modal, ScrollArea, Stack, Table, Text } from '@mantine/core'
import dayjs from 'dayjs'
import { useState } from 'react'
import { kept } from '../../../shared/model/kind'
import { displayName } from '../../../shared/model/mentee'
import { useApp } from '../../app/app-state'
import { useModel, useOpenVault } from '../../app/session'
import type { AccessEntry, AccessKind } from '../../store/access-log'
import { Section } from '../../ui/section'
import { shortDay } from '../../ui/when'

const WORDS: Readonly<Record<AccessKind, string>> = {
  unlocked: 'Unlocked with the passphrase',
  'unlocked-recovery': 'Unlocked with the recovery key',
  'unlocked-keychain': 'Unlocked with the keychain',
  'wrong-passphrase': 'Wrong passphrase',
  'letter-box-changed': 'The key for captures had been changed from outside',
  'passphrase-changed': 'Passphrase changed',
  'recovery-shown': 'Recovery sheet shown',
  'recovery-replaced': 'Recovery sheet replaced',
  'keychain-on': 'Keychain turned on',
  'keychain-off': 'Keychain turned off',
  'laptop-added': 'Laptop added',
  'laptop-gone': 'Laptop removed',
  backup: 'Backup written',
  restored: 'Restored from a backup',
  exported: 'Exported',
  'handed-over': 'Handed over',
  'handed-over-in': 'Hand-over taken in',
  erased: 'Erased',
}

/** A laptop's entry begins with its id, which says nothing to a coach. */
const detailOf = ({ kind, detail }: AccessEntry): string =>
  kind === 'laptop-added' || kind === 'laptop-gone' ? detail.split(' ').slice(1).join(' ') : detail

const AccessLogTable = ({ onClose }: { readonly onClose: () => void }) => {
  const { session } = useOpenVault()
  const [entries, setEntries] = useState<readonly AccessEntry[]>()
  if (entries === undefined) void session.log.read().then(setEntries)
  return (
    <Modal opened onClose={onClose} title="Record of access" size="lg">
      <Stack gap="sm">
        <Text size="sm" c="dimmed">
          Of this laptop, kept sealed on it and nowhere else.
        </Text>
        <ScrollArea.Autosize mah={420}>
          <Table aria-label="Record of access">
            <Table.Thead>
              <Table.Tr>
                <Table.Th>When</Table.Th>
                <Table.Th>What</Table.Th>
                <Table.Th>More</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {(entries ?? []).slice(0, 500).map((entry) => (
                <Table.Tr key={`${entry.at} ${entry.kind} ${entry.detail}`}>
                  <Table.Td className="tabular">{dayjs(entry.at).format('D MMM YYYY, HH:mm')}</Table.Td>
                  <Table.Td {...(entry.kind === 'wrong-passphrase' ? { c: 'var(--care)' } : {})}>
                    {WORDS[entry.kind]}
                  </Table.Td>
                  <Table.Td>{detailOf(entry)}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </ScrollArea.Autosize>
        {entries?.length === 0 && <Text c="dimmed">Nothing yet.</Text>}
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
    <Modal opened onClose={onClose} title="Disclosures" size="xl">
      <ScrollArea.Autosize mah={480}>
        <Table aria-label="Disclosures">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>When</Table.Th>
              <Table.Th>About</Table.Th>
              <Table.Th>What</Table.Th>
              <Table.Th>To whom</Table.Th>
              <Table.Th>Why</Table.Th>
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
        {rows.length === 0 && <Text c="dimmed">Nothing of the caseload was disclosed to anyone.</Text>}
      </ScrollArea.Autosize>
    </Modal>
  )
}

export const PrivacySettings = () => {
  const relay = useApp((state) => state.environment?.relay ?? null)
  const [open, setOpen] = useState<'access' | 'disclosures'>()
  return (
    <Section
      title="Privacy"
      action={
        <Group gap="xs">
          <Button variant="default" size="compact-md" onClick={() => setOpen('access')}>
            Record of access
          </Button>
          <Button variant="default" size="compact-md" onClick={() => setOpen('disclosures')}>
            Disclosures
          </Button>
        </Group>
      }
    >
      <Text fw={600} size="sm">
        What leaves this laptop
      </Text>
      <List size="sm" spacing={4}>
        <List.Item>
          {relay === null
            ? 'Nothing: no relay is set.'
            : `Sealed pieces, to ${new URL(relay).host} and nowhere else. It sees how many records there are, when they change and about how much, and your address; never a word.`}
        </List.Item>
        <List.Item>
          No telemetry, no crash reports, no look-ups, no updates fetched behind your back.
        </List.Item>
        <List.Item>
          Files that you save or print yourself: a roster, a prep form, a copy for the mentee. They are
          outside the vault, and the disclosures say of each what and to whom.
        </List.Item>
      </List>
      <Text fw={600} size="sm">
        What is stored, and where
      </Text>
      <List size="sm" spacing={4}>
        <List.Item>
          On this laptop: everything, sealed under a key that only your passphrase or the recovery sheet
          opens; twice, in a database and in a folder of its own.
        </List.Item>
        <List.Item>
          Unsealed, since they say nothing of a mentee: the window’s size, the relay’s address, the settings
          of this laptop, and the lines of the support card.
        </List.Item>
        <List.Item>In the folder you chose for backups: sealed copies of the same.</List.Item>
      </List>
      {open === 'access' && <AccessLogTable onClose={() => setOpen(undefined)} />}
      {open === 'disclosures' && <DisclosureTable onClose={() => setOpen(undefined)} />}
    </Section>
  )
}
