/**
 * Putting back what an item said: all of it, one of its texts, or a passage of one. It is an edit like any other, of
 * what differs and nothing else, so that what another laptop types meanwhile stays; and what it replaces is a version,
 * even in the middle of a sitting.
 */
import type * as Y from 'yjs'
import type { Item } from '../../crdt/item'
import type { AnyKind } from '../../crdt/kind'
import type { Delta } from '../../note-text/delta'
import { editLines } from '../../note-text/edit-lines'
import { RECORD_KINDS } from '../kinds'
import { textForWriting } from '../record/note-text'
import { linesAs, textLines, withPassage } from './passages'
import { isSameText, type Kept, type Said, saidOf } from './said'

/** The origin of such an edit; and of one that takes it back again, before which nothing needs to be kept. */
export const PUT_BACK = 'put back'
export const TAKEN_BACK = 'put back, and taken back'
export const isPutBack = (origin: unknown): boolean => origin === PUT_BACK || origin === TAKEN_BACK

export interface PuttingBack {
  readonly item: Kept
  readonly said: Said
  /** One text only; of that, only the passage that begins with this line of it. */
  readonly part?: { readonly path: string; readonly at: number }
  /**
   * It takes back a putting back, after which the item said this: `said` is what it said before that, and comes only where
   * nobody has written since.
   */
  readonly after?: Said
}

const writeText = (record: Y.Doc, { kind: name, id }: Kept, path: string, text: string): void => {
  const kind: AnyKind = RECORD_KINDS[name]
  const item: Item | undefined = kind.items(record)?.get(id)
  const [field = '', key, inner] = path.split('/')
  if (item === undefined) return
  const nested = (kind.nested as Readonly<Record<string, AnyKind>>)[field]
  if (nested !== undefined && key !== undefined && inner !== undefined) {
    const owned = { of: id, id: key }
    if (typeof nested.items(record, id)?.get(key)?.get('deletedAt') === 'string')
      nested.remove(record, { ...owned, deleted: false })
    return nested.edit(record, { ...owned, next: { [inner]: text } })
  }
  const stored: unknown = kind.fields[field]?.read(item, field, id)
  if (key === undefined) kind.edit(record, { id, next: { [field]: text } })
  else if (typeof stored === 'object' && stored !== null)
    kind.edit(record, {
      id,
      base: { [field]: stored },
      next: { [field]: { ...stored, [key]: text } },
    })
}

const write = (record: Y.Doc, item: Kept, path: string, text: string | Delta): void => {
  if (typeof text === 'string') return writeText(record, item, path, text)
  const into = item.kind === 'notes' ? textForWriting(record, item.id) : undefined
  if (into !== undefined) editLines(into, textLines(text))
}

/** What was written inside of an item since (a milestone) has no former words, and stays. */
const isNested = (path: string): boolean => path.split('/').length === 3

/** Returns what it says then. */
export const putBack = (record: Y.Doc, { item, said, part, after }: PuttingBack): Said =>
  record.transact(
    () => {
      const now = saidOf(record, item) ?? {}
      const all = [...new Set([...Object.keys(now), ...Object.keys(said)])]
      for (const path of part === undefined ? all : [part.path]) {
        const [was, is] = [said[path], now[path]]
        const like = was ?? is
        if (like === undefined || (was === undefined && isNested(path))) continue
        if (after !== undefined && !isSameText(is, after[path])) continue
        const lines =
          part === undefined ? textLines(was) : withPassage(textLines(was), textLines(is), part.at)
        write(record, item, path, linesAs(like, lines))
      }
      return saidOf(record, item) ?? {}
    },
    after === undefined ? PUT_BACK : TAKEN_BACK,
  )
