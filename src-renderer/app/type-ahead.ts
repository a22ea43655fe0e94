/**
 * Typing ahead. Between "New note" and its caret lie a stored item, a screen and an editor. Whoever types at once must
 * not lose a key, and a space must not press the button again: so meanwhile an unseen text has the focus, and what it
 * caught goes to the text that lands.
 */
import { t } from '../../shared/words'
import { useApp } from './app-state'

interface Catcher {
  readonly text: HTMLTextAreaElement
  /** Where the focus was, for when nothing lands. */
  readonly before: Element | null
  readonly stop: () => void
}

let catcher: Catcher | undefined
let aim: string | undefined

/** A menu or a dialog that closes gives the focus back late; that must not take it from who is typing. */
const isGivenBack = (to: EventTarget | null): boolean =>
  to instanceof Element &&
  to.closest('[role="dialog"]') === null &&
  !to.matches('input, textarea, select, [contenteditable="true"]')

const end = (): string => {
  if (catcher === undefined) return ''
  const { text, stop } = catcher
  catcher = aim = undefined
  stop()
  const words = text.value
  text.remove()
  return words
}

/** Catches what is typed from now on, until a text lands or the coach goes somewhere else. */
export const typeAhead = (): void => {
  // A screen that others look at has no text to write in.
  if (useApp.getState().presenting) return
  if (catcher !== undefined) return catcher.text.focus({ preventScroll: true })
  const text = document.createElement('textarea')
  text.className = 'type-ahead'
  text.setAttribute('aria-label', t('typeAhead.theTextIsOpening'))
  const before = document.activeElement
  const goElsewhere = (event: Event): void => {
    if (!(event instanceof KeyboardEvent) || event.key === 'Tab') end()
  }
  const hold = ({ target }: FocusEvent): void => {
    if (isGivenBack(target)) text.focus({ preventScroll: true })
  }
  // Taken away and given to nobody.
  const lost = ({ relatedTarget }: FocusEvent): void => {
    if (relatedTarget === null && document.hasFocus())
      queueMicrotask(() => catcher?.text === text && text.focus({ preventScroll: true }))
  }
  window.addEventListener('pointerdown', goElsewhere, { capture: true })
  text.addEventListener('keydown', goElsewhere)
  text.addEventListener('blur', lost)
  document.addEventListener('focusin', hold)
  const stop = (): void => {
    window.removeEventListener('pointerdown', goElsewhere, { capture: true })
    document.removeEventListener('focusin', hold)
  }
  catcher = { text, before, stop }
  document.body.append(text)
  text.focus({ preventScroll: true })
}

/** Nothing is going to land: the focus goes back. */
export const stopTypingAhead = (): void => {
  if (catcher === undefined) return
  const { before, text } = catcher
  const had = document.activeElement === text
  end()
  if (had && before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true })
}

/** The text that is being opened for it has a name from now on. */
export const aimTyping = (at: string): void => {
  aim = at
}

/** What was typed ahead for a text that is not going to be there any more. */
export const takeTypedAhead = (at: string): string => (aim === at ? end() : '')

/** The text is there: `focus` puts the caret into it, and what was typed meanwhile is its. */
export const landTyping = (focus: () => void): string => {
  const landed = catcher
  landed?.stop()
  catcher = aim = undefined
  focus()
  const words = landed?.text.value ?? ''
  landed?.text.remove()
  return words
}

export const isTypingAhead = (): boolean => catcher !== undefined

/** Lands in a plain field. */
export const landInField = (field: HTMLInputElement | HTMLTextAreaElement): void => {
  const words = landTyping(() => field.focus())
  // As if typed, so that the field's own listeners and its undo know of it.
  if (words !== '') document.execCommand('insertText', false, words)
}
