/**
 * Seen: every step of a test goes through eyes. Before a locator clicks, types or chooses, what it acts on is looked at
 * (look.ts): what no hand could reach ends the test, what is too small, cut or too pale fails it at its end; with a
 * picture. The fixture of device.ts switches this on once for its process, for all pages, so that no test can forget it.
 */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { test as base, expect, type Locator, type Page } from 'playwright/test'
import { type Fault, faultOf } from './look'

/** How long something may be on its way: a dialog that fades, a list that moves in. */
const PATIENCE_MS = 10_000
const PALE_PATIENCE_MS = 1_500
const LOOK_AGAIN_MS = 60

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** Whether axe, which knows what lies behind a text better than its ancestors do, finds it too pale as well. */
const isPale = async (locator: Locator): Promise<boolean> => {
  await locator.page().evaluate(`globalThis.axe ?? (() => { ${axe} })()`)
  return locator.evaluate((element) =>
    (
      globalThis as unknown as {
        axe: { run: (at: Element, rules: object) => Promise<{ violations: unknown[] }> }
      }
    ).axe
      .run(element, { runOnly: ['color-contrast'], resultTypes: ['violations'] })
      .then(({ violations }) => violations.length > 0),
  )
}

const look = async (locator: Locator, bringThere: boolean): Promise<Fault | undefined> => {
  const since = Date.now()
  for (;;) {
    const fault = await locator.evaluate(faultOf, bringThere)
    const late = Date.now() - since
    if (fault === undefined) return undefined
    if (fault.kind !== 'reach' && late > PALE_PATIENCE_MS)
      return fault.kind === 'contrast' && !(await isPale(locator)) ? undefined : fault
    if (late > PATIENCE_MS) return fault
    await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS))
  }
}

const said = new WeakMap<object, Set<string>>()

/** A picture of the page, and the sentence: at once, or at the end of the test. */
const report = async (locator: Locator, fault: Fault): Promise<void> => {
  const info = base.info()
  const sentence = `${locator} ${fault.says}`
  const before = said.get(info) ?? new Set()
  said.set(info, before)
  if (before.has(fault.says)) return
  before.add(fault.says)
  const path = info.outputPath(`not-seen-${before.size}.png`)
  await locator.page().screenshot({ path })
  await info.attach('not seen', { path, contentType: 'image/png' })
  if (fault.kind === 'reach') throw new Error(`Not seen: ${sentence} (${path})`)
  expect.soft(sentence, `badly seen (${path})`).toBe('seen')
}

/** As it is now, without scrolling. */
export const expectSeen = async (locator: Locator): Promise<void> => {
  await expect(locator).toBeVisible()
  const fault = await look(locator, false)
  if (fault !== undefined) await report(locator, fault)
}

const blind = new WeakSet<Locator>()

/**
 * The way out, for what nobody is meant to see: it acts without looking. Say at the call why. A hidden file input needs
 * none: setInputFiles stands for the system's dialog, which is no part of the page.
 * @public nothing needs it yet
 */
export const unseen = (locator: Locator): Locator => {
  blind.add(locator)
  return locator
}

const TOUCHES = [
  'check',
  'clear',
  'click',
  'dblclick',
  'dragTo',
  'fill',
  'focus',
  'hover',
  'press',
  'pressSequentially',
  'selectOption',
  'setChecked',
  'uncheck',
] as const

let isOn = false

/** From now on, for every locator of this process. */
export const lookBeforeTouching = (page: Page): void => {
  if (isOn) return
  isOn = true
  const locators = Object.getPrototypeOf(page.locator('body')) as Record<string, unknown>
  for (const name of TOUCHES) {
    const touch = locators[name] as (this: Locator, ...given: unknown[]) => Promise<unknown>
    locators[name] = async function (this: Locator, ...given: unknown[]) {
      if (!blind.has(this)) {
        const fault = await look(this, true)
        if (fault !== undefined) await report(this, fault)
      }
      return touch.apply(this, given)
    }
  }
}
