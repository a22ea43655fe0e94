/**
 * The history of the records, while the vault is open: what an item said before a sitting goes into its record's
 * companion, a record of its own (docs/decisions/0028-a-companion-keeps-the-history.md). There is none until there is
 * something to keep, and it is open only while it is written, read or synced.
 */
import type { StoreApi } from 'zustand/vanilla'
import { isNewer } from '../../../shared/crdt/record'
import { beginHistory } from '../../../shared/crdt/vault-record'
import { type Kept, keptName } from '../../../shared/model/history/said'
import { surplusIn } from '../../../shared/model/history/thinning'
import {
  addVersions,
  dropVersions,
  keepVersion,
  readVersions,
  type Version,
} from '../../../shared/model/history/version'
import type { Database } from '../disk/database'
import type { LiveRecord } from '../record/live-record'
import type { OpenRecord, OpenRecords } from '../record/open-records'
import type { Listeners } from './listeners'
import type { History, Sitting } from './open-vault'
import type { ReadModel } from './read-model'
import type { RecordKeys } from './record-keys'

/** Rewriting a history costs as much as it is long: some wait for others. */
const FEW_THINNED = 8
/** Between two records that are tended, so that nobody waits for it. */
const TEND_PAUSE_MS = 50
/** The row of `meta` with the day of the vault on which that was done last. */
const TENDED = 'history-tended'

const surplusOf = (versions: readonly Version[], { vault }: ReadModel) =>
  surplusIn(versions, { seen: vault.seenDay, days: vault.settings.historyDays })

const withoutSurplus = (versions: readonly Version[], model: ReadModel): readonly Version[] => {
  const { expired, thinned } = surplusOf(versions, model)
  return versions.filter(({ id }) => !expired.includes(id) && !thinned.includes(id))
}

/** Takes what is kept no longer out of a companion that was just opened, and out of all that was ever sealed of it. */
export const thinHistory = async ({ doc, purge }: LiveRecord, model: ReadModel): Promise<void> => {
  const { expired, thinned } = surplusOf(readVersions(doc), model)
  if (expired.length === 0 && thinned.length < FEW_THINNED) return
  dropVersions(doc, [...expired, ...thinned])
  await purge()
}

export const createHistory = ({
  database,
  model,
  keys,
  open,
  listen,
  device,
  closing,
}: {
  readonly database: Database
  readonly model: StoreApi<ReadModel>
  readonly keys: RecordKeys
  readonly open: OpenRecords
  readonly listen: Listeners['listen']
  readonly device: string
  readonly closing: AbortSignal
}): History => {
  let last: Promise<void> = Promise.resolve()
  /** One after the other; what cannot be kept just now is not missed in the record itself. */
  const inTurn = (act: () => Promise<void>): Promise<void> => {
    last = last.then(act).catch(() => undefined)
    return last
  }

  const isBegun = (companion: string): boolean => keys.get(companion) !== undefined

  const write = async (record: string, change: (live: LiveRecord) => void): Promise<void> => {
    const companion = keys.companionOf(record)
    if (companion === undefined) return
    if (!isBegun(companion.id)) {
      // That there is one is stored before anything is sealed for it.
      const list = async ({ live }: OpenRecord): Promise<void> => {
        if (isNewer(live.doc)) return
        beginHistory(live.doc, record)
        await live.flush()
      }
      await keys.adding(companion.id, companion.key, () => open.using(keys.vaultRecord, list))
    }
    await open.using(companion.id, async ({ live }) => {
      change(live)
      await live.flush()
    })
  }

  const keep = async ({ record, item, said, at }: Sitting): Promise<void> => {
    const { seenDay, settings } = model.getState().vault
    if (settings.historyDays === 0) return
    const version = { of: keptName(item), at, device, said }
    const isBehind = seenDay !== null && at.slice(0, 10) < seenDay
    await write(record, ({ doc }) =>
      keepVersion(doc, isBehind ? { ...version, counts: seenDay } : version),
    )
  }
  const stop = listen({
    stored: () => undefined,
    entries: () => undefined,
    sitting: (sitting) => void inTurn(() => keep(sitting)),
  })
  closing.addEventListener('abort', stop)

  return {
    follow: (record, item, hear) =>
      followVersions({ model, keys, open, listen }, record, item, hear),
    read: async (record) => {
      await last
      const companion = keys.companionOf(record)
      const all =
        companion === undefined || !isBegun(companion.id)
          ? undefined
          : await open.using(companion.id, async ({ live }) => readVersions(live.doc))
      return withoutSurplus(all ?? [], model.getState())
    },
    takeIn: (record, versions) =>
      inTurn(() =>
        versions.length === 0 || model.getState().vault.settings.historyDays === 0
          ? Promise.resolve()
          : write(record, ({ doc }) => addVersions(doc, versions)),
      ),
    tend: async (when) => {
      const { seenDay } = model.getState().vault
      if (when === 'daily' && (await database.meta.get(TENDED))?.value === (seenDay ?? '')) return
      for (const record of Object.keys(model.getState().records)) {
        const companion = keys.companionOf(record)
        if (closing.aborted || companion === undefined || !isBegun(companion.id)) continue
        await open
          .using(companion.id, ({ live }) => thinHistory(live, model.getState()))
          .catch(() => undefined)
        await new Promise((resolve) => setTimeout(resolve, TEND_PAUSE_MS))
      }
      if (!closing.aborted) await database.meta.put({ key: TENDED, value: seenDay ?? '' })
    },
    settled: () => last,
  }
}

const followVersions = (
  {
    model,
    keys,
    open,
    listen,
  }: {
    readonly model: StoreApi<ReadModel>
    readonly keys: RecordKeys
    readonly open: OpenRecords
    readonly listen: Listeners['listen']
  },
  record: string,
  item: Kept,
  hear: (versions: readonly Version[]) => void,
): (() => void) => {
  let ended = false
  let begun = false
  let release = (): void => undefined
  const begin = async (): Promise<void> => {
    const companion = keys.companionOf(record)
    if (ended || begun) return
    if (companion === undefined || keys.get(companion.id) === undefined) return hear([])
    begun = true
    const lease = await open.acquire(companion.id)
    if (lease === undefined) return
    const { doc } = lease.live
    const look = (): void =>
      hear(withoutSurplus(readVersions(doc, keptName(item)), model.getState()))
    release = () => {
      doc.off('update', look)
      lease.release()
    }
    if (ended) return release()
    doc.on('update', look)
    look()
  }
  // There may be none yet, and the first while it is looked at.
  const stop = listen({ stored: () => undefined, entries: () => void begin() })
  begin().catch(() => hear([]))
  return () => {
    ended = true
    stop()
    release()
  }
}
