/** What was marked on paper, read from pictures as a laptop's camera takes them: never an answer that nobody gave. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { drawPage, type Filled, HANDS, photograph, type Shot } from '../../tests/steps/paper'
import type { Grey } from './grey'
import { agreed, readSheet, type SheetRead } from './read-sheet'
import { codeOf, isCode, MOST_ROWS, type SheetShape } from './sheet'

const shape = (
  name: string,
  questions: number,
  choices: number,
  arranged: SheetShape['arranged'] = 'grid',
): SheetShape => ({ code: codeOf(name, [`${questions}`]), questions, choices, arranged })

const WHO5 = shape('WHO5', 5, 6)
const SHEETS = [
  WHO5,
  shape('WHEL', 8, 11),
  shape('BURN', 1, 5, 'list'),
  shape('ROLL', MOST_ROWS, 5),
]

const STRAIGHT: Shot = {
  turn: 0,
  tilt: 0,
  bend: { x: 0, y: 0 },
  zoom: 3,
  shade: 1,
  noise: 6,
  blur: 0,
  seed: 1,
}
const picture = (sheet: SheetShape, filled: readonly Filled[], shot: Partial<Shot> = {}): Grey =>
  photograph(drawPage(sheet, filled, shot.seed ?? 1), { ...STRAIGHT, ...shot })
const cross = (question: number, choice: number): Filled => ({ question, choice, hand: 'cross' })
const rowsOf = (grey: Grey, sheets: readonly SheetShape[] = [WHO5]): SheetRead['rows'] | string => {
  const read = readSheet(grey, sheets)
  return read.ok ? read.value.rows : read.error
}
const ANSWERS = [0, 5, 2, 3, 1].map((choice, question) => cross(question, choice))

const RUNS = Number(process.env.PAPER_RUNS ?? 12)
/** Of all rows, in pictures of any quality within the bounds below; of a few pictures, a few more may be bad ones. */
const MOST_OPEN = RUNS < 50 ? 0.6 : 0.25

const between = (min: number, max: number) => fc.double({ min, max, noNaN: true })
const bentBy = (most: number) => fc.record({ x: between(-most, most), y: between(-most, most) })
const SHOT = {
  // Also upside down.
  turn: fc.oneof(between(-15, 15), between(165, 195)),
  tilt: between(0, 0.06),
  bend: bentBy(1.2),
  zoom: between(2.2, 6),
  shade: between(0.4, 1),
  noise: fc.integer({ min: 0, max: 18 }),
  blur: fc.integer({ min: 0, max: 1 }),
  seed: fc.integer(),
}
/** A sheet, and what was marked in each of its rows, or nothing. */
const FILLED = fc.constantFrom(...SHEETS).chain((sheet) =>
  fc.record({
    sheet: fc.constant(sheet),
    marks: fc.array(
      fc.option(
        fc.record({
          choice: fc.integer({ min: 0, max: sheet.choices - 1 }),
          hand: fc.constantFrom(...HANDS),
          ink: fc.integer({ min: 40, max: 130 }),
        }),
        { freq: 5 },
      ),
      { minLength: sheet.questions, maxLength: sheet.questions },
    ),
  }),
)

/** Reads pictures of filled sheets, in each of which no answer may be that was not given. Returns which share of rows is open. */
const shareOpen = (shot: typeof SHOT): number => {
  let [rows, open] = [0, 0]
  fc.assert(
    fc.property(FILLED, fc.record(shot), ({ sheet, marks }, taken) => {
      const given = marks.flatMap((mark, question) =>
        mark === null ? [] : [{ question, ...mark }],
      )
      const read = readSheet(picture(sheet, given, taken), SHEETS)
      rows += sheet.questions
      if (!read.ok) {
        open += sheet.questions
        return
      }
      expect(read.value.code).toBe(sheet.code)
      for (const [question, row] of read.value.rows.entries())
        if (row === 'unclear') open++
        else expect(row, `row ${question + 1}`).toBe(marks[question]?.choice ?? 'blank')
    }),
    { numRuns: RUNS },
  )
  return open / rows
}
const TIME = { timeout: 60_000 + RUNS * 8_000 }

test(
  'whatever the turn, the slant, the light and the noise: no answer is read that was not given, and most are read',
  TIME,
  () => {
    expect(shareOpen(SHOT)).toBeLessThan(MOST_OPEN)
  },
)

test('however the paper is bent: no row is read that is another one', TIME, () => {
  shareOpen({ ...SHOT, bend: bentBy(16), zoom: between(3, 5) })
})

