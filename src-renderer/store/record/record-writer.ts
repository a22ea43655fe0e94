/**
 * The writer of one record: puts what was sealed on the disk, one step after the other, each first into the sealed
 * folder and then into the database. There is one writer a record and nobody else writes its rows, its frames or its
 * head, so that no step can work from a state that another one is just replacing.
 *
 * A step that fails stays where it is and is tried again, with everything behind it: nothing is dropped, and nothing
 * overtakes. Only a rewriting is given up: it tidies what is stored already.
 */

import { err, ok, type Result } from '../../../shared/base/result'
import type { FolderMark, Host, WriteProblem } from '../../../shared/bridge/host'
import type { EnvelopeChange } from '../../../shared/envelope/envelope'
import type { Database, HeadRow } from '../disk/database'

const RETRY_MS = 1500

export type Saving = 'saved' | 'saving' | WriteProblem

/** Everything that an envelope holds, for writing a record's file and rows anew. */
interface Contents {
  readonly blobs: readonly Uint8Array[]
  readonly update: Uint8Array
}

type Step =
  | {
      readonly kind: 'append'
      readonly change: EnvelopeChange
      readonly local: boolean
      readonly fromWire: boolean
    }
  /** A fresh envelope: its rows take the place of the old one's, whose frames stay in the folder. */
  | { readonly kind: 'move'; readonly change: EnvelopeChange; readonly generation: number }
  /**
   * One row, one file: what has been compacted away is gone from the disk, too. While frames of a former generation
   * have to stay, it is left undone (`leave`), `contents` keeps them (`keep`), or they go (`drop`).
   */
  | {
      readonly kind: 'rewrite'
      readonly contents: () => Contents
      readonly former: 'leave' | 'keep' | 'drop'
      /** The disk has taken it: called then, and else not. */
      readonly taken: () => void
    }
  /** The relay has stored what was waiting at a moment, in the room of a generation. */
  | { readonly kind: 'confirm'; readonly waiting: number; readonly generation: number }

export interface RecordWriter {
  readonly head: () => HeadRow
  readonly saving: () => Saving
  readonly put: (step: Step) => void
  /** Something was edited that is not sealed yet. */
  readonly edited: () => void
  /** The write that is under way, if there is one; resolves when nothing is left to write, or one has failed. */
  readonly writing: () => Promise<void> | undefined
  /** Starts writing what is waiting, without the pause that follows a failure. */
  readonly start: () => void
  readonly isEmpty: () => boolean
  /** Sealed blobs that the folder has not taken yet. */
  readonly unsaved: () => readonly Uint8Array[]
  readonly stop: () => void
}

interface Queued {
  readonly step: Step
  /** What the folder said when it took the step's blobs: they are not appended again. */
  mark?: FolderMark
}

export interface RecordWriterListeners {
  readonly saving: (state: Saving) => void
  readonly stored: (update: Uint8Array, fromWire: boolean, generation: number) => void
}

/** A rejected call is a disk that did not take it: the caller tries again. */
const called = async (
  call: Promise<Result<FolderMark, WriteProblem>>,
): Promise<Result<FolderMark, WriteProblem>> => {
  try {
    return await call
  } catch {
    return err('disk-error')
  }
}

const problemIn = (error: unknown): WriteProblem =>
  error instanceof Error && /quota/i.test(`${error.name} ${error.message}`)
    ? 'disk-full'
    : 'disk-error'

