/** The cursor over a lock: which text it was in, by its accessible name, and where. */

export interface Cursor {
  readonly label: string
  readonly start: number
  readonly end: number
}

/** How long a screen may take to show the text that the cursor belongs to. */
const PATIENCE_MS = 5000

const labelOf = (element: HTMLElement): string =>
  element.getAttribute('aria-label') ??
  (element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement
    ? (element.labels?.[0]?.textContent ?? '')
    : '')

/** Offsets in the characters of an editable text, whatever elements it is made of. */
const offsetsIn = (root: HTMLElement, range: Range): readonly [number, number] => {
  const before = document.createRange()
  before.selectNodeContents(root)
  before.setEnd(range.startContainer, range.startOffset)
  const start = before.toString().length
  return [start, start + range.toString().length]
}

const pointAt = (root: HTMLElement, offset: number): readonly [Node, number] => {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
  let left = offset
  let last: Node = root
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const length = node.textContent?.length ?? 0
    if (left <= length) return [node, left]
    left -= length
    last = node
  }
  return [last, last === root ? 0 : (last.textContent?.length ?? 0)]
}

export const cursorNow = (): Cursor | undefined => {
  const active = document.activeElement
  if (!(active instanceof HTMLElement)) return undefined
  const label = labelOf(active)
  if (label === '') return undefined
  if (active instanceof HTMLInputElement || active instanceof HTMLTextAreaElement)
    return { label, start: active.selectionStart ?? 0, end: active.selectionEnd ?? 0 }
  const selection = window.getSelection()
  if (!active.isContentEditable || selection === null || selection.rangeCount === 0)
    return undefined
  const [start, end] = offsetsIn(active, selection.getRangeAt(0))
  return { label, start, end }
}

const find = (label: string): HTMLElement | undefined =>
  [...document.querySelectorAll<HTMLElement>('input, textarea, [contenteditable="true"]')].find(
    (element) => labelOf(element) === label,
  )

const place = (element: HTMLElement, { start, end }: Cursor): void => {
  element.focus()
  if (element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement) {
    try {
      element.setSelectionRange(start, end)
    } catch {
      // A date or number field has no cursor to place.
    }
    return
  }
  const range = document.createRange()
  range.setStart(...pointAt(element, start))
  range.setEnd(...pointAt(element, end))
  const selection = window.getSelection()
  selection?.removeAllRanges()
  selection?.addRange(range)
}

/** Puts the cursor back as soon as its text is on the screen, unless the coach is somewhere else by then. */
export const returnCursor = (cursor: Cursor | undefined): void => {
  if (cursor === undefined) return
  const until = performance.now() + PATIENCE_MS
  const look = (): void => {
    const active = document.activeElement
    const elsewhere =
      active instanceof HTMLElement && active !== document.body && labelOf(active) !== ''
    if (elsewhere && labelOf(active) !== cursor.label) return
    const element = find(cursor.label)
    if (element !== undefined) place(element, cursor)
    else if (performance.now() < until) requestAnimationFrame(look)
  }
  look()
}
