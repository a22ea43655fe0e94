/**
 * Marks on the board, one or many at a time, and the way back: Ctrl Z takes the last one back, and so on to the first
 * of this visit. A mark's change is worked out by its command from the record itself: what is drawn may be a press late.
 */
import { useRef } from 'react'
import { type Mark, markParts, type Part, restoreMarks } from '../../../shared/model/record/reach'
import { useRun } from '../../context/vault/session'

const MARK_KEYS: Readonly<Record<string, Mark>> = {
  p: 'planned',
  d: 'done',
  e: 'excused',
  Backspace: 'not-started',
  Delete: 'not-started',
}

/** The mark that a key sets. */
export const markOfKey = (key: string): Mark | undefined =>
  MARK_KEYS[key.length === 1 ? key.toLowerCase() : key]

/** A mentee's own line on the board: in which week they are. */
interface Line {
  readonly record: string
  readonly week: string
}

export interface Marking {
  /** Returns what takes it back. */
  readonly mark: (
    lines: readonly Line[],
    parts: readonly Part[],
    mark: Mark | 'next',
    link?: string,
  ) => () => void
  readonly undo: () => void
}

export const useMarking = (): Marking => {
  const run = useRun()
  const changes = useRef<(() => Promise<void>)[]>([])
  /** One after the other: the later change is taken back first, and a new mark comes after, however fast the keys are. */
  const undoing = useRef<Promise<void>>(Promise.resolve())
  const takeBack = (change: () => Promise<void>): void => {
    if (!changes.current.includes(change)) return
    changes.current = changes.current.filter((one) => one !== change)
    const turn = undoing.current.then(change)
    undoing.current = turn.catch(() => undefined)
  }
  return {
    mark: (lines, parts, mark, link) => {
      const done = lines.map(({ record, week }) =>
        undoing.current.then(() =>
          run(record, markParts, {
            week,
            parts,
            mark,
            forMany: lines.length > 1 || parts.length > 1,
            ...(link === undefined ? {} : { link }),
          }),
        ),
      )
      const change = async (): Promise<void> => {
        for (const [index, { record }] of lines.entries()) {
          const before = await done[index]
          if (before !== undefined) await run(record, restoreMarks, before)
        }
      }
      changes.current.push(change)
      return () => takeBack(change)
    },
    undo: () => {
      const last = changes.current.at(-1)
      if (last !== undefined) takeBack(last)
    },
  }
}
