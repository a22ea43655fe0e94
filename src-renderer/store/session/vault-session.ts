/**
 * A session: the vault while it is unlocked.
 *
 * It holds the vault record, opens records when a screen, a command or the sync needs them, and keeps the read model:
 * every record's projection. At unlock the projections come from their sealed copies; a record whose copy is stale,
 * or whose store and sealed folder disagree (a damaged or emptied IndexedDB, a crash between the two writes), is
 * opened, merged from the folder, and projected anew.
 */

import sodium from 'libsodium-wrappers-sumo'
import type * as Y from 'yjs'
import { createStore } from 'zustand/vanilla'
import { err, ok, type Result } from '../../../shared/base/result'
import type { Host, WriteProblem } from '../../../shared/bridge/host'
import { isNewer } from '../../../shared/crdt/record'
import {
  addRecordEntry,
  destroyedRecords,
  type RecordEntry,
  recordEntries,
} from '../../../shared/crdt/vault-record'
import { freeName, nameDevice, readDevices } from '../../../shared/model/caseload/device'
import {
  createProjector,
  createVaultProjector,
  hasMentee,
  type Projector,
  type RecordProjection,
  type VaultProjection,
} from '../../../shared/model/projection'
import { createMentee } from '../../../shared/model/record/mentee'
import type { Header, OpenedVault } from '../../../shared/vault/header'
import { deriveVaultRecord, newKey, newRecordId } from '../../../shared/vault/keys'
import { deriveLetterBox } from '../../../shared/vault/letter-box'
import { createAccessLog } from '../disk/access-log'
import type { Database, HeadRow } from '../disk/database'
import { createLetters } from '../disk/letters'
import { createProjectionCopies } from '../disk/projection-copies'
import { INCOMING, readIncoming, readProjection, storeIncoming } from '../disk/sealed-projections'
import { watchSpace } from '../disk/space-watch'
import { readStoredState, removeStored } from '../disk/stored-state'
import { createStoring } from '../disk/storing'
import { createChangeWatch } from '../record/change-watch'
import { type Incoming, withIncoming } from '../record/incoming'
import { type LiveRecord, openLiveRecord, type Saving } from '../record/live-record'
import { createOpenRecords, type OpenRecord } from '../record/open-records'
import { createClearing } from './clearing'
import { readEmptiedRooms } from './emptied-rooms'
import type { SessionListeners, VaultSession } from './open-vault'
import { emptyReadModel, type ReadModel, type Trouble, totalsOf } from './read-model'
import { storeHeader } from './vault-door'
import { within } from './within'

export type { VaultSession } from './open-vault'

const PROJECT_TYPING_MS = 400
const PROJECTION_STORE_MS = 1000
/** A lock waits so long for the disk, and then so long for main to take over what the disk did not take (decision 13). */
const LOCK_FLUSH_MS = 2500
const HAND_OVER_MS = 1000
const LOCK_CLOSE_MS = 500

