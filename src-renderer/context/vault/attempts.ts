/**
 * Trying the passphrase, wherever it is asked for: at the lock screen, before something that an unattended open vault
 * must not give away, and for a backup. One count and one growing wait for all of them, kept by main over a restart
 * (src-main/guard/attempts.ts): who is refused in one place has no three tries more in the next. The recovery key counts, too.
 */
import { useInterval } from '@mantine/hooks'
import { useEffect, useState } from 'react'
import { create } from 'zustand'
import { err, type Result } from '../../../shared/base/result'
import { host, useApp } from '../app-state'

const SECOND_MS = 1000

/** When the next may be tried, by a clock that nobody sets; undefined until one was tried since the page was loaded. */
const useNext = create<{ readonly at: number | undefined }>(() => ({ at: undefined }))

/** What was left of a wait as the page was loaded, from the first time that somebody asks. */
let first: number | undefined

const leftNow = (): number => {
  first ??= performance.now() + (useApp.getState().environment?.wait ?? 0)
  return Math.max(0, (useNext.getState().at ?? first) - performance.now())
}

/** Tries once, counts it, and notes a wrong one. A code with a slip in it, which says where, is no attempt. */
export const attempt = async <T, E>(
  trying: () => Result<T, E> | Promise<Result<T, E>>,
  noteWrong: () => Promise<unknown> = async () => undefined,
): Promise<Result<T, E | 'too-soon'>> => {
  if (leftNow() > 0) return err('too-soon')
  const tried = await trying()
  if (!tried.ok && typeof tried.error !== 'string') return tried
  const noted = tried.ok ? undefined : noteWrong().catch(() => undefined)
  const wait = await host.laptop.countAttempt(tried.ok)
  // Before the screen says anything: who quits at once is in the record all the same.
  await noted
  useNext.setState({ at: performance.now() + wait })
  return tried
}

/** Seconds until the next may be tried. */
export const useWait = (): number => {
  const at = useNext((next) => next.at)
  const [left, setLeft] = useState(leftNow)
  const { start, stop } = useInterval(() => setLeft(leftNow()), SECOND_MS / 4)
  // biome-ignore lint/correctness/useExhaustiveDependencies: counted anew from each attempt on
  useEffect(() => {
    setLeft(leftNow())
    start()
    return stop
  }, [at, start, stop])
  return Math.ceil(left / SECOND_MS)
}
