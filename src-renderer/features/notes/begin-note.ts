/** "New note": a note to write in at once, and nothing left behind when it stays blank. */
import { useRef, useState } from 'react'
import type { RecordProjection } from '../../../shared/model/projection'
import { beginNote, leaveNote } from '../../../shared/model/record/note'
import { go, useApp } from '../../context/app-state'
import {
  aimOfTyping,
  aimTyping,
  stopTypingAhead,
  takeTypedAhead,
  typeAhead,
} from '../../context/typing/type-ahead'
import { useRun } from '../../context/vault/session'
import type { VaultSession } from '../../store/session/vault-session'
import { today } from '../../ui/when'

/** Begun in this window and not left yet. */
const begun = new Set<string>()

/** Until the coach goes to another note or screen, presents or locks. */
const untilLeft = (record: string, id: string, run: VaultSession['run']): void => {
  if (begun.has(id)) return
  begun.add(id)
  const stop = useApp.subscribe(({ route, phase, presenting }) => {
    if (phase.name === 'open' && !presenting && 'item' in route && route.item === id) return
    stop()
    begun.delete(id)
    void run(record, leaveNote, { id, words: takeTypedAhead(id) })
  })
}

export const useBeginNote = (record: RecordProjection, open: string | undefined) => {
  const run = useRun()
  // One may have been begun elsewhere, and what is typed since is to land in it.
  const [caret, setCaret] = useState(() => ({ note: aimOfTyping(), times: 1 }))
  const making = useRef(false)
  const show = (id: string): void => go({ screen: 'mentee', id: record.id, tab: 'notes', item: id })
  const begin = async (): Promise<void> => {
    typeAhead()
    if (making.current) return
    making.current = true
    try {
      const id = await run(record.id, beginNote, { date: today(), open })
      if (id === undefined) return stopTypingAhead()
      aimTyping(id)
      setCaret(({ times }) => ({ note: id, times: times + 1 }))
      show(id)
      untilLeft(record.id, id, run)
    } finally {
      making.current = false
    }
  }
  return {
    begin: () => void begin(),
    show: (id: string): void => {
      setCaret({ note: '', times: 0 })
      show(id)
    },
    /** For the text of this note: another number puts the caret into it again. */
    caretFor: (id: string): number => (id === caret.note ? caret.times : 0),
  }
}
