/**
 * What is left for the laptops that have not followed a removal yet, where they still look: in the vault's former rooms on a
 * relay (old-rooms.ts) and its former places in a folder (folder/old-places.ts).
 */
import { fromBase64, toBase64 } from 'lib0/buffer'
import { decodeUtf8, encodeUtf8 } from 'lib0/string'
import * as v from 'valibot'
import type { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { createEnvelope, type Envelope } from '../../shared/envelope/envelope'
import { BLOBS } from '../../shared/envelope/foreign'
import { encodePiece } from '../../shared/envelope/piece'
import { readSuccessions, writeSuccessions } from '../../shared/model/caseload/laptop'
import { createSealer } from '../../shared/vault/seal'
import { type Succession, SuccessionSchema } from '../../shared/vault/succession'
import type { VaultSession } from '../store/session/vault-session'

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

const FIELD = 'announced'
const PLACE = 'announced'
const MOST_AT_ONCE = 20
const Announced = v.pipe(v.array(SuccessionSchema), v.maxLength(MOST_AT_ONCE))

/**
 * Says announcements to whoever is in a former room just now, in its awareness: that arrives although what is stored in the
 * room was damaged on its way, or cannot be read any more.
 */
export const sayIn = (awareness: Awareness, all: readonly Succession[], key: Uint8Array): void => {
  const sealer = createSealer(key, PLACE)
  const sealed = sealer.seal(encodeUtf8(JSON.stringify(all.slice(-MOST_AT_ONCE))))
  sealer.forget()
  awareness.setLocalStateField(FIELD, toBase64(sealed))
}

/** Hears what is said by `sayIn`, until the sealer, of the key of the epoch that the room is of, is forgotten. */
export const createHearing = (
  key: Uint8Array,
  heard: (all: readonly Succession[]) => void,
): { readonly listen: (awareness: Awareness) => void; readonly forget: () => void } => {
  const sealer = createSealer(key, PLACE)
  const open = (sealed: unknown): readonly Succession[] => {
    if (typeof sealed !== 'string') return []
    try {
      const opened = sealer.open(fromBase64(sealed))
      const all = opened.ok
        ? v.safeParse(Announced, JSON.parse(decodeUtf8(opened.value)))
        : undefined
      return all?.success === true ? all.output : []
    } catch {
      // Not of this vault's laptops.
      return []
    }
  }
  return {
    listen: (awareness) => {
      awareness.on(
        'change',
        ({ added, updated }: { readonly added: number[]; readonly updated: number[] }) => {
          for (const client of [...added, ...updated]) {
            const all = open(awareness.getStates().get(client)?.[FIELD])
            if (client !== awareness.clientID && all.length > 0) heard(all)
          }
        },
      )
    },
    forget: sealer.forget,
  }
}

export const hasBehind = ({ model }: VaultSession): boolean =>
  model.getState().laptops.some(({ state }) => state === 'behind')
