/**
 * A whole page looked at: every control that is drawn is seen (look.ts), and there is one scroll bar at most. While a
 * dialog or a menu is open, it is the page.
 */
import type { Page } from 'playwright/test'
import { faultOf } from './look'

/** What lies over the page, and over what of it. */
export const OVER = '[role="dialog"], [role="menu"], [data-dates-dropdown]'
const CONTROLS =
  'button, a[href], input:not([type="file"], [type="hidden"]), textarea, select, [role="tab"], [role="option"], [role="row"][tabindex], [role^="menuitem"], [contenteditable="true"]'

/** Sentences, each about one control or the page; none, if all is well. Where it was scrolled to is as before. */
export const faultsOfPage = (page: Page): Promise<readonly string[]> =>
  page.evaluate(`(() => {
    // Where the bundler keeps names, they are set by this.
    const __name = (one) => one
    const faultOf = ${faultOf}
    const drawn = (element) => element.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true })
    const top = [...document.querySelectorAll('${OVER}')].filter(drawn).at(-1) ?? document.body
    const scrolled = [...document.querySelectorAll('*')]
      .filter(({ scrollTop, scrollLeft }) => scrollTop !== 0 || scrollLeft !== 0)
      .map((element) => [element, element.scrollTop, element.scrollLeft])
    const says = new Set()
    for (const control of top.querySelectorAll('${CONTROLS}')) {
      // What stands for a label or is read aloud only is not drawn itself.
      if (!control.isConnected || !drawn(control) || control.getBoundingClientRect().width < 2) continue
      if (control.closest('[inert], [aria-hidden="true"]') !== null) continue
      // Under the list of what may be written into it.
      if (control.isContentEditable && [...document.querySelectorAll('[role="listbox"]')].some(drawn)) continue
      const fault = faultOf(control, true)
      if (fault !== undefined && fault.kind !== 'contrast')
        says.add((control.getAttribute('aria-label') ?? control.labels?.[0]?.textContent ?? control.textContent.slice(0, 40)) + ': ' + fault.says)
    }
    for (const element of document.querySelectorAll('*')) {
      const before = scrolled.find(([one]) => one === element)
      if (before === undefined && element.scrollTop === 0 && element.scrollLeft === 0) continue
      element.scrollTo({ top: before?.[1] ?? 0, left: before?.[2] ?? 0, behavior: 'instant' })
    }
    const bars = [...top.querySelectorAll('*'), top].filter((element) => {
      const { overflowY } = getComputedStyle(element)
      const { width, height } = element.getBoundingClientRect()
      return /auto|scroll/.test(overflowY) && element.scrollHeight > element.clientHeight + 1 &&
        width > 40 && height > 40 && drawn(element) &&
        getComputedStyle(element, '::-webkit-scrollbar').display !== 'none' && !element.matches('textarea')
    })
    if (bars.length > 1)
      says.add(bars.length + ' scroll bars at once: ' + bars.map((bar) => bar.outerHTML.slice(0, 120)).join(' | '))
    const { documentElement } = document
    const scroller = document.querySelector('[data-scroller]') ?? documentElement
    for (const page of [documentElement, scroller])
      if (page.scrollWidth > page.clientWidth + 1) says.add('the page is wider than its window')
    return [...says]
  })()`)
