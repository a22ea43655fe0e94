/**
 * What one relay keeps on its own disk: each room's document (ciphertext inside), the hash of the token that claimed
 * it, and since when a room has nothing in it. Nothing here throws at whoever knocks: what the disk does not take is
 * answered 'full', or tried again by whoever asked. A stored document that cannot be read is set aside, not deleted.
 */
import { timingSafeEqual } from 'node:crypto'
import * as Y from 'yjs'
import { type Disk, isDamage, openDisk, openToRead, type Write } from './level'
import { type Log, roomLabel } from './log'
import { hashOf, isEmptyDocument, type Storage } from './storage'

export interface StorageOptions {
  readonly data: string
  readonly maxRooms: number
  /** How long a disk that failed is left alone. */
  readonly retryMs: number
}

const CLAIM = 'claim/'
const DOCUMENT = 'document/'
const EMPTY = 'empty/'
const ASIDE = 'aside/'

interface Claim {
  readonly hash: Uint8Array
  /** Whether the claim is on the disk. */
  readonly written: Promise<boolean>
}

const timeToBytes = (time: number): Uint8Array => new TextEncoder().encode(String(time))
const bytesToTime = (bytes: Uint8Array): number => Number(new TextDecoder().decode(bytes))

const put = (key: string, value: Uint8Array): Write => ({ type: 'put', key, value })
const del = (key: string): Write => ({ type: 'del', key })

const everythingOf = (room: string): readonly Write[] => [
  del(CLAIM + room),
  del(EMPTY + room),
  del(DOCUMENT + room),
]

/** Each room's document, and since when it has had nothing in it. */
const documentsOn = (
  disk: Disk,
  claims: ReadonlyMap<string, Claim>,
  emptySince: Map<string, number>,
  log: Log,
): Pick<Storage, 'load' | 'draft'> => {
  const read = async (room: string): Promise<Uint8Array | undefined> => {
    try {
      return await disk.get(DOCUMENT + room)
    } catch (error) {
      // Unreadable blocks: the laptops fill the room again. A disk that rests is asked again later.
      if (!isDamage(error)) throw error
      log('damaged-room', { room: roomLabel(room) })
      return undefined
    }
  }

  const store = async (room: string, state: Uint8Array, isEmpty: boolean): Promise<void> => {
    const since = isEmpty ? (emptySince.get(room) ?? Date.now()) : undefined
    const isMarked = emptySince.has(room)
    const mark: Write[] = []
    if (since === undefined && isMarked) mark.push(del(EMPTY + room))
    if (since !== undefined && !isMarked) mark.push(put(EMPTY + room, timeToBytes(since)))
    await disk.write([put(DOCUMENT + room, state), ...mark], true)
    if (since === undefined) emptySince.delete(room)
    else emptySince.set(room, since)
  }

  return {
    load: async (room, document) => {
      const state = await read(room)
      if (state === undefined) return 0
      try {
        Y.applyUpdate(document, state)
        return state.length
      } catch {
        log('damaged-room', { room: roomLabel(room), bytes: state.length })
        const aside = put(`${ASIDE}${room}/${Date.now()}`, state)
        await disk.write([aside, del(DOCUMENT + room)], true).catch(() => undefined)
        return 0
      }
    },
    draft: (room, document) => {
      const state = Y.encodeStateAsUpdate(document)
      const isEmpty = isEmptyDocument(document)
      return {
        bytes: state.length,
        write: async () => {
          // Without its claim a document would be anybody's.
          if (!(await claims.get(room)?.written)) return 'gone'
          await store(room, state, isEmpty)
          return 'stored'
        },
      }
    },
  }
}

export const openStorage = async (
  { data, maxRooms, retryMs }: StorageOptions,
  log: Log,
  /** The documents that were stored are no longer. */
  lost: () => void,
): Promise<Storage> => {
  // All claims in memory (some 200 bytes a room): a visitor is admitted without waiting for the disk.
  const claims = new Map<string, Claim>()
  const emptySince = new Map<string, number>()

  const disk = await openDisk(data, [CLAIM, EMPTY], retryMs, {
    replaced: (aside) => {
      log('damaged-data', { aside })
      lost()
      return [
        ...[...claims].map(([room, { hash }]) => put(CLAIM + room, hash)),
        ...[...emptySince].map(([room, time]) => put(EMPTY + room, timeToBytes(time))),
      ]
    },
    failed: (code) => log('disk-failed', { code }),
  })
  for await (const [key, hash] of disk.entries(CLAIM))
    claims.set(key.slice(CLAIM.length), { hash, written: Promise.resolve(true) })
  for await (const [key, time] of disk.entries(EMPTY))
    emptySince.set(key.slice(EMPTY.length), bytesToTime(time))

  const claim = (room: string, hash: Uint8Array): Claim => {
    const time = Date.now()
    // Written before the room's first document is, in the same log; one lost with the power is made again.
    const written = disk
      .write([put(CLAIM + room, hash), put(EMPTY + room, timeToBytes(time))], false)
      .then(
        () => true,
        () => {
          claims.delete(room)
          emptySince.delete(room)
          return false
        },
      )
    const made = { hash, written }
    claims.set(room, made)
    emptySince.set(room, time)
    return made
  }

  return {
    admit: async (room, { token }, mayClaim) => {
      const given = hashOf(token)
      const known = claims.get(room)
      if (known !== undefined) {
        const isTheOne = known.hash.length === given.length && timingSafeEqual(known.hash, given)
        return isTheOne ? { coach: undefined, claimed: known.written } : 'refused'
      }
      const answer = mayClaim()
      if (answer !== 'yes') return answer
      if (claims.size >= maxRooms) return 'full'
      return { coach: undefined, claimed: claim(room, given).written }
    },
    ...documentsOn(disk, claims, emptySince, log),
    forget: () => undefined,
    expire: async (time, isOpen) => {
      const rooms = [...emptySince].flatMap(([room, since]) =>
        since < time && !isOpen(room) ? [room] : [],
      )
      // Forgotten first: whoever comes while it is written claims the room anew, and is written after.
      for (const room of rooms) {
        claims.delete(room)
        emptySince.delete(room)
      }
      if (rooms.length > 0) await disk.write(rooms.flatMap(everythingOf), true)
      return rooms.length
    },
    close: disk.close,
  }
}

export interface KeptRoom {
  readonly room: string
  /** The hash of it. */
  readonly token: Uint8Array
  readonly document: Uint8Array | undefined
  readonly emptySince: Date | undefined
}

/** All rooms of a store that no relay has open, for one that moves elsewhere. Nothing in it is changed. */
export async function* readStore(data: string): AsyncGenerator<KeptRoom> {
  const disk = await openToRead(data)
  try {
    for await (const [key, token] of disk.entries(CLAIM)) {
      const room = key.slice(CLAIM.length)
      const since = await disk.get(EMPTY + room)
      const document = await disk.get(DOCUMENT + room)
      const emptySince = since === undefined ? undefined : new Date(bytesToTime(since))
      yield { room, token, document, emptySince }
    }
  } finally {
    await disk.close()
  }
}
