/**
 * The one picture of a sheet, on the one canvas where it is shown: from the camera until a sheet was read, or out of a
 * file. It is nowhere else, and gone with the dialog.
 */
import { type RefObject, useEffect, useRef, useState } from 'react'
import { MOST_FILE_BYTES } from '../../../shared/base/limits'
import { err } from '../../../shared/base/result'
import { pictureFits } from '../../../shared/paper/picture-size'
import { agreed, type SheetProblem, type SheetRead } from '../../../shared/paper/read-sheet'
import type { SheetShape } from '../../../shared/paper/sheet'
import { useReader } from '../import/use-reader'
import { openCamera } from './camera'
import { cutOut, draw, wipe } from './canvas'

export type PictureProblem = SheetProblem | 'no-camera' | 'no-picture'

/** A row that is read now so and now so stays open after this many pictures. */
const MOST_LOOKS = 12

const nextFrame = (): Promise<void> =>
  new Promise((resolve) => requestAnimationFrame(() => resolve()))

/** Without its words, which reading has no use for. */
const shapeOf = ({ code, questions, choices, arranged }: SheetShape): SheetShape => ({
  code,
  questions,
  choices,
  arranged,
})

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
  /** The camera or a file, one at a time: another one ends it, and so does the dialog. */
  const underWay = useRef<AbortController>(undefined)
  const [looking, setLooking] = useState(false)
  const [problem, fail] = useState<PictureProblem>()
  const reader = useReader()
  useEffect(() => {
    const shown = canvas.current
    return () => {
      underWay.current?.abort()
      wipe(shown)
    }
  }, [])

  const look = async (
    otherwise: PictureProblem,
    at: (shown: HTMLCanvasElement, signal: AbortSignal) => Promise<void>,
  ): Promise<void> => {
    if (canvas.current === null) return
    underWay.current?.abort()
    const own = new AbortController()
    underWay.current = own
    fail(undefined)
    setLooking(true)
    try {
      await at(canvas.current, own.signal)
    } catch {
      if (!own.signal.aborted) fail(otherwise)
    } finally {
      own.abort()
      if (underWay.current === own) setLooking(false)
    }
  }

  const shapes = sheets.map(shapeOf)
  const read = async (image: ImageData, signal: AbortSignal) => {
    const answer = await reader.read('sheet', { image, sheets: shapes })
    if (signal.aborted) return undefined
    // What took too long to look through has none in it, either.
    const found = answer.ok ? answer.value : err('no-sheet' as const)
    fail(found.ok ? undefined : found.error)
    return found.ok ? found.value : undefined
  }

  const take = (shown: HTMLCanvasElement, found: SheetRead): void => {
    underWay.current?.abort()
    const shape = shapes.find(({ code }) => code === found.code)
    if (shape !== undefined) cutOut(shown, shape, found.part)
    onRead(found)
  }

  /** Until two pictures in a row say the same. */
  const watch = async (shown: HTMLCanvasElement, signal: AbortSignal): Promise<void> => {
    const { video, isOn } = await openCamera(signal)
    let before: SheetRead | undefined
    for (let looks = 0; ; ) {
      await nextFrame()
      if (signal.aborted) return
      if (!isOn()) throw new Error('it went off')
      if (video.videoWidth === 0) continue
      const now = await read(draw(shown, video, video.videoWidth, video.videoHeight), signal)
      if (signal.aborted) return
      if (now !== undefined && before?.code === now.code) {
        const both = agreed(before, now)
        looks += 1
        if (looks > MOST_LOOKS || both.rows.every((row, place) => row === now.rows[place]))
          return take(shown, both)
      }
      before = now
    }
  }

  const open = async (file: File, shown: HTMLCanvasElement, signal: AbortSignal): Promise<void> => {
    if (file.size > MOST_FILE_BYTES || !pictureFits(new Uint8Array(await file.arrayBuffer())))
      throw new Error('no picture that is opened')
    const bitmap = await createImageBitmap(file)
    const image = signal.aborted ? undefined : draw(shown, bitmap, bitmap.width, bitmap.height)
    bitmap.close()
    if (image === undefined) return
    const found = await read(image, signal)
    if (found !== undefined) take(shown, found)
  }

  return {
    canvas,
    looking,
    problem,
    // Refused by the system, taken by another program, or not there: the coach can do the same about each.
    byCamera: () => look('no-camera', watch),
    byFile: (file) => look('no-picture', (shown, signal) => open(file, shown, signal)),
  }
}
