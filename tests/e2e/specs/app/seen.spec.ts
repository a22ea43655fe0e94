/** The eyes that every step of these tests goes through (steps/seen.ts) see what a person would stumble over. */
import { expect, test } from '../../steps/device'
import { type Fault, faultOf } from '../../steps/look'
import { faultsOfPage } from '../../steps/page-faults'

const PLANTED: Readonly<
  Record<string, readonly [css: string, inner: string, Fault['kind'] | undefined]>
> = {
  'one that is as it should be': ['', 'Save', undefined],
  'one beside the window': ['left: -400px', 'Save', 'reach'],
  'one below the window': ['top: 5000px', 'Save', 'reach'],
  'one under something else': ['z-index: -1', 'Save', 'reach'],
  'one without a size': [
    'min-width: 0; min-height: 0; width: 0; height: 0; padding: 0; border: 0',
    '',
    'reach',
  ],
  'one that is too small': [
    'min-width: 0; min-height: 0; padding: 0; width: 14px; height: 14px',
    '',
    'size',
  ],
  'one whose words are cut': [
    'width: 60px; overflow: hidden; white-space: nowrap',
    'Words that go on for long',
    'cut',
  ],
  'one that is pale': ['color: #ccc; background: #fff', 'Save', 'contrast'],
}

test('what is out of reach, too small, cut or pale is told from what is as it should be', async ({
  device: { page },
}) => {
  await page.getByRole('button', { name: 'Create your vault' }).waitFor()
  for (const [name, [css, inner, kind]] of Object.entries(PLANTED)) {
    await page.evaluate(
      ([label, style, text]) => {
        document.querySelector('[data-planted]')?.remove()
        const button = document.createElement('button')
        button.dataset.planted = ''
        button.setAttribute('aria-label', label)
        button.textContent = text
        button.style.cssText = `position: fixed; z-index: 9; left: 20px; top: 20px; ${style}`
        document.body.append(button)
      },
      [name, css, inner] as const,
    )
    const fault = await page.locator('[data-planted]').evaluate(faultOf, true)
    expect(fault?.kind, name).toBe(kind)
    const ofPage = (await faultsOfPage(page)).filter((says) => says.startsWith(name))
    // Pale letters are axe's (accessibility.spec.ts); what has no size is not drawn.
    const isNamed = kind !== undefined && kind !== 'contrast' && name !== 'one without a size'
    expect(ofPage, name).toHaveLength(isNamed ? 1 : 0)
  }
})

test('what only a program can scroll to is out of reach, and two bars to scroll by are one too many', async ({
  device: { page },
}) => {
  await page.getByRole('button', { name: 'Create your vault' }).waitFor()
  await page.evaluate(() => {
    const box = (overflow: string, height: number) => {
      const made = document.createElement('div')
      made.style.cssText = `overflow: ${overflow}; height: ${height}px; width: 200px; background: #fff`
      return made
    }
    const outer = box('auto', 250)
    outer.style.cssText += '; position: fixed; top: 0; left: 0; z-index: 9'
    const inner = box('auto', 200)
    const closed = box('hidden', 100)
    for (const [into, name] of [
      [inner, 'by hand'],
      [closed, 'by no hand'],
    ] as const) {
      const far = document.createElement('div')
      far.style.height = '400px'
      const button = document.createElement('button')
      button.textContent = name
      into.append(far, button)
    }
    outer.append(inner, closed)
    document.body.append(outer)
  })
  const faultAt = (name: string) =>
    page.getByRole('button', { name, exact: true }).evaluate(faultOf, true)
  expect(await faultAt('by hand')).toBeUndefined()
  expect(await faultAt('by no hand')).toMatchObject({ kind: 'reach' })
  expect(await faultsOfPage(page)).toContainEqual(expect.stringMatching(/^2 scroll bars at once/))
})
