/** What is offered at a misspelled word: better ones, and to take it as right. */
import type { Editor } from '@tiptap/core'
import { t } from '../../../../shared/words/words'
import { eachWord, type WordPlace } from './misspelled'
import type { Spelling } from './spelling'
import { createSuggestionList, type ShowSuggestions, type SuggestedEntry } from './suggestions'

const LEARN = 'learn'

export interface SpellingOffer {
  /** Opens at a position of the text, if the word there is misspelled; whether it is. */
  readonly at: (position: number) => boolean
  readonly close: () => void
  /** Whether the key was for the offer. */
  readonly press: (key: string) => boolean
}

export const createSpellingOffer = ({
  editor,
  spelling,
  learn,
  show,
  onLearned,
}: {
  readonly editor: Editor
  readonly spelling: () => Spelling | undefined
  readonly learn: (word: string) => void
  readonly show: ShowSuggestions
  readonly onLearned: () => void
}): SpellingOffer => {
  let offered: WordPlace | undefined
  const list = createSuggestionList<SuggestedEntry>(
    t('note.spelling'),
    show,
    ({ id, label }): void => {
      const place = offered
      list.close()
      if (place === undefined) return
      if (id === LEARN) {
        learn(place.word)
        spelling()?.know([place.word])
        onLearned()
      } else editor.chain().focus().insertContentAt({ from: place.from, to: place.to }, label).run()
    },
  )
  return {
    at: (position) => {
      const { view } = editor
      const speller = spelling()
      let found: WordPlace | undefined
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
            { id: LEARN, label: t('note.wordIsRight', { word }), about: t('note.addToDictionary') },
          ],
          () => (view.isDestroyed ? null : view.coordsAtPos(from)),
        )
      })
      return true
    },
    close: list.close,
    press: list.press,
  }
}
