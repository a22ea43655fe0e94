/**
 * The editor's document and the stored text are the same row of units: the words of a line, mark by mark, then its
 * break, which is where the line closes in the document.
 */
import {
  Fragment,
  Mark,
  type Node,
  type ResolvedPos,
  type Schema,
  type Slice,
} from '@tiptap/pm/model'
import {
  HARD_BREAK,
  type Line,
  type LineAttributes,
  type Run,
  type Marks as StoredMarks,
} from '../../../../shared/note-text/delta'

export type Unit =
  | { readonly line: LineAttributes }
  /** One character (a pair of surrogates is one, and never taken apart), or what stands among them. */
  | { readonly insert: Run['insert']; readonly marks: StoredMarks }

export const lengthOf = (unit: Unit): number =>
  'insert' in unit && typeof unit.insert === 'string' ? unit.insert.length : 1

export const lineOf = ({ attrs }: Node): LineAttributes => ({
  kind: attrs.kind as LineAttributes['kind'],
  depth: attrs.depth as number,
  checked: attrs.checked as boolean,
})

export const sameLine = (a: LineAttributes, b: LineAttributes): boolean =>
  a.kind === b.kind && a.depth === b.depth && a.checked === b.checked

export const storedMarks = (marks: readonly Mark[]): StoredMarks =>
  Object.fromEntries(
    marks.map(({ type, attrs }) => [
      type.name,
      type.name === 'link' ? (attrs.href as unknown) : true,
    ]),
  )

/** The editor's marks of stored ones; what it does not know stays in the text and is not shown. */
export const marksIn = (schema: Schema, stored: StoredMarks = {}): readonly Mark[] =>
  Object.entries(schema.marks).reduce<readonly Mark[]>((set, [name, type]) => {
    const value = stored[name]
    if (value === undefined || value === null || value === false) return set
    // An address that is none would end the editor when it is drawn.
    if (name === 'link' && typeof value !== 'string') return set
    return type.create(name === 'link' ? { href: value } : null).addToSet(set)
  }, Mark.none)

const embedOf = (node: Node): Run['insert'] =>
  node.type.name === 'hardBreak' ? HARD_BREAK : ((node.attrs.embed as Run['insert'] | null) ?? {})

/** The node of one run; an embed that this version does not know takes its place as `unknown`. */
export const nodeOf = (schema: Schema, insert: Run['insert'], stored: StoredMarks = {}): Node => {
  const marks = marksIn(schema, stored)
  if (typeof insert === 'string') return schema.text(insert, marks)
  const known = 'hardBreak' in insert ? schema.nodes.hardBreak : undefined
  return known === undefined
    ? schema.node('unknown', { embed: insert }, undefined, marks)
    : known.create(null, null, marks)
}

const unitsOfLine = (content: Fragment): readonly Unit[] => {
  const units: Unit[] = []
  content.forEach((node) => {
    const marks = storedMarks(node.marks)
    if (node.isText) for (const insert of node.text ?? '') units.push({ insert, marks })
    else units.push({ insert: embedOf(node), marks })
  })
  return units
}

/** The units of a part of a document: lines, or words of one line; its last line may end behind it. */
export const unitsIn = ({ content, openEnd }: Slice): readonly Unit[] => {
  const units: Unit[] = []
  const words: Node[] = []
  content.forEach((node, _offset, index) => {
    if (node.type.name !== 'line') {
      words.push(node)
      return
    }
    for (const unit of unitsOfLine(node.content)) units.push(unit)
    if (index < content.childCount - 1 || openEnd === 0) units.push({ line: lineOf(node) })
  })
  return words.length === 0 ? units : unitsOfLine(Fragment.from(words))
}

/** Whether a position is between the two halves of one character. */
export const isInCharacter = ({ nodeBefore, nodeAfter }: ResolvedPos): boolean =>
  /[\ud800-\udbff]$/.test(nodeBefore?.text ?? '') && /^[\udc00-\udfff]/.test(nodeAfter?.text ?? '')

/** The unit behind a position of the document, which counts two for each line before it and one to get into a line. */
export const unitAt = ($position: ResolvedPos): number =>
  $position.pos - $position.index(0) - ($position.depth === 0 ? 0 : 1)

export const docOf = (schema: Schema, lines: readonly Line[]): Node =>
  schema.node(
    'doc',
    null,
    lines.map(({ kind, depth, checked, runs }) =>
      schema.node(
        'line',
        { kind, depth, checked },
        runs.map(({ insert, attributes }) => nodeOf(schema, insert, attributes)),
      ),
    ),
  )

/** Whether a text has as many units as a document, whose last line may be without a break in the text. */
export const isAsLong = (
  { length }: { readonly length: number },
  { content, childCount }: Node,
): boolean => length === content.size - childCount || length === content.size - childCount - 1
