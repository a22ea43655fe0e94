/**
 * Typing ahead. Between "New note" and its caret lie a stored item, a screen and an editor. Whoever types at once must
 * not lose a key, and a space must not press the button again: so meanwhile an unseen text has the focus, and what it
 * caught goes to the text that lands. What lands may be a choice: it is given the keys.
 */
import { t } from '../../../shared/words/words'
import { useApp } from '../app-state'

interface Catcher {
  readonly text: HTMLTextAreaElement
  /** What was pressed, for a choice. */
  readonly keys: string[]
  /** Where the focus was, for when nothing lands. */
  readonly before: Element | null
  readonly letGo: () => void
  /** What is being opened, once it is known. */
  aim?: string
  /** No other text that lands meanwhile has the words. */
  alone?: boolean
  /** The coach went somewhere else: what was typed still lands, the focus stays there. */
  left?: true
}

/** Something that is asked for and not begun by then is not coming. */
const PATIENCE_MS = 5000
/** On a laptop that does not come to rest. */
const DRAWN_WITHIN_MS = 500

let catcher: Catcher | undefined

/** Has keys of its own, and no words. */
const CHOICES = 'input[type="radio"], input[readonly]'
const TEXTS = `input:not([type="checkbox"], ${CHOICES}), textarea`
/** A list is chosen from, also by typing. As it is drawn first it forgets what it was given. */
const LISTS = 'input[aria-haspopup="listbox"]'
/** What has the keyboard to itself. */
const TAKES_OVER = '[role="dialog"], [role="menu"], select, [contenteditable="true"]'

const end = (): string => {
  if (catcher === undefined) return ''
  const { text, letGo } = catcher
  catcher = undefined
  letGo()
  const words = text.value
  text.remove()
  return words
}

/** As if typed, so that the field's own listeners and its undo know of it. */
const insert = (words: string): void => {
  if (words !== '') document.execCommand('insertText', false, words)
}

const STEPS: Readonly<Partial<Record<string, number>>> = {
  ArrowDown: 1,
  ArrowRight: 1,
  ArrowUp: -1,
  ArrowLeft: -1,
}
/** What the browser does at a real key, and at none of a program's. */
const pressRadio = (radio: HTMLInputElement, key: string): void => {
  const step = key === ' ' ? 0 : STEPS[key]
  if (step === undefined) return
  const group = [...document.querySelectorAll<HTMLInputElement>(CHOICES)].filter(
    ({ name, type }) => type === 'radio' && name === radio.name,
  )
  const next = group.at((group.indexOf(radio) + step) % group.length)
  next?.focus()
  next?.click()
}

/** As if pressed now, each where the one before it has led: the last row of a grid may lead to a text. */
const pressAgain = (keys: readonly string[]): void => {
  for (const key of keys) {
    const at = document.activeElement
    if (at?.matches(TEXTS) === true && (key.length === 1 || !at.matches(LISTS))) {
      if (key === 'Enter' || key.length === 1) insert(key === 'Enter' ? '\n' : key)
      continue
    }
    const press = new KeyboardEvent('keydown', { key, code: key, bubbles: true, cancelable: true })
    if (at?.dispatchEvent(press) === true && at instanceof HTMLInputElement && at.type === 'radio')
      pressRadio(at, key)
  }
}

/** Each once the one before it is drawn: a list that an arrow opens has nothing to choose from until then. */
const pressInList = async (list: HTMLElement, keys: readonly string[]): Promise<void> => {
  for (const key of keys) {
    if (document.activeElement !== list) return
    pressAgain([key])
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)))
  }
}

/**
 * Catches what is typed from now on, until a text lands or the coach goes somewhere else. A button that asks for it is
 * marked `data-types`: the palette, which presses it a moment later, asks at once.
 */
