/** The memory aid beside a session's text: closed until one key opens it, and whenever others look at the screen. */
import { useEffect, useRef, useState } from 'react'
import type { RecordProjection } from '../../../shared/model/projection'
import { notes } from '../../../shared/model/record/note'
import type { Session } from '../../../shared/model/record/session'
import { useApp } from '../../context/app-state'
import { useCommand } from '../../context/commands/commands'
import { aimTyping, stopTypingAhead, typeAhead } from '../../context/typing/type-ahead'
import { useRun } from '../../context/vault/session'

export const useMemoryAid = (
  record: RecordProjection,
  session: Session,
  aid: string | undefined,
  editable: boolean,
) => {
  const run = useRun()
  const [opened, setOpened] = useState<string>()
  /** Where the coach was writing. */
  const before = useRef<Element | null>(null)
  const presenting = useApp((state) => state.presenting)
  useEffect(() => {
    if (presenting) setOpened(undefined)
  }, [presenting])
  const open = async (): Promise<void> => {
    before.current = document.activeElement
    typeAhead()
    const id =
      aid ??
      (await run(record.id, notes.add, { session: session.id, role: 'aid', date: session.date }))
    if (id === undefined) return stopTypingAhead()
    // What is meant for the coach alone is not for the session note, which may be opening, too.
    aimTyping(id, true)
    setOpened(id)
  }
  const close = (): void => {
    setOpened(undefined)
    // It was opened before there was a text to write in: then that is the session note by now.
    const place =
      before.current?.isConnected === true
        ? before.current
        : document.querySelector('main [contenteditable="true"]')
    if (place instanceof HTMLElement) place.focus()
  }
  const toggle = (): void => {
    if (opened === undefined) void open()
    else close()
  }
  useCommand('memory-aid', editable ? toggle : undefined)
  return { opened: presenting ? undefined : opened, toggle, close }
}
