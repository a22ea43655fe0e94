/**
 * The laptop's camera, for as long as a sheet is held up to it. Main lets the page have it only when the page says
 * beforehand that it is about to ask (src-main/guard/camera.ts); sound is never asked for. Its pictures go to whoever
 * looks and nowhere else.
 */
import { host } from '../../context/app-state'

export interface Camera {
  /** What it sees now. */
  readonly video: HTMLVideoElement
  readonly stop: () => void
}

/** Rejects when there is none, or the system keeps it from us. */
export const openCamera = async (): Promise<Camera> => {
  await host.camera.expect(true)
  try {
    const stream = await navigator.mediaDevices.getUserMedia({
      video: { width: { ideal: 1920 }, height: { ideal: 1080 } },
      audio: false,
    })
    const stop = (): void => {
      for (const track of stream.getTracks()) track.stop()
    }
    const video = document.createElement('video')
    video.srcObject = stream
    video.muted = true
    try {
      await video.play()
    } catch (error) {
      stop()
      throw error
    }
    return {
      video,
      stop: () => {
        stop()
        video.srcObject = null
      },
    }
  } finally {
    await host.camera.expect(false)
  }
}
