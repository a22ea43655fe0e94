/**
 * Finds a sheet in a picture: first its QR code, which says roughly where the corner marks have to be, and then the marks,
 * which say where everything is. What stands between them is trusted only when all of it agrees: the marks are as large as
 * they should be there, and the code is where the marks put it.
 */
import decodeQR from 'qr/decode.js'
import { createMeans, type Grey, type Means } from './grey'
import { type Projection, projectionOf, scaleAt } from './homography'
import { FINDERS, isCode, MARK, MARKS, type Point, QR_AT, QR_SIZE } from './sheet'

export interface FoundSheet {
  readonly code: string
  /** From millimetres on the sheet to pixels; undefined while its four marks are not all seen. */
  readonly projection: Projection | undefined
  /** How bright black is where paper is 1. */
  readonly black: number
}

interface Seen {
  readonly text: string
  readonly finders: readonly [Point, Point, Point]
}

const findCode = ({ width, height, pixels }: Grey): Seen | undefined => {
  let finders: Seen['finders'] | undefined
  try {
    const text = decodeQR(
      { width, height, data: pixels },
      {
        format: 'I420',
        // As much as it takes, and the same at every time: it runs in a worker, which is ended when it takes too long.
        effort: 8,
        timeLimit: Number.POSITIVE_INFINITY,
        pointsOnDetect: ({ tl, tr, bl }) => {
          finders = [tl, tr, bl]
        },
      },
    )
    return finders === undefined ? undefined : { text, finders }
  } catch {
    // It says by throwing that there is none.
    return undefined
  }
}

/** As if seen from far away, which near the code is as good as true. */
const roughly = ([tl, tr, bl]: Seen['finders']): Projection => {
  const side = FINDERS[1].x - FINDERS[0].x
  return ({ x, y }) => {
    const [right, down] = [(x - FINDERS[0].x) / side, (y - FINDERS[0].y) / side]
    return {
      x: tl.x + (tr.x - tl.x) * right + (bl.x - tl.x) * down,
      y: tl.y + (tr.y - tl.y) * right + (bl.y - tl.y) * down,
    }
  }
}

/** How bright a black square of that half width and the paper around it are, if there is one. */
const squareAt = (
  means: Means,
  { width, height }: Grey,
  x: number,
  y: number,
  mark: number,
): { readonly inside: number; readonly around: number } | undefined => {
  // A square within the mark however it is turned, and a ring of eight squares that it does not reach.
  const half = Math.max(1, Math.round(mark * 0.27))
  const near = Math.round(mark * 0.85)
  const far = Math.max(near + 2, Math.round(mark * 1.2))
  if (x < far || y < far || x + far >= width || y + far >= height) return undefined
  const inside = means(x - half, y - half, x + half + 1, y + half + 1)
  const third = Math.max(1, Math.round((far + near) / 3))
  let around = 255
  for (const [dx, dy] of [
    [-1, -1],
    [0, -1],
    [1, -1],
    [-1, 0],
    [1, 0],
    [-1, 1],
    [0, 1],
    [1, 1],
  ] as const) {
    const reach = (toward: number): readonly [number, number] =>
      toward === 0 ? [-third >> 1, third >> 1] : toward < 0 ? [-far, -near] : [near, far]
    const [left, right] = reach(dx)
    const [top, bottom] = reach(dy)
    around = Math.min(around, means(x + left, y + top, x + right + 1, y + bottom + 1))
  }
  return { inside, around }
}

interface Mark extends Point {
  /** How much darker than the paper around it, of what that is. */
  readonly contrast: number
  /** What it covers, in pixels. */
  readonly area: number
}

/** Its middle and size, from all that is dark within its ring. */
const measure = (
  { width, pixels }: Grey,
  { x, y }: Point,
  mark: number,
  { inside, around }: { readonly inside: number; readonly around: number },
): Mark => {
  const reach = Math.round(mark * 0.95)
  let [area, sumX, sumY] = [0, 0, 0]
  for (let row = y - reach; row <= y + reach; row++)
    for (let column = x - reach; column <= x + reach; column++) {
      const dark = (around - (pixels[row * width + column] as number)) / (around - inside)
      if (dark < 0.25) continue
      const share = Math.min(1, dark)
      area += share
      sumX += share * column
      sumY += share * row
    }
  return { x: sumX / area, y: sumY / area, area, contrast: 1 - inside / around }
}

