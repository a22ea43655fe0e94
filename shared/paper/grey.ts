/** A picture in grey: what is measured in it. */

export interface Grey {
  readonly width: number
  readonly height: number
  /** A byte a pixel, row by row: 0 is black. */
  readonly pixels: Uint8Array
}

/** Of a canvas: four bytes a pixel, weighed as ITU-R BT.601 does. */
export const toGrey = (
  width: number,
  height: number,
  rgba: Uint8Array | Uint8ClampedArray,
): Grey => {
  const pixels = new Uint8Array(width * height)
  for (let at = 0, from = 0; at < pixels.length; at++, from += 4)
    pixels[at] =
      ((rgba[from] as number) * 77 +
        (rgba[from + 1] as number) * 150 +
        (rgba[from + 2] as number) * 29) >>
      8
  return { width, height, pixels }
}

/** Between the four pixels around a place; undefined outside of the picture. */
export const greyAt = (
  { width, height, pixels }: Grey,
  x: number,
  y: number,
): number | undefined => {
  const [left, top] = [Math.floor(x), Math.floor(y)]
  if (!(left >= 0 && top >= 0 && left < width - 1 && top < height - 1)) return undefined
  const [right, down] = [x - left, y - top]
  const at = top * width + left
  const upper = (pixels[at] as number) * (1 - right) + (pixels[at + 1] as number) * right
  const lower =
    (pixels[at + width] as number) * (1 - right) + (pixels[at + width + 1] as number) * right
  return upper * (1 - down) + lower * down
}

/** The mean grey of any upright rectangle in a few steps, however large it is. */
export const createMeans = ({ width, height, pixels }: Grey) => {
  const wide = width + 1
  const sums = new Float64Array(wide * (height + 1))
  for (let y = 0; y < height; y++) {
    let row = 0
    for (let x = 0; x < width; x++) {
      row += pixels[y * width + x] as number
      sums[(y + 1) * wide + x + 1] = (sums[y * wide + x + 1] as number) + row
    }
  }
  const sum = (x: number, y: number): number => sums[y * wide + x] as number
  /** From `left`, `top` up to and without `right`, `bottom`: whole pixels within the picture. */
  return (left: number, top: number, right: number, bottom: number): number =>
    (sum(right, bottom) - sum(left, bottom) - sum(right, top) + sum(left, top)) /
    ((right - left) * (bottom - top))
}
export type Means = ReturnType<typeof createMeans>
