/** Lines of the plain form (shared/note-text/delta.ts) as lines of an editor's document. */
import type { Mark, Node, Schema } from '@tiptap/pm/model'
import type { Line, Marks } from '../../../shared/note-text/delta'

const marksOf = (schema: Schema, attributes: Marks = {}): readonly Mark[] =>
  Object.entries(attributes).flatMap(([name, value]) => {
    const type = schema.marks[name]
    if (type === undefined) return []
    return [name === 'link' ? type.create({ href: value }) : type.create()]
  })

const runToNode = (schema: Schema, { insert, attributes }: Line['runs'][number]): Node => {
  const marks = marksOf(schema, attributes)
  if (typeof insert === 'string') return schema.text(insert, marks)
  return insert.hardBreak === true
    ? schema.node('hardBreak', null, undefined, marks)
    : schema.node('unknown', { embed: insert }, undefined, marks)
}

export const lineToNode = (schema: Schema, { kind, depth, checked, runs }: Line): Node =>
  schema.node(
    'line',
    { kind, depth, checked },
    runs.filter(({ insert }) => insert !== '').map((run) => runToNode(schema, run)),
  )
