/**
 * Misspelled words are underlined with dots; Ctrl . or the right button on one offers better ones, and to take it as
 * right. The text itself is never changed unasked.
 */

import { Extension } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { Plugin, PluginKey } from '@tiptap/pm/state'
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view'
import { t } from '../../../../shared/words/words'
import { editorKeysOf } from '../../../context/commands/shortcuts'
import { lineOf } from '../../../store/record/note-binding/units'
import type { Spelling } from './spelling'
import { createSuggestionList, type ShowSuggestions, type SuggestedEntry } from './suggestions'

/** Words of letters with an apostrophe inside; what has digits, or is all capitals, is an abbreviation or a code. */
const WORD = /[\p{L}\p{M}]+(?:['’][\p{L}\p{M}]+)*/gu
const SKIPPED = /^(?:\p{L}|\p{Lu}+s?)$/u
const PAUSE_MS = 500

interface Place {
  readonly from: number
  readonly to: number
  readonly word: string
}

const plain = (word: string): string => word.replaceAll('’', "'")

const wordsIn = (line: Node): readonly Place[] => {
  const text = line.textBetween(0, line.content.size, undefined, ' ')
  const found: Place[] = []
  for (const match of text.matchAll(WORD)) {
    const before = text[match.index - 1] ?? ' '
    const after = text[match.index + match[0].length] ?? ' '
    if (SKIPPED.test(match[0]) || /[\d@/:_-]/.test(before) || /[\d@:_]/.test(after)) continue
    found.push({ from: match.index, to: match.index + match[0].length, word: plain(match[0]) })
  }
  return found
}

/** A line's words are looked for once; ProseMirror keeps the node of one that did not change. Code is no prose. */
const wordsByLine = new WeakMap<Node, readonly Place[]>()
const eachWord = (document: Node, use: (place: Place) => void): void =>
  document.descendants((node, position) => {
    if (!node.isTextblock || lineOf(node).kind === 'code') return false
    let words = wordsByLine.get(node)
    if (words === undefined) {
      words = wordsIn(node)
      wordsByLine.set(node, words)
    }
    for (const { from, to, word } of words)
      use({ from: position + 1 + from, to: position + 1 + to, word })
    return false
  })

const key = new PluginKey<DecorationSet>('spelling')
const LOOKED_UP = 'looked up'

const decorate = (document: Node, caret: number, spelling: Spelling): DecorationSet => {
  const marks: Decoration[] = []
  eachWord(document, ({ from, to, word }) => {
    // The word that is being typed is not wrong yet.
    if (spelling.isRight(word) === false && !(caret > from && caret <= to))
      marks.push(Decoration.inline(from, to, { class: 'misspelled' }))
  })
  return DecorationSet.create(document, marks)
}

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
      const list = createSuggestionList<SuggestedEntry>(t('note.spelling'), show, (entry) =>
        choose(entry),
      )
      let offered: Place | undefined

      const choose = ({ id, label }: SuggestedEntry): void => {
        const place = offered
        list.close()
        if (place === undefined) return
        if (id === 'learn') {
          learn(place.word)
          spelling()?.know([place.word])
          redraw(editor.view)
        } else
          editor.chain().focus().insertContentAt({ from: place.from, to: place.to }, label).run()
      }
      const redraw = (view: EditorView): void =>
        view.dispatch(view.state.tr.setMeta(key, LOOKED_UP))

      const offerAt = (view: EditorView, position: number): boolean => {
        const speller = spelling()
        let found: Place | undefined
        eachWord(view.state.doc, (place) => {
          if (place.from <= position && position <= place.to) found = place
        })
        if (speller === undefined || found === undefined || speller.isRight(found.word) !== false)
          return false
        offered = found
        const { word, from } = found
        void speller.suggest(word).then((words) => {
          if (view.isDestroyed) return
          list.put(
            [
              ...words.map((one) => ({ id: one, label: one, about: '' })),
              {
                id: 'learn',
                label: t('note.wordIsRight', { word }),
                about: t('note.addToDictionary'),
              },
            ],
            () => (view.isDestroyed ? null : view.coordsAtPos(from)),
          )
        })
        return true
      }
      ;(storage as { offer: () => boolean }).offer = () =>
        offerAt(editor.view, editor.state.selection.from)

      const lookUp = (view: EditorView): void => {
        const speller = spelling()
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

      return [
        new Plugin<DecorationSet>({
          key,
          state: {
            init: () => DecorationSet.empty,
            apply: (transaction, before, _old, state) => {
              const speller = spelling()
              if (speller === undefined) return DecorationSet.empty
              return transaction.getMeta(key) === LOOKED_UP
                ? decorate(transaction.doc, state.selection.head, speller)
                : before.map(transaction.mapping, transaction.doc)
            },
          },
          props: {
            decorations: (state) => key.getState(state),
            handleKeyDown: (_view, event) => {
              const taken = list.press(event.key)
              if (!taken && event.key.length === 1) list.close()
              return taken
            },
            handleClick: () => {
              list.close()
              return false
            },
            handleDOMEvents: {
              contextmenu: (view, event) => {
                const place = view.posAtCoords({ left: event.clientX, top: event.clientY })
                if (place === null || !offerAt(view, place.pos)) return false
                event.preventDefault()
                return true
              },
              blur: () => {
                list.close()
                return false
              },
            },
          },
          view: (view) => {
            let pause = setTimeout(() => lookUp(view), PAUSE_MS)
            return {
              update: (_view, before) => {
                if (before.doc.eq(view.state.doc) && before.selection.eq(view.state.selection))
                  return
                clearTimeout(pause)
                pause = setTimeout(() => lookUp(view), PAUSE_MS)
              },
              destroy: () => clearTimeout(pause),
            }
          },
        }),
      ]
    },
  })
