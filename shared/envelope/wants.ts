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

/** After so many unanswered requests for a damaged blob a session stops asking. */
const MOST_REQUESTS = 6
/** How often one session answers for the same blob, against a relay that damages every answer. */
const MOST_ANSWERS = 6
const NONE: Changes = new Map()

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
  const requests = new Map<BlobId, number>()
  const answers = new Map<BlobId, number>()
  const own = new Set<BlobId>()

  /** The content of a blob that others could not open, sealed afresh; or all, where it has been compacted since. */
  const sendAgain = (id: BlobId): void => {
    const piece = read(present.get(id)?.blob)
    if (piece.ok)
      push(piece.value.kind === 'update' ? { ...piece.value, answers: [id] } : piece.value)
    else snapshot([id])
  }

  /** Whether all that was wanted has been sent: the want itself may go. */
  const answerOne = (wantId: BlobId, wanted: readonly BlobId[], changes: Changes): boolean => {
    const mine = wanted.filter(
      (id) =>
        wasOpenedHere(id) &&
        (answers.get(id) ?? 0) < MOST_ANSWERS &&
        (present.has(id) || isWhole()),
    )
    for (const id of mine) {
      answers.set(id, (answers.get(id) ?? 0) + 1)
      sendAgain(id)
    }
    const found = countOf(heldOf(numbering.held(), changes))
    // One answer to each request, whoever gives it; the one who asked asks again.
    if (found > 0 && !madeUpFor.has(wantId)) {
      answers.set(wantId, 1)
      snapshot([wantId])
    }
    return mine.length === wanted.length && found === countOf(changes)
  }

  const askFor = (blobs: readonly BlobId[], changes: Changes): void => {
    own.add(ask({ kind: 'want', blobs, changes }))
  }

  return {
    answer: () => {
      for (const [wantId, entry] of present)
        if (
          entry.state === 'want' &&
          !own.has(wantId) &&
          answerOne(wantId, entry.wanted, entry.changes)
        )
          remove(new Set([wantId]))
    },
    askForDamaged: () => {
      const asked = new Set(
        [...present.values()].flatMap((entry) => (entry.state === 'want' ? entry.wanted : [])),
      )
      const wanted = [...present].flatMap(([id, entry]) =>
        isToBeAskedFor(entry) &&
        !madeUpFor.has(id) &&
        !asked.has(id) &&
        (requests.get(id) ?? 0) < MOST_REQUESTS
          ? [id]
          : [],
      )
      if (wanted.length === 0) return
      for (const id of wanted) requests.set(id, (requests.get(id) ?? 0) + 1)
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
