/** Where the list of suggestions stands: at its line, and inside every window. */
import { expect, test } from 'vitest'
import { createSuggestionList, placeBeside, type SuggestionState } from './suggestions'

const window = { width: 1280, height: 800 }
const line = (left: number, top: number) => ({ left, top, bottom: top + 24 })

/** As the browser's: its members are getters of its prototype, so that spreading it copies nothing. */
class Rectangle {
  get left(): number {
    return 300
  }
  get top(): number {
    return 200
  }
  get bottom(): number {
    return 224
  }
}

test('a list is told its line by the browser’s own rectangle', () => {
  let shown: SuggestionState | undefined
  const list = createSuggestionList(
    'Insert',
    (state) => {
      shown = state
    },
    () => undefined,
  )
  list.put([{ id: 'goal', label: 'Goal', about: '/goal' }], () => new Rectangle())
  const at = shown?.line()
  expect(at && placeBeside(at, window)).toMatchObject({ left: 300, top: 228 })
})

test('under the line; above it near the bottom of the window', () => {
  expect(placeBeside(line(300, 200), window)).toMatchObject({ left: 300, top: 228, maxHeight: 260 })
  expect(placeBeside(line(300, 560), window)).toMatchObject({ top: 588, maxHeight: 204 })
  expect(placeBeside(line(300, 700), window)).toMatchObject({ bottom: 104, maxHeight: 260 })
})

test.each([
  [1280, 800],
  [1000, 700],
  [640, 400],
  [320, 240],
])('inside a window of %i × %i, wherever the line is', (width, height) => {
  for (let top = -60; top < height + 60; top += 10)
    for (const left of [-20, 0, width / 2, width - 10]) {
      const place = placeBeside(line(left, top), { width, height })
      expect(place.left).toBeGreaterThanOrEqual(8)
      expect(place.left + place.width).toBeLessThanOrEqual(width - 8)
      const from = place.top ?? height - (place.bottom ?? 0) - place.maxHeight
      expect(from).toBeGreaterThanOrEqual(4)
      expect(from + place.maxHeight).toBeLessThanOrEqual(height - 4)
      // Enough for two entries at the least.
      expect(place.maxHeight).toBeGreaterThan(80)
    }
})
