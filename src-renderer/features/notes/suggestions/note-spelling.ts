/**
 * Misspelled words are underlined with dots; Ctrl . or the right button on one offers better ones, and to take it as
 * right. The text itself is never changed unasked.
 */

import { Extension } from '@tiptap/core'
import { Plugin, PluginKey } from '@tiptap/pm/state'
import { DecorationSet, type EditorView } from '@tiptap/pm/view'
import { editorKeysOf } from '../../../context/commands/shortcuts'
import { createPause } from '../../../ui/pause'
import { eachWord, underlineMisspelled } from './misspelled'
import type { Spelling } from './spelling'
import { createSpellingOffer, type SpellingOffer } from './spelling-offer'
import type { ShowSuggestions } from './suggestions'

const PAUSE_MS = 500

const key = new PluginKey<DecorationSet>('spelling')
const LOOKED_UP = 'looked up'

const redraw = (view: EditorView): void => view.dispatch(view.state.tr.setMeta(key, LOOKED_UP))

/** Looks the words up that nobody asked about yet, and draws what is wrong. */
const lookUp = (view: EditorView, speller: Spelling | undefined): void => {
  if (speller === undefined || view.isDestroyed) return
  const unknown = new Set<string>()
  eachWord(view.state.doc, ({ word }) => {
    if (speller.isRight(word) === undefined) unknown.add(word)
  })
  const done = (): void => {
    if (!view.isDestroyed) redraw(view)
  }
  if (unknown.size === 0) done()
  else void speller.check([...unknown]).then(done)
}

const spellingPlugin = (
  spelling: () => Spelling | undefined,
  offer: SpellingOffer,
): Plugin<DecorationSet> =>
  new Plugin<DecorationSet>({
    key,
    state: {
      init: () => DecorationSet.empty,
      apply: (transaction, before, _old, state) => {
        const speller = spelling()
        if (speller === undefined) return DecorationSet.empty
        return transaction.getMeta(key) === LOOKED_UP
          ? underlineMisspelled(transaction.doc, state.selection.head, speller)
          : before.map(transaction.mapping, transaction.doc)
      },
    },
    props: {
      decorations: (state) => key.getState(state),
      handleKeyDown: (_view, event) => {
        const taken = offer.press(event.key)
        if (!taken && event.key.length === 1) offer.close()
        return taken
      },
      handleClick: () => {
        offer.close()
        return false
      },
      handleDOMEvents: {
        contextmenu: (view, event) => {
          const place = view.posAtCoords({ left: event.clientX, top: event.clientY })
          if (place === null || !offer.at(place.pos)) return false
          event.preventDefault()
          return true
        },
        blur: () => {
          offer.close()
          return false
        },
      },
    },
    view: (view) => {
      const pause = createPause(PAUSE_MS, () => lookUp(view, spelling()))
      pause.putOff()
      return {
        update: (_view, before) => {
          if (before.doc !== view.state.doc || !before.selection.eq(view.state.selection))
            pause.putOff()
        },
        destroy: pause.stop,
      }
    },
  })

export const createNoteSpelling = (
  spelling: () => Spelling | undefined,
  learn: (word: string) => void,
  show: ShowSuggestions,
) =>
  Extension.create({
    name: 'noteSpelling',
    addStorage: () => ({ offer: (): boolean => false }),
    addKeyboardShortcuts() {
      return {
        [editorKeysOf('spelling')]: () => (this.storage as { offer: () => boolean }).offer(),
      }
    },
    addProseMirrorPlugins() {
      const { editor, storage } = this
      const onLearned = (): void => redraw(editor.view)
      const offer = createSpellingOffer({ editor, spelling, learn, show, onLearned })
      ;(storage as { offer: () => boolean }).offer = () => offer.at(editor.state.selection.from)
      return [spellingPlugin(spelling, offer)]
    },
  })
