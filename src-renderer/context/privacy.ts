/**
 * Privacy from whoever looks on: privacy screen, presenter mode, clipboard. The coach’s idle time is main’s business
 * (src-main/window/page-lock.ts).
 */
import { useEffect } from 'react'
import { unsay } from '../ui/undo'
import { host, useApp } from './app-state'

/** What is copied in the open vault leaves the clipboard after a minute, and so does what is only selected. */
export const usePrivateClipboard = (): void => {
  useEffect(() => {
    // The clipboard is written once the event has been handled.
    const copied = (): void => void setTimeout(() => void host.clipboard.copied('clipboard'), 0)
    let last = ''
    // Told once of each selection: what another program selects later is not ours.
    const selected = (): void => {
      const text = document.getSelection()?.toString() ?? ''
      if (text !== '' && text !== last) void host.clipboard.copied('selection')
      last = text
    }
    const listeners = { copy: copied, cut: copied, mouseup: selected, keyup: selected }
    for (const [event, told] of Object.entries(listeners)) document.addEventListener(event, told)
    return () => {
      for (const [event, told] of Object.entries(listeners))
        document.removeEventListener(event, told)
    }
  }, [])
}

export const togglePrivacy = (): void => useApp.setState(({ privacy }) => ({ privacy: !privacy }))

/** What a person writes in; a field that only shows a choice is as private as everything else. */
const WRITTEN =
  '.ProseMirror, textarea, input:not([readonly], [type="checkbox"], [type="radio"], [type="file"])'

/** Ctrl Shift H blurs everything at once but the text that is being written, whichever that is (privacy-screen.css). */
export const usePrivacyScreen = (): void => {
  const privacy = useApp((state) => state.privacy)
  useEffect(() => {
    document.documentElement.toggleAttribute('data-privacy', privacy)
    if (!privacy) return
    let current: Element | null = null
    const write = (place: EventTarget | null): void => {
      const text = place instanceof Element ? place.closest(WRITTEN) : null
      if (text === null || text === current) return
      current?.removeAttribute('data-current')
      text.setAttribute('data-current', '')
      current = text
    }
    const moved = (event: FocusEvent): void => write(event.target)
    write(document.activeElement)
    document.addEventListener('focusin', moved)
    return () => {
      document.removeEventListener('focusin', moved)
      current?.removeAttribute('data-current')
    }
  }, [privacy])
}

/** Whoever looks on from now on does not read what was done a moment ago. */
export const usePresenting = (): void => {
  const presenting = useApp((state) => state.presenting)
  useEffect(() => {
    if (presenting) unsay()
  }, [presenting])
}
