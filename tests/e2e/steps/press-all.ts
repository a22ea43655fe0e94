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
    for (let tries = 0; tries < 6; tries++) {
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
          .replace(/[A-Za-z\d\p{Lo}\p{P}\p{S}\s]+/gu, ' ')
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
  const pressed = [...never.map((one) => one.replace(/[^\p{L}]+/gu, ' ').trim()), '']
  /** Dialogs ask before they throw away what was typed: nothing was. */
  const close = async (): Promise<void> => {
    for (let tries = 0; tries < 5; tries++) {
      if ((await page.locator('[role="dialog"], [role="menu"], [role="listbox"]').count()) === 0)
        return
      await page.keyboard.press('Escape')
      await settled(page)
    }
  }
  /** Where the coach is, as far as it matters here. */
  const here = (): Promise<string> =>
    page.evaluate(() =>
      [...document.querySelectorAll('main h1, main [role="tab"][aria-selected="true"]')]
        .map(({ textContent }) => textContent)
        .join(),
    )
  let place = ''
  const back = async (go: () => Promise<unknown>): Promise<void> => {
    await close()
    if ((await here()) === place) return
    await go()
    await settled(page)
  }
  return {
    at: async (name, go) => {
      await go()
      await settled(page)
      place = await here()
      await look(name)
      for (;;) {
        const button = await press(page, PRESSED, { except: pressed })
        if (button === undefined) return
        pressed.push(button)
        await settled(page)
        await look(`${name} › ${button}`)
        for (;;) {
          const item = await press(page, '[role="menu"] [role="menuitem"]', { except: pressed })
          if (item === undefined) break
          pressed.push(item)
          await settled(page)
          await look(`${name} › ${button} › ${item}`)
          await back(go)
          await press(page, PRESSED, { only: button })
          await settled(page)
        }
        await back(go)
      }
    },
  }
}
