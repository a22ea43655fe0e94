/**
 * The day that screens show, and the moment it turns. A laptop is left open over midnight, sleeps over it, or has its
 * clock set: the day is looked at again at midnight, each minute, and whenever the window or the laptop comes back.
 */
import { useSyncExternalStore } from 'react'
import { dayNow } from './day-words'

/** The clock can be set at any moment, and nothing tells of it. */
const LOOK_AGAIN_MS = 60_000

/** For what is done; what is drawn takes `useToday()`, which turns. */
export const today = (): string => dayNow()

/** The host's 'wake' comes as 'online' (shell/start.ts). */
const RETURNS = ['focus', 'online'] as const

const readers = new Set<() => void>()
let day = today()
let timer: ReturnType<typeof setTimeout> | undefined

/** Looks what day it is; whoever shows another one is drawn again. */
const turnDay = (): void => {
  clearTimeout(timer)
  if (readers.size > 0) {
    const now = new Date()
    const untilMidnight =
      new Date(now.getFullYear(), now.getMonth(), now.getDate() + 1).getTime() - now.getTime()
    timer = setTimeout(turnDay, Math.min(untilMidnight, LOOK_AGAIN_MS))
  }
  const now = today()
  if (now === day) return
  day = now
  for (const read of readers) read()
}

const subscribe = (read: () => void): (() => void) => {
  readers.add(read)
  if (readers.size === 1) {
    for (const event of RETURNS) window.addEventListener(event, turnDay)
    document.addEventListener('visibilitychange', turnDay)
    turnDay()
  }
  return () => {
    readers.delete(read)
    if (readers.size > 0) return
    for (const event of RETURNS) window.removeEventListener(event, turnDay)
    document.removeEventListener('visibilitychange', turnDay)
    clearTimeout(timer)
  }
}

/** A day that has turned while nobody read it is noticed at the first reading. */
const current = (): string => {
  if (readers.size === 0) day = today()
  return day
}

/** Today, for what is drawn. */
export const useToday = (): string => useSyncExternalStore(subscribe, current)
