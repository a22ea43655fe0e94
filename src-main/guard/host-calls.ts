/**
 * Answers the renderer's calls: each one checked for its sender's frame and against what it takes. The guard is the
 * boundary around the page: what it may load and reach, what it may ask for, and what is kept of keys and of the
 * clipboard.
 */
import { type IpcMainInvokeEvent, ipcMain, type WebContents } from 'electron'
import * as v from 'valibot'
import type { HostScope, Scope } from '../../shared/bridge/host'
import { APP_ORIGIN } from './app-protocol'

/** A check for each argument, none left out. */
type Checks<Given extends readonly unknown[]> = {
  readonly [At in keyof Given]: v.GenericSchema<unknown, Given[At]>
}

interface Answer<Given extends readonly unknown[], Resolved> {
  readonly takes: Checks<Given>
  readonly does: (...given: Given) => Promise<Resolved>
}

type AnswerTo<Call> = Call extends (...given: infer Given) => Promise<infer Resolved>
  ? Answer<Given, Resolved>
  : never

export type Answers = {
  readonly [Of in Scope]: { readonly [Name in keyof HostScope<Of>]: AnswerTo<HostScope<Of>[Name]> }
}

/** Any of them. A method, since what it is given has passed `takes` and is of the types that it takes. */
interface AnyAnswer {
  readonly takes: readonly v.GenericSchema[]
  does(...given: readonly unknown[]): Promise<unknown>
}

/** Whether a call comes from the page of this window itself, and not from another window, a frame in it or another address. */
export const isOurPage = (event: IpcMainInvokeEvent, page: WebContents | undefined): boolean =>
  event.sender === page &&
  event.senderFrame !== null &&
  event.senderFrame === event.sender.mainFrame &&
  event.senderFrame.url.startsWith(`${APP_ORIGIN}/`)

/** Answers `page`, the main window's, and no other: the capture window has three calls of its own. */
export const answerHostCalls = (
  page: () => WebContents | undefined,
  answers: Answers,
  /** Told of what an answer failed with, which goes on to the page. */
  onFailure: (error: unknown) => void = () => undefined,
): void => {
  const scopes: Readonly<Record<string, Readonly<Record<string, AnyAnswer>>>> = answers
  for (const [scope, calls] of Object.entries(scopes))
    for (const [call, { takes, does }] of Object.entries(calls)) {
      const name = `${scope}.${call}`
      const checks = v.strictTuple(takes)
      ipcMain.handle(`confidant:${name}`, (event, ...given: unknown[]) => {
        if (!isOurPage(event, page())) throw new Error('refused: not our page')
        const parsed = v.safeParse(checks, given)
        // The message names the call and no value.
        if (!parsed.success) throw new Error(`refused: wrong arguments for ${name}`)
        return does(...parsed.output).catch((error: unknown) => {
          onFailure(error)
          throw error
        })
      })
    }
}
