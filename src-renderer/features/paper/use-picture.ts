/**
 * The one picture of a sheet, on the one canvas where it is shown: from the camera until a sheet was read, or out of a
 * file. It is nowhere else, and gone with the dialog.
 */
import { type RefObject, useEffect, useRef, useState } from 'react'
import { MOST_FILE_BYTES } from '../../../shared/base/limits'
import { agreed, type SheetProblem, type SheetRead } from '../../../shared/paper/read-sheet'
import { partOf, type SheetShape } from '../../../shared/paper/sheet'
import { useReader } from '../import/use-reader'
import { type Camera, openCamera } from './camera'

export type PictureProblem = SheetProblem | 'no-camera' | 'no-picture'

/** Larger pictures show nothing more of a sheet. */
const MOST_PIXELS = 2200
/** A row that is read now so and now so stays open after this many pictures. */
const MOST_LOOKS = 12

const nextFrame = (): Promise<void> =>
  new Promise((resolve) => requestAnimationFrame(() => resolve()))

const draw = (
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
const cutOut = (canvas: HTMLCanvasElement, shape: SheetShape, part: SheetRead['part']): void => {
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
const wipe = (canvas: HTMLCanvasElement | null): void => {
  if (canvas !== null) canvas.width = canvas.height = 0
}

export interface Picture {
  readonly canvas: RefObject<HTMLCanvasElement | null>
  readonly looking: boolean
  readonly problem: PictureProblem | undefined
  readonly byCamera: () => Promise<void>
  readonly byFile: (file: File) => Promise<void>
}

export const usePicture = (
  sheets: readonly SheetShape[],
  onRead: (read: SheetRead) => void,
): Picture => {
  const canvas = useRef<HTMLCanvasElement>(null)
  const camera = useRef<Camera>(undefined)
  const ended = useRef(false)
  const [looking, setLooking] = useState(false)
  const [problem, fail] = useState<PictureProblem>()
  const reader = useReader()
  useEffect(() => {
    ended.current = false
    const shown = canvas.current
    return () => {
      ended.current = true
      camera.current?.stop()
      wipe(shown)
    }
  }, [])

  const stop = (): void => {
    camera.current?.stop()
    camera.current = undefined
    setLooking(false)
  }
  const shapes = sheets.map(({ code, questions, choices, arranged }) => ({
    code,
    questions,
    choices,
    arranged,
  }))
  const read = async (image: ImageData) => {
    const answer = await reader.read('sheet', { image, sheets: shapes })
    if (answer.ok && !answer.value.ok) fail(answer.value.error)
    return answer.ok && answer.value.ok ? answer.value.value : undefined
  }

  const take = (shown: HTMLCanvasElement, found: SheetRead): void => {
    const shape = shapes.find(({ code }) => code === found.code)
    if (shape !== undefined) cutOut(shown, shape, found.part)
    onRead(found)
  }

  /** Until two pictures in a row say the same. */
  const watch = async ({ video }: Camera, shown: HTMLCanvasElement): Promise<void> => {
    let before: SheetRead | undefined
    for (let looks = 0; camera.current !== undefined; ) {
      await nextFrame()
      if (camera.current === undefined || video.videoWidth === 0) continue
      const now = await read(draw(shown, video, video.videoWidth, video.videoHeight))
      if (camera.current === undefined) return
      if (now !== undefined && before?.code === now.code) {
        const both = agreed(before, now)
        looks += 1
        if (looks > MOST_LOOKS || both.rows.every((row, place) => row === now.rows[place])) {
          stop()
          return take(shown, both)
        }
      }
      before = now
    }
  }

  return {
    canvas,
    looking,
    problem,
    byCamera: async () => {
      if (canvas.current === null || camera.current !== undefined) return
      fail(undefined)
      setLooking(true)
      try {
        const opened = await openCamera()
        if (ended.current) return opened.stop()
        camera.current = opened
        await watch(opened, canvas.current)
      } catch {
        // Refused by the system, taken by another program, or not there: the coach can do the same about each.
        stop()
        fail('no-camera')
      }
    },
    byFile: async (file) => {
      if (canvas.current === null) return
      stop()
      fail(undefined)
      if (file.size > MOST_FILE_BYTES) return fail('no-picture')
      setLooking(true)
      try {
        const bitmap = await createImageBitmap(file)
        if (ended.current) return
        const image = draw(canvas.current, bitmap, bitmap.width, bitmap.height)
        bitmap.close()
        const found = await read(image)
        if (found !== undefined) take(canvas.current, found)
      } catch {
        fail('no-picture')
      } finally {
        setLooking(false)
      }
    },
  }
}
