/**
 * An open record as it is shown: after each change it is projected anew, soon for a command and in the pauses of typing,
 * and a while later a sealed copy of the projection is kept for the next unlock.
 */
import type * as Y from 'yjs'
import { FROM_ENVELOPE } from '../../../shared/envelope/envelope'
import { isPutBack } from '../../../shared/model/history/put-back'
import type { Projector } from '../../../shared/model/projection'
import type { OpenRecord } from '../record/open-records'

/** Apart from storing, which is each second (live-record.ts): not all of it between the same two keys. */
const TYPING_MS = 1500
const KEEP_COPY_MS = 5000

/** What goes along with a record that is open. */
export type Shown = Omit<OpenRecord, 'live'>

export const showRecord = <Projection>(
  doc: Y.Doc,
  {
    isShown,
    projectorOf,
    publish,
    store,
  }: {
    readonly isShown: () => boolean
    readonly projectorOf: (doc: Y.Doc) => Projector<Projection>
    readonly publish: (projection: Projection) => void
    readonly store: () => Promise<void>
  },
): Shown => {
  let projector: Projector<Projection> | undefined
  let projecting: ReturnType<typeof setTimeout> | undefined
  let keeping: ReturnType<typeof setTimeout> | undefined

  const project = (): void => {
    clearTimeout(projecting)
    projecting = undefined
    if (!isShown()) return
    projector ??= projectorOf(doc)
    publish(projector.project())
    clearTimeout(keeping)
    keeping = setTimeout(() => void keepCopy(), KEEP_COPY_MS)
  }
  /** Of what is stored, so of what is there now: a copy of before would be believed at the next unlock. */
  const keepCopy = async (): Promise<void> => {
    if (projecting !== undefined) project()
    clearTimeout(keeping)
    await store()
  }
  const changed = (_update: Uint8Array, origin: unknown): void => {
    // Neither what came in nor a command, whose transaction says nothing, or that it puts back: a person is typing.
    const typing = origin !== FROM_ENVELOPE && origin !== null && !isPutBack(origin)
    projecting ??= setTimeout(project, typing ? TYPING_MS : 0)
  }
  doc.on('update', changed)

  return {
    project,
    keepCopy,
    end: () => {
      doc.off('update', changed)
      clearTimeout(projecting)
      clearTimeout(keeping)
      projector?.destroy()
    },
  }
}
