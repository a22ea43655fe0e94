/** Pieces to blobs and back. What was sealed here in the same call is known without opening it. */
import { err, type Result } from '../base/result'
import type { OpenFailure, Sealer } from '../vault/seal'
import { type Content, contentOfUpdate } from './content'
import { decodePiece, encodePiece, type Piece, type PieceProblem } from './piece'

export interface Opening {
  readonly seal: (piece: Piece) => Uint8Array
  readonly open: (blob: Uint8Array | undefined) => Result<Piece, OpenFailure | PieceProblem>
  /** What an update's blob contains, or nothing for one that cannot be read. */
  readonly contentOf: (blob: Uint8Array) => Content | undefined
  /** Sealed since the last `rest`: the record has applied it already. */
  readonly isOwn: (blob: Uint8Array) => boolean
  readonly rest: () => void
}

export const createOpening = (sealer: Sealer): Opening => {
  const own = new Map<Uint8Array, Piece>()

  const open = (blob: Uint8Array | undefined): Result<Piece, OpenFailure | PieceProblem> => {
    if (blob === undefined) return err('does-not-open')
    const known = own.get(blob)
    if (known !== undefined) return { ok: true, value: known }
    const plaintext = sealer.open(blob)
    return plaintext.ok ? decodePiece(plaintext.value) : plaintext
  }

  return {
    seal: (piece) => {
      const blob = sealer.seal(encodePiece(piece))
      own.set(blob, piece)
      return blob
    },
    open,
    contentOf: (blob) => {
      const piece = open(blob)
      if (!piece.ok || piece.value.kind !== 'update') return undefined
      try {
        return contentOfUpdate(piece.value.update, piece.value.encoding)
      } catch {
        return undefined
      }
    },
    isOwn: (blob) => own.has(blob),
    rest: () => own.clear(),
  }
}
