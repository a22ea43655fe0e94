/**
 * A record in portable form: plain JSON of everything that `leaving` let through, with the texts of its notes, and
 * back. Hand-overs and exports are made of it. Ids, links and the order of lists are kept, so that what is taken in
 * reads exactly as what was given out.
 */

import * as v from 'valibot'
import type * as Y from 'yjs'
import { idSchema } from '../base/id'
import type { Item } from '../crdt/item'
import type { AnyKind } from '../crdt/kind'
import { profileOf } from '../crdt/record'
import type { LeavingVersion } from '../model/history/leaving-history'
import { SaidSchema } from '../model/history/said'
import type { Version } from '../model/history/version'
import { RECORD_KINDS } from '../model/kinds'
import type { LeavingItem } from '../model/leaving'
import { createMentee, type Mentee, type MenteeInput, menteeProfile } from '../model/record/mentee'
import { allLines, textForWriting } from '../model/record/note-text'
import { reachMarks } from '../model/record/reach'
import { type Delta, DeltaSchema, deltaOf, linesOf } from '../note-text/delta'
import { FormerTextSchema, formerLines } from '../note-text/former'
import { appendLines } from '../note-text/text'
import { t } from '../words/words'

const plain = v.record(v.string(), v.unknown())

/** A note's text: the lines of versions up to 0.2.0 were elements inside of elements. */
const TextSchema: v.GenericSchema<unknown, Delta> = v.union([
  DeltaSchema,
  v.pipe(
    FormerTextSchema,
    v.transform((nodes) => deltaOf(formerLines(nodes))),
  ),
])

export const PortableSchema = v.object({
  id: idSchema,
  mentee: plain,
  archivedAt: v.nullable(v.string()),
  createdAt: v.string(),
  summary: v.string(),
  items: v.array(v.object({ kind: v.string(), id: idSchema, values: plain })),
  texts: v.record(idSchema, TextSchema),
  reachMarks: v.record(v.string(), v.unknown()),
  /** What items said before, where the coach chose that it goes along (model/history/leaving-history.ts). */
  history: v.exactOptional(
    v.array(
      v.object({ of: v.string(), at: v.pipe(v.string(), v.isoTimestamp()), said: SaidSchema }),
    ),
  ),
})
export type Portable = v.InferOutput<typeof PortableSchema>

/** What did not leave is written as nothing, so that every version finds the fields that it asks for. */
const withEmpty = (
  kind: AnyKind,
  values: Readonly<Record<string, unknown>>,
): Record<string, unknown> => ({
  ...kind.empty,
  ...values,
  ...Object.fromEntries(
    Object.entries(kind.nested as Record<string, AnyKind>).map(([name, nested]) => {
      const inner = values[name]
      return [name, Array.isArray(inner) ? inner.map((one) => withEmpty(nested, one)) : []]
    }),
  ),
})

/** `doc` is the record itself: a projection holds only the first line of a note. */
export const toPortable = (
  record: { readonly id: string; readonly mentee: Partial<Mentee>; readonly reachMarks?: object },
  items: readonly LeavingItem[],
  doc: Y.Doc,
  summary = '',
): Portable => ({
  id: record.id,
  mentee: { ...record.mentee },
  archivedAt: record.mentee.archivedAt ?? null,
  createdAt: record.mentee.createdAt ?? '',
  summary,
  items: items.map(({ kind, id: item, item: values }) => ({
    kind,
    id: item,
    values: withEmpty(RECORD_KINDS[kind], values),
  })),
  texts: Object.fromEntries(
    items.flatMap(({ kind, id: item }) =>
      kind === 'notes' ? [[item, [...deltaOf(allLines(doc, item))]]] : [],
    ),
  ),
  reachMarks: { ...(record.reachMarks ?? {}) },
})

export const withHistory = (portable: Portable, history: readonly LeavingVersion[]): Portable => ({
  ...portable,
  history: history.map(({ of, at, said }) => ({ of, at, said: { ...said } })),
})

/** What a file has of its items' history: replaced on a laptop that is none of this vault's. */
export const historyIn = ({ history = [] }: Portable): readonly Omit<Version, 'id'>[] =>
  history.map((version) => ({ ...version, device: '' }))

const stampOf = ({
  createdAt,
}: Readonly<Record<string, unknown>>): { readonly createdAt?: string } =>
  typeof createdAt === 'string' ? { createdAt } : {}

const putInOrder = (item: Item | undefined, values: Readonly<Record<string, unknown>>): void => {
  if (typeof values.order === 'string' && values.order !== '') item?.set('order', values.order)
}

/** Adds an item with what is inside it; false when its values are not what the kind takes. */
export const addPortableItem = (
  doc: Y.Doc,
  kind: AnyKind,
  id: string,
  values: Readonly<Record<string, unknown>>,
): boolean => {
  const parsed = v.safeParse(kind.input, values)
  if (!parsed.success) return false
  kind.add(doc, { ...(parsed.output as object), ...stampOf(values), id })
  putInOrder(kind.items(doc)?.get(id), values)
  for (const [name, nested] of Object.entries(kind.nested as Record<string, AnyKind>)) {
    const inner = values[name]
    for (const one of Array.isArray(inner) ? inner : []) {
      const item = v.safeParse(
        v.looseObject({ id: v.string(), deletedAt: v.nullish(v.string()) }),
        one,
      )
      const given = v.safeParse(nested.input, one)
      if (!item.success || !given.success || item.output.deletedAt != null) continue
      nested.add(doc, {
        ...(given.output as object),
        ...stampOf(item.output),
        of: id,
        id: item.output.id,
      })
      putInOrder(nested.items(doc, id)?.get(item.output.id), item.output)
    }
  }
  return true
}

/** Writes a portable record into an empty one. Resolves to how many of its items could not be taken. */
export const fromPortable = (
  doc: Y.Doc,
  portable: Portable,
  change: Partial<MenteeInput> = {},
): number =>
  doc.transact(() => {
    let left = 0
    const mentee = v.safeParse(
      v.partial(menteeProfile.input as unknown as v.ObjectSchema<v.ObjectEntries, undefined>),
      portable.mentee,
    )
    const fallback =
      typeof portable.mentee.name === 'string' ? portable.mentee.name.slice(0, 300) : ''
    createMentee(doc, {
      name: fallback || t('common.unnamed'),
      ...((mentee.success ? mentee.output : {}) as Partial<MenteeInput>),
      ...change,
    })
    profileOf(doc).set('cameFrom', portable.id)
    if (portable.createdAt !== '') profileOf(doc).set('createdAt', portable.createdAt)
    if (portable.archivedAt !== null) profileOf(doc).set('archivedAt', portable.archivedAt)
    for (const { kind, id: item, values } of portable.items) {
      // A file may name anything, also what every object has.
      const known = Object.hasOwn(RECORD_KINDS, kind)
        ? (RECORD_KINDS as Readonly<Record<string, AnyKind>>)[kind]
        : undefined
      if (known === undefined || !addPortableItem(doc, known, item, values)) {
        left++
        continue
      }
      const delta = portable.texts[item]
      const text = kind === 'notes' && delta !== undefined ? textForWriting(doc, item) : undefined
      if (text !== undefined) appendLines(text, linesOf(delta ?? []))
    }
    const marks = doc.getMap(reachMarks.name)
    for (const [key, mark] of Object.entries(portable.reachMarks)) marks.set(key, mark)
    return left
  })
