/** The menu bar speaks the language that is set, in all that the system adds to it, too. */
import type { MenuItemConstructorOptions } from 'electron'
import { afterEach, expect, test, vi } from 'vitest'
import { PSEUDO, speak } from '../../shared/words/words'

let built: readonly MenuItemConstructorOptions[] = []
vi.mock('electron', () => ({
  Menu: {
    buildFromTemplate: (template: readonly MenuItemConstructorOptions[]) => template,
    setApplicationMenu: (template: readonly MenuItemConstructorOptions[]) => {
      built = template
    },
  },
}))
const { setMenu } = await import('./menu')

const entries = (
  items: readonly MenuItemConstructorOptions[],
): readonly MenuItemConstructorOptions[] =>
  items.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? entries(item.submenu) : [])])

const ours = process.platform
const on = (platform: NodeJS.Platform): void => {
  Object.defineProperty(process, 'platform', { value: platform })
}
afterEach(() => {
  speak('en')
  on(ours)
})

test.each(['darwin', 'win32', 'linux'] as const)(
  'on %s every entry has a name of the catalogue, and no menu the letter of another',
  (platform) => {
    on(platform)
    speak(PSEUDO)
    setMenu(vi.fn(), vi.fn())
    const named = entries(built).filter(({ type }) => type !== 'separator')
    expect(named.length).toBeGreaterThan(30)
    expect(named.filter(({ label }) => label?.startsWith('[') !== true)).toEqual([])

    speak('en')
    setMenu(vi.fn(), vi.fn())
    const letters = built.map(({ label = '' }) => /&(.)/.exec(label)?.[1]?.toLowerCase())
    expect(new Set(letters).size).toBe(built.length)
  },
)
