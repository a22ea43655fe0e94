/**
 * A key leaves the page where it is as long as the caret is in sight. ProseMirror asks every element from the caret up
 * to the window for its box and its style, at each key; only those that scroll can hide the caret, and they are the
 * same for as long as the text has the focus. Where the caret is out of sight, ProseMirror scrolls as ever.
 */
import { Extension } from '@tiptap/core'
import { Plugin } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'

const scrollersOf = ({ dom }: EditorView): readonly HTMLElement[] => {
  const found: HTMLElement[] = []
  for (let box = dom.parentElement; box !== null; box = box.parentElement)
    if (getComputedStyle(box).overflow !== 'visible') found.push(box)
  return found
}

const isInSight = (view: EditorView, scrollers: readonly HTMLElement[]): boolean => {
  const { left, right, top, bottom } = view.coordsAtPos(view.state.selection.head, 1)
  const { clientWidth, clientHeight } = view.dom.ownerDocument.documentElement
  if (left < 0 || right > clientWidth || top < 0 || bottom > clientHeight) return false
  return scrollers.every((box) => {
    const seen = box.getBoundingClientRect()
    return (
      left >= seen.left &&
      right <= seen.left + box.clientWidth &&
      top >= seen.top &&
      bottom <= seen.top + box.clientHeight
    )
  })
}

const plugin = (): Plugin => {
  let scrollers: readonly HTMLElement[] | undefined
  const lookAgain = (): void => {
    scrollers = undefined
  }
  return new Plugin({
    props: {
      handleDOMEvents: {
        focus: () => {
          lookAgain()
          return false
        },
      },
      handleScrollToSelection: (view) => {
        scrollers ??= scrollersOf(view)
        return isInSight(view, scrollers)
      },
    },
    view: () => {
      // In a small window other boxes scroll.
      window.addEventListener('resize', lookAgain)
      return { destroy: () => window.removeEventListener('resize', lookAgain) }
    },
  })
}

export const CaretInSight = Extension.create({
  name: 'caretInSight',
  addProseMirrorPlugins: () => [plugin()],
})
