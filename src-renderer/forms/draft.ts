/** A field that is stored as it is typed, without a form around it. */
import { useDebouncedCallback } from '@mantine/hooks'
import { useCallback, useEffect, useRef, useState } from 'react'

/** A projection follows typing within 400 ms (store/session/shown-record.ts). */
const PROJECTION_LAG_MS = 700

/**
 * A field that is written as it is typed. While the person is in it the screen follows their typing; changes from
 * elsewhere come in as soon as they match or the field is left.
 */
export const useDraft = <T>(stored: T, commit: (base: T, next: T) => void) => {
  const [draft, setDraft] = useState(stored)
  const base = useRef(stored)
  const latest = useRef(stored)
  const focused = useRef(false)
  const take = useCallback(() => {
    if (focused.current) return
    base.current = latest.current
    setDraft(latest.current)
  }, [])
  // What was typed last comes back through the projection; only then is the stored value the newer one.
  const settle = useDebouncedCallback(take, PROJECTION_LAG_MS)
  useEffect(() => {
    latest.current = stored
    take()
  }, [stored, take])
  return {
    value: draft,
    change: (next: T) => {
      commit(base.current, next)
      base.current = next
      setDraft(next)
    },
    onFocus: () => {
      focused.current = true
    },
    onBlur: () => {
      focused.current = false
      settle()
    },
  }
}
