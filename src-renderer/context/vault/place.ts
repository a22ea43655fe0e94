/**
 * Where the coach was: screen, scroll, cursor, and what was typed and not saved. Sealed under the vault key when the
 * vault locks, kept in the main process's memory meanwhile, and opened by the next unlock. What was typed is also kept,
 * sealed, in the profile, so that it is there after a quit.
 */
import { decodeUtf8, encodeUtf8 } from 'lib0/string'
import type { KeyRing } from '../../../shared/vault/key-ring'
import { createSealer } from '../../../shared/vault/seal'
import type { Route } from '../app-state'
import { bringBack, type Draft, dialogsBeingFilled, typedNow } from '../typing/kept-typing'
import { type Cursor, cursorNow, returnCursor } from './cursor'

interface Place {
  readonly route: Route
  readonly scroll: number
  readonly cursor: Cursor | undefined
  readonly typed: Readonly<Record<string, Draft>>
  /** What the dialogs were called that were being filled in. */
  readonly dialogs: readonly string[]
}

const SCROLLER = '[data-scroller]'
/** Of what is kept in the profile, which takes a megabyte of it sealed. */
const MOST_TYPED_BYTES = 800_000

export const sealPlace = (vaultKey: Uint8Array, route: Route): Uint8Array => {
  const place: Place = {
    route,
    scroll: document.querySelector(SCROLLER)?.scrollTop ?? 0,
    cursor: cursorNow(),
    typed: typedNow(),
    dialogs: dialogsBeingFilled(),
  }
  return createSealer(vaultKey, 'place').seal(encodeUtf8(JSON.stringify(place)))
}

type Ring = Pick<KeyRing, 'epochs' | 'vaultKeyOf'>

/** Sealed under the key of this epoch or of one before. */
const opened = <T>(ring: Ring, purpose: string, sealed: Uint8Array): T | undefined => {
  const [found] = ring.epochs.flatMap((epoch) => {
    const key = ring.vaultKeyOf(epoch)
    const plain = key && createSealer(key, purpose).open(sealed)
    return plain?.ok === true ? [plain.value] : []
  })
  return found === undefined ? undefined : (JSON.parse(decodeUtf8(found)) as T)
}

/** Whether a mentee has not said yet that these answers may be kept. */
const isNotToBeKept = (id: string): boolean => id.startsWith('check-in/')

/** The shortest first: a file that somebody pasted keeps no other form from being there again. */
const thatFit = (drafts: readonly (readonly [string, Draft])[]): Place['typed'] => {
  let left = MOST_TYPED_BYTES
  const sized = drafts.map((draft) => ({ draft, bytes: encodeUtf8(JSON.stringify(draft)).length }))
  const fitting = sized
    .sort((a, b) => a.bytes - b.bytes)
    .filter(({ bytes }) => {
      left -= bytes
      return left >= 0
    })
  return Object.fromEntries(fitting.map(({ draft }) => draft))
}

/** What is typed, for the next start of the app; null for nothing. */
export const sealTyping = (vaultKey: Uint8Array): Uint8Array | null => {
  const typed = thatFit(Object.entries(typedNow()).filter(([id]) => !isNotToBeKept(id)))
  if (Object.keys(typed).length === 0) return null
  const typing: Pick<Place, 'typed' | 'dialogs'> = { typed, dialogs: dialogsBeingFilled(typed) }
  return createSealer(vaultKey, 'typing').seal(encodeUtf8(JSON.stringify(typing)))
}

/** Brings back what was typed; returns the titles of dialogs that were being filled in. */
export const openTyping = (ring: Ring, sealed: Uint8Array): readonly string[] => {
  const typing = opened<Pick<Place, 'typed' | 'dialogs'>>(ring, 'typing', sealed)
  if (typing === undefined) return []
  bringBack(typing.typed)
  return typing.dialogs
}

/**
 * Opens a place: its screen, the titles of dialogs that were being filled in, and what to do once it is drawn.
 */
export const openPlace = (
  ring: Ring,
  sealed: Uint8Array,
):
  | { readonly route: Route; readonly dialogs: readonly string[]; readonly settle: () => void }
  | undefined => {
  const place = opened<Place>(ring, 'place', sealed)
  if (place === undefined) return undefined
  bringBack(place.typed)
  return {
    route: place.route,
    dialogs: place.dialogs,
    settle: () => {
      returnCursor(place.cursor)
      document.querySelector(SCROLLER)?.scrollTo(0, place.scroll)
    },
  }
}
