/**
 * The caret is where it is seen, for every key. The browser moves it by arrow keys and clicks and says so in a task of
 * its own, which a busy page may run after the next key: ArrowUp and Tab pressed quickly then moved the wrong line. Said
 * once more before each key, ProseMirror reads the caret in time; where nothing moved, that costs it a comparison.
 */
import { Extension } from '@tiptap/core'
import { Plugin } from '@tiptap/pm/state'

export const CaretNow = Extension.create({
  name: 'caretNow',
  // Before every plugin that acts upon a key.
  priority: 10_000,
  addProseMirrorPlugins: () => [
    new Plugin({
      props: {
        handleDOMEvents: {
          keydown: ({ dom, composing }) => {
            if (!composing) dom.ownerDocument.dispatchEvent(new Event('selectionchange'))
            return false
          },
        },
      },
    }),
  ],
})
