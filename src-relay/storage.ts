/**
 * What the relay keeps, in LevelDB: each room's document (ciphertext inside) and the hash of the token that claimed
 * it. A stored document that cannot be read is set aside, not deleted: the devices fill the room again.
 */
import { createHash, timingSafeEqual } from 'node:crypto'
import { ClassicLevel } from 'classic-level'

export interface Storage {
  /** Claims the room for the token at its first visit; afterwards says whether the token is the one. */
  readonly admit: (room: string, token: string) => 'admitted' | 'refused' | 'full'
  readonly load: (room: string) => Promise<Uint8Array | undefined>
  /** Written and flushed when it resolves. */
  readonly store: (room: string, state: Uint8Array) => Promise<void>
  readonly setAside: (room: string, state: Uint8Array) => Promise<void>
  readonly close: () => Promise<void>
}

const CLAIM = 'claim/'
const DOCUMENT = 'document/'
const ASIDE = 'aside/'
/** Sorts after every key with the prefix. */
const PREFIX_END = '\uffff'

export const openStorage = async (directory: string, maxRooms: number): Promise<Storage> => {
  const level = new ClassicLevel<string, Uint8Array>(directory, { valueEncoding: 'view' })
  await level.open()
  // All claims in memory (about 100 bytes a room): a visitor is admitted without waiting for the disk.
  const claims = new Map<string, Uint8Array>()
  for await (const [key, hash] of level.iterator({ gte: CLAIM, lt: CLAIM + PREFIX_END }))
    claims.set(key.slice(CLAIM.length), hash)

  return {
    admit: (room, token) => {
      const given = createHash('sha256').update(token).digest()
      const claim = claims.get(room)
      if (claim !== undefined)
        return claim.length === given.length && timingSafeEqual(claim, given) ? 'admitted' : 'refused'
      if (claims.size >= maxRooms) return 'full'
      claims.set(room, given)
      // Written before the room's first document is, in the same log; one lost with the power is made again.
      void level.put(CLAIM + room, given)
      return 'admitted'
    },
    load: (room) => level.get(DOCUMENT + room),
    store: (room, state) => level.put(DOCUMENT + room, state, { sync: true }),
    setAside: async (room, state) => {
      await level.put(`${ASIDE}${room}/${Date.now()}`, state, { sync: true })
      await level.del(DOCUMENT + room, { sync: true })
    },
    close: () => level.close(),
  }
}