describe('a row', () => {
  test('is read whether its box is crossed, ticked, filled or struck through', () => {
    for (const hand of HANDS)
      expect(rowsOf(picture(WHO5, [{ question: 2, choice: 4, hand }])), hand).toEqual([
        'blank',
        'blank',
        4,
        'blank',
        'blank',
      ])
  })

  test('with two marks is left open, and so is one whose mark can hardly be seen', () => {
    const pale: Filled = { question: 3, choice: 1, hand: 'tick', ink: 185 }
    expect(rowsOf(picture(WHO5, [cross(1, 0), cross(1, 1), pale, cross(4, 2)]))).toEqual([
      'blank',
      'unclear',
      'blank',
      'unclear',
      2,
    ])
  })

  test('across which a shadow ends has no answer that nobody gave', () => {
    const { width, height, pixels } = picture(WHO5, [], { zoom: 3 })
    for (const light of [0.4, 0.6, 0.75, 0.85, 0.92])
      for (let edge = 84; edge < 90; edge += 0.5) {
        const shaded = pixels.slice()
        for (let y = 0; y < height; y++)
          for (let x = Math.round((18 + edge) * 3); x < width; x++)
            shaded[y * width + x] = (pixels[y * width + x] as number) * light
        const rows = rowsOf({ width, height, pixels: shaded })
        expect(typeof rows).not.toBe('string')
        for (const row of rows) expect(row, `${light} at ${edge}`).not.toBeTypeOf('number')
      }
  })

  test('on which something lies is left open', () => {
    const grey = picture(WHO5, ANSWERS)
    const pixels = grey.pixels.slice()
    // A finger over a third of the third row's boxes.
    const [left, top] = [(18 + 100) * 3, (18 + 60 + 2 * 16) * 3]
    for (let y = top; y < top + 45; y++)
      pixels.fill(120, y * grey.width + left, y * grey.width + left + 60)
    expect(rowsOf({ ...grey, pixels })).toEqual([0, 5, 'unclear', 3, 1])
  })
})

describe('a sheet', () => {
  test('is shown upright, however it was held: only the part with the questions', () => {
    const read = readSheet(picture(WHO5, ANSWERS, { turn: 180 }), [WHO5])
    if (!read.ok) throw new Error(read.error)
    const [corner, right, down] = read.value.part
    // As long as it is on paper, at three pixels a millimetre, and the other way round.
    expect((right.x - corner.x) / 3).toBeCloseTo(-158, 0)
    expect((down.y - corner.y) / 3).toBeCloseTo(-94, 0)
  })

  test('is read upside down and lying on its side', () => {
    for (const turn of [90, 180, 270])
      expect(rowsOf(picture(WHO5, ANSWERS, { turn })), `${turn}`).toEqual([0, 5, 2, 3, 1])
  })

  test('of another group, or printed before the list changed, is refused', () => {
    const roll = (...asks: string[]): SheetShape => ({
      ...shape('ROLL', 2, 5),
      code: codeOf('ROLL', asks),
    })
    const printed = picture(roll('monday', 'amara', 'luis'), [cross(0, 0), cross(1, 4)])
    expect(rowsOf(printed, [roll('monday', 'amara', 'luis')])).toEqual([0, 4])
    for (const now of [
      roll('tuesday', 'amara', 'luis'),
      roll('monday', 'luis', 'amara'),
      roll('monday', 'amara'),
      roll('monday', 'amara', 'luis', 'wei'),
    ])
      expect(rowsOf(printed, [now, WHO5])).toBe('other-sheet')
  })

  test('that is bent is not read where a row would be taken for the next', () => {
    const roll = shape('ROLL', MOST_ROWS, 5)
    const all = Array.from({ length: MOST_ROWS }, (_, row) => cross(row, row % 5))
    for (let y = -14; y <= 14; y += 2) {
      const rows = rowsOf(picture(roll, all, { bend: { x: 0, y } }), [roll])
      if (typeof rows === 'string') expect(rows).toBe('not-whole')
      else
        for (const [row, answer] of rows.entries())
          if (answer !== 'unclear') expect(answer, `${row + 1} at ${y}`).toBe(row % 5)
    }
  })

  test('that is not all in the picture is not read', () => {
    const { width, height, pixels } = picture(WHO5, ANSWERS)
    const less = Math.round(height * 0.8)
    expect(rowsOf({ width, height: less, pixels: pixels.slice(0, width * less) })).toBe('not-whole')
  })

  test('is in no picture of anything else', () => {
    expect(rowsOf({ width: 640, height: 480, pixels: new Uint8Array(640 * 480).fill(128) })).toBe(
      'no-sheet',
    )
  })
})

test('the code on a sheet says which it is, and holds nothing of what it was made from', () => {
  const code = codeOf('ROLL', ['session', 'Amara Osei'])
  expect(code).toMatch(/^CF1ROLL[0-9A-F]{8}$/)
  expect(isCode(code)).toBe(true)
  for (const other of ['', 'https://example.org', 'CF1ROLL', `${code}0`, code.toLowerCase()])
    expect(isCode(other), other).toBe(false)
})

test('of what two pictures read differently, nothing is taken', () => {
  const corner = { x: 0, y: 0 }
  const read = (...rows: SheetRead['rows']): SheetRead => ({
    code: 'a',
    rows,
    part: [corner, corner, corner],
  })
  expect(agreed(read(1, 2, 'blank', 'unclear'), read(1, 3, 0, 4)).rows).toEqual([
    1,
    'unclear',
    'unclear',
    'unclear',
  ])
})
