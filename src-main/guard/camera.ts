/**
 * Who may have the camera: our own page, without sound, once each time that it said beforehand that it is about to ask
 * (src-renderer/features/paper/camera.ts). Whatever asks unannounced is refused, as everything else that asks is
 * (permissions.ts).
 */
import { systemPreferences, type WebContents } from 'electron'
import { APP_ORIGIN } from './app-protocol'

interface Request {
  readonly requestingUrl?: string
  readonly isMainFrame?: boolean
  readonly mediaTypes?: readonly string[]
}

export interface CameraDoor {
  readonly expect: (expected: boolean) => Promise<void>
  /** Whether this request for media is the one that was expected; the next one is not. */
  readonly admits: (contents: WebContents, request: Request) => boolean
}

export const createCameraDoor = (page: () => WebContents | undefined): CameraDoor => {
  let isExpected = false
  return {
    expect: async (expected) => {
      // Of a Mac, the system asks the coach; elsewhere there is nothing to ask.
      if (expected && process.platform === 'darwin')
        await systemPreferences.askForMediaAccess('camera')
      isExpected = expected
    },
    admits: (contents, { requestingUrl, isMainFrame, mediaTypes }) => {
      const wasExpected = isExpected
      isExpected = false
      return (
        wasExpected &&
        contents === page() &&
        isMainFrame === true &&
        requestingUrl?.startsWith(`${APP_ORIGIN}/`) === true &&
        mediaTypes?.join() === 'video'
      )
    },
  }
}
