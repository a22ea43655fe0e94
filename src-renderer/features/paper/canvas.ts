/** What is done to the canvas with the picture: drawn, cut to what was asked, wiped. */
import type { SheetRead } from '../../../shared/paper/read-sheet'
import { partOf, type SheetShape } from '../../../shared/paper/sheet'

/** Larger pictures show nothing more of a sheet. */
const MOST_PIXELS = 2200
/** Draws it, no larger than it has to be, and returns its pixels. */
export const draw = (
  canvas: HTMLCanvasElement,
  source: CanvasImageSource,
  width: number,
  height: number,
): ImageData => {
  const share = Math.min(1, MOST_PIXELS / Math.max(width, height))
  canvas.width = Math.round(width * share)
  canvas.height = Math.round(height * share)
  // Measured on the processor: it would otherwise come back from the graphics card each time.
  const context = canvas.getContext('2d', { willReadFrequently: true })
  if (context === null) throw new Error('no drawing')
  context.drawImage(source, 0, 0, canvas.width, canvas.height)
  return context.getImageData(0, 0, canvas.width, canvas.height)
}

/** Dots a millimetre, of what is shown beside the answers. */
const SHOWN = 5

/** Leaves of the picture what was asked and marked, upright: neither who held it nor where. */
export const cutOut = (
  canvas: HTMLCanvasElement,
  shape: SheetShape,
  part: SheetRead['part'],
): void => {
  const { width, height } = partOf(shape)
  const [corner, right, down] = part
  const whole = document.createElement('canvas')
  whole.width = canvas.width
  whole.height = canvas.height
  whole.getContext('2d')?.drawImage(canvas, 0, 0)
  canvas.width = width * SHOWN
  canvas.height = height * SHOWN
  const fromSheet = new DOMMatrix([
    (right.x - corner.x) / canvas.width,
    (right.y - corner.y) / canvas.width,
    (down.x - corner.x) / canvas.height,
    (down.y - corner.y) / canvas.height,
    corner.x,
    corner.y,
  ])
  const context = canvas.getContext('2d')
  context?.setTransform(fromSheet.inverse())
  context?.drawImage(whole, 0, 0)
  wipe(whole)
}

/** Nothing of the picture is left in it. */
export const wipe = (canvas: HTMLCanvasElement | null): void => {
  if (canvas !== null) canvas.width = canvas.height = 0
}
