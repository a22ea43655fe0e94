/** A sheet as the app prints it, filled in by hand, held up to the camera or photographed. */
import { writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, type Locator } from 'playwright/test'
import { boxesOf, type Point, type SheetShape } from '../../../shared/paper/sheet'

/** Letter, and its margins (src-main/window/pdf.ts), in millimetres. */
const PAGE_WIDTH = 215.9
const MARGIN = 18

/** The middles of the boxes that are marked: a choice for each question, or null. */
export const boxesMarked = (
  shape: Pick<SheetShape, 'arranged'>,
  choices: number,
  marked: readonly (number | null)[],
): readonly Point[] => {
  const boxes = boxesOf({ code: '', questions: marked.length, choices, arranged: shape.arranged })
  return marked.flatMap((choice, question) =>
    choice === null ? [] : [boxes[question]?.[choice] as Point],
  )
}

export interface Photograph {
  readonly width: number
  readonly height: number
  /** Grey, a byte a pixel. */
  readonly grey: Buffer
  readonly png: Buffer
}

/** A page that the print dialog shows, with crosses in these boxes, a little askew on a dark desk. */
export const photographOf = async (
  printing: Locator,
  crosses: readonly Point[],
  { width = 1280, height = 720, page = 0 } = {},
): Promise<Photograph> => {
  await expect(printing.getByRole('status', { name: 'Pages' })).toHaveText(/\d page/)
  const taken = await printing
    .locator('canvas')
    .nth(page)
    .evaluate(
      (canvas, { crosses, width, height, pageWidth, margin }) => {
        const sheet = canvas as HTMLCanvasElement
        const desk = document.createElement('canvas')
        desk.width = width
        desk.height = height
        const pen = desk.getContext('2d') as CanvasRenderingContext2D
        pen.fillStyle = '#4a3f35'
        pen.fillRect(0, 0, width, height)
        // As large as fits.
        const share = (height * 0.97) / sheet.height
        pen.translate(width / 2, height / 2)
        pen.rotate(0.01)
        pen.scale(share, share)
        pen.translate(-sheet.width / 2, -sheet.height / 2)
        pen.drawImage(sheet, 0, 0)
        const dots = sheet.width / pageWidth
        pen.scale(dots, dots)
        pen.strokeStyle = '#1c2c7a'
        pen.lineWidth = 0.5
        for (const { x, y } of crosses) {
          const [left, top] = [x + margin, y + margin]
          pen.beginPath()
          pen.moveTo(left - 2.5, top - 2.2)
          pen.lineTo(left + 2.4, top + 2.5)
          pen.moveTo(left + 2.6, top - 2.4)
          pen.lineTo(left - 2.3, top + 2.4)
          pen.stroke()
        }
        const { data } = pen.getImageData(0, 0, width, height)
        let grey = ''
        for (let at = 0; at < data.length; at += 4)
          grey += String.fromCharCode(
            Math.round(
              0.299 * (data[at] ?? 0) + 0.587 * (data[at + 1] ?? 0) + 0.114 * (data[at + 2] ?? 0),
            ),
          )
        return { grey: btoa(grey), png: desk.toDataURL('image/png') }
      },
      { crosses, width, height, pageWidth: PAGE_WIDTH, margin: MARGIN },
    )
  return {
    width,
    height,
    grey: Buffer.from(taken.grey, 'base64'),
    png: Buffer.from(taken.png.slice(taken.png.indexOf(',') + 1), 'base64'),
  }
}

/** What the fake camera shows, over and over (Chromium's --use-file-for-fake-video-capture). */
export const showToCamera = async (
  file: string,
  { width, height, grey }: Omit<Photograph, 'png'>,
): Promise<void> => {
  const colour = Buffer.alloc((width * height) / 2, 128)
  const frame = Buffer.concat([Buffer.from('FRAME\n'), grey, colour])
  const head = Buffer.from(`YUV4MPEG2 W${width} H${height} F10:1 Ip A1:1 C420jpeg\n`)
  await writeFile(file, Buffer.concat([head, frame, frame, frame]))
}

export const cameraFile = (): string => join(tmpdir(), `confidant-camera-${process.pid}.y4m`)

/** To start the app with: a camera that shows that file. */
export const withCamera = (file: string): readonly string[] => [
  '--use-fake-device-for-media-stream',
  `--use-file-for-fake-video-capture=${file}`,
]
