/** A laptop without windows at a relay in memory, under a fake clock: it comes, leaves, writes, and is opened anew. */
import { expect } from 'vitest'
import { notes } from '../../shared/model/record/note'
import { startSync } from '../../src-renderer/sync/sync'
import { pass, passing, passUntil } from './fake-time'
import { type Disk, newDisk, newVault, openLaptop } from './laptop'

const vault = await newVault()
export const HOST = 'relay.invalid'
export const idOf = (name: string): string => name.padEnd(22, '-')

export const open = async (name: string, disk: Disk = newDisk(), host = HOST) => {
  const laptop = await passing(openLaptop(disk, vault(), { device: idOf(name), name }))
  if (laptop === undefined) throw new Error('the vault does not open')
  const { session, database } = laptop
  let sync = startSync(session, `ws://${host}`)
  return {
    session,
    database,
    status: () => sync.status.getState(),
    synced: async (most = 120_000) => {
      await passUntil(() => sync.status.getState().state === 'synced', most)
      expect(sync.status.getState().state).toBe('synced')
    },
    leave: () => sync.destroy(),
    come: (to = host) => {
      sync = startSync(session, `ws://${to}`)
    },
    end: async () => {
      sync.destroy()
      await passing(session.close())
    },
    write: async (record: string, title: string) => {
      await passing(session.run(record, (doc) => notes.add(doc, { title }), undefined))
      await pass(2000)
    },
    titles: () =>
      Object.values(session.model.getState().records)
        .flatMap(({ notes: all }) => all.map(({ title }) => title))
        .sort(),
    roomOf: (record: string) => session.ring.room(record, 0)?.room ?? '',
    mapRoom: () => session.ring.room(`change-map/${session.vaultRecordId}`, 0)?.room ?? '',
  }
}
export type Open = Awaited<ReturnType<typeof open>>
