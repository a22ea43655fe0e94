/**
 * What an item says, text by text: whatever its kind says keeps a history (`history` of a field, crdt/field.ts), read of
 * the record as it is or as it was before a transaction. Each text has a path: `why`, `sections/hardest`,
 * `milestones/<id>/title`. A note's own text is a delta, with all that its lines and words are.
 */
import * as v from 'valibot'
import * as Y from 'yjs'
import type { Fields } from '../../crdt/field'
import type { AnyKind } from '../../crdt/kind'
import { fingerprint } from '../../crdt/knowing'
import { type Delta, DeltaSchema, deltaOf, linesOf, plainText } from '../../note-text/delta'
import { linesSeen } from '../../note-text/lines-seen'
import { now, type Readable, type Sight, valueIn, valuesIn, wordsIn } from '../../note-text/sight'
import { RECORD_KINDS, type RecordKind, recordKinds } from '../kinds'
import { noteText } from '../record/note-text'

export const SaidSchema = v.record(v.string(), v.union([v.string(), DeltaSchema]))
export type Said = Readonly<Record<string, string | Delta>>

/** An item whose history is kept, as it stands in a version: `goals/<id>`. */
export interface Kept {
  readonly kind: RecordKind
  readonly id: string
}
export const keptName = ({ kind, id }: Kept): string => `${kind}/${id}`

const keptFields = (fields: Fields): readonly string[] =>
  Object.keys(fields).filter((name) => fields[name]?.about.history === true)

const FIELDS: ReadonlyMap<RecordKind, readonly string[]> = new Map(
  recordKinds.flatMap(([name, { fields }]) => {
    const kept = keptFields(fields)
    return kept.length === 0 ? [] : [[name, kept] as const]
  }),
)

const keepsHistory = (kind: string): kind is RecordKind => FIELDS.has(kind as RecordKind)

/** Which item was touched, if its history is kept. A text of the record itself does not say its item's kind (field.ts). */
export const keptItem = (
  record: Y.Doc,
  { kind, id }: { readonly kind: string; readonly id: string },
): Kept | undefined => {
  if (keepsHistory(kind)) return { kind, id }
  const owner =
    kind === '' ? [...FIELDS.keys()].find((one) => record.getMap(one).has(id)) : undefined
  return owner === undefined ? undefined : { kind: owner, id }
}

/** Of a field that is one text, or several by key; a text that an older item lacks stands in the record. */
function* textsOf(
  record: Y.Doc,
  item: Readable,
  { id, field, sees }: { readonly id: string; readonly field: string; readonly sees: Sight },
): Generator<readonly [path: string, words: string]> {
  const loose = (name: string): string => {
    const text = record.share.get(name)
    return text === undefined ? '' : wordsIn(text, sees)
  }
  const stored = valueIn(item, field, sees)
  if (typeof stored === 'string') yield [field, stored]
  else if (stored instanceof Y.Map) {
    for (const [key, words] of valuesIn(stored, sees))
      yield [`${field}/${key}`, words instanceof Y.Text ? wordsIn(words, sees) : String(words)]
  } else yield [field, stored instanceof Y.Text ? wordsIn(stored, sees) : loose(`${id}/${field}`)]
  for (const key of valuesIn(item, sees).keys())
    if (key.startsWith(`${field}+`)) {
      const of = key.slice(field.length + 1)
      yield [`${field}/${of}`, loose(`${id}/${field}/${of}`)]
    }
}

const isGone = (item: Readable, sees: Sight): boolean =>
  typeof valueIn(item, 'deletedAt', sees) === 'string'

function* nestedTexts(
  record: Y.Doc,
  { nested }: AnyKind,
  item: Readable,
  sees: Sight,
): Generator<readonly [path: string, words: string]> {
  for (const [name, { fields }] of Object.entries(nested as Readonly<Record<string, AnyKind>>)) {
    const owned = valueIn(item, name, sees)
    const kept = keptFields(fields)
    if (!(owned instanceof Y.Map) || kept.length === 0) continue
    for (const [id, one] of valuesIn(owned, sees))
      if (one instanceof Y.Map && !isGone(one, sees))
        for (const field of kept)
          for (const [path, words] of textsOf(record, one, { id, field, sees }))
            yield [`${name}/${id}/${path}`, words]
  }
}

const isBlank = (text: string | Delta): boolean =>
  (typeof text === 'string' ? text : plainText(linesOf(text))).trim() === ''

const NOTE_BODY = 'body'

/** Only what is not blank; nothing for an item that is, or was, not there. */
export const saidOf = (record: Y.Doc, { kind, id }: Kept, sees: Sight = now): Said | undefined => {
  const item = valueIn(record.getMap(kind), id, sees)
  if (!(item instanceof Y.Map)) return undefined
  const found: (readonly [string, string | Delta])[] = []
  for (const field of FIELDS.get(kind) ?? []) {
    const text = kind === 'notes' && field === NOTE_BODY ? noteText(record, id) : undefined
    if (text !== undefined) found.push([field, deltaOf(linesSeen(text, sees))])
    else if (kind !== 'notes' || field !== NOTE_BODY)
      found.push(...textsOf(record, item, { id, field, sees }))
  }
  found.push(...nestedTexts(record, RECORD_KINDS[kind], item, sees))
  return Object.fromEntries(found.filter(([, text]) => !isBlank(text)))
}

export const isSameText = (a: Said[string] | undefined, b: Said[string] | undefined): boolean =>
  JSON.stringify(a) === JSON.stringify(b)

export const isSameSaid = (a: Said, b: Said): boolean => fingerprint(a) === fingerprint(b)
