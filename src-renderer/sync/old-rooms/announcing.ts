/**
 * What is left for the laptops that have not followed yet, a removal or the vault record into another room, where they
 * still look: in the vault's former rooms on a relay (old-rooms.ts) and its former places in a folder
 * (folder/old-places.ts).
 */
import * as v from 'valibot'
import type { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { createEnvelope, type Envelope } from '../../../shared/envelope/envelope'
import { BLOBS } from '../../../shared/envelope/foreign'
import { encodePiece } from '../../../shared/envelope/piece'
import { readSuccessions, writeSuccessions } from '../../../shared/model/caseload/laptop'
import { epochOf } from '../../../shared/vault/epochs'
import { createSealer } from '../../../shared/vault/seal'
import { type Succession, SuccessionSchema } from '../../../shared/vault/succession'
import type { VaultSession } from '../../store/session/vault-session'
import { createSealedField } from '../awareness/sealed-field'

/** An envelope update that says nothing but these announcements, to whoever opens the vault record there. */
export const updateOf = (
  all: readonly Succession[],
  key: Uint8Array,
  record: string,
): Uint8Array => {
  const [vault, envelope] = [new Y.Doc(), new Y.Doc()]
  writeSuccessions(vault, all)
  const nothing = { answers: [], holds: new Map(), knows: new Map() }
  const piece = encodePiece({
    kind: 'update',
    encoding: 1,
    update: Y.encodeStateAsUpdate(vault),
    ...nothing,
  })
  envelope.getArray(BLOBS).push([createSealer(key, record).seal(piece)])
  return Y.encodeStateAsUpdate(envelope)
}

/** The announcements that lead on from an epoch to the one that the vault is in. */
export const announcementsFrom = ({ ring }: VaultSession, epoch: number): readonly Succession[] => {
  const at = ring.chain.findIndex(({ from }) => from === epoch)
  // From an epoch that was left for another one made at the same time, all may be news.
  return at < 0 ? ring.chain : ring.chain.slice(at)
}

/** Reads what stands in the vault record of a former epoch, of which nothing is taken but announcements. */
export const createReader = (
  key: Uint8Array,
  record: string,
): {
  readonly envelope: Envelope
  readonly found: () => readonly Succession[]
  readonly destroy: () => void
} => {
  const read = new Y.Doc()
  const envelope = createEnvelope(read, createSealer(key, record), 'reader')
  return {
    envelope,
    found: () => readSuccessions(read),
    destroy: () => {
      envelope.destroy()
      read.destroy()
    },
  }
}

const MOST_AT_ONCE = 20
const Said = v.object({
  successions: v.pipe(v.array(SuccessionSchema), v.maxLength(MOST_AT_ONCE)),
  /** Where the vault record goes on in the epoch of this room, if it has left it: a generation. */
  movedTo: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
})
/** What whoever is in a room that the vault record has left is to know. */
export type Said = v.InferOutput<typeof Said>

const createField = (key: Uint8Array) =>
  createSealedField(key, { field: 'announced', place: 'announced', schema: Said })

/** What this laptop says in a room of the vault record that it has left. */
export const saidIn = (session: VaultSession, generation: number): Said =>
  epochOf(generation) === session.ring.epoch
    ? { successions: [], movedTo: session.headOf(session.vaultRecordId)?.generation ?? 0 }
    : {
        successions: announcementsFrom(session, epochOf(generation)).slice(-MOST_AT_ONCE),
        movedTo: 0,
      }

/**
 * Says it to whoever is in a left room just now, in its awareness: that arrives although what is stored in the room was
 * damaged on its way, or cannot be read any more.
 */
export const sayIn = (awareness: Awareness, said: Said, key: Uint8Array): void => {
  const field = createField(key)
  field.say(awareness, said)
  field.forget()
}

/** Takes up what others say in a room of this epoch, or of one that was left. */
const takeUp = async (
  { laptops, use, vaultRecordId, ring }: VaultSession,
  epoch: number,
  { successions, movedTo }: Said,
): Promise<void> => {
  await laptops.found(successions)
  // Whom a removal has left out may say where to go in the epoch that they were in, and nowhere else.
  if (epoch !== ring.epoch || epochOf(movedTo) !== epoch) return
  await use(vaultRecordId, async (live) => {
    const here = live.generation()
    // As if it had been read in the room: the plan follows it.
    if (movedTo > Math.max(here, live.envelope.movedTo()))
      live.receive(live.envelope.announceMove(movedTo), here)
  })
}

export interface Hearing {
  readonly listen: (awareness: Awareness) => void
  readonly forget: () => void
}

/** Hears what is said by `sayIn` in a room of an epoch, under that room's key. */
export const createHearing = (session: VaultSession, epoch: number, key: Uint8Array): Hearing => {
  const field = createField(key)
  return {
    listen: (awareness) => {
      awareness.on(
        'change',
        ({ added, updated }: { readonly added: number[]; readonly updated: number[] }) => {
          for (const client of [...added, ...updated]) {
            const said = field.saidBy(awareness, client)
            // Not stored just now, it is said again.
            if (client !== awareness.clientID && said !== undefined)
              takeUp(session, epoch, said).catch(() => undefined)
          }
        },
      )
    },
    forget: field.forget,
  }
}

export const hasBehind = ({ model }: VaultSession): boolean =>
  model.getState().laptops.some(({ state }) => state === 'behind')
