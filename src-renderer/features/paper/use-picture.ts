/**
 * The one picture of a sheet, on the one canvas where it is shown: from the camera until a sheet was read, or out of a
 * file. It is nowhere else, and gone with the dialog.
 */
import { type RefObject, useEffect, useRef, useState } from 'react'
import { MOST_FILE_BYTES } from '../../../shared/base/limits'
import { err } from '../../../shared/base/result'
import { agreed, type SheetProblem, type SheetRead } from '../../../shared/paper/read-sheet'
import type { SheetShape } from '../../../shared/paper/sheet'
import { useReader } from '../import/use-reader'
import { type Camera, openCamera } from './camera'
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
      // What watches it ends with it.
      camera.current = undefined
      wipe(shown)
    }
  }, [])

  const stop = (): void => {
    camera.current?.stop()
    camera.current = undefined
    setLooking(false)
  }
  const shapes = sheets.map(shapeOf)
  const read = async (image: ImageData) => {
    const answer = await reader.read('sheet', { image, sheets: shapes })
    // What took too long to look through has none in it, either.
    const found = answer.ok ? answer.value : err('no-sheet' as const)
    fail(found.ok ? undefined : found.error)
    return found.ok ? found.value : undefined
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
