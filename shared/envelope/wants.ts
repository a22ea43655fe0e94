/**
 * Wants: what devices ask each other for inside an envelope. A blob that does not open here is asked for by its id, a
 * change that should have arrived by its number; whoever has it sends its content again, and the want goes once all
 * that was wanted has been sent.
 */
import {
  type Changes,
  changesBeyond,
  countOf,
  heldOf,
  type Numbering,
  unionOfChanges,
} from './numbering'
import type { Opening } from './opening'
import type { BlobId, Piece } from './piece'
import { isToBeAskedFor, type Present } from './present'

/** How often one session answers for the same blob, against a relay that damages every answer. */
const MOST_ANSWERS = 6
const NONE: Changes = new Map()
/** Says that what changes nothing in the record was sent again. */
const NOTHING: Extract<Piece, { readonly kind: 'update' }> = {
  kind: 'update',
  encoding: 1,
  // No structs, no deletions.
  update: new Uint8Array(2),
  answers: [],
  holds: NONE,
  knows: new Map(),
}

export interface Wants {
  /** Sends again what other devices asked for; to be called within one transaction. */
  readonly answer: () => void
  /** Asks for what does not open here, unless that is asked already. */
  readonly askForDamaged: () => void
  /** Asks for changes that have not arrived, unless that is asked already. */
  readonly askForMissing: () => void
  /** How many requests were answered in this session. */
  readonly answered: () => number
}

export const createWants = ({
  present,
  madeUpFor,
  madeUpIn,
  requests,
  numbering,
  read,
  wasOpenedHere,
  isWhole,
  push,
  snapshot,
  remove,
  ask,
}: {
  readonly present: ReadonlyMap<BlobId, Present>
  /** Blobs and wants that another device has answered. */
  readonly madeUpFor: ReadonlySet<BlobId>
  /** By want, the blobs that were sent again for it. */
  readonly madeUpIn: ReadonlyMap<BlobId, ReadonlySet<BlobId>>
  /** Wants that were opened here, also those that have gone since. */
  readonly requests: ReadonlySet<BlobId>
  readonly numbering: Numbering
  readonly read: Opening['open']
  readonly wasOpenedHere: (id: BlobId) => boolean
  /** Nothing in the record waits for updates that are not here. */
  readonly isWhole: () => boolean
  readonly push: (piece: Piece) => void
  /** Sends everything, as the answer to some requests. */
  readonly snapshot: (answering: readonly BlobId[]) => void
  readonly remove: (ids: ReadonlySet<BlobId>) => void
  /** Puts a want in; returns its id. */
  readonly ask: (want: Piece) => BlobId
}): Wants => {
  const answers = new Map<BlobId, number>()
  const own = new Set<BlobId>()

  /** The content of a blob that others could not open, sealed afresh; or all, where it has been compacted since. */
  const sendAgain = (id: BlobId, wantId: BlobId): void => {
    const piece = read(present.get(id)?.blob)
    if (!piece.ok) return snapshot([id, wantId])
    const { value } = piece
    if (value.kind !== 'update') push(value)
    push({ ...(value.kind === 'update' ? value : NOTHING), answers: [id, wantId] })
  }

  const canAnswer = (id: BlobId): boolean =>
    wasOpenedHere(id) && (answers.get(id) ?? 0) < MOST_ANSWERS && (present.has(id) || isWhole())

  /** Sends a blob again, unless somebody has for this want; whether that is done. */
  const makeUpFor = (id: BlobId, wantId: BlobId): boolean => {
    if (madeUpIn.get(wantId)?.has(id) === true) return true
    if (!canAnswer(id)) return false
    answers.set(id, (answers.get(id) ?? 0) + 1)
    sendAgain(id, wantId)
    return true
  }

  /** Whether all that was wanted has been sent: the want itself may go. */
  const answerOne = (wantId: BlobId, wanted: readonly BlobId[], changes: Changes): boolean => {
    const done = wanted.filter((id) => requests.has(id) || makeUpFor(id, wantId))
    const found = countOf(heldOf(numbering.held(), changes))
    // One answer to each request, whoever gives it; the one who asked asks again.
    if (found > 0 && !madeUpFor.has(wantId)) {
      answers.set(wantId, 1)
      snapshot([wantId])
    }
    return done.length === wanted.length && found === countOf(changes)
  }

  const askFor = (blobs: readonly BlobId[], changes: Changes): void => {
    own.add(ask({ kind: 'want', blobs, changes }))
  }

  return {
    answer: () => {
      const gone = new Set<BlobId>()
      for (const [wantId, entry] of present) {
        if (entry.state !== 'want') continue
        // A request that did not get through is taken out, not sent again: who asked sees that, and asks anew.
        for (const id of entry.wanted) if (requests.has(id)) gone.add(id)
        if (!own.has(wantId) && answerOne(wantId, entry.wanted, entry.changes)) gone.add(wantId)
      }
      if (gone.size > 0) remove(gone)
    },
    askForDamaged: () => {
      const asked = new Set(
        [...present.values()].flatMap((entry) => (entry.state === 'want' ? entry.wanted : [])),
      )
      const wanted = [...present].flatMap(([id, entry]) =>
        isToBeAskedFor(entry) && !madeUpFor.has(id) && !asked.has(id) ? [id] : [],
      )
      if (wanted.length === 0) return
      askFor(wanted, NONE)
    },
    askForMissing: () => {
      const open = [...present].flatMap(([id, entry]) =>
        entry.state === 'want' && !madeUpFor.has(id) ? [entry.changes] : [],
      )
      const changes = changesBeyond(unionOfChanges(open), numbering.missing())
      if (changes.size > 0) askFor([], changes)
    },
    answered: () => answers.size,
  }
}