export const openVaultSession = async (
  host: Host,
  database: Database,
  unlocked: OpenedVault,
  device: { readonly id: string; readonly name: string },
): Promise<VaultSession> => {
  let opened = unlocked
  const vaultRecord = deriveVaultRecord(opened.vaultKey)
  const keys = new Map<string, Uint8Array>([[vaultRecord.id, vaultRecord.key]])
  const heads = new Map<string, HeadRow>()
  const savings = new Map<string, Saving>()
  const copies = createProjectionCopies(database)
  const reports = new Map<string, Trouble>()
  const listeners = new Set<SessionListeners>()
  /** New records whose key is on its way into the vault record. */
  const adding = new Set<string>()
  /** Records that are being merged from the sealed folder. */
  const reconciling = new Set<string>()
  let closed = false
  const model = createStore<ReadModel>(emptyReadModel)

  const publishTotals = (): void =>
    model.setState(({ trouble }) => totalsOf(savings.values(), heads.values(), reports.values(), trouble))

  const entries = (): readonly RecordEntry[] => (vault === undefined ? [] : recordEntries(vault.doc))

  const keepProjection = (record: string, live: LiveRecord): Promise<void> =>
    copies.keep(live, model.getState().records[record], keys.get(record), changes.touched(record))

  let vaultProjector: Projector<VaultProjection> | undefined
  const projectVault = (live: LiveRecord): void => {
    vaultProjector ??= createVaultProjector(live.doc)
    model.setState({ vault: vaultProjector.project() })
  }

  let incomingTimer: ReturnType<typeof setTimeout> | undefined
  const setIncoming = (incoming: readonly Incoming[]): void => {
    model.setState({ incoming })
    clearTimeout(incomingTimer)
    incomingTimer = setTimeout(
      () => void (closed ? undefined : storeIncoming(database, incoming, vaultRecord.key)),
      PROJECTION_STORE_MS,
    )
  }

  const changes = createChangeWatch(
    device.id,
    (record) => record === vaultRecord.id || model.getState().records[record] !== undefined,
    (arrived) => {
      const news = arrived.filter(({ record }) => !reconciling.has(record))
      if (news.length > 0) setIncoming(withIncoming(model.getState().incoming, news))
    },
  )

  const project = (record: string, entry: OpenRecord, live: LiveRecord): void => {
    clearTimeout(entry.projectTimer)
    delete entry.projectTimer
    if (record === vaultRecord.id) return projectVault(live)
    // One whose key was destroyed meanwhile is not shown again.
    if (!keys.has(record) || !hasMentee(live.doc)) return
    entry.projector ??= createProjector(record, live.doc)
    const projection = entry.projector.project()
    for (const { projected } of listeners) projected?.(projection, live.doc)
    // Typing far down in a note changes nothing that a list shows: then no screen is drawn again.
    const shown = model.getState().records[record]
    if (shown === undefined || JSON.stringify(shown) !== JSON.stringify(projection))
      model.setState((state) => ({ records: { ...state.records, [record]: projection } }))
    clearTimeout(entry.storeTimer)
    entry.storeTimer = setTimeout(() => void keepCopy(record, entry), PROJECTION_STORE_MS)
  }

  const openOne = (record: string, entry: OpenRecord): Promise<LiveRecord> =>
    openLiveRecord(
      record,
      keys.get(record) as Uint8Array,
      { database, host, device: device.id },
      {
        changed: (typing) => {
          if (entry.projectTimer !== undefined) return
          entry.projectTimer = setTimeout(
            () => void entry.live.then((live) => project(record, entry, live)),
            typing ? PROJECT_TYPING_MS : 0,
          )
        },
        saving: (state) => {
          savings.set(record, state)
          publishTotals()
        },
        stored: (update, fromWire, generation) => {
          void entry.live.then((live) => {
            heads.set(record, live.head())
            reports.set(record, live.envelope.report())
            publishTotals()
            for (const listener of listeners) listener.stored(record, { update, fromWire, generation })
          })
        },
      },
    ).then((live) => {
      heads.set(record, live.head())
      reports.set(record, live.envelope.report())
      publishTotals()
      changes.watch(record, live.doc)
      return live
    })

  const exists = (record: string): boolean => !closed && keys.has(record)
  /** Of what is stored, so of what is there now: a copy of before would be believed at the next unlock. */
  const keepCopy = async (record: string, entry: OpenRecord): Promise<void> => {
    const live = await entry.live
    if (entry.projectTimer !== undefined) project(record, entry, live)
    clearTimeout(entry.storeTimer)
    await keepProjection(record, live)
  }
  const open = createOpenRecords(exists, openOne, keepCopy)
  const { acquire, using } = open

  const mergeIn = (record: string, blobs: readonly Uint8Array[]): Promise<number> =>
    using(record, async (live) => {
      // What comes back from a safety copy is no news from another laptop.
      reconciling.add(record)
      try {
        return await live.reconcile(blobs)
      } finally {
        reconciling.delete(record)
        heads.set(record, live.head())
      }
    }).then((restored) => restored ?? 0)

  /** Merges what the sealed folder holds into a record whose store does not agree with it, and mends the folder. */
  const reconcile = async (record: string): Promise<number> =>
    mergeIn(record, (await host.folder.read(record)).blobs)

  await sodium.ready
  const stored = await readStoredState(host, database)
  for (const [record, head] of stored.heads) heads.set(record, head)
  const agrees = (record: string): boolean => stored.agrees(record, heads.get(record))

  let vault: LiveRecord | undefined
  let restored = 0
  vault = (await acquire(vaultRecord.id))?.live
  if (vault === undefined) throw new Error('the vault record has no key')
  if (!agrees(vaultRecord.id) && (await reconcile(vaultRecord.id)) > 0) restored++

  /** Clears away what is open and stored of a record whose key was destroyed. */
  const forget = async (record: string): Promise<void> => {
    heads.delete(record)
    savings.delete(record)
    changes.forget(record)
    await open.drop(record)
    await removeStored(host, database, record)
    publishTotals()
  }

  /**
   * The vault record first: its older blobs still hold the keys, also in what this laptop wrote under an earlier id,
   * which is merged before it is deleted. What is stored of the records goes last, so that a crash in between is found
   * at the next unlock.
   */
  const clearAway = async (gone: readonly string[]): Promise<void> => {
    await reconcile(vaultRecord.id)
    const purged = await using(vaultRecord.id, (live) => live.purge())
    // Their files stay, then, and say at the next unlock that this is still to be done.
    if (purged !== true) throw new Error('the keys are still on the disk')
    await host.folder.keepOwn(vaultRecord.id)
    setIncoming(model.getState().incoming.filter(({ record }) => !gone.includes(record)))
    // What a restore set aside holds the keys as well.
    if (model.getState().vault.erasures.some(({ record }) => gone.includes(record)))
      await host.backups.dropSetAside()
    for (const record of gone) await forget(record)
  }

  const clearing = createClearing(clearAway)
  const learnEntries = (): void => {
    const known = entries()
    const gone = [...keys.keys()].filter(
      (id) => id !== vaultRecord.id && !adding.has(id) && !known.some((entry) => entry.id === id),
    )
    if (gone.length > 0) {
      model.setState((state) => ({
        records: Object.fromEntries(Object.entries(state.records).filter(([id]) => !gone.includes(id))),
      }))
      for (const id of gone) keys.delete(id)
      clearing.add(gone)
    }
    for (const entry of known) keys.set(entry.id, entry.key)
    for (const listener of listeners) listener.entries(known)
  }
  learnEntries()
  vault.doc.on('update', learnEntries)

  const records: Record<string, RecordProjection> = {}
  const stale: string[] = []
  for (const { id, key } of entries()) {
    const row = stored.projections.get(id)
    const copy = row === undefined ? undefined : readProjection(row, key)
    if (copy !== undefined && (heads.get(id)?.waiting ?? 0) > 0) changes.remember(id, copy.touched)
    if (copy !== undefined && row?.commits === heads.get(id)?.commits && agrees(id)) {
      records[id] = copy.projection
      copies.has(id, row?.commits ?? -1)
    } else stale.push(id)
  }
  const leftOver = destroyedRecords(vault.doc).filter(stored.holds)
  if (leftOver.length > 0) clearing.add(leftOver)
  const emptiedRooms = await readEmptiedRooms(database)
  const incoming = readIncoming(stored.projections.get(INCOMING), vaultRecord.key)
  model.setState({ records, ...(Array.isArray(incoming) ? { incoming: incoming as Incoming[] } : {}) })
  projectVault(vault)
  publishTotals()
  const unread: string[] = []
  for (const record of stale)
    try {
      if (!agrees(record) && (await reconcile(record)) > 0) restored++
      await using(record, async (live) => {
        const entry = open.find(record)
        if (entry !== undefined) project(record, entry, live)
      })
    } catch {
      // One record that cannot be read just now keeps nobody from the others.
      unread.push(record)
    }
  model.setState({ restored, unread, older: stored.isOlder })

  const unwatchSpace = watchSpace(host, (lowSpace) => model.setState({ lowSpace }))

  const run: VaultSession['run'] = (record, command, input) =>
    using(record, async (live) => {
      if (isNewer(live.doc)) return undefined
      const output = command(live.doc, input)
      await live.flush()
      return output
    })

  const { id: deviceId, name } = device
  const devices = readDevices(vault.doc)
  if (devices[deviceId] === undefined)
    await run(vaultRecord.id, nameDevice, { id: deviceId, name: freeName(name, devices) })

  const addRecord = async (fill: (doc: Y.Doc) => void, id = newRecordId()): Promise<string> => {
    const key = newKey()
    adding.add(id)
    keys.set(id, key)
    // The key is stored before anything is sealed with it.
    try {
      await run(vaultRecord.id, addRecordEntry, { id, key })
    } finally {
      adding.delete(id)
    }
    await run(id, fill, undefined)
    return id
  }

  const { flush, handOver } = createStoring(host, open, keepCopy, () => [
    clearing.done(),
    storeIncoming(database, model.getState().incoming, vaultRecord.key),
  ])
  const wrapAnew = async (change: (opened: OpenedVault) => Header): Promise<Result<void, WriteProblem>> => {
    // Locked meanwhile: the key is gone, and a header around what is left of it would open for nobody.
    if (closed) return err('disk-error')
    const header = change(opened)
    const stored = await storeHeader(host, database, header)
    if (stored.ok) opened = { vaultKey: opened.vaultKey, header }
    return stored
  }
  let rewrapping: Promise<Result<void, WriteProblem>> = Promise.resolve(ok(undefined))
  const log = createAccessLog(host, database, opened.vaultKey)
  const letterBox = deriveLetterBox(opened.vaultKey)
  const takeLetters = createLetters(host, letterBox, log, async (command, taken) => {
    await run(vaultRecord.id, command, taken)
    return vault?.saving() === 'saved'
  })

  return {
    get opened() {
      return opened
    },
    vaultRecordId: vaultRecord.id,
    model,
    entries,
    generationOf: (record) => heads.get(record)?.generation ?? 0,
    headOf: (record) => heads.get(record),
    acquire,
    run,
    type: (record, command, input) =>
      using(record, async (live) => (isNewer(live.doc) ? undefined : command(live.doc, input))),
    use: using,
    keyOf: (record) => keys.get(record),
    mergeIn,
    addRecord,
    addMentee: (input) => addRecord((doc) => createMentee(doc, input)),
    device: device.id,
    dismissIncoming: () => setIncoming([]),
    dismissOlder: () => model.setState({ older: false }),
    whenCleared: clearing.done,
    emptiedRooms,
    takeLetters,
    log,
    letterBoxKey: letterBox.publicKey,
    runOnVault: (command, input) => run(vaultRecord.id, command, input),
    listen: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    confirm: (record, waiting) =>
      using(record, async (live) => {
        await live.confirm(waiting)
        heads.set(record, live.head())
        if (live.head().waiting === 0) changes.forget(record)
        publishTotals()
      }).then(() => undefined),
    rewrap: (change) => {
      const next = (): typeof rewrapping => wrapAnew(change)
      rewrapping = rewrapping.then(next, next)
      return rewrapping
    },
    flush,
    close: async () => {
      await within(LOCK_FLUSH_MS, flush())
      closed = true
      unwatchSpace()
      clearTimeout(incomingTimer)
      await within(HAND_OVER_MS, handOver())
      await within(LOCK_CLOSE_MS, Promise.all(open.all().map(([record, entry]) => open.close(record, entry))))
      vaultProjector?.destroy()
      letterBox.forget()
      for (const key of keys.values()) sodium.memzero(key)
      sodium.memzero(opened.vaultKey)
      keys.clear()
      model.setState({ records: {} })
      database.close()
    },
  }
}
