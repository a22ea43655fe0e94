/** Answers the renderer's calls: each one checked against its schema and its sender's frame. */
import { type IpcMainInvokeEvent, ipcMain, type WebContents } from 'electron'
import * as v from 'valibot'
import { type Host, type HostCall, hostArguments, hostCalls } from '../../shared/bridge/host'
import { APP_ORIGIN } from './app-protocol'

export type HostCalls = { readonly [Call in HostCall]: Host[Call] }

/** Whether a call comes from the page of this window itself, and not from another window, a frame in it or another address. */
export const isOurPage = (event: IpcMainInvokeEvent, page: WebContents | undefined): boolean =>
  event.sender === page &&
  event.senderFrame !== null &&
  event.senderFrame === event.sender.mainFrame &&
  event.senderFrame.url.startsWith(`${APP_ORIGIN}/`)

/** Answers `page`, the main window's, and no other: the capture window has three calls of its own. */
export const answerHostCalls = (page: () => WebContents | undefined, calls: HostCalls): void => {
  for (const name of hostCalls) {
    ipcMain.handle(`confidant:${name}`, (event, ...given: unknown[]) => {
      if (!isOurPage(event, page())) throw new Error('refused: not our page')
      const parsed = v.safeParse(hostArguments[name], given)
      // The message names the call and no value.
      if (!parsed.success) throw new Error(`refused: wrong arguments for ${name}`)
      return (calls[name] as (...args: unknown[]) => unknown)(...parsed.output)
    })
  }
}
