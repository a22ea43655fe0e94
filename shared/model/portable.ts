/**
 * A record in portable form: plain JSON of everything that `leaving` let through, with the texts of its notes, and
 * back. Hand-overs and exports are made of it. Ids, links and the order of lists are kept, so that what is taken in
 * reads exactly as what was given out.
 */
import * as v from 'valibot'
import * as Y from 'yjs'
import { DEEPEST } from '../import/limits'
import type { Item } from './item'
import type { AnyKind } from './kind'
import type { LeavingItem } from './leaving'
import { createMentee, type Mentee, MenteeInput } from './mentee'
import { noteBody } from './note'
import { RECORD_KINDS } from './projection'
import { REACH_MARKS } from './reach'
import { profileOf } from './record'

const id = v.pipe(v.string(), v.regex(/^[\w-]{22}$/))
const plain = v.record(v.string(), v.unknown())

/** A rich text: elements with attributes, and runs of text with their marks. */
export type TextTree =
  | { readonly runs: readonly { readonly insert: string; readonly attributes?: Record<string, unknown> }[] }
  | {
      readonly name: string
      readonly attributes: Readonly<Record<string, unknown>>
      readonly children: readonly TextTree[]
    }
const TextTreeSchema: v.GenericSchema<unknown, TextTree> = v.union([
  v.object({
    runs: v.array(v.object({ insert: v.string(), attributes: v.exactOptional(plain) })),
  }),
  v.object({ name: v.string(), attributes: plain, children: v.lazy(() => v.array(TextTreeSchema)) }),
]) as v.GenericSchema<unknown, TextTree>

/** The editor goes down into a text as often as it is deep; deeper than any note would end it, each time it opens. */
const isShallow = (trees: readonly TextTree[], depth = 0): boolean =>
  depth <= DEEPEST && trees.every((tree) => 'runs' in tree || isShallow(tree.children, depth + 1))

export const PortableSchema = v.object({
  id,
  mentee: plain,
  archivedAt: v.nullable(v.string()),
  createdAt: v.string(),
  summary: v.string(),
  items: v.array(v.object({ kind: v.string(), id, values: plain })),
  texts: v.record(
    id,
    v.pipe(
      v.array(TextTreeSchema),
      v.check((trees) => isShallow(trees)),
    ),
  ),
  reachMarks: v.record(v.string(), v.unknown()),
})
export type Portable = v.InferOutput<typeof PortableSchema>

export const fragmentToTree = (fragment: Y.XmlFragment): readonly TextTree[] =>
  fragment.toArray().flatMap((node): readonly TextTree[] => {
    if (node instanceof Y.XmlText) return [{ runs: node.toDelta() as { insert: string }[] }]
    if (!(node instanceof Y.XmlElement)) return []
    return [{ name: node.nodeName, attributes: node.getAttributes(), children: fragmentToTree(node) }]
  })

const treeToNode = (tree: TextTree): Y.XmlElement | Y.XmlText => {
  if ('runs' in tree) {
    const text = new Y.XmlText()
    text.applyDelta([...tree.runs])
    return text
  }
  const element = new Y.XmlElement(tree.name)
  for (const [name, value] of Object.entries(tree.attributes)) element.setAttribute(name, value as string)
  element.insert(0, tree.children.map(treeToNode))
  return element
}

/** Writes a rich text into a fragment that is still empty. */
export const writeTree = (fragment: Y.XmlFragment, trees: readonly TextTree[]): void =>
  fragment.insert(0, trees.map(treeToNode))

/** What did not leave is written as nothing, so that every version finds the fields that it asks for. */
const withEmpty = (kind: AnyKind, values: Readonly<Record<string, unknown>>): Record<string, unknown> => ({
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
    items.flatMap(({ kind, id: item }) => {
      const body = kind === 'notes' ? noteBody(doc, item) : undefined
      return body === undefined ? [] : [[item, [...fragmentToTree(body)]]]
    }),
  ),
  reachMarks: { ...(record.reachMarks ?? {}) },
})

const stampOf = ({ createdAt }: Readonly<Record<string, unknown>>): { readonly createdAt?: string } =>
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
      const item = v.safeParse(v.looseObject({ id: v.string(), deletedAt: v.nullish(v.string()) }), one)
      const given = v.safeParse(nested.input, one)
      if (!item.success || !given.success || item.output.deletedAt != null) continue
      nested.add(doc, { ...(given.output as object), ...stampOf(item.output), of: id, id: item.output.id })
      putInOrder(nested.items(doc, id)?.get(item.output.id), item.output)
    }
  }
  return true
}

/** Writes a portable record into an empty one. Resolves to how many of its items could not be taken. */
export const fromPortable = (doc: Y.Doc, portable: Portable, change: Partial<MenteeInput> = {}): number =>
  doc.transact(() => {
    let left = 0
    const mentee = v.safeParse(
      v.partial(MenteeInput as unknown as v.ObjectSchema<v.ObjectEntries, undefined>),
      portable.mentee,
    )
    const fallback = typeof portable.mentee.name === 'string' ? portable.mentee.name.slice(0, 300) : 'Unnamed'
    createMentee(doc, {
      name: fallback || 'Unnamed',
      ...((mentee.success ? mentee.output : {}) as Partial<MenteeInput>),
      ...change,
    })
    profileOf(doc).set('cameFrom', portable.id)
    if (portable.createdAt !== '') profileOf(doc).set('createdAt', portable.createdAt)
    if (portable.archivedAt !== null) profileOf(doc).set('archivedAt', portable.archivedAt)
    for (const { kind, id: item, values } of portable.items) {
      const known = (RECORD_KINDS as Readonly<Record<string, AnyKind>>)[kind]
      if (known === undefined || !addPortableItem(doc, known, item, values)) {
        left++
        continue
      }
      const text = portable.texts[item]
      const body = kind === 'notes' ? noteBody(doc, item) : undefined
      if (body !== undefined && text !== undefined) writeTree(body, text as readonly TextTree[])
    }
    const marks = doc.getMap(REACH_MARKS)
    for (const [key, mark] of Object.entries(portable.reachMarks)) marks.set(key, mark)
    return left
  })
