/** What an envelope offers to whoever stores and sends it: the contract of envelope.ts. */
import type * as Y from 'yjs'
import type { Changes } from './numbering'

export interface EnvelopeChange {
  /** Update of the envelope document (ciphertext). */
  readonly update: Uint8Array
  /** The sealed blobs that it adds, for the sealed folder. */
  readonly blobs: readonly Uint8Array[]
}

export interface EnvelopeReport {
  /** Blobs that do not open here and that nobody has made up for yet. */
  readonly damaged: number
  /** Blobs that did not open here and whose content another device has sent again. */
  readonly healed: number
  /** Blobs that only a newer version can read. */
  readonly newer: number
  /** Requests of others that this session has answered. */
  readonly answered: number
  /** Updates that were not let in. */
  readonly refused: number
  /** Bytes of all blobs that cannot be read here. */
  readonly unreadBytes: number
}

/** How small an envelope is compacted still: when a record is opened, on request, or whatever there is. */
export type CompactWhen = 'many' | 'several' | 'any'

export interface Envelope {
  readonly doc: Y.Doc
  /** Applies envelope updates that are stored here already. */
  readonly load: (updates: readonly Uint8Array[]) => void
  /** Applies an update from a relay or peer; refuses one that no envelope wrote. */
  readonly receive: (update: Uint8Array) => EnvelopeChange | undefined
  /** Seals a record update (first encoding) that the record has already applied, with the changes of others in it. */
  readonly append: (update: Uint8Array, ofOthers?: Changes) => EnvelopeChange | undefined
  /** Takes blobs from a sealed folder: those that hold something new are added, as they are. */
  readonly restore: (blobs: readonly Uint8Array[]) => EnvelopeChange | undefined
  /** Begins a fresh envelope with all that the record holds, as the next generation of another one. */
  readonly succeed: (former: Envelope) => EnvelopeChange | undefined
  /** Whether a blob opens here; one that does not is to be kept wherever it is. */
  readonly opens: (blob: Uint8Array) => boolean
  /**
   * Replaces every opened blob by one snapshot. `many` leaves a small envelope alone; `any` also replaces a single
   * blob, which may be older updates merged, with what was deleted since still in it.
   */
  readonly compact: (options?: { readonly when: CompactWhen }) => EnvelopeChange | undefined
  /** Sends again what other devices asked for, and asks them for what does not open here. Call it now and then. */
  readonly tend: () => EnvelopeChange | undefined
  /** Asks the others for changes that have not arrived, unless that is asked already. Call it when they should have. */
  readonly askForMissing: () => EnvelopeChange | undefined
  /** A device is known to have made changes up to this number. */
  readonly hear: (device: string, number: number) => void
  /** Changes that are known to have been made, and whose content has not reached this envelope. */
  readonly missing: () => Changes
  /** The changes whose content is here. */
  readonly held: () => Changes
  /** The number of this device's last change. */
  readonly lastNumber: () => number
  /**
   * An update that tells whoever still reads this envelope that the record goes on in a later generation. It is not
   * part of the envelope here: it is sent and not stored, and what is stored must not follow on what is not.
   */
  readonly announceMove: (generation: number) => Uint8Array
  /** The latest generation announced in here, or 0. */
  readonly movedTo: () => number
  /** All blobs present, opened or not. */
  readonly blobs: () => readonly Uint8Array[]
  /** Blobs of a newer Confidant, within bounds: they go along to a new generation. */
  readonly newerBlobs: () => readonly Uint8Array[]
  readonly report: () => EnvelopeReport
  readonly destroy: () => void
}
