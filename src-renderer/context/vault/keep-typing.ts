/** What is typed and not saved, sealed, where a quit and a crash leave it (place.ts). */
import { host, useApp } from '../app-state'
import { typedNow, whenTyped } from '../typing/kept-typing'
import { sealTyping } from './place'

const KEPT_WITHIN_MS = 1000

export const keepTyping = async (): Promise<void> => {
  const { phase } = useApp.getState()
  if (phase.name === 'open') await host.laptop.keepTyping(sealTyping(phase.session.opened.vaultKey))
}

/** From an unlock on: within a second of what is typed, and at once when a form was saved, lest it be saved twice. */
export const keepTypingAsTyped = (): void => {
  let timer: ReturnType<typeof setTimeout> | undefined
  let count = 0
  const keep = (): void => {
    clearTimeout(timer)
    timer = undefined
    count = Object.keys(typedNow()).length
    // A disk that refuses keeps nobody from typing on; what is saved says so itself.
    keepTyping().catch(() => undefined)
  }
  // What was just brought back is kept again.
  if (Object.keys(typedNow()).length > 0) keep()
  whenTyped(() => {
    if (Object.keys(typedNow()).length < count) keep()
    else timer ??= setTimeout(keep, KEPT_WITHIN_MS)
  })
}
