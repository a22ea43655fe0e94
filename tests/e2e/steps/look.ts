/**
 * What an eye finds wrong with one control, worked out in the page: out of reach, covered, too small to hit, cut, or too
 * pale. Playwright's "visible" is satisfied with a box that lies outside the window or under something else; this is not.
 * The function is sent to the page as text, so it may use nothing from outside itself.
 */

/** `kind` says how bad: what cannot be reached ends the test, what can only be seen badly is noted and the test goes on. */
export interface Fault {
  readonly kind: 'reach' | 'size' | 'cut' | 'contrast'
  readonly says: string
}

export const faultOf = (given: Element, bringThere: boolean): Fault | undefined => {
  const CONTROL =
    'button, a[href], input, textarea, select, summary, label, [tabindex], [role="button"], [role="option"], [role="tab"], [role="checkbox"], [role="radio"], [role="row"], [role^="menuitem"], [contenteditable="true"]'
  const describe = (element: Element | null | undefined): string =>
    element?.outerHTML.replace(/<svg.*?<\/svg>/gs, '').slice(0, 160) ?? 'nothing'
  // A text in a button is clicked for the button.
  const control = given.closest(CONTROL) ?? given
  const labels =
    control instanceof HTMLInputElement ||
    control instanceof HTMLTextAreaElement ||
    control instanceof HTMLSelectElement
      ? [...(control.labels ?? [])]
      : []
  const sizeOf = (element: Element) => element.getBoundingClientRect()
  // An input that only stands for its label (a switch, a segment) is looked at as its label.
  const drawn =
    sizeOf(given).width < 2 || getComputedStyle(given).opacity === '0'
      ? (labels[0] ?? given)
      : given

  // 1. In the window, or where scrolling by hand can bring it.
  const ancestors: Element[] = []
  for (let at = drawn.parentElement; at !== null; at = at.parentElement) {
    ancestors.push(at)
    if (getComputedStyle(at).position === 'fixed') break
  }
  const clips = ancestors.filter(
    (at) => at !== document.body && getComputedStyle(at).overflow !== 'visible',
  )
  const inView = () => {
    // A text over two lines is where its first line is.
    const box = drawn.getClientRects()[0] ?? sizeOf(drawn)
    const clip = { left: 0, top: 0, right: innerWidth, bottom: innerHeight }
    for (const at of clips) {
      if (at === document.documentElement) continue
      const { left, top, right, bottom } = sizeOf(at)
      clip.left = Math.max(clip.left, left)
      clip.top = Math.max(clip.top, top)
      clip.right = Math.min(clip.right, right)
      clip.bottom = Math.min(clip.bottom, bottom)
    }
    const left = Math.max(box.left, clip.left)
    const top = Math.max(box.top, clip.top)
    const right = Math.min(box.right, clip.right)
    const bottom = Math.min(box.bottom, clip.bottom)
    // What is larger than where it stands cannot be there as a whole. A border may stand on a fraction of a pixel.
    const enough = (seen: number, whole: number, room: number) =>
      room > 0 && seen >= (whole > room ? Math.min(24, room) : whole) - 1.5
    const whole =
      enough(right - left, box.width, clip.right - clip.left) &&
      enough(bottom - top, box.height, clip.bottom - clip.top)
    return { whole, x: (left + right) / 2, y: (top + bottom) / 2, box }
  }
  if (sizeOf(drawn).width < 1 || sizeOf(drawn).height < 1)
    return { kind: 'reach', says: `has no size: ${describe(drawn)}` }
  const itself = [given, drawn, ...labels]
  const hitAt = ({ x, y }: ReturnType<typeof inView>): Element | null =>
    document.elementFromPoint(x, y)
  const isItself = (hit: Element | null): boolean =>
    hit !== null && itself.some((one) => one.contains(hit))
  let view = inView()
  if (bringThere && !(view.whole && isItself(hitAt(view)))) {
    const fixed = ancestors
      .filter((at) => /hidden|clip/.test(getComputedStyle(at).overflow))
      .map((at) => ({ at, left: at.scrollLeft, top: at.scrollTop }))
    drawn.scrollIntoView({ block: 'center', inline: 'nearest', behavior: 'instant' })
    const moved = fixed.find(({ at, left, top }) => at.scrollLeft !== left || at.scrollTop !== top)
    for (const { at, left, top } of fixed) at.scrollTo({ left, top, behavior: 'instant' })
    view = inView()
    if (!view.whole && moved !== undefined)
      return { kind: 'reach', says: `only a program scrolls there: in ${describe(moved.at)}` }
  }
  if (!view.whole) {
    const { left, top, right, bottom } = view.box
    const box = [left, top, right, bottom].map(Math.round).join(', ')
    return {
      kind: 'reach',
      says: `${box} is not inside the window of ${innerWidth} × ${innerHeight}, or cut off by what it is in`,
    }
  }

  // 2. Nothing over its middle.
  const hit = hitAt(view)
  if (!isItself(hit)) return { kind: 'reach', says: `is covered by ${describe(hit)}` }

  // 3. Large enough to hit (WCAG 2.5.8). Links within a sentence, and ticks in a
  // text that is written, are as high as its letters.
  // A field among pills is as large as the box that they share: it is clicked for the field.
  const pills = control.closest('[class*="-pillsList"]')?.parentElement
  const target = [pills ?? control, ...labels].map(sizeOf)
  const extent = (from: 'left' | 'top', to: 'right' | 'bottom') =>
    Math.max(...target.map((box) => box[to])) - Math.min(...target.map((box) => box[from]))
  const [width, height] = [extent('left', 'right'), extent('top', 'bottom')]
  const isControl = control.matches(CONTROL)
  const inSentence =
    (control.matches('a') && getComputedStyle(control).display === 'inline') ||
    control.parentElement?.closest('[contenteditable="true"]') != null
  if (isControl && !inSentence && (width < 23.5 || height < 23.5))
    return {
      kind: 'size',
      says: `is ${Math.round(width)} × ${Math.round(height)}: ${describe(control)}`,
    }

  // 4. Its words are there to their end, or in a title.
  if (!isControl || control.matches('input, textarea, [contenteditable="true"]')) return undefined
  const parts = [control, ...control.querySelectorAll('*')].filter(
    (part): part is HTMLElement => part instanceof HTMLElement && part.clientWidth > 1,
  )
  // An excerpt of some lines ends where it has to: that is no label.
  const cut = parts.find((part) => {
    const { overflowX, webkitLineClamp } = getComputedStyle(part)
    const isCut = /hidden|clip/.test(overflowX) && part.scrollWidth > part.clientWidth + 1
    const hasWords = part.textContent.trim() !== '' && part.closest('[title]') === null
    return isCut && webkitLineClamp === 'none' && hasWords
  })
  if (cut !== undefined) return { kind: 'cut', says: `its words are cut: ${describe(cut)}` }

  // 5. Its letters stand out (WCAG 1.4.3), as far as the colors of what it is in say; axe has the last word.
  if (control.closest(':disabled, [aria-disabled="true"], [data-disabled]') !== null)
    return undefined
  const brush = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true })
  if (brush === null) return undefined
  const rgba = (color: string): readonly [number, number, number, number] => {
    brush.clearRect(0, 0, 1, 1)
    brush.fillStyle = color
    brush.fillRect(0, 0, 1, 1)
    const [red = 0, green = 0, blue = 0, alpha = 0] = brush.getImageData(0, 0, 1, 1).data
    return [red, green, blue, alpha / 255]
  }
  type Paint = readonly [number, number, number]
  const over = ([r, g, b, a]: ReturnType<typeof rgba>, [x, y, z]: Paint): Paint => [
    r * a + x * (1 - a),
    g * a + y * (1 - a),
    b * a + z * (1 - a),
  ]
  const light = (paint: Paint): number => {
    const [r = 0, g = 0, b = 0] = paint.map((value) =>
      value <= 10 ? value / 3294 : ((value / 255 + 0.055) / 1.055) ** 2.4,
    )
    return 0.2126 * r + 0.7152 * g + 0.0722 * b
  }
  for (const part of parts) {
    const own = [...part.childNodes].some(
      (node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim() !== '',
    )
    if (!own) continue
    const around: Element[] = []
    for (let at: Element | null = part; at !== null; at = at.parentElement) around.unshift(at)
    if (around.some((at) => getComputedStyle(at).backgroundImage !== 'none')) continue
    const { webkitTextFillColor, fontSize, fontWeight } = getComputedStyle(part)
    const paper = around.reduce<Paint>(
      (below, at) => over(rgba(getComputedStyle(at).backgroundColor), below),
      [255, 255, 255],
    )
    const [r, g, b, alpha] = rgba(webkitTextFillColor)
    // Painted with nothing: hidden by the privacy screen.
    if (alpha === 0) continue
    const opacity = around.reduce((sum, at) => sum * Number(getComputedStyle(at).opacity), 1)
    const [one, other] = [light(over([r, g, b, alpha * opacity], paper)), light(paper)]
    const ratio = (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05)
    const size = Number.parseFloat(fontSize)
    const needed = size >= 24 || (size >= 18.66 && Number(fontWeight) >= 700) ? 3 : 4.5
    if (ratio < needed)
      return { kind: 'contrast', says: `has a contrast of ${ratio.toFixed(1)}: ${describe(part)}` }
  }
  return undefined
}
