/**
 * What every dialog has in common, wherever it is opened. Escape closes the one that has the keyboard, also when another
 * is below it: each dialog listens for itself, and would close with it. A dialog that is closed gives the keyboard back to
 * what had it before: in the dialog below, or on the screen.
 */

const DIALOG = '[role="dialog"]'
/** Open for a moment only: what opened them has the keyboard again. */
const PASSING = '[role="menu"], [role="listbox"]'

const dialogs = (): readonly HTMLElement[] => [...document.querySelectorAll<HTMLElement>(DIALOG)]

/** Of several, the one that has the keyboard. */
const topDialog = (): HTMLElement | undefined => {
  const all = dialogs()
  return all.findLast((one) => one.contains(document.activeElement)) ?? all.at(-1)
}

/** What closes it: its own button, or the one that opened it, as with help. */
const closerOf = (dialog: HTMLElement): HTMLElement | null =>
  dialog.querySelector<HTMLElement>('.mantine-Modal-close, .mantine-Drawer-close') ??
  document.querySelector<HTMLElement>(`[aria-controls="${dialog.id}"]`)

/** What had the keyboard last: in each dialog, and on the screen. */
const last = new WeakMap<Element, HTMLElement>()
let inDialog = false

/**
 * A dialog's focus trap comes to what is marked so a moment after the dialog is there, and so after the first keys of
 * whoever is quick: it would take them back to the first field, and the next key with them.
 */
const stayWhereFocused = (dialog: Element, target: HTMLElement): void => {
  for (const one of dialog.querySelectorAll('[data-autofocus]'))
    one.removeAttribute('data-autofocus')
  target.setAttribute('data-autofocus', 'true')
}

const noteFocus = ({ target }: FocusEvent): void => {
  if (!(target instanceof HTMLElement) || target.closest(PASSING) !== null) return
  // What catches keys is gone once they have landed: what had the keyboard before it has it again.
  if (target.matches('.type-ahead')) return
  const dialog = target.closest(DIALOG)
  inDialog = dialog !== null
  last.set(dialog ?? document.body, target)
  if (dialog !== null) stayWhereFocused(dialog, target)
}

/** The keyboard is nowhere since the dialog that had it is gone. */
const giveBack = (): void => {
  if (!inDialog || document.activeElement !== document.body) return
  const below = topDialog()
  const opener = last.get(below ?? document.body)
  const place = opener?.isConnected === true ? opener : below
  inDialog = below !== undefined
  ;(place ?? document.querySelector<HTMLElement>('[data-scroller]'))?.focus({ preventScroll: true })
}

const closeTop = (event: KeyboardEvent): void => {
  if (event.key !== 'Escape' || event.isComposing || dialogs().length < 2) return
  // An open list of choices closes first, and says so.
  if (event.target instanceof Element && event.target.matches('[data-mantine-stop-propagation]'))
    return
  event.stopImmediatePropagation()
  event.preventDefault()
  const top = topDialog()
  if (top !== undefined) closerOf(top)?.click()
}

/** Before anything is shown, so that it hears a key first. */
export const watchDialogs = (): void => {
  window.addEventListener('keydown', closeTop, { capture: true })
  document.addEventListener('focusin', noteFocus)
  // What comes next may take the keyboard itself.
  new MutationObserver(() => {
    if (inDialog && document.activeElement === document.body) requestAnimationFrame(giveBack)
  }).observe(document.body, { childList: true, subtree: true })
}
