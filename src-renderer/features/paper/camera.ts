/**
 * The laptop's camera, for as long as a sheet is held up to it. Main lets the page have it only when the page says
 * beforehand that it is about to ask (src-main/guard/camera.ts); sound is never asked for. Its pictures go to whoever
 * looks and nowhere else.
 */
import { host } from '../../context/app-state'

export interface Camera {
  /** What it sees now. */
  readonly video: HTMLVideoElement
  /** Whether it still sees: it may be pulled out, or taken away by the system. */
  readonly isOn: () => boolean
}

/** On until `signal` ends it, also while it is still being opened. Rejects when there is none, or the system keeps it from us. */
export const openCamera = async (signal: AbortSignal): Promise<Camera> => {
  await host.camera.expect(true)
  try {
    const stream = await navigator.mediaDevices.getUserMedia({
      video: { width: { ideal: 1920 }, height: { ideal: 1080 } },
      audio: false,
    })
    const video = document.createElement('video')
    const stop = (): void => {
      for (const track of stream.getTracks()) track.stop()
      video.srcObject = null
    }
    signal.addEventListener('abort', stop, { once: true })
    if (signal.aborted) stop()
    else {
      video.srcObject = stream
      video.muted = true
      // Nobody waits for it: behind a shutter there may never be a picture.
      void video.play().catch(stop)
    }
    return { video, isOn: () => stream.active }
  } finally {
    await host.camera.expect(false)
  }
}
