/**
 * What opens the vault: each laptop with the sheet that stands or with an earlier one, and with a passphrase of its own;
 * and the backups that still open with what was replaced since.
 */
import { Alert, Table, Text } from '@mantine/core'
import { useEffect, useState } from 'react'
import type { BackupSummary } from '../../../../shared/bridge/host'
import { type HeaderNote, standingSheet } from '../../../../shared/model/caseload/recovery'
import { opensWith, textToHeader } from '../../../../shared/vault/header'
import { t } from '../../../../shared/words/words'
import { useBackups } from '../../../context/vault/backups'
import { useOpenVault, useVault } from '../../../context/vault/session'
import { longDay, shortDay } from '../../../ui/when'

interface Earlier {
  /** The days of the backups that open with a sheet, or a passphrase, that is not this laptop's any more. */
  readonly sheet: readonly string[]
  readonly passphrase: readonly string[]
}

const useEarlierBackups = (sheet: string): Earlier => {
  const { session } = useOpenVault()
  const state = useBackups(({ state }) => state)
  const [earlier, setEarlier] = useState<Earlier>({ sheet: [], passphrase: [] })
  // biome-ignore lint/correctness/useExhaustiveDependencies: looked at again once another sheet stands
  useEffect(() => {
    let left = false
    void session.runOnVault(standingSheet, undefined).then((standing) => {
      const now = session.opened.header
      const found = [...(state?.backups ?? []), ...(state?.setAside ?? [])].flatMap(
        (backup: BackupSummary) => {
          const header = backup.header === null ? undefined : textToHeader(backup.header)
          return header?.ok === true && header.value.vaultId === now.vaultId
            ? [
                {
                  day: backup.createdAt.slice(0, 10),
                  ...opensWith(header.value, now, standing?.key),
                },
              ]
            : []
        },
      )
      const days = (old: (one: (typeof found)[number]) => boolean) => [
        ...new Set(found.filter(old).map(({ day }) => shortDay(day))),
      ]
      if (!left)
        setEarlier({
          sheet: days(({ sheet }) => !sheet),
          passphrase: days(({ passphrase }) => !passphrase),
        })
    })
    return () => {
      left = true
    }
  }, [session, state, sheet])
  return earlier
}

const passphraseWords = (note: HeaderNote | undefined): string =>
  note === undefined || note.passphraseOn === ''
    ? t('opens.itsOwn')
    : t('opens.itsOwnChangedOn', { day: longDay(note.passphraseOn) })

const SheetWords = ({ sheet, standing }: { readonly sheet: string; readonly standing: string }) =>
  sheet === '' ? (
    <Text span size="sm" c="dimmed">
      {t('opens.unknownUntilOpened')}
    </Text>
  ) : sheet === standing ? (
    t('opens.presentOne')
  ) : (
    <Text span size="sm" c="var(--care)">
      {t('opens.earlierUntilOpened')}
    </Text>
  )

export const WhatOpens = () => {
  const { session } = useOpenVault()
  const { devices, headers, recovery } = useVault()
  const earlier = useEarlierBackups(recovery.sheet)
  const laptops = Object.entries(devices).sort(
    ([a, one], [b, other]) =>
      Number(b === session.device) - Number(a === session.device) || one.localeCompare(other),
  )
  return (
    <>
      <Table aria-label={t('opens.title')}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('opens.laptop')}</Table.Th>
            <Table.Th>{t('opens.recoverySheet')}</Table.Th>
            <Table.Th>{t('unlock.passphrase')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {laptops.map(([id, name]) => (
            <Table.Tr key={id}>
              <Table.Td>{id === session.device ? t('opens.thisLaptop', { name }) : name}</Table.Td>
              <Table.Td>
                <SheetWords sheet={headers[id]?.sheet ?? ''} standing={recovery.sheet} />
              </Table.Td>
              <Table.Td>{passphraseWords(headers[id])}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {earlier.sheet.length > 0 && (
        <Alert color="amber">
          {t('opens.earlierSheetBackups', { days: earlier.sheet.join(', ') })}
        </Alert>
      )}
      {earlier.passphrase.length > 0 && (
        <Text size="sm" c="dimmed">
          {t('opens.earlierPassphraseBackups', { days: earlier.passphrase.join(', ') })}
        </Text>
      )}
    </>
  )
}
