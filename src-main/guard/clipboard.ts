/** What was copied out of the vault does not stay in the clipboard: it goes after a minute, and at once on locking. */
import { createHash } from 'node:crypto'
import { clipboard } from 'electron'

const KEPT_MS = 60_000
/** The page's copy reaches the system's clipboard a moment after the page was told of it. */
const SETTLE_MS = 150

const digest = (text: string): string => createHash('sha256').update(text).digest('hex')

export interface PrivateClipboard {
  /** The page has just copied something. */
  readonly copied: () => Promise<void>
  readonly clear: () => Promise<void>
}

export const createPrivateClipboard = (keptMs = KEPT_MS): PrivateClipboard => {
  let ours: string | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  let noting: Promise<void> = Promise.resolve()
  // Newer Electrons read the clipboard asynchronously, older ones at once.
  const read = async (): Promise<string> => clipboard.readText()
  const note = async (): Promise<void> => {
    await new Promise((resolve) => setTimeout(resolve, SETTLE_MS))
    const text = await read()
    if (text !== '') ours = digest(text)
  }
  const clear = async (): Promise<void> => {
    clearTimeout(timer)
    await noting
    const copied = ours
    ours = undefined
    // Whatever was copied since, elsewhere, stays.
    if (copied !== undefined && digest(await read()) === copied) clipboard.clear()
  }
  return {
    copied: () => {
      clearTimeout(timer)
      timer = setTimeout(() => void clear(), keptMs)
      noting = note()
      return noting
    },
    clear,
  }
}
