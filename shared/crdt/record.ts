/**
 * A record: everything about one mentee, in one Y.Doc.
 *
 * The record carries a grow-only schema version. A Confidant that is older than a record shows it and never writes
 * to it: an editor that does not know what a newer one wrote would delete it (traps.md 1). New kinds and fields do
 * not raise it, since an older version leaves alone what it does not know; a new editor node, or another shape of
 * something stored, does.
 */
import type * as Y from 'yjs'
import type { Item, Items } from './item'

/** 2: a note's text is one text of the record (note-text.ts); version 0.2.0 knew the fragment inside of it. */
export const RECORD_SCHEMA = 2

/** A note's text is the record's text `<note>/note-text` (note-text.ts). */
export const NOTE_TEXT = 'note-text'

export const itemsOf = (record: Y.Doc, kind: string): Items => record.getMap<Item>(kind)
export const profileOf = (record: Y.Doc): Y.Map<unknown> => record.getMap('mentee')

/** The name under which the record itself holds a type; nothing for one inside of another. */
export const rootName = (record: Y.Doc, type: unknown): string | undefined => {
  for (const [name, root] of record.share) if (root === type) return name
  return undefined
}

export const schemaOf = (record: Y.Doc): number => {
  const version = record.getMap('meta').get('schema')
  return typeof version === 'number' ? version : 0
}

/** Raises the record's schema version to this code's; never lowers it. */
export const stampSchema = (record: Y.Doc): void => {
  if (schemaOf(record) < RECORD_SCHEMA) record.getMap('meta').set('schema', RECORD_SCHEMA)
}

export const isNewer = (record: Y.Doc): boolean => schemaOf(record) > RECORD_SCHEMA