const LEAST_CONTRAST = 0.3
/** Of what might be a mark, the clearest. */
const MOST_CANDIDATES = 6

/** All that might be a corner mark around there, the clearest first. */
const marksNear = (
  grey: Grey,
  means: Means,
  middle: Point,
  radius: number,
  mark: number,
): readonly Mark[] => {
  const step = Math.max(1, Math.floor(mark / 5))
  const found: (Point & { contrast: number; inside: number; around: number })[] = []
  for (let dy = -radius; dy <= radius; dy += step)
    for (let dx = -radius; dx <= radius; dx += step) {
      if (dx * dx + dy * dy > radius * radius) continue
      const [x, y] = [Math.round(middle.x + dx), Math.round(middle.y + dy)]
      const square = squareAt(means, grey, x, y, mark)
      if (square === undefined) continue
      const contrast = 1 - square.inside / square.around
      if (contrast > LEAST_CONTRAST) found.push({ x, y, contrast, ...square })
    }
  found.sort((a, b) => b.contrast - a.contrast)
  const chosen: typeof found = []
  for (const one of found) {
    if (chosen.length === MOST_CANDIDATES) break
    if (chosen.every(({ x, y }) => Math.hypot(x - one.x, y - one.y) > mark)) chosen.push(one)
  }
  return chosen.map((one) => measure(grey, one, mark, one))
}

const distance = (a: Point, b: Point): number => Math.hypot(a.x - b.x, a.y - b.y)

/** How far the code may be from where the marks put it, in millimetres, and how much larger or smaller a mark may seem. */
const MOST_APART = 1.5
const MOST_UNEVEN = 0.35

/** How badly four marks fit each other and the code; undefined when they cannot be the sheet's. */
const misfit = (
  marks: readonly Mark[],
  finders: Seen['finders'],
): { readonly projection: Projection; readonly by: number } | undefined => {
  const projection = projectionOf(MARKS, marks)
  if (projection === undefined) return undefined
  const scale = Math.abs(scaleAt(projection, FINDERS[0]))
  const apart = FINDERS.map(
    (at, place) => distance(projection(at), finders[place] as Point) / scale,
  )
  const uneven = MARKS.map((at, place) =>
    Math.abs(Math.log((marks[place] as Mark).area / (MARK * scaleAt(projection, at)) ** 2)),
  )
  if (!(Math.max(...apart) < MOST_APART && Math.max(...uneven) < MOST_UNEVEN)) return undefined
  return { projection, by: Math.max(...apart) / MOST_APART + Math.max(...uneven) / MOST_UNEVEN }
}

/** Every choice of one of each. */
const choices = (lists: readonly (readonly Mark[])[]): readonly (readonly Mark[])[] =>
  lists.reduce<readonly (readonly Mark[])[]>(
    (chosen, list) => chosen.flatMap((before) => list.map((one) => [...before, one])),
    [[]],
  )

const findMarks = (grey: Grey, finders: Seen['finders']): Omit<FoundSheet, 'code'> | undefined => {
  const rough = roughly(finders)
  const scale = Math.abs(scaleAt(rough, QR_AT))
  const code = { x: QR_AT.x + QR_SIZE / 2, y: QR_AT.y + QR_SIZE / 2 }
  const means = createMeans(grey)
  const near = MARKS.map((at) =>
    // The farther from the code, the less it tells.
    marksNear(grey, means, rough(at), (8 + distance(at, code) * 0.2) * scale, MARK * scale),
  )
  let best: { projection: Projection; by: number; marks: readonly Mark[] } | undefined
  for (const marks of choices(near)) {
    const fit = misfit(marks, finders)
    if (fit !== undefined && (best === undefined || fit.by < best.by)) best = { ...fit, marks }
  }
  if (best === undefined) return undefined
  const black = 1 - best.marks.reduce((sum, { contrast }) => sum + contrast, 0) / best.marks.length
  return { projection: best.projection, black }
}

export const findSheet = (grey: Grey): FoundSheet | undefined => {
  const seen = findCode(grey)
  if (seen === undefined || !isCode(seen.text)) return undefined
  return {
    code: seen.text,
    ...(findMarks(grey, seen.finders) ?? { projection: undefined, black: 0 }),
  }
}
