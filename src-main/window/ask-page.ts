/** Commands to the main window's page, and its answers. */
import { randomUUID } from 'node:crypto'
import { ipcMain, type WebContents } from 'electron'
import type { HostCommand } from '../../shared/bridge/host'

/** How long the page is waited for: to save what was typed last before closing, above all. */
const ANSWER_WITHIN_MS = 4000

/** Resolves to false when the page says that something is not saved, and to nothing when it says nothing in time. */
export type AskPage = (command: HostCommand) => Promise<boolean | undefined>

export const createAskPage =
  (page: () => WebContents | undefined): AskPage =>
  (command) =>
    new Promise((resolve) => {
      const asked = page()
      if (asked === undefined || asked.isCrashed()) return resolve(true)
      const reply = `confidant:done:${randomUUID()}`
      const done = (saved: boolean | undefined): void => {
        clearTimeout(timer)
        ipcMain.removeAllListeners(reply)
        resolve(saved)
      }
      const timer = setTimeout(() => done(undefined), ANSWER_WITHIN_MS)
      ipcMain.once(reply, (_event, saved: unknown) => done(saved !== false))
      asked.send('confidant:command', command, reply)
    })
