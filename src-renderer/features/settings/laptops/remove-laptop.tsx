/** Removing a laptop: what it may still hold, who stays, and the passphrase. */
import { Alert, List, Stack, Text } from '@mantine/core'
import { useStore } from 'zustand'
import { t } from '../../../../shared/words/words'
import { useApp } from '../../../context/app-state'
import { followSentence } from '../../../context/sentences'
import { useModel, useOpenVault } from '../../../context/vault/session'
import { vaultActions } from '../../../context/vault/when-needed'
import { AskPassphraseKey } from '../../../forms/ask-passphrase'
import type { LaptopRow } from '../../../store/session/laptop-rows'
import type { FolderStatus } from '../../../sync/folder/folder-status'
import type { FolderSync } from '../../../sync/folder/folder-sync'
import type { Sync } from '../../../sync/sync'
import { longDay } from '../../../ui/when'

const LEFT_OUT: readonly LaptopRow['state'][] = ['keyless', 'strange']
const STAYING: readonly LaptopRow['state'][] = ['here', 'behind']

/** With the day since which this laptop knows each: one that nobody put there on purpose is to be seen here. */
const Staying = ({ rows }: { readonly rows: readonly LaptopRow[] }) => (
  <List size="sm">
    {rows.map(({ id, name, since }) => (
      <List.Item key={id}>
        {since === '' ? name : t('laptops.knownSince', { name, day: longDay(since) })}
      </List.Item>
    ))}
  </List>
)

const ReadFirst = ({ why }: { readonly why: string }) => (
  <Alert color="amber" role="status">
    {why}
  </Alert>
)

/** What the lost laptop sent last, and this one has not fetched, would stay where nobody looks any more. */
const NotSynced = ({ sync }: { readonly sync: Sync }) =>
  useStore(sync.status, ({ state }) => state) === 'synced' ? null : (
    <ReadFirst why={t('laptops.notSyncedYet')} />
  )

/** All that lies in the folder is here. */
const READ: readonly FolderStatus['state'][] = ['writing', 'written', 'agreed']

const FolderNotRead = ({ folder }: { readonly folder: Pick<FolderSync, 'status'> }) =>
  READ.includes(useStore(folder.status, ({ state }) => state)) ? null : (
    <ReadFirst why={t('laptops.folderNotReadYet')} />
  )

const Explained = ({ row }: { readonly row: LaptopRow }) => {
  const { sync } = useOpenVault()
  const folder = useApp((state) => state.folder)
  const laptops = useModel((model) => model.laptops)
  const others = laptops.filter(({ id }) => id !== row.id)
  const staying = others.filter(({ state }) => STAYING.includes(state))
  const leftOut = others.filter(({ state }) => LEFT_OUT.includes(state))
  return (
    <Stack gap="xs">
      <Text size="sm">{t('laptops.removeMeans')}</Text>
      <Text size="sm">
        {row.seen === ''
          ? t('laptops.mayHold')
          : t('laptops.mayHoldUntil', { day: longDay(row.seen) })}
      </Text>
      {staying.length > 0 && (
        <>
          <Text size="sm">{t('laptops.othersStay')}</Text>
          <Staying rows={staying} />
        </>
      )}
      {leftOut.length > 0 && (
        <Text size="sm">
          {t('laptops.leftOut', { laptops: leftOut.map(({ name }) => name).join(', ') })}
        </Text>
      )}
      <Text size="sm">{t('laptops.newSheetComes')}</Text>
      {sync !== undefined && <NotSynced sync={sync} />}
      {folder !== undefined && <FolderNotRead folder={folder} />}
    </Stack>
  )
}

export const RemoveLaptop = ({
  row,
  onClose,
}: {
  readonly row: LaptopRow
  readonly onClose: () => void
}) => {
  const name = row.name === '' ? t('common.anotherLaptop') : row.name
  return (
    <AskPassphraseKey
      title={t('laptops.removeTitle', { name })}
      why={<Explained row={row} />}
      action={t('laptops.removeAction')}
      onProven={async (passphraseKey, refuse) => {
        const { removeLaptops } = await vaultActions()
        const problem = await removeLaptops([row.id], name, passphraseKey)
        return problem === undefined ? undefined : refuse(followSentence[problem])
      }}
      onClose={onClose}
    />
  )
}
