/**
 * What was marked on a sheet, out of a picture of it. A box is measured against the paper around it, so that shadows and
 * poor light do not matter; a row in which anything is unclear is left open, for a person to say. Nothing is guessed.
 */
import { err, ok, type Result } from '../base/result'
import { findSheet } from './find-sheet'
import { type Grey, greyAt } from './grey'
import type { Projection } from './homography'
import { BOX, boxesOf, type Point, partOf, type SheetShape } from './sheet'

/** A row: the place of the answer that is marked, none, or more or less than can be read. */
export type Answered = number | 'blank' | 'unclear'

export interface SheetRead {
  /** Which of the sheets that were expected. */
  readonly code: string
  /** A question each. */
  readonly rows: readonly Answered[]
  /** Where the part with the questions is in the picture: its upper left, upper right and lower left corner. */
  readonly part: readonly [Point, Point, Point]
}

export type SheetProblem =
  /** No sheet of ours is in sight. */
  | 'no-sheet'
  /** One is, and none of those that were expected. */
  | 'other-sheet'
  /** Its corner marks are not all in sight, or it is bent so that they do not fit the code. */
  | 'not-whole'

type Box = 'marked' | 'empty' | 'unsure'

/** Ink in a box, of what would be black all over: a tick or a line is 0.1 and more, a cross 0.2, paper and its noise 0.02. */
const MARKED_FROM = 0.08
const EMPTY_TO = 0.03
/** Of the frame around it, which has to be where it is looked for. */
const FRAME_FROM = 0.25
/** A stroke of a pen is darker than a shadow: the darkest tenth of a box that is marked. */
const DARKEST_FROM = 0.2
/** Paper whose four sides around a box are not of one brightness has a shadow's edge on it. */
const MOST_UNEVEN = 0.08

/** How far from its middle a box is looked at: within the frame, on it, and on the paper around. */
const INSIDE = 1.9
const PAPER = BOX / 2 + 1.1
/** A sheet that is a little bent has its boxes a little off. */
const SHIFTS = [-1.8, -1.5, -1.2, -0.9, -0.6, -0.3, 0, 0.3, 0.6, 0.9, 1.2, 1.5, 1.8]

const along = (half: number, step: number): readonly number[] => {
  const count = Math.round((2 * half) / step)
  return Array.from({ length: count + 1 }, (_, place) => -half + (2 * half * place) / count)
}
/** Points on the four sides of a square, and within one. */
const sidesOf = (half: number, step: number): readonly (readonly Point[])[] => {
  const line = along(half, step)
  return [
    line.map((x) => ({ x, y: -half })),
    line.map((x) => ({ x, y: half })),
    line.map((y) => ({ x: -half, y })),
    line.map((y) => ({ x: half, y })),
  ]
}
const FRAME_POINTS = sidesOf(BOX / 2, 0.5).flat()
const PAPER_SIDES = sidesOf(PAPER, 0.4)
const INSIDE_POINTS = along(INSIDE, 0.3).flatMap((y) => along(INSIDE, 0.3).map((x) => ({ x, y })))

type Look = (at: Point) => number | undefined

const looking =
  (grey: Grey, projection: Projection): Look =>
  (at) => {
    const { x, y } = projection(at)
    return greyAt(grey, x, y)
  }

/** The greys of these places; undefined if one of them is not in the picture. */
const greys = (
  look: Look,
  middle: Point,
  places: readonly Point[],
): readonly number[] | undefined => {
  const seen: number[] = []
  for (const { x, y } of places) {
    const grey = look({ x: middle.x + x, y: middle.y + y })
    if (grey === undefined) return undefined
    seen.push(grey)
  }
  return seen
}
const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length
/** What that share of them is darker than. */
const shareOf = (values: readonly number[], at: number): number =>
  [...values].sort((a, b) => a - b)[Math.floor((values.length - 1) * at)] as number

/** Where a box really is: off by what makes its frame the darkest. Each for itself, since bent paper moves each otherwise. */
const settle = (look: Look, box: Point): Point => {
  let best = { dark: Number.POSITIVE_INFINITY, at: box }
  for (const y of SHIFTS)
    for (const x of SHIFTS) {
      const at = { x: box.x + x, y: box.y + y }
      const frame = greys(look, at, FRAME_POINTS)
      const dark = frame === undefined ? Number.POSITIVE_INFINITY : mean(frame)
      if (dark < best.dark) best = { dark, at }
    }
  return best.at
}

const readBox = (look: Look, box: Point, black: number): Box => {
  // Of each side its middle value: a stroke that runs out over the frame crosses only a little of it.
  const sides = PAPER_SIDES.map((side) => greys(look, box, side)).flatMap((side) =>
    side === undefined ? [] : [shareOf(side, 0.5)],
  )
  const frame = greys(look, box, FRAME_POINTS)
  const inside = greys(look, box, INSIDE_POINTS)
  if (sides.length < PAPER_SIDES.length || frame === undefined || inside === undefined)
    return 'unsure'
  const inkOf = (grey: number): number => (1 - grey / mean(sides)) / (1 - black)
  if (inkOf(mean(frame)) < FRAME_FROM) return 'unsure'
  if (1 - Math.min(...sides) / Math.max(...sides) > MOST_UNEVEN) return 'unsure'
  const ink = inkOf(mean(inside))
  if (ink <= EMPTY_TO) return 'empty'
  return ink >= MARKED_FROM && inkOf(shareOf(inside, 0.1)) >= DARKEST_FROM ? 'marked' : 'unsure'
}

const readRow = (look: Look, places: readonly Point[], black: number): Answered => {
  const boxes = places.map((box) => readBox(look, settle(look, box), black))
  if (boxes.includes('unsure')) return 'unclear'
  const marked = boxes.flatMap((box, place) => (box === 'marked' ? [place] : []))
  if (marked.length > 1) return 'unclear'
  return marked[0] ?? 'blank'
}

/** Reads whichever of these sheets is in the picture. */
export const readSheet = (
  grey: Grey,
  expected: readonly SheetShape[],
): Result<SheetRead, SheetProblem> => {
  const found = findSheet(grey)
  if (found === undefined) return err('no-sheet')
  const sheet = expected.find(({ code }) => code === found.code)
  if (sheet === undefined) return err('other-sheet')
  const { projection, black } = found
  if (projection === undefined) return err('not-whole')
  const look = looking(grey, projection)
  const { x, y, width, height } = partOf(sheet)
  return ok({
    code: sheet.code,
    rows: boxesOf(sheet).map((places) => readRow(look, places, black)),
    part: [projection({ x, y }), projection({ x: x + width, y }), projection({ x, y: y + height })],
  })
}

/** What two pictures of one sheet say alike; of a row that they read differently, nothing is taken. */
export const agreed = (one: SheetRead, other: SheetRead): SheetRead => ({
  ...other,
  rows: other.rows.map((row, place) => (row === one.rows[place] ? row : 'unclear')),
})
