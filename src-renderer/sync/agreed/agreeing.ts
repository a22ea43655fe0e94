/**
 * Whether all laptops have the same. Each says in the vault record what it has (model/caseload/holding.ts), a little
 * after something changed and only while it is at rest with the others; and compares what the others say with what is
 * here. A folder says the same in its heads, and of all laptops that write there (folder/folder-status.ts).
 */
import { createStore, type StoreApi } from 'zustand/vanilla'
import {
  areAgreed,
  type Holding,
  isOfHoldings,
  type LaptopHas,
  laptopHas,
  noteHolding,
  pastOf,
  readHoldings,
  saysMore,
} from '../../../shared/model/caseload/holding'
import type { LiveRecord } from '../../store/record/live-record'
import type { VaultSession } from '../../store/session/vault-session'
import { countAnew, holdingOf, type Kept, readKept, vaultCounts, writeKept } from './held-here'

/** After a change, the next ones are waited for; but not without end. */
const PAUSE_MS = 5000
const MOST_PAUSE_MS = 30_000
/** It is said at most so often. */
const SAY_EVERY_MS = 30_000
/** So many of the moments at which this laptop said what it has are remembered. */
const MOST_PAST = 50

export interface SyncAgreement {
  /** Of each other laptop that belongs to the vault. */
  readonly laptops: readonly LaptopHas[]
  /** By what they last said, all of them have the same as this one. */
  readonly isAgreed: boolean
  /** When all of them last had the same; '' when that is not known. */
  readonly agreedAt: string
}

export const NO_AGREEMENT: SyncAgreement = { laptops: [], isAgreed: false, agreedAt: '' }

export interface Agreeing {
  readonly status: StoreApi<SyncAgreement>
  readonly destroy: () => void
}

/** Watches the vault record for changes of this laptop's that say more than what is held. */
const watchOwn = ({ doc }: LiveRecord) => {
  let isNew = false
  const hear = (transaction: {
    readonly local: boolean
    readonly changed: Map<unknown, unknown>
  }) => {
    if (transaction.local && [...transaction.changed.keys()].some((one) => !isOfHoldings(doc, one)))
      isNew = true
  }
  doc.on('afterTransaction', hear)
  return {
    take: (): boolean => {
      const was = isNew
      isNew = false
      return was
    },
    stop: () => doc.off('afterTransaction', hear),
  }
}

export const createAgreeing = (session: VaultSession, isAtRest: () => boolean): Agreeing => {
  const { device, vaultRecordId } = session
  const status = createStore<SyncAgreement>(() => NO_AGREEMENT)
  let timer: ReturnType<typeof setTimeout> | undefined
  let firstAt: number | undefined
  let saidAt = Number.NEGATIVE_INFINITY
  let isOver = false
  let isLooking = false
  let kept: Kept | undefined
  let own: ReturnType<typeof watchOwn> | undefined

  const lookSoon = (): void => {
    if (isOver) return
    firstAt ??= performance.now()
    clearTimeout(timer)
    const left = firstAt + MOST_PAUSE_MS - performance.now()
    timer = setTimeout(() => void look(), Math.max(0, Math.min(PAUSE_MS, left)))
  }

  const lookAt = async (live: LiveRecord, before: Kept): Promise<void> => {
    own ??= watchOwn(live)
    const records = await countAnew(session, before.records, () => isOver)
    // From here on in one go: what is said is of one moment.
    const last = live.envelope.lastNumber()
    // A change that nobody watched may have been anything.
    const isNew = own.take() || last !== before.last
    const now: Holding = {
      at: new Date().toISOString(),
      own: isNew ? last : before.own,
      vault: vaultCounts(live.envelope.held()),
      records: holdingOf(records),
    }
    const all = readHoldings(live.doc)
    const { laptops } = session.model.getState()
    const others = laptops.filter(({ state }) => state !== 'removed' && state !== 'this')
    const here = { id: device, now, past: before.past }
    kept = { ...before, records, last, own: now.own }
    const ids = [device, ...others.map(({ id }) => id)]
    const agreedOn = JSON.stringify([now.own, Object.entries(now.records).sort()])
    const isAgreed = areAgreed(ids, { ...all, [device]: now })
    if (isAgreed && agreedOn !== before.agreedOn) kept = { ...kept, agreedOn, agreedAt: now.at }
    status.setState({
      laptops: others.map(({ id }) => laptopHas(id, all[id], here)),
      isAgreed,
      agreedAt: kept.agreedAt,
    })
    if (saysMore(device, now, all) && others.length > 0) await say(live, now, kept)
    await writeKept(session, kept)
  }

  const say = async (live: LiveRecord, now: Holding, before: Kept): Promise<void> => {
    const isSaved = live.saving() === 'saved' && isAtRest()
    if (isOver || !isSaved || performance.now() - saidAt < SAY_EVERY_MS) return lookSoon()
    saidAt = performance.now()
    await session.runOnVault(noteHolding, { id: device, ...now })
    const past = [...before.past, pastOf(now, device)].slice(-MOST_PAST)
    kept = { ...before, past, last: live.envelope.lastNumber() }
  }

  const look = async (): Promise<void> => {
    if (isLooking) return lookSoon()
    isLooking = true
    firstAt = undefined
    try {
      kept ??= await readKept(session)
      const before = kept
      await session.use(vaultRecordId, (live) => lookAt(live, before))
    } catch {
      // The store refuses, or the vault is being closed: it is looked at again after the next change.
    } finally {
      isLooking = false
    }
  }

  const stopListening = session.listen({ stored: lookSoon, entries: lookSoon })
  lookSoon()

  return {
    status,
    destroy: () => {
      isOver = true
      clearTimeout(timer)
      stopListening()
      own?.stop()
    },
  }
}
