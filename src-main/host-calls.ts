/** Answers the renderer's calls: each one checked against its schema and its sender's frame. */
import { type IpcMainInvokeEvent, ipcMain } from 'electron'
import * as v from 'valibot'
import { type Host, type HostCall, hostArguments, hostCalls } from '../shared/host'
import { APP_ORIGIN } from './app-protocol'

export type HostCalls = { readonly [Call in HostCall]: Host[Call] }

const isOurPage = (event: IpcMainInvokeEvent): boolean =>
  event.senderFrame !== null &&
  event.senderFrame === event.sender.mainFrame &&
  event.senderFrame.url.startsWith(`${APP_ORIGIN}/`)

export const answerHostCalls = (calls: HostCalls): void => {
  for (const name of hostCalls) {
    ipcMain.handle(`confidant:${name}`, (event, ...given: unknown[]) => {
      if (!isOurPage(event)) throw new Error('refused: not our page')
      const parsed = v.safeParse(hostArguments[name], given)
      // The message names the call and no value.
      if (!parsed.success) throw new Error(`refused: wrong arguments for ${name}`)
      return (calls[name] as (...args: unknown[]) => unknown)(...parsed.output)
    })
  }
}
