/**
 * What can be clicked on the screen that is shown, by its accessible name. The palette lists it beside the commands,
 * so that nothing on any screen needs a pointer, and nothing has to be entered in a list to be found.
 */
import { computeAccessibleName } from 'dom-accessibility-api'

export interface ScreenControl {
  readonly name: string
  /** Opens something to type into: marked `data-types`. */
  readonly types: boolean
  readonly press: () => void
}

const CLICKABLE =
  'button, a[href], summary, input, textarea, select, [contenteditable="true"], [role="button"], [role="tab"], [role="row"][tabindex], [role="switch"], [role="checkbox"], [role="radio"]'
const SCOPE = 'main, nav, header'
const MOST = 1500

const isShown = (element: HTMLElement): boolean =>
  element.getClientRects().length > 0 &&
  !element.matches(':disabled, [aria-disabled="true"], [aria-hidden="true"] *') &&
  getComputedStyle(element).visibility !== 'hidden'

const press = (element: HTMLElement): void => {
  element.scrollIntoView({ block: 'nearest' })
  element.focus()
  if (
    !element.matches(
      'input:not([type="checkbox"], [type="radio"]), textarea, select, [contenteditable]',
    )
  )
    element.click()
}

export const screenControls = (): readonly ScreenControl[] => {
  const named = new Map<string, ScreenControl>()
  for (const scope of document.querySelectorAll(SCOPE))
    for (const element of scope.querySelectorAll<HTMLElement>(CLICKABLE)) {
      if (named.size >= MOST) break
      if (!isShown(element)) continue
      const name = computeAccessibleName(element).replace(/\s+/g, ' ').trim()
      if (name !== '' && !named.has(name))
        named.set(name, {
          name,
          types: element.matches('[data-types]'),
          press: () => press(element),
        })
    }
  return [...named.values()]
}
