/**
 * A folder that a sync program keeps on several laptops, as the worst of them does it: each laptop has a copy of its own,
 * which files reach late, cut, twice under two names, or not for a while; what was removed comes back; and the folder itself
 * goes away. Every laptop's calls are main's (src-main/disk/sync-folder.ts), without a disk.
 */
import { err, ok } from '../../shared/base/result'
import type { Host } from '../../shared/bridge/host'
import type { SyncFolderProblem } from '../../shared/bridge/sync-folder'

interface Written {
  readonly place: string
  readonly bytes: Uint8Array
}

interface Copy extends Written {
  readonly time: number
}

interface FolderCopy {
  readonly calls: Host['syncFolder']
  /** Set, every call comes to this. */
  problem: SyncFolderProblem | null
  /** Of single files: which another program holds, so that they are not read, or not removed, and which are not even told of. */
  isHeld: (name: string, call: 'read' | 'remove') => boolean
  isUntold: (name: string) => boolean
  readonly files: Map<string, Copy>
}

export interface LossyFolder {
  /** A laptop's copy; the same one for as long as the laptop goes by this name. */
  readonly copyOf: (laptop: string) => FolderCopy
  lossy: boolean
  /** Somebody deletes a file, for all. */
  readonly lose: (name: string) => void
  /** All bytes that laptops have written and not removed. */
  readonly bytes: () => readonly Uint8Array[]
  /** Every copy is as it should be from now on. */
  readonly settle: () => void
}

interface Delivery {
  readonly to: string
  readonly at: number
  readonly name: string
  /** Nothing: it is removed. */
  readonly file: Written | undefined
}

export const createLossyFolder = (random: () => number): LossyFolder => {
  const copies = new Map<string, FolderCopy>()
  /** What all laptops have written and not removed. */
  const truth = new Map<string, Written>()
  /** Names that each laptop has written. */
  const own = new Map<string, Set<string>>()
  let deliveries: Delivery[] = []
  let names = 0
  const folder = { lossy: false }

  const put = (copy: FolderCopy, name: string, file: Written | undefined): void => {
    if (file === undefined) copy.files.delete(name)
    else copy.files.set(name, { ...file, time: Date.now() })
  }

  const send = (from: string, name: string, file: Written | undefined): void => {
    for (const to of copies.keys()) {
      if (to === from) continue
      const now = Date.now()
      const deliver = (after: number, given = file, as = name): void =>
        void deliveries.push({ to, at: now + after, name: as, file: given })
      if (!folder.lossy) {
        deliver(500)
        continue
      }
      const late = random() < 0.4 ? random() * 40_000 : 500
      deliver(late)
      if (file === undefined) {
        // An older copy comes back.
        const old = copies.get(to)?.files.get(name)
        if (old !== undefined && random() < 0.3) deliver(late + random() * 10_000, old)
      } else {
        const { bytes } = file
        const cut = { ...file, bytes: bytes.slice(0, random() * bytes.length) }
        if (random() < 0.3) deliver(random() * late, cut)
        if (random() < 0.2) deliver(late, file, `${name} (conflicted copy ${names++}).sealed`)
        if (random() < 0.2) {
          deliver(late + 2000, undefined)
          deliver(late + 20_000)
        }
      }
    }
  }

  const arrive = (to: string, copy: FolderCopy): void => {
    const due = deliveries.filter((one) => one.to === to && one.at <= Date.now())
    deliveries = deliveries.filter((one) => !due.includes(one))
    for (const { name, file } of due.sort((a, b) => a.at - b.at)) put(copy, name, file)
  }

  const createCopy = (laptop: string): FolderCopy => {
    const mine = new Set<string>()
    own.set(laptop, mine)
    const files = new Map<string, Copy>(
      [...truth].map(([name, file]) => [name, { ...file, time: 0 }]),
    )
    const copy: FolderCopy = {
      problem: null,
      isHeld: () => false,
      isUntold: () => false,
      files,
      calls: {
        choose: async () => 'folder',
        leave: async () => undefined,
        list: async (place) => {
          if (copy.problem !== null) return err(copy.problem)
          arrive(laptop, copy)
          const listed = [...files].flatMap(([name, { bytes, time, place: its }]) =>
            its === place ? [{ name, size: bytes.length, time }] : [],
          )
          const isWritten = [...truth.values()].some((one) => one.place === place)
          return ok({
            there: listed.length > 0 || !isWritten,
            files: listed.filter(({ name }) => !copy.isUntold(name)),
            untold: listed.flatMap(({ name }) => (copy.isUntold(name) ? [name] : [])),
          })
        },
        read: async (_place, name) => {
          if (copy.problem !== null) return err(copy.problem)
          const found = files.get(name)
          return found === undefined || copy.isHeld(name, 'read')
            ? err('unreadable')
            : ok(found.bytes.slice())
        },
        write: async (place, bytes) => {
          if (copy.problem !== null) return err(copy.problem)
          const name = `${laptop}${names++}.sealed`
          mine.add(name)
          const file = { place, bytes }
          truth.set(name, file)
          put(copy, name, file)
          send(laptop, name, file)
          return ok(name)
        },
        keep: async (place, kept) => {
          if (copy.problem !== null) return err(copy.problem)
          let held = 0
          for (const name of mine) {
            if (kept.includes(name) || files.get(name)?.place !== place) continue
            if (copy.isHeld(name, 'remove')) {
              held++
              continue
            }
            truth.delete(name)
            put(copy, name, undefined)
            send(laptop, name, undefined)
          }
          return ok(held)
        },
      },
    }
    return copy
  }

  return {
    get lossy() {
      return folder.lossy
    },
    set lossy(lossy) {
      folder.lossy = lossy
    },
    copyOf: (laptop) => {
      const copy = copies.get(laptop) ?? createCopy(laptop)
      copies.set(laptop, copy)
      return copy
    },
    lose: (name) => {
      truth.delete(name)
      for (const copy of copies.values()) copy.files.delete(name)
    },
    bytes: () => [...truth.values()].map(({ bytes }) => bytes),
    settle: () => {
      folder.lossy = false
      deliveries = []
      for (const [, copy] of copies) {
        copy.problem = null
        for (const name of [...copy.files.keys()]) if (!truth.has(name)) put(copy, name, undefined)
        for (const [name, file] of truth)
          if (copy.files.get(name)?.bytes !== file.bytes) put(copy, name, file)
      }
    },
  }
}
