/**
 * Where the coach was: screen, scroll, cursor, and what was typed and not saved. Sealed under the vault key when the
 * vault locks, kept in the main process's memory meanwhile, and opened by the next unlock.
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

/**
 * Opens a place, sealed under the key of this epoch or of one before: its screen, the titles of dialogs that were being
 * filled in, and what to do once it is drawn.
 */
export const openPlace = (
  ring: Pick<KeyRing, 'epochs' | 'vaultKeyOf'>,
  sealed: Uint8Array,
):
  | { readonly route: Route; readonly dialogs: readonly string[]; readonly settle: () => void }
  | undefined => {
  const [opened] = ring.epochs.flatMap((epoch) => {
    const key = ring.vaultKeyOf(epoch)
    const plain = key && createSealer(key, 'place').open(sealed)
    return plain?.ok === true ? [plain.value] : []
  })
  if (opened === undefined) return undefined
  const place = JSON.parse(decodeUtf8(opened)) as Place
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
