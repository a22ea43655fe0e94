// @vitest-environment jsdom
/** When the camera is on and which picture counts, with the camera and the canvas stood in for at their edges. */
import '../../../tests/steps/window'
import { cleanup, render, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { ok } from '../../../shared/base/result'
import { FakeWorker, lastWorker } from '../../../tests/steps/fake-worker'
import { type Picture, usePicture } from './use-picture'

vi.mock('./canvas', () => ({
  draw: (_: unknown, of: unknown) => ({ of }),
  cutOut: vi.fn(),
  wipe: vi.fn(),
}))

/** A camera that is opened when the test says so. */
const newCamera = () => {
  let open: () => void = () => undefined
  const track = {
    live: true,
    stop: () => {
      track.live = false
    },
  }
  const stream = {
    getTracks: () => [track],
    get active() {
      return track.live
    },
  }
  const asked = vi.fn(
    () =>
      new Promise((resolve) => {
        open = () => resolve(stream)
      }),
  )
  vi.stubGlobal('navigator', { mediaDevices: { getUserMedia: asked } })
  return { asked, track, open: () => open() }
}

const SHEET = { code: 'CF1WHO5AAAAAAAA', questions: 1, choices: 2, arranged: 'grid' } as const
const SEEN = ok(ok({ code: SHEET.code, rows: [1], part: [] }))
/** As much of a PNG as is asked about it. */
const photograph = (width: number, height: number): File => {
  const head = new DataView(new ArrayBuffer(40))
  for (const [at, part] of [0x89504e47, 0x0d0a1a0a, 13, 0x49484452, width, height].entries())
    head.setUint32(at * 4, part)
  return Object.assign(new File([], 'sheet.png'), { arrayBuffer: async () => head.buffer })
}

type Read = Parameters<typeof usePicture>[1]
let picture: Picture | undefined
const Shown = ({ onRead }: { readonly onRead: Read }) => {
  picture = usePicture([SHEET], onRead)
  return <canvas ref={picture.canvas} />
}

const show = () => {
  const read = vi.fn<Read>()
  const shown = render(<Shown onRead={read} />)
  const now = (): Picture => {
    if (picture === undefined) throw new Error('not shown')
    return picture
  }
  return { now, read, close: shown.unmount }
}

beforeEach(() => {
  FakeWorker.started = []
  vi.stubGlobal('Worker', FakeWorker)
  HTMLMediaElement.prototype.play = () => new Promise(() => undefined)
  vi.spyOn(HTMLVideoElement.prototype, 'videoWidth', 'get').mockReturnValue(640)
  vi.stubGlobal('createImageBitmap', async () => ({ width: 4, height: 3, close: () => undefined }))
})
afterEach(cleanup)

const opened = async (dialog: ReturnType<typeof show>) => {
  const camera = newCamera()
  const watching = dialog.now().byCamera()
  await waitFor(() => expect(camera.asked).toHaveBeenCalled())
  return { ...camera, watching }
}

test('the camera is off once two pictures say the same', async () => {
  const dialog = show()
  const camera = await opened(dialog)
  camera.open()
  for (const looks of [1, 2]) {
    await waitFor(() => expect(lastWorker().asked).toHaveLength(looks))
    lastWorker().answer(SEEN)
  }
  await camera.watching
  expect(camera.track.live).toBe(false)
  expect(dialog.read).toHaveBeenCalledOnce()
  await waitFor(() => expect(dialog.now().looking).toBe(false))
})

test('a camera that opens after the dialog closed goes off at once, also one that never has a picture', async () => {
  const late = show()
  const camera = await opened(late)
  late.close()
  camera.open()
  await camera.watching
  expect(camera.track.live).toBe(false)

  vi.spyOn(HTMLVideoElement.prototype, 'videoWidth', 'get').mockReturnValue(0)
  const dark = show()
  const shut = await opened(dark)
  shut.open()
  await waitFor(() => expect(dark.now().looking).toBe(true))
  dark.close()
  await shut.watching
  expect(shut.track.live).toBe(false)
})

test('a picture that is opened meanwhile ends the camera, which changes nothing any more', async () => {
  const dialog = show()
  const camera = await opened(dialog)
  const reading = dialog.now().byFile(photograph(40, 30))
  await waitFor(() => expect(FakeWorker.started).toHaveLength(1))
  camera.open()
  await camera.watching
  expect(camera.track.live).toBe(false)
  lastWorker().answer(SEEN)
  await reading
  expect(lastWorker().asked).toHaveLength(1)
  expect(dialog.read).toHaveBeenCalledOnce()
})

test('a camera that goes off by itself is said', async () => {
  const dialog = show()
  const camera = await opened(dialog)
  camera.open()
  await waitFor(() => expect(FakeWorker.started).toHaveLength(1))
  camera.track.stop()
  lastWorker().answer(ok({ ok: false, error: 'no-sheet' }))
  await camera.watching
  await waitFor(() => expect(dialog.now().problem).toBe('no-camera'))
  expect(dialog.now().looking).toBe(false)
})

test('a picture of gigabytes is refused before it is opened', async () => {
  const make = vi.fn()
  vi.stubGlobal('createImageBitmap', make)
  const dialog = show()
  await dialog.now().byFile(photograph(40_000, 40_000))
  await waitFor(() => expect(dialog.now().problem).toBe('no-picture'))
  expect(make).not.toHaveBeenCalled()
})
