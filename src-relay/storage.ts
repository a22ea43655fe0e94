/**
 * What the relay keeps, in LevelDB: each room's document (ciphertext inside) and the hash of the token that claimed
 * it. A stored document that cannot be read is set aside, not deleted: the devices fill the room again.
 */
import { createHash, timingSafeEqual } from 'node:crypto'
import { ClassicLevel } from 'classic-level'

export interface Storage {
  /** Claims the room for the token at its first visit; afterwards says whether the token is the one. */
  readonly admit: (room: string, token: string) => Promise<'admitted' | 'refused' | 'full'>
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
  const queues = new Map<string, Promise<unknown>>()
  let rooms = 0
  for await (const _ of level.keys({ gte: CLAIM, lt: CLAIM + PREFIX_END })) rooms++

  const admit: Storage['admit'] = async (room, token) => {
    const given = createHash('sha256').update(token).digest()
    const claim = await level.get(CLAIM + room)
    if (claim !== undefined)
      return claim.length === given.length && timingSafeEqual(claim, given) ? 'admitted' : 'refused'
    if (rooms >= maxRooms) return 'full'
    rooms++
    await level.put(CLAIM + room, given, { sync: true })
    return 'admitted'
  }

  return {
    // Two first visitors at once: the second sees the first one's claim.
    admit: (room, token) => {
      const turn = (queues.get(room) ?? Promise.resolve()).then(() => admit(room, token))
      const settled = turn
        .catch(() => undefined)
        .finally(() => queues.get(room) === settled && queues.delete(room))
      queues.set(room, settled)
      return turn
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
