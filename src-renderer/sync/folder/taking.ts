/**
 * Taking in what lies in the folder: envelope updates, which go the very way of those that a relay brings
 * (`LiveRecord.receive`), so that whatever heals there heals here, and news and conflicts are told.
 *
 * An update follows on what came before it. Where that is not here (a file that is late), it is left for when it is. And
 * a record whose changes are all here already is not even opened.
 */
import * as Y from 'yjs'
import { destroyedRecords } from '../../../shared/crdt/vault-record'
import { isWithin, NO_VECTOR, unionOf } from '../../../shared/envelope/vectors'
import type { LiveRecord } from '../../store/record/live-record'
import type { VaultSession } from '../../store/session/vault-session'
import type { Entry, LevelFile } from './folder-file'
import type { FolderMemory } from './folder-memory'

/** Records that are taken in at once: each waits for the disk most of the time. */
const AT_ONCE = 6

interface Waiting {
  readonly entry: Entry
  readonly level: number
  /** The laptop that wrote it. */
  readonly device: string
}

export interface Taking {
  /** Takes in what it can of these files; resolves to those of which nothing is left to take. */
  readonly take: (
    files: ReadonlyMap<string, LevelFile>,
    progress: (done: number, of: number) => void,
  ) => Promise<ReadonlySet<string>>
}

const byRecord = (files: ReadonlyMap<string, LevelFile>): Map<string, Waiting[]> => {
  const all = new Map<string, Waiting[]>()
  for (const { level, device, entries } of files.values())
    for (const entry of entries)
      all.set(entry.record, [...(all.get(entry.record) ?? []), { entry, level, device }])
  return all
}

const someAtOnce = async <T>(all: readonly T[], work: (one: T) => Promise<void>): Promise<void> => {
  const queue = [...all]
  const some = async (): Promise<void> => {
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) await work(next)
  }
  await Promise.all(Array.from({ length: AT_ONCE }, some))
}

export const createTaking = (session: VaultSession, known: () => FolderMemory): Taking => {
  const vault = session.vaultRecordId

  const isHere = ({ record, generation, until }: Entry): boolean => {
    const lying = known().lying.get(record)
    return (
      session.headOf(record) !== undefined &&
      lying?.generation === generation &&
      isWithin(until, lying.vector)
    )
  }

  /**
   * All that is stored of the record now, as far as it lies in the folder: in files of others. One of this laptop's own that it
   * reads was forgotten in a crash, and is removed once what is in it is written anew.
   */
  const remember = (live: LiveRecord, taken: readonly Waiting[]): void => {
    const generation = live.generation()
    const before = known().lying.get(live.id)
    let vector = before?.generation === generation ? before.vector : NO_VECTOR
    for (const { entry, device } of taken)
      if (entry.generation === generation && device !== session.device)
        vector = unionOf(vector, entry.until)
    const isAll = isWithin(Y.encodeStateVector(live.envelope.doc), vector)
    known().lying.set(live.id, {
      generation,
      vector,
      commits: isAll ? live.head().commits : -1,
    })
  }

  const takeInto = async (
    live: LiveRecord,
    waiting: readonly Waiting[],
  ): Promise<readonly Entry[]> => {
    const taken: Waiting[] = []
    const inOrder = [...waiting].sort(
      (a, b) => a.entry.generation - b.entry.generation || a.level - b.level,
    )
    for (const one of inOrder) {
      const { generation, since, update } = one.entry
      if (generation > live.generation()) await live.moveTo(generation)
      if (!live.holds(since, generation)) continue
      live.receive(update, generation, 'folder')
      taken.push(one)
    }
    live.tend()
    // Nothing is behind these files that would bring what is still missing.
    if (taken.length === inOrder.length && live.envelope.missing().size > 0) live.askForMissing()
    await live.flush()
    if (live.saving() !== 'saved' || live.head().generation !== live.generation()) return []
    remember(live, taken)
    return taken.map(({ entry }) => entry)
  }

  const takeRecord = async (
    record: string,
    waiting: readonly Waiting[],
  ): Promise<readonly Entry[]> => {
    const here = waiting.filter(({ entry }) => isHere(entry))
    const others = waiting.filter(({ entry }) => !isHere(entry))
    const taken =
      others.length === 0
        ? []
        : ((await session.use(record, (live) => takeInto(live, others)).catch(() => undefined)) ??
          [])
    return [...here.map(({ entry }) => entry), ...taken]
  }

  const erased = async (): Promise<ReadonlySet<string>> =>
    new Set(await session.use(vault, async ({ doc }) => destroyedRecords(doc)))

  return {
    take: async (files, progress) => {
      if (files.size === 0) return new Set()
      const left = byRecord(files)
      const taken = new Set<Entry>()
      // First: it says which others there are.
      for (const entry of await takeRecord(vault, left.get(vault) ?? [])) taken.add(entry)
      left.delete(vault)
      const gone = await erased()
      let done = 0
      await someAtOnce([...left], async ([record, waiting]) => {
        const entries = gone.has(record)
          ? waiting.map(({ entry }) => entry)
          : await takeRecord(record, waiting)
        for (const entry of entries) taken.add(entry)
        progress(++done, left.size)
      })
      const whole = [...files].filter(([, { entries }]) => entries.every((one) => taken.has(one)))
      return new Set(whole.map(([hash]) => hash))
    },
  }
}
