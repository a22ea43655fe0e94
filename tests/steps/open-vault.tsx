/** Screens on an open vault in memory: real records, commands and projections, without a store. */
import { createRecord } from '../../shared/crdt/record-clock'
import './window'
import { MantineProvider } from '@mantine/core'
import { Notifications } from '@mantine/notifications'
import { cleanup, render } from '@testing-library/react'
import type { ReactNode } from 'react'
import { afterEach } from 'vitest'
import type * as Y from 'yjs'
import { createStore } from 'zustand/vanilla'
import { createProjector, createVaultProjector } from '../../shared/model/projection'
import { useApp } from '../../src-renderer/context/app-state'
import { bringBack } from '../../src-renderer/context/typing/kept-typing'
import { OpenVaultProvider } from '../../src-renderer/context/vault/session'
import type { LiveRecord } from '../../src-renderer/store/record/live-record'
import type { Lease } from '../../src-renderer/store/record/open-records'
import type { SearchIndex } from '../../src-renderer/store/search/search-index'
import { emptyReadModel, type ReadModel } from '../../src-renderer/store/session/read-model'
import type { VaultSession } from '../../src-renderer/store/session/vault-session'
import { newRecord } from './two-devices'

afterEach(() => {
  cleanup()
  bringBack({})
  useApp.setState({ route: { screen: 'today' }, presenting: false, folder: undefined })
})

const VAULT = 'vault'

export const openVault = (records: Readonly<Record<string, Y.Doc>> = { amara: newRecord() }) => {
  const docs = new Map<string, Y.Doc>([[VAULT, createRecord(Date.now)], ...Object.entries(records)])
  const vault = createVaultProjector(docs.get(VAULT) ?? createRecord(Date.now))
  const projectors = Object.entries(records).map(([id, doc]) => createProjector(id, doc))
  const read = (): ReadModel => ({
    ...emptyReadModel(),
    records: Object.fromEntries(projectors.map((one) => [one.project().id, one.project()])),
    vault: vault.project(),
  })
  const model = createStore<ReadModel>(read)
  /** Set, each command fails as it would on a broken disk. */
  const disk = { broken: false, ready: Promise.resolve() }
  const run: VaultSession['run'] = async (record, command, input) => {
    await disk.ready
    if (disk.broken) throw new Error('the mentee said something secret')
    const doc = docs.get(record)
    if (doc === undefined) return undefined
    const output = command(doc, input)
    model.setState(read())
    return output
  }
  /** Records that nobody shows any more: what is typed in them is stored before they close (store/record/open-records.ts). */
  const released: string[] = []
  const session = {
    model,
    run,
    vaultRecordId: VAULT,
    entries: () => [],
    headOf: () => undefined,
    runOnVault: (command, input) => run(VAULT, command, input),
    acquire: async (record) => ({ ...({} as Lease), release: () => void released.push(record) }),
    use: async (record, use) => {
      const doc = docs.get(record)
      return doc === undefined ? undefined : use({ doc } as LiveRecord)
    },
    device: 'here',
  } satisfies Partial<VaultSession> as Partial<VaultSession> as VaultSession
  return {
    disk,
    released,
    session,
    model,
    record: (id = 'amara') => {
      const found = model.getState().records[id]
      if (found === undefined) throw new Error(`no record ${id}`)
      return found
    },
    /** The record's key is destroyed, for example from another laptop. */
    erase: (id: string) => docs.delete(id),
    show: (screen: ReactNode, search = {} as SearchIndex) =>
      render(
        <MantineProvider env="test">
          <Notifications />
          <OpenVaultProvider session={session} sync={undefined} search={search}>
            {screen}
          </OpenVaultProvider>
        </MantineProvider>,
      ),
  }
}
