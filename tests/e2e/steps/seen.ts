/**
 * Seen: what a person could see and click. Playwright's "visible" is satisfied with a box that lies outside the window
 * or under something else; this is not.
 */
import { expect, type Locator } from 'playwright/test'

/** 'seen', or what is in the way. */
const look = (element: Element): string => {
  const { left, top, right, bottom, width, height } = element.getBoundingClientRect()
  const box = [left, top, right, bottom].map(Math.round).join(', ')
  if (width < 1 || height < 1) return `it has no size (${box})`
  // A border may stand on a fraction of a pixel.
  if (left < -1 || top < -1 || right > innerWidth + 1 || bottom > innerHeight + 1)
    return `${box} is not inside the window of ${innerWidth} × ${innerHeight}`
  const hit = document.elementFromPoint((left + right) / 2, (top + bottom) / 2)
  return hit !== null && element.contains(hit)
    ? 'seen'
    : `it is covered by ${hit?.outerHTML.slice(0, 200)}`
}

export const expectSeen = async (locator: Locator): Promise<void> => {
  await expect(locator).toBeVisible()
  await expect.poll(() => locator.evaluate(look)).toBe('seen')
}
