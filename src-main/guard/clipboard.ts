/**
 * What was copied out of the vault does not stay in the clipboard: it goes after a minute, and at once on locking. Linux has
 * a second clipboard, of what is selected and was never copied: a middle click pastes it into any program.
 */
import { createHash } from 'node:crypto'
import { clipboard } from 'electron'

const KEPT_MS = 60_000
/** The page's copy reaches the system's clipboard a moment after the page was told of it. */
const SETTLE_MS = 150

const digest = (text: string): string => createHash('sha256').update(text).digest('hex')

/** A clipboard; newer Electrons read one asynchronously, older ones at once. */
interface Board {
  readonly readText: () => Promise<string> | string
  readonly clear: () => void
}

/** Newer Electrons have what is selected as a clipboard of its own, older ones by an argument; other systems not at all. */
const selectionBoard = (): Board | undefined => {
  if (process.platform !== 'linux') return undefined
  return (
    clipboard.selection ?? {
      readText: () => Reflect.apply(clipboard.readText, clipboard, ['selection']),
      clear: () => Reflect.apply(clipboard.clear, clipboard, ['selection']),
    }
  )
}

export interface PrivateClipboard {
  /** The page has just copied, or selected, something. */
  readonly copied: () => Promise<void>
  readonly clear: () => Promise<void>
}

export const createPrivateClipboard = (
  of: 'clipboard' | 'selection',
  keptMs = KEPT_MS,
): PrivateClipboard => {
  let ours: string | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  let noting: Promise<void> = Promise.resolve()
  const board = of === 'selection' ? selectionBoard() : clipboard
  const read = async (): Promise<string> => board?.readText() ?? ''
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
    if (copied !== undefined && digest(await read()) === copied) board?.clear()
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