export const typeAhead = (): void => {
  // A screen that others look at has no text to write in.
  if (useApp.getState().presenting) return
  if (catcher !== undefined && catcher.left === undefined)
    return catcher.text.focus({ preventScroll: true })
  const text = document.createElement('textarea')
  text.className = 'type-ahead'
  text.setAttribute('aria-label', t('note.textOpening'))
  text.value = end()
  const goElsewhere = (event: Event): void => {
    if (event instanceof KeyboardEvent && event.key !== 'Tab') return
    if (catcher?.text === text) catcher.left = true
    letGo()
  }
  const follow = ({ target }: FocusEvent): void => {
    if (!(target instanceof HTMLElement) || target === text) return
    if (target.matches(LISTS)) return landInList(target)
    // A dialog's first field: it is its text that was waited for.
    if (target.matches(TEXTS)) insert(end())
    else if (target.matches(CHOICES)) {
      end()
      // Once all of the dialog is there.
      queueMicrotask(() => pressAgain(keys))
    }
    // Whatever else opens has not been read yet: nothing is answered with keys from before.
    else if (target.closest(TAKES_OVER) !== null) end()
    // A menu or a dialog that closes gives the focus back late; that must not take it from who is typing.
    else text.focus({ preventScroll: true })
  }
  const keys: string[] = []
  let drawn: HTMLElement | undefined
  const landInList = (list: HTMLElement): void => {
    if (list === drawn) {
      const words = end()
      if (keys.some((key) => key.length > 1)) void pressInList(list, keys)
      else insert(words)
      return
    }
    text.focus({ preventScroll: true })
    requestIdleCallback(
      () => {
        if (catcher?.text !== text || catcher.left === true) return
        if (!list.isConnected) return stopTypingAhead()
        drawn = list
        list.focus({ preventScroll: true })
      },
      { timeout: DRAWN_WITHIN_MS },
    )
  }
  const note = (event: KeyboardEvent): void => {
    const { key, ctrlKey, metaKey, altKey, isComposing } = event
    const isKept = key.length === 1 || key === 'Enter' || key in STEPS
    if (!isKept || ctrlKey || metaKey || altKey || isComposing) return
    keys.push(key)
    // A menu closes at a key that is pressed outside it, and this one is for the menu that opens.
    event.stopPropagation()
  }
  // Taken away and given to nobody.
  const lost = ({ relatedTarget }: FocusEvent): void => {
    if (relatedTarget === null && document.hasFocus())
      queueMicrotask(() => catcher?.text === text && text.focus({ preventScroll: true }))
  }
  const patience = setTimeout(() => {
    if (catcher?.text === text && catcher.aim === undefined) stopTypingAhead()
  }, PATIENCE_MS)
  const letGo = (): void => {
    clearTimeout(patience)
    window.removeEventListener('pointerdown', goElsewhere, { capture: true })
    document.removeEventListener('focusin', follow)
    text.removeEventListener('blur', lost)
  }
  window.addEventListener('pointerdown', goElsewhere, { capture: true })
  document.addEventListener('focusin', follow)
  text.addEventListener('keydown', goElsewhere)
  text.addEventListener('keydown', note)
  text.addEventListener('blur', lost)
  catcher = { text, keys, before: document.activeElement, letGo }
  document.body.append(text)
  text.focus({ preventScroll: true })
}

/** Nothing is going to land: the focus goes back. */
export const stopTypingAhead = (): void => {
  if (catcher === undefined) return
  const { before, text } = catcher
  const had = document.activeElement === text
  end()
  if (had && before instanceof HTMLElement && before.isConnected)
    before.focus({ preventScroll: true })
}

/** It is known now what is being opened; `alone`, if no other text that lands meanwhile may have the words. */
export const aimTyping = (at: string, alone = false): void => {
  if (catcher === undefined) return
  catcher.aim = at
  catcher.alone = alone
}

/** Whether what is typed ahead may land in this text. */
export const maySettle = (at: string): boolean => catcher?.alone !== true || catcher.aim === at

/** What is being opened, as far as that is known; '' for nothing. */
export const aimOfTyping = (): string => catcher?.aim ?? ''

export const isTypingAhead = (): boolean => catcher !== undefined

/** What was typed ahead for a text that is not going to be there any more. */
export const takeTypedAhead = (at: string): string => (catcher?.aim === at ? end() : '')

/** The text is there: `focus` puts the caret into it, unless the coach is elsewhere, and what was typed meanwhile is its. */
export const landTyping = (focus: () => void): string => {
  const landed = catcher
  landed?.letGo()
  catcher = undefined
  if (landed?.left === undefined) focus()
  landed?.text.remove()
  return landed?.text.value ?? ''
}

/** Lands in a plain field. */
export const landInField = (field: HTMLInputElement | HTMLTextAreaElement): void =>
  insert(landTyping(() => field.focus()))
