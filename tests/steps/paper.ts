/**
 * A printed sheet as pixels, filled in by a hand and photographed: what a camera would have seen, from numbers alone. The
 * hand and the camera are unsteady by a seed, so that a picture that was read wrongly can be made again.
 */
import type { Grey } from '../../shared/paper/grey'
import { type Projection, projectionOf } from '../../shared/paper/homography'
import {
  BOX,
  boxesOf,
  LEFT,
  MARK,
  MARKS,
  modulesOf,
  type Point,
  QR_AT,
  QR_SIZE,
  type SheetShape,
} from '../../shared/paper/sheet'

/** Mulberry32. */
const dice = (seed: number): (() => number) => {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

/** Letter, with the sheet in its margins. */
const PAGE = { width: 216, height: 279 }
const MARGIN = 18
const DOTS = 6
const PAPER = 235
const INK = 40

export const HANDS = ['cross', 'tick', 'fill', 'line'] as const
type Hand = (typeof HANDS)[number]

/** Strokes in a box's own millimetres, from its middle. */
const STROKES: Readonly<Record<Hand, readonly (readonly [Point, Point])[]>> = {
  cross: [
    [
      { x: -2.4, y: -2.4 },
      { x: 2.4, y: 2.4 },
    ],
    [
      { x: 2.4, y: -2.4 },
      { x: -2.4, y: 2.4 },
    ],
  ],
  tick: [
    [
      { x: -1.8, y: 0 },
      { x: -0.5, y: 2 },
    ],
    [
      { x: -0.5, y: 2 },
      { x: 2.8, y: -2.6 },
    ],
  ],
  fill: Array.from({ length: 11 }, (_, line) => [
    { x: -2.3, y: -2.3 + line * 0.46 },
    { x: 2.3, y: -2.2 + line * 0.46 },
  ]),
  line: [
    [
      { x: -3, y: -0.4 },
      { x: 3, y: 0.6 },
    ],
  ],
}

export interface Filled {
  readonly question: number
  readonly choice: number
  readonly hand: Hand
  /** Pencil is pale. */
  readonly ink?: number
}

/** The page, lying before us. */
export const drawPage = (sheet: SheetShape, filled: readonly Filled[], seed: number): Grey => {
  const roll = dice(seed)
  const [width, height] = [PAGE.width * DOTS, PAGE.height * DOTS]
  const pixels = new Uint8Array(width * height).fill(PAPER)
  const block = (x: number, y: number, wide: number, high: number, grey: number): void => {
    const [left, top] = [Math.round((x + MARGIN) * DOTS), Math.round((y + MARGIN) * DOTS)]
    const [right, bottom] = [
      Math.round((x + wide + MARGIN) * DOTS),
      Math.round((y + high + MARGIN) * DOTS),
    ]
    for (let row = top; row < bottom; row++)
      pixels.fill(grey, row * width + left, row * width + right)
  }
  const stroke = (from: Point, to: Point, wide: number, grey: number): void => {
    const steps = Math.ceil(Math.hypot(to.x - from.x, to.y - from.y) * DOTS)
    for (let step = 0; step <= steps; step++) {
      const at = step / Math.max(1, steps)
      block(
        from.x + (to.x - from.x) * at - wide / 2,
        from.y + (to.y - from.y) * at - wide / 2,
        wide,
        wide,
        grey,
      )
    }
  }
  for (const { x, y } of MARKS) block(x - MARK / 2, y - MARK / 2, MARK, MARK, INK)
  const modules = modulesOf(sheet.code)
  const module = QR_SIZE / modules.length
  for (const [row, line] of modules.entries())
    for (const [column, isBlack] of line.entries())
      if (isBlack) block(QR_AT.x + column * module, QR_AT.y + row * module, module, module, INK)
  const boxes = boxesOf(sheet)
  for (const { x, y } of boxes.flat()) {
    const half = BOX / 2
    for (const side of [-half, half]) {
      stroke({ x: x - half, y: y + side }, { x: x + half, y: y + side }, 0.4, INK)
      stroke({ x: x + side, y: y - half }, { x: x + side, y: y + half }, 0.4, INK)
    }
  }
  // Words: as dark as letters are, from the left up to the boxes.
  for (const row of boxes) {
    const { x, y } = row[0] as Point
    for (let at = LEFT; sheet.arranged === 'grid' && at < x - 10; at += 1 + roll() * 2)
      block(at, y - 1, 0.3 + roll() * 0.4, 0.6 + roll() * 1.6, INK)
  }
  for (const { question, choice, hand, ink = 70 } of filled) {
    const box = boxes[question]?.[choice] as Point
    const shaken = (): number => (roll() - 0.5) * 0.7
    const [aside, down] = [shaken(), shaken()]
    for (const [from, to] of STROKES[hand])
      stroke(
        { x: box.x + from.x + aside + shaken() / 2, y: box.y + from.y + down + shaken() / 2 },
        { x: box.x + to.x + aside + shaken() / 2, y: box.y + to.y + down + shaken() / 2 },
        0.45,
        ink,
      )
  }
  return { width, height, pixels }
}

export interface Shot {
  /** Degrees. */
  readonly turn: number
  /** How far each corner of the page is off, of the page's own width. */
  readonly tilt: number
  /** How far the middle of the page is off sideways and down because it is bent, in millimetres. */
  readonly bend: Point
  /** Pixels a millimetre. */
  readonly zoom: number
  /** How much darker the dark side is: 0.5 is half as bright. */
  readonly shade: number
  /** Of each pixel, up or down. */
  readonly noise: number
  /** Pixels around that are mixed. */
  readonly blur: number
  readonly seed: number
}

/** A picture of the page on a dark desk. */
export const photograph = (page: Grey, shot: Shot): Grey => {
  const roll = dice(shot.seed)
  const radians = (shot.turn * Math.PI) / 180
  const [wide, high] = [page.width / DOTS, page.height / DOTS]
  const corners: readonly Point[] = [
    { x: 0, y: 0 },
    { x: wide, y: 0 },
    { x: wide, y: high },
    { x: 0, y: high },
  ]
  const seen = corners.map(({ x, y }) => {
    const [right, down] = [
      (x - wide / 2 + (roll() - 0.5) * 2 * shot.tilt * wide) * shot.zoom,
      (y - high / 2 + (roll() - 0.5) * 2 * shot.tilt * wide) * shot.zoom,
    ]
    return {
      x: right * Math.cos(radians) - down * Math.sin(radians),
      y: right * Math.sin(radians) + down * Math.cos(radians),
    }
  })
  const [left, top] = [
    Math.min(...seen.map(({ x }) => x)) - 8,
    Math.min(...seen.map(({ y }) => y)) - 8,
  ]
  const width = Math.ceil(Math.max(...seen.map(({ x }) => x)) - left + 8)
  const height = Math.ceil(Math.max(...seen.map(({ y }) => y)) - top + 8)
  const placed = seen.map(({ x, y }) => ({ x: x - left, y: y - top }))
  const toPage = projectionOf(placed, corners) as Projection
  const clear = new Float32Array(width * height)
  const light = roll() * Math.PI * 2
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      let sum = 0
      for (const [dx, dy] of [
        [0.25, 0.25],
        [0.75, 0.25],
        [0.25, 0.75],
        [0.75, 0.75],
      ] as const) {
        const flat = toPage({ x: x + dx, y: y + dy })
        const [column, row] = [
          Math.floor((flat.x + shot.bend.x * Math.sin((Math.PI * flat.x) / wide)) * DOTS),
          Math.floor((flat.y + shot.bend.y * Math.sin((Math.PI * flat.y) / high)) * DOTS),
        ]
        const isPage = column >= 0 && row >= 0 && column < page.width && row < page.height
        sum += isPage ? (page.pixels[row * page.width + column] as number) : 60
      }
      const toward =
        ((x / width - 0.5) * Math.cos(light) + (y / height - 0.5) * Math.sin(light)) / 1.42 + 0.5
      clear[y * width + x] = (sum / 4) * (1 - toward * (1 - shot.shade))
    }
  const pixels = new Uint8Array(width * height)
  const reach = shot.blur
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      let [sum, count] = [0, 0]
      for (let row = Math.max(0, y - reach); row <= Math.min(height - 1, y + reach); row++)
        for (
          let column = Math.max(0, x - reach);
          column <= Math.min(width - 1, x + reach);
          column++
        ) {
          sum += clear[row * width + column] as number
          count++
        }
      pixels[y * width + x] = Math.max(
        0,
        Math.min(255, sum / count + (roll() - 0.5) * 2 * shot.noise),
      )
    }
  return { width, height, pixels }
}
