/** The blobs that are present in an envelope: what each of them is to this reader, and what that comes to. */
import type * as Y from 'yjs'
import type { EnvelopeReport } from './contract'
import type { Changes } from './numbering'
import type { BlobId } from './piece'

/** Blobs of a newer Confidant go along to a new generation, up to this. */
const MOST_NEWER_BYTES = 4 * 1024 * 1024

export type Present =
  | { readonly state: 'update' | 'moved'; readonly blob: Uint8Array }
  | {
      readonly state: 'want'
      readonly blob: Uint8Array
      readonly wanted: readonly BlobId[]
      readonly changes: Changes
    }
  /** `sealed`: whoever wrote it had the key, so that nobody needs to be asked for it. */
  | {
      readonly state: 'damaged' | 'newer'
      readonly blob: Uint8Array | undefined
      readonly sealed: boolean
    }

type Unread = Extract<Present, { state: 'damaged' | 'newer' }>

export const isUnread = (entry: Present | undefined): entry is Unread =>
  entry?.state === 'damaged' || entry?.state === 'newer'

/** A damaged version byte looks like a newer format: both are asked for. */
export const isToBeAskedFor = (entry: Present | undefined): boolean =>
  isUnread(entry) && !entry.sealed

export const idOf = (item: Y.Item): BlobId => `${item.id.client}:${item.id.clock}`

export const blobOf = (item: Y.Item): Uint8Array | undefined => {
  const [value] = item.content.getContent() as unknown[]
  return item.length === 1 && value instanceof Uint8Array ? value : undefined
}

/** The blob of an update of the record. */
export const updateBlob = (entry: Present | undefined): readonly Uint8Array[] =>
  entry?.state === 'update' ? [entry.blob] : []

/** Blobs of a newer Confidant, within bounds. */
export const newerBlobsOf = (present: ReadonlyMap<BlobId, Present>): readonly Uint8Array[] => {
  const newer = [...present.values()].flatMap((entry) =>
    entry.state === 'newer' && entry.sealed && entry.blob !== undefined ? [entry.blob] : [],
  )
  return newer.reduce((sum, { length }) => sum + length, 0) <= MOST_NEWER_BYTES ? newer : []
}

/** What cannot be read here; `madeUpFor`: its content was sent again. */
export const unreadIn = (
  present: ReadonlyMap<BlobId, Present>,
  madeUpFor: ReadonlySet<BlobId>,
): Pick<EnvelopeReport, 'damaged' | 'healed' | 'newer' | 'unreadBytes'> => {
  let damaged = 0
  let healed = 0
  let newer = 0
  let unreadBytes = 0
  for (const [id, entry] of present) {
    if (!isUnread(entry)) continue
    unreadBytes += entry.blob?.length ?? 0
    if (madeUpFor.has(id)) healed++
    else if (entry.state === 'newer') newer++
    else damaged++
  }
  return { damaged, healed, newer, unreadBytes }
}
