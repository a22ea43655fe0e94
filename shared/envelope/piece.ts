/**
 * A piece: the plaintext inside one sealed blob of an envelope.
 *
 * - update: a change of the record, several merged, or its whole state; with the numbers of the changes that it holds
 *   (numbering.ts), and the blobs that it makes up for where a device could not open them.
 * - want: a device says which blobs it could not open, and which changes have not reached it.
 * - moved: the envelope goes on in a later generation (a fresh envelope in a fresh room).
 */
import { deflateSync } from 'fflate'
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { inflateWithin } from '../base/inflate'
import { err, ok, type Result } from '../base/result'
import type { Changes, Heads } from './numbering'
import { collect, entriesOf } from './ranges'

/** A blob's place in an envelope: the Yjs id of the item that carries it, `client:clock`. */
export type BlobId = string

export type Piece =
  | {
      readonly kind: 'update'
      readonly encoding: 1 | 2
      readonly update: Uint8Array
      readonly answers: readonly BlobId[]
      readonly holds: Changes
      /** What its author had seen of others. */
      readonly knows: Heads
    }
  | { readonly kind: 'want'; readonly blobs: readonly BlobId[]; readonly changes: Changes }
  | { readonly kind: 'moved'; readonly generation: number }

export type PieceProblem =
  /** Of a kind that only a newer Confidant knows. */
  | 'newer-kind'
  /** Cut short, or it inflates past any record's size. */
  | 'unreadable'

const UPDATE = 0
const WANT = 1
const MOVED = 2
/** Below this, compression costs more bytes than it saves. */
const COMPRESS_FROM = 512
/** Four years of a busy mentee are below 2 MB. */
export const MOST_INFLATED_BYTES = 64 * 1024 * 1024

/*
 * Blob ids, changes and heads share one list of names, since 0.2 reads it as a list of blob ids and passes over what
 * it does not know: `client:clock`, `device#first-last`, `device~last`.
 */
const BLOB_NAME = /^\d{1,16}:\d{1,16}$/
const CHANGES_NAME = /^([\w-]{1,64})#(\d{1,15})-(\d{1,15})$/
const HEAD_NAME = /^([\w-]{1,64})~(\d{1,15})$/

const writeNames = (
  encoder: encoding.Encoder,
  blobs: readonly BlobId[],
  changes: Changes,
  heads: Heads,
): void => {
  const names = [
    ...blobs,
    ...[...entriesOf(changes)].map(([device, start, end]) => `${device}#${start}-${end - 1}`),
    ...[...heads].map(([device, last]) => `${device}~${last}`),
  ]
  encoding.writeVarUint(encoder, names.length)
  for (const name of names) encoding.writeVarString(encoder, name)
}

const readNames = (decoder: decoding.Decoder) => {
  const names: string[] = []
  for (let left = decoding.readVarUint(decoder); left > 0; left--)
    names.push(decoding.readVarString(decoder))
  const changes = names.flatMap((name) => {
    const [, device, first, last] = CHANGES_NAME.exec(name) ?? []
    return device === undefined ? [] : [[device, Number(first), Number(last) + 1] as const]
  })
  const heads = names.flatMap((name) => {
    const [, device, last] = HEAD_NAME.exec(name) ?? []
    return device === undefined ? [] : [[device, Number(last)] as const]
  })
  return {
    blobs: names.filter((name) => BLOB_NAME.test(name)),
    changes: collect(changes),
    heads: new Map(heads),
  }
}

export const encodePiece = (piece: Piece): Uint8Array => {
  const encoder = encoding.createEncoder()
  switch (piece.kind) {
    case 'update': {
      const compressed =
        piece.update.length >= COMPRESS_FROM ? deflateSync(piece.update) : undefined
      const smaller = compressed !== undefined && compressed.length < piece.update.length
      encoding.writeUint8(encoder, UPDATE)
      encoding.writeUint8(encoder, piece.encoding | (smaller ? 4 : 0))
      writeNames(encoder, piece.answers, piece.holds, piece.knows)
      encoding.writeUint8Array(encoder, smaller ? compressed : piece.update)
      break
    }
    case 'want':
      encoding.writeUint8(encoder, WANT)
      writeNames(encoder, piece.blobs, piece.changes, new Map())
      break
    case 'moved':
      encoding.writeUint8(encoder, MOVED)
      encoding.writeVarUint(encoder, piece.generation)
  }
  return encoding.toUint8Array(encoder)
}

const decode = (bytes: Uint8Array): Piece | undefined => {
  if (bytes.length === 0) throw new RangeError('empty')
  const decoder = decoding.createDecoder(bytes)
  const kind = decoding.readUint8(decoder)
  if (kind === UPDATE) {
    const flags = decoding.readUint8(decoder)
    const { blobs, changes, heads } = readNames(decoder)
    const rest = decoding.readTailAsUint8Array(decoder)
    const update = (flags & 4) === 0 ? rest : inflateWithin(rest, MOST_INFLATED_BYTES)
    if (update === undefined) throw new RangeError('too large')
    const version = (flags & 3) === 2 ? 2 : 1
    return {
      kind: 'update',
      encoding: version,
      update,
      answers: blobs,
      holds: changes,
      knows: heads,
    }
  }
  if (kind === WANT) {
    const { blobs, changes } = readNames(decoder)
    return { kind: 'want', blobs, changes }
  }
  if (kind === MOVED) return { kind: 'moved', generation: decoding.readVarUint(decoder) }
  return undefined
}

/** Reads what was sealed. Whoever wrote it had the key, and may still be newer, broken, or a laptop that was removed. */
export const decodePiece = (bytes: Uint8Array): Result<Piece, PieceProblem> => {
  try {
    const piece = decode(bytes)
    return piece === undefined ? err('newer-kind') : ok(piece)
  } catch {
    return err('unreadable')
  }
}
