/**
 * Where each point of a list stands: how deep, the how-manieth, of how many. Told to the lines' views by decorations
 * (line-view.ts); typing within a line moves no point, so nothing is counted then.
 */

import { Extension } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { Plugin, PluginKey } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import { lineOf } from '../../../store/record/note-binding/units'
import { isList, type PlacedLine, placedLines } from './lines'

export interface ListPlace {
  /** One for what is not indented. */
  readonly level: number
  /** Counted from one. */
  readonly position: number
  readonly size: number
}

/**
 * Of each line that is a point of a list. A list goes on over deeper lines, and ends at a line of another kind that is
 * as deep as it or less, as the numbers on the screen do (note-text.module.css).
 */
export const listPlaces = (lines: readonly PlacedLine[]): ReadonlyMap<number, ListPlace> => {
  const lists = new Map<number, { readonly kind: string; size: number }>()
  const found = lines.map(({ kind, depth }, index) => {
    for (const deeper of [...lists.keys()]) if (deeper > depth) lists.delete(deeper)
    if (!isList(kind)) {
      lists.delete(depth)
      return undefined
    }
    let list = lists.get(depth)
    if (list?.kind !== kind) {
      list = { kind, size: 0 }
      lists.set(depth, list)
    }
    return { index, list, level: depth + 1, position: ++list.size }
  })
  return new Map(
    found.flatMap((one) =>
      one === undefined
        ? []
        : [[one.index, { level: one.level, position: one.position, size: one.list.size }] as const],
    ),
  )
}

const sameStructure = (before: Node, after: Node): boolean => {
  if (before.childCount !== after.childCount) return false
  for (let index = 0; index < after.childCount; index++) {
    const [one, other] = [before.child(index), after.child(index)]
    if (one === other) continue
    const [was, is] = [lineOf(one), lineOf(other)]
    if (was.kind !== is.kind || was.depth !== is.depth) return false
  }
  return true
}

const decorate = (document: Node): DecorationSet => {
  const lines = placedLines(document)
  const places = listPlaces(lines)
  return DecorationSet.create(
    document,
    lines.flatMap(({ at, end }, index) => {
      const place = places.get(index)
      return place === undefined ? [] : [Decoration.node(at, end, {}, place)]
    }),
  )
}

export const listPlaceOf = ({ spec }: Decoration): ListPlace | undefined =>
  typeof spec.level === 'number'
    ? { level: spec.level, position: spec.position, size: spec.size }
    : undefined

export const listPlacesKey = new PluginKey<DecorationSet>('list places')

export const ListPlaces = Extension.create({
  name: 'listPlaces',
  addProseMirrorPlugins: () => [
    new Plugin<DecorationSet>({
      key: listPlacesKey,
      state: {
        init: (_config, { doc }) => decorate(doc),
        apply: ({ docChanged, before, doc, mapping }, places) => {
          if (!docChanged) return places
          if (!sameStructure(before, doc)) return decorate(doc)
          const moved = places.map(mapping, doc)
          // A line that was taken out and put in again has lost its own.
          return moved.find().length === places.find().length ? moved : decorate(doc)
        },
      },
      props: { decorations: (state) => listPlacesKey.getState(state) },
    }),
  ],
})
