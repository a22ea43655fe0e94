/**
 * Underlines what looks like a patient identifier or a diagnosis (shared/views/hints.ts); the text stays as it is. What is
 * being typed is looked at in its pauses, as its spelling is: until then the lines stay under the words that they are of.
 */
import { Extension } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { Plugin, PluginKey } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import { type Hint, hintsIn } from '../../../shared/views/hints'
import { createPause } from '../../ui/pause'

/** A line's hints are looked for once; ProseMirror keeps the node of one that did not change. */
const hintsByLine = new WeakMap<Node, readonly Hint[]>()

const hintsOf = (line: Node): readonly Hint[] => {
  let hints = hintsByLine.get(line)
  if (hints === undefined) {
    // A leaf (a line break) takes one place in the document, so it takes one in the text.
    hints = hintsIn(line.textBetween(0, line.content.size, undefined, ' '))
    hintsByLine.set(line, hints)
  }
  return hints
}

/** All hints of a document, in order. */
export const hintsInDocument = (document: Node): readonly Hint[] => {
  const found: Hint[] = []
  document.descendants((node, position) => {
    if (!node.isTextblock) return true
    for (const hint of hintsOf(node))
      found.push({ ...hint, from: position + 1 + hint.from, to: position + 1 + hint.to })
    return false
  })
  return found
}

const decorate = (document: Node): DecorationSet =>
  DecorationSet.create(
    document,
    hintsInDocument(document).map(({ from, to, kind, why, better }) =>
      Decoration.inline(from, to, { class: `hint hint-${kind}`, title: `${why} ${better}` }),
    ),
  )

const PAUSE_MS = 500

const key = new PluginKey<DecorationSet>('hints')
const LOOK = 'look'

export const NoteHints = Extension.create({
  name: 'noteHints',
  addProseMirrorPlugins: () => [
    new Plugin<DecorationSet>({
      key,
      state: {
        init: (_config, state) => decorate(state.doc),
        apply: (transaction, before) =>
          transaction.getMeta(key) === LOOK
            ? decorate(transaction.doc)
            : before.map(transaction.mapping, transaction.doc),
      },
      props: { decorations: (state) => key.getState(state) },
      view: (view) => {
        const pause = createPause(PAUSE_MS, () => {
          if (!view.isDestroyed) view.dispatch(view.state.tr.setMeta(key, LOOK))
        })
        return {
          update: (_view, before) => {
            if (before.doc !== view.state.doc) pause.putOff()
          },
          destroy: pause.stop,
        }
      },
    }),
  ],
})
