/**
 * A piece: the plaintext inside one sealed blob of an envelope.
 *
 * - update: a change of the record (or several merged).
 * - snapshot: the record's whole state, compressed; it may answer a device that could not open something.
 * - want: a device says which blobs it could not open.
 * - moved: the envelope goes on in a later generation (a fresh envelope in a fresh room).
 */
import { deflateSync, inflateSync } from 'fflate'
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'

/** A blob's place in an envelope: the Yjs id of the item that carries it, `client:clock`. */
export type BlobId = string

export type Piece =
  | {
      readonly kind: 'update'
      readonly encoding: 1 | 2
      readonly update: Uint8Array
      readonly answers: readonly BlobId[]
    }
  | { readonly kind: 'want'; readonly blobs: readonly BlobId[] }
  | { readonly kind: 'moved'; readonly generation: number }

const UPDATE = 0
const WANT = 1
const MOVED = 2
/** Below this, compression costs more bytes than it saves. */
const COMPRESS_FROM = 512

const writeIds = (encoder: encoding.Encoder, ids: readonly BlobId[]): void => {
  encoding.writeVarUint(encoder, ids.length)
  for (const id of ids) encoding.writeVarString(encoder, id)
}

const readIds = (decoder: decoding.Decoder): BlobId[] => {
  const ids: BlobId[] = []
  for (let left = decoding.readVarUint(decoder); left > 0; left--) ids.push(decoding.readVarString(decoder))
  return ids
}

export const encodePiece = (piece: Piece): Uint8Array => {
  const encoder = encoding.createEncoder()
  switch (piece.kind) {
    case 'update': {
      const compressed = piece.update.length >= COMPRESS_FROM ? deflateSync(piece.update) : undefined
      const smaller = compressed !== undefined && compressed.length < piece.update.length
      encoding.writeUint8(encoder, UPDATE)
      encoding.writeUint8(encoder, piece.encoding | (smaller ? 4 : 0))
      writeIds(encoder, piece.answers)
      encoding.writeUint8Array(encoder, smaller ? compressed : piece.update)
      break
    }
    case 'want':
      encoding.writeUint8(encoder, WANT)
      writeIds(encoder, piece.blobs)
      break
    case 'moved':
      encoding.writeUint8(encoder, MOVED)
      encoding.writeVarUint(encoder, piece.generation)
  }
  return encoding.toUint8Array(encoder)
}

/** Throws on bytes that no Confidant wrote; what was authenticated is ours, so that is a bug or a newer kind. */
export const decodePiece = (bytes: Uint8Array): Piece => {
  const decoder = decoding.createDecoder(bytes)
  const kind = decoding.readUint8(decoder)
  if (kind === UPDATE) {
    const flags = decoding.readUint8(decoder)
    const answers = readIds(decoder)
    const rest = decoding.readTailAsUint8Array(decoder)
    const update = (flags & 4) === 0 ? rest : inflateSync(rest)
    return { kind: 'update', encoding: (flags & 3) === 2 ? 2 : 1, update, answers }
  }
  if (kind === WANT) return { kind: 'want', blobs: readIds(decoder) }
  if (kind === MOVED) return { kind: 'moved', generation: decoding.readVarUint(decoder) }
  throw new Error(`piece of unknown kind ${kind}`)
}
