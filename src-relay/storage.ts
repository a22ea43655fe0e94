/**
 * What a relay keeps, whichever way: on its own disk (level-storage.ts), or in the database that several relays share
 * (cluster/). The rooms (rooms.ts) know this much of it and no more.
 */
import { createHash } from 'node:crypto'
import * as Y from 'yjs'
import type { Credentials } from './admission'
import type { Allowance } from './brake'

export type Refusal = 'refused' | 'full' | 'needs-secret' | 'too-many-claims' | 'unavailable'
/** Admitted to a room. */
export interface Owner {
  /** Whose it is, where the relay has coaches: they have a part of it and no more. */
  readonly coach: number | undefined
  /** Whether the room's claim is written, where that is still under way: nobody stays in a room whose claim is not. */
  readonly claimed?: Promise<boolean>
}

/** A document as it is in this moment, on its way to the disk. */
interface Draft {
  /** Of the room, once it is written. */
  readonly bytes: number
  /**
   * Written and flushed when it resolves to 'stored'; rejects when it may be tried again. 'gone': the room is nobody's
   * any more. 'full': its coach has their fill.
   */
  readonly write: () => Promise<'stored' | 'gone' | 'full'>
}

/** What was found of an open room that other relays keep too. */
interface Found {
  readonly room: string
  /** What is stored of it now. */
  readonly vector: Uint8Array
}

/** Where several relays keep the same rooms, they read what the others have stored. */
export interface Shared {
  /** Reads it into the documents that are open. `lost`: rooms of which less is stored than there was. */
  readonly catchUp: (documents: ReadonlyMap<string, Y.Doc>) => Promise<{
    readonly found: readonly Found[]
    readonly lost: readonly string[]
    readonly gone: readonly string[]
  }>
  /** Whether all that is in the document is stored. */
  readonly hasAll: (room: string, document: Y.Doc) => boolean
  /** The origin of what `catchUp` reads into a document. */
  readonly origin: object
}

/** Whose rooms a relay keeps, where it keeps account of that. */
export interface Coaches {
  /**
   * Lets a coach's socket in, or not: they have their fill. `turnAway` is called if the coach is revoked while it is
   * open.
   */
  readonly enter: (
    coach: number,
    turnAway: () => void,
  ) => { readonly allowance: Allowance; readonly leave: () => void } | undefined
}

export interface Storage {
  /**
   * Claims the room for the token at its first visit, if `mayClaim` says nothing against it; afterwards says whether
   * the token is the one. A claim that cannot be written is none, and nothing is stored in its room.
   */
  readonly admit: (
    room: string,
    credentials: Credentials,
    mayClaim: () => 'yes' | Exclude<Refusal, 'refused' | 'full'>,
  ) => Promise<Owner | Refusal>
  /** Fills a document that is being opened. Resolves to the room's bytes; 0 when nothing is stored. */
  readonly load: (room: string, document: Y.Doc) => Promise<number>
  readonly draft: (room: string, document: Y.Doc) => Draft
  /** The room is not open here any more. */
  readonly forget: (room: string) => void
  /** Gives up the rooms that had nothing in them since before `time`; what is open stays. Resolves to how many. */
  readonly expire: (time: number, isOpen: (room: string) => boolean) => Promise<number>
  readonly shared?: Shared
  readonly coaches?: Coaches
  readonly close: () => Promise<void>
}

/** All that is kept of a room's token. */
export const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest()

/** Whether nothing in the document is there any more, or ever was. */
export const isEmptyDocument = (document: Y.Doc): boolean => {
  for (const structs of document.store.clients.values())
    for (const struct of structs) if (struct instanceof Y.Item && !struct.deleted) return false
  return document.store.pendingStructs === null
}