// biome-ignore lint/complexity/noExcessiveLinesPerFunction: queue, head and the write under way are the one state whose order this file is about.
export const createRecordWriter = (
  record: string,
  { database, host }: { readonly database: Database; readonly host: Host },
  stored: HeadRow,
  /** Whether something was edited that is not sealed yet. */
  isPending: () => boolean,
  listeners: RecordWriterListeners,
): RecordWriter => {
  let head = stored
  let state: Saving = 'saved'
  let writing: Promise<void> | undefined
  let retry: ReturnType<typeof setTimeout> | undefined
  let stopped = false
  const queue: Queued[] = []

  const setState = (next: Saving): void => {
    if (next === state) return
    state = next
    listeners.saving(next)
  }

  const commit = async (
    next: HeadRow,
    update: Uint8Array | undefined,
    anew: boolean,
  ): Promise<WriteProblem | undefined> => {
    try {
      await database.transaction('rw', database.envelopes, database.heads, async () => {
        if (anew) await database.envelopes.where('record').equals(record).delete()
        if (update !== undefined) await database.envelopes.add({ record, update })
        await database.heads.put(next)
      })
    } catch (error) {
      return problemIn(error)
    }
    head = next
    return undefined
  }

  /** Appends a step's blobs once, however often the step is tried. */
  const append = async (
    queued: Queued,
    blobs: readonly Uint8Array[],
  ): Promise<Result<FolderMark, WriteProblem>> => {
    if (queued.mark === undefined && blobs.length > 0) {
      const appended = await called(host.folder.append(record, blobs))
      if (!appended.ok) return appended
      queued.mark = appended.value
    }
    return ok(queued.mark ?? { tail: head.tail, written: head.written ?? 0 })
  }

  const rewrite = async ({
    contents,
    former,
    taken,
  }: Step & { readonly kind: 'rewrite' }): Promise<void> => {
    if (head.moving === true && former === 'leave') return
    const { blobs, update } = contents()
    const replaced = await called(host.folder.replace(record, blobs))
    if (!replaced.ok) return
    const moving = head.moving === true && former === 'keep'
    const problem = await commit(
      { ...head, ...replaced.value, moving, commits: head.commits + 1, rows: 1 },
      update,
      true,
    )
    if (problem === undefined) taken()
  }

  const write = async (queued: Queued): Promise<WriteProblem | undefined> => {
    const { step } = queued
    switch (step.kind) {
      case 'append': {
        const mark = await append(queued, step.change.blobs)
        if (!mark.ok) return mark.error
        const problem = await commit(
          {
            ...head,
            ...mark.value,
            commits: head.commits + 1,
            rows: head.rows + 1,
            waiting: head.waiting + (step.local ? 1 : 0),
          },
          step.change.update,
          false,
        )
        if (problem === undefined)
          listeners.stored(step.change.update, step.fromWire, head.generation)
        return problem
      }
      case 'move': {
        const mark = await append(queued, step.change.blobs)
        if (!mark.ok) return mark.error
        return commit(
          {
            ...head,
            ...mark.value,
            generation: step.generation,
            moving: true,
            commits: head.commits + 1,
            rows: 1,
            waiting: Math.max(1, head.waiting),
          },
          step.change.update,
          true,
        )
      }
      case 'confirm':
        // Of a room that has been left meanwhile: the new one is still to be filled.
        if (step.generation !== head.generation) return undefined
        return commit(
          { ...head, waiting: Math.max(0, head.waiting - step.waiting) },
          undefined,
          false,
        )
      case 'rewrite':
        await rewrite(step)
        return undefined
    }
  }

  const drain = async (): Promise<void> => {
    try {
      for (let next = queue[0]; next !== undefined; next = queue[0]) {
        const problem = await write(next)
        if (problem !== undefined) {
          setState(problem)
          if (!stopped) retry = setTimeout(start, RETRY_MS)
          return
        }
        queue.shift()
      }
      if (!isPending()) setState('saved')
    } finally {
      // In the same turn as the last look at the queue: what comes in from now on starts a writing of its own.
      writing = undefined
    }
  }

  function start(): void {
    clearTimeout(retry)
    if (writing === undefined && queue.length > 0 && !stopped) writing = drain()
  }

  return {
    head: () => head,
    saving: () => state,
    put: (step) => {
      queue.push({ step })
      start()
    },
    edited: () => {
      if (state === 'saved') setState('saving')
    },
    writing: () => writing,
    start,
    isEmpty: () => queue.length === 0,
    unsaved: () =>
      queue.flatMap(({ step, mark }) =>
        mark === undefined && (step.kind === 'append' || step.kind === 'move')
          ? step.change.blobs
          : [],
      ),
    stop: () => {
      stopped = true
      clearTimeout(retry)
    },
  }
}
