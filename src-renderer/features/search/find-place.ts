/**
 * Brings what a search found into sight once its screen is drawn, and marks the words there. The marks are the
 * browser's own (CSS highlights): nothing in the page, and nothing in a note, is changed by them.
 */
import { useEffect } from 'react'
import { fold } from '../../../shared/base/fold'
import { type Finding, useApp } from '../../context/app-state'

const HIGHLIGHT = 'found'
/** How long a screen may take to show the words. */
const PATIENCE_MS = 4000

/** The list beside a note begins with its words too, and is drawn before the note is: they are looked for in the text. */
const outsideLists = (node: Node): number =>
  node instanceof Element && node.matches('nav')
    ? NodeFilter.FILTER_REJECT
    : node instanceof Text
      ? NodeFilter.FILTER_ACCEPT
      : NodeFilter.FILTER_SKIP

const rangesIn = (scope: Element, words: readonly string[]): readonly Range[] => {
  const ranges: Range[] = []
  const walker = document.createTreeWalker(
    scope,
    NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT,
    outsideLists,
  )
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const text = fold(node.textContent ?? '')
    for (const word of words)
      for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) {
        const range = document.createRange()
        range.setStart(node, at)
        range.setEnd(node, at + word.length)
        ranges.push(range)
      }
  }
  return ranges
}

/** A text field that has the words: it is scrolled to, and the first of them is selected in it. */
const selectInField = (scope: Element, words: readonly string[]): boolean => {
  for (const field of scope.querySelectorAll('textarea')) {
    const text = fold(field.value)
    const word = words.find((one) => text.includes(one))
    if (word === undefined) continue
    field.focus()
    field.setSelectionRange(text.indexOf(word), text.indexOf(word) + word.length)
    field.scrollIntoView({ block: 'center' })
    return true
  }
  return false
}

const show = ({ item, words }: Finding): boolean => {
  const scroller = document.querySelector('[data-scroller]')
  if (scroller === null) return false
  const own = scroller.querySelector(`[data-item="${CSS.escape(item)}"]`)
  // In a list that is about to unfold.
  if (own?.getClientRects().length === 0) return false
  const scope = own ?? scroller.querySelector('.ProseMirror') ?? scroller
  const ranges = rangesIn(scope, words)
  const [first] = ranges
  if (first === undefined && selectInField(own ?? scroller, words)) return true
  const elsewhere = first === undefined && scope !== scroller ? rangesIn(scroller, words) : ranges
  const [shown] = elsewhere
  if (shown !== undefined) CSS.highlights.set(HIGHLIGHT, new Highlight(...elsewhere))
  const target = shown?.startContainer.parentElement ?? own
  target?.scrollIntoView({ block: 'center' })
  return target != null
}

/** Looks at every frame until the words are there; they stay marked until the coach goes on. */
export const useFindPlace = (): void => {
  const finding = useApp((state) => state.finding)
  useEffect(() => {
    if (finding === undefined) return
    const until = performance.now() + PATIENCE_MS
    let frame = 0
    const look = (): void => {
      if (show(finding) || performance.now() > until) useApp.setState({ finding: undefined })
      else frame = requestAnimationFrame(look)
    }
    frame = requestAnimationFrame(look)
    return () => cancelAnimationFrame(frame)
  }, [finding])
  useEffect(() => {
    const clear = (): void => void CSS.highlights.delete(HIGHLIGHT)
    window.addEventListener('pointerdown', clear, true)
    window.addEventListener('keydown', clear, true)
    return () => {
      window.removeEventListener('pointerdown', clear, true)
      window.removeEventListener('keydown', clear, true)
    }
  }, [])
}
