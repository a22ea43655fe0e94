/**
 * Presses every button of a place once, by its name, to see what it opens; where several have the same name but for
 * whom they are about, one of them. For a caseload that may be spoilt.
 */
import type { Page } from 'playwright/test'

/** Two drawings in a row with the same words: what was pressed has opened. */
const settled = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    const drawn = (): Promise<unknown> =>
      new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))
    let before = ''
    for (let tries = 0; tries < 20; tries++) {
      await drawn()
      const now = document.body.innerHTML
      if (now === before) return
      before = now
    }
  })

/** Presses the first of these whose name is asked for, and calls it by its name without what is written into it. */
const press = (
  page: Page,
  within: string,
  asked: { readonly only: string } | { readonly except: readonly string[] },
): Promise<string | undefined> =>
  page.evaluate(
    ([within, asked]) => {
      for (const button of document.querySelectorAll<HTMLElement>(within)) {
        if (button.matches(':disabled, [aria-disabled="true"]')) continue
        const name = (button.getAttribute('aria-label') ?? button.textContent ?? '')
          .replace(/[\d\p{Lo}]+|[A-Za-z]{3,}/gu, '')
          .trim()
        if ('only' in asked ? name !== asked.only : asked.except.includes(name)) continue
        button.click()
        return name
      }
      return undefined
    },
    [within, asked] as const,
  )

const PRESSED = 'main button, main [role="tab"], main input[type="radio"], header button'

export interface PressAll {
  /** Goes to a place, and presses all there that was not pressed anywhere before. */
  readonly at: (place: string, go: () => Promise<unknown>) => Promise<void>
}

export const createPressAll = (
  page: Page,
  never: readonly string[],
  look: (place: string) => Promise<void>,
): PressAll => {
  const pressed = [...never, '']
  /** Dialogs ask before they throw away what was typed: nothing was. */
  const close = async (): Promise<void> => {
    for (let tries = 0; tries < 5; tries++) {
      if ((await page.locator('[role="dialog"], [role="menu"], [role="listbox"]').count()) === 0)
        return
      await page.keyboard.press('Escape')
      await settled(page)
    }
  }
  const back = async (go: () => Promise<unknown>): Promise<void> => {
    await close()
    await go()
    await settled(page)
  }
  return {
    at: async (place, go) => {
      await go()
      await settled(page)
      await look(place)
      for (;;) {
        const name = await press(page, PRESSED, { except: pressed })
        if (name === undefined) return
        pressed.push(name)
        await settled(page)
        await look(`${place} › ${name}`)
        for (;;) {
          const item = await press(page, '[role="menu"] [role="menuitem"]', { except: pressed })
          if (item === undefined) break
          pressed.push(item)
          await settled(page)
          await look(`${place} › ${name} › ${item}`)
          await back(go)
          await press(page, PRESSED, { only: name })
          await settled(page)
        }
        await back(go)
      }
    },
  }
}
