/**
 * How a flat sheet stands in a picture: a homography, which four points and where they are seen determine. Sources: Hartley
 * and Zisserman, Multiple View Geometry, 2nd edition, chapter 4.
 */
import type { Point } from './sheet'

/** From the sheet's millimetres to pixels. */
export type Projection = (at: Point) => Point

/** Solves a linear system by elimination with pivots; undefined where there is not one solution. Changes `rows`. */
const solve = (rows: number[][]): readonly number[] | undefined => {
  const size = rows.length
  for (let column = 0; column < size; column++) {
    let pivot = column
    for (let row = column + 1; row < size; row++)
      if (Math.abs(at(rows, row, column)) > Math.abs(at(rows, pivot, column))) pivot = row
    if (Math.abs(at(rows, pivot, column)) < 1e-9) return undefined
    const chosen = rows[pivot] as number[]
    rows[pivot] = rows[column] as number[]
    rows[column] = chosen
    for (let row = 0; row < size; row++) {
      if (row === column) continue
      const share = at(rows, row, column) / (chosen[column] as number)
      for (let next = column; next <= size; next++)
        (rows[row] as number[])[next] = at(rows, row, next) - share * (chosen[next] as number)
    }
  }
  return rows.map((row, place) => (row[size] as number) / (row[place] as number))
}

const at = (rows: readonly number[][], row: number, column: number): number =>
  (rows[row] as number[])[column] as number

/** The projection that takes each of four points to where it is seen, if no three of them are on a line. */
export const projectionOf = (
  from: readonly Point[],
  to: readonly Point[],
): Projection | undefined => {
  const rows = from.flatMap(({ x, y }, place) => {
    const seen = to[place] as Point
    return [
      [x, y, 1, 0, 0, 0, -x * seen.x, -y * seen.x, seen.x],
      [0, 0, 0, x, y, 1, -x * seen.y, -y * seen.y, seen.y],
    ]
  })
  const h = solve(rows)
  if (h === undefined) return undefined
  const [a, b, c, d, e, f, g, i] = h as [
    number,
    number,
    number,
    number,
    number,
    number,
    number,
    number,
  ]
  return ({ x, y }) => {
    const depth = g * x + i * y + 1
    return { x: (a * x + b * y + c) / depth, y: (d * x + e * y + f) / depth }
  }
}

/** How many pixels a millimetre is there, as the root of what a square millimetre covers; negative if the sheet is mirrored. */
export const scaleAt = (projection: Projection, { x, y }: Point): number => {
  const [here, right, down] = [
    { x, y },
    { x: x + 1, y },
    { x, y: y + 1 },
  ].map(projection) as [Point, Point, Point]
  const area = (right.x - here.x) * (down.y - here.y) - (right.y - here.y) * (down.x - here.x)
  return Math.sign(area) * Math.sqrt(Math.abs(area))
}
