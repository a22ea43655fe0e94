/**
 * A session: the vault while it is unlocked. This is its face, what is offered to screens, sync and search
 * (open-vault.ts); its parts are put together in session-parts.ts.
 *
 * A session ends once. Parts with a timer or a queue of their own stop by one signal, `closing`; what goes along with
 * a record ends with that (open-records.ts); and the keys are overwritten last.
 */
import sodium from 'libsodium-wrappers-sumo'
import type { Host } from '../../../shared/bridge/host'
import type { OpenedVault } from '../../../shared/vault/header'
import { createKeyRing } from '../../../shared/vault/key-ring'
import { deriveLetterBoxes } from '../../../shared/vault/letter-box'
import { createAccessLog } from '../disk/access-log'
import { type Database, HELD, ON_RELAY } from '../disk/database'
import { createFolderRow } from '../disk/folder-row'
import { createLetters } from '../disk/letters'
import { createSealedRow } from '../disk/sealed-row'
import { watchSpace } from '../disk/space-watch'
import type { StoredState } from '../disk/stored-state'
import { createStoring } from '../disk/storing'
import { createKeptUndo } from '../record/note-binding/kept-undo'
import { createEmptiedRooms } from './emptied-rooms'
import { createKeptHeader } from './kept-header'
import { createLaptops, type ThisLaptop } from './laptops'
import { moveAll } from './moving'
import type { VaultSession } from './open-vault'
import { createRefused } from './refused'
import { createRunning } from './running'
import { openParts } from './session-parts'
import { within } from './within'

export type { VaultSession } from './open-vault'

/** A lock waits so long for the disk, and then so long for main to take over what the disk did not take (decision 13). */
const FLUSH_MS = 2500
const HAND_OVER_MS = 1000
const CLOSE_MS = 500

export const openVaultSession = async (
  host: Host,
  database: Database,
  unlocked: OpenedVault,
  device: Omit<ThisLaptop, 'system'> & Partial<ThisLaptop>,
  ahead?: Promise<StoredState | undefined>,
): Promise<VaultSession> => {
  const closing = new AbortController()
  await sodium.ready
  const { vaultKey } = unlocked
  const ring = createKeyRing(unlocked)
  const formerKeys = ring.former.map(({ key }) => key)
  const parts = await openParts(host, database, device.id, ring, closing.signal, ahead)
  const { stored, model, keys, standings, news, open, clearing, history, vault } = parts
  const header = createKeptHeader(host, database, unlocked, closing.signal)
  const log = createAccessLog(host, database, vaultKey, undefined, formerKeys)
  const letterBox = deriveLetterBoxes(vaultKey, formerKeys)
  const emptiedRooms = createEmptiedRooms(database, stored.meta, vault.doc)
  const unwatchSpace = watchSpace(host, (lowSpace) => model.setState({ lowSpace }))
  closing.signal.addEventListener('abort', unwatchSpace)

  const running = createRunning(open, keys, device.id)
  const { runOnVault } = running
  const here = { host, database, stored, ring, unlocked, header, vault, model, runOnVault }
  const laptops = await createLaptops({ ...here, device: { system: '', ...device } })
  void moveAll(parts, closing.signal)

  const { flush, handOver } = createStoring(host, open, () => [
    clearing.done(),
    news.store(),
    history.settled(),
  ])

  return {
    get opened() {
      return header.opened()
    },
    vaultRecordId: keys.vaultRecord,
    vaultRecordKey: keys.vaultRecordKey,
    ring,
    laptops,
    device: device.id,
    model,
    entries: keys.entries,
    generationOf: (record) => standings.head(record)?.generation ?? 0,
    headOf: standings.head,
    goesOnIn: keys.generation,
    keyOf: keys.get,
    keysFor: keys.all,
    acquire: open.acquire,
    use: (record, use) => open.using(record, ({ live }) => use(live)),
    ...running,
    mergeIn: parts.reconciling.mergeIn,
    dismissIncoming: news.dismiss,
    dismissOlder: () => model.setState({ older: false }),
    whenCleared: clearing.done,
    emptiedRooms,
    refused: createRefused(database, keys.vaultRecordKey, ring, model, closing.signal),
    onFolder: createFolderRow(database, keys.vaultRecordKey),
    onRelay: createSealedRow(database, keys.vaultRecordKey, ON_RELAY),
    held: createSealedRow(database, keys.vaultRecordKey, HELD),
    takeLetters: createLetters(host, letterBox, log, async (command, taken) => {
      await runOnVault(command, taken)
      return vault.saving() === 'saved'
    }),
    history,
    undosOf: createKeptUndo(open.acquire),
    log,
    letterBoxKey: letterBox.publicKey,
    formerLetterBoxKeys: letterBox.formerKeys,
    listen: parts.listen,
    confirm: async (record, waiting) => {
      await open.using(record, async ({ live }) => {
        await live.confirm(waiting)
        if (live.head().waiting === 0) news.forget(record)
        standings.look(live)
      })
    },
    rewrap: header.rewrap,
    flush,
    close: async () => {
      await within(FLUSH_MS, flush())
      closing.abort()
      await within(HAND_OVER_MS, handOver())
      await within(CLOSE_MS, open.close())
      letterBox.forget()
      laptops.forget()
      keys.forget()
      header.forget()
      model.setState({ records: {} })
      database.close()
    },
  }
}
