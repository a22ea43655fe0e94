/**
 * The way back: where the coach was before, with how far it was scrolled, so that a list is found again as it was left.
 * The tabs of one mentee are one place. Like all of the route it ends with a lock.
 */
import { useApp } from './app-state'
import type { Route } from './navigation'

interface Visited {
  readonly route: Route
  readonly scroll: number
}

const MOST_KEPT = 50
const visited: Visited[] = []
/** The place that was come back to last. */
let returned: Visited | undefined

const placeOf = (route: Route): string =>
  [
    route.screen,
    'id' in route ? route.id : '',
    'session' in route ? route.session : '',
    'only' in route ? (route.only ?? []).join() : '',
  ].join('/')

const scroller = (): Element | null => document.querySelector('[data-scroller]')

useApp.subscribe(({ route }, before) => {
  if (route === before.route || route === returned?.route) return
  if (placeOf(route) === placeOf(before.route)) return
  visited.push({ route: before.route, scroll: scroller()?.scrollTop ?? 0 })
  if (visited.length > MOST_KEPT) visited.shift()
})

export const goBack = (): void => {
  const before = visited.pop()
  if (before === undefined) return
  returned = before
  useApp.setState({ route: before.route })
}

/** How far this place was scrolled when it was left; undefined for one that was not come back to. */
export const returnedTo = (route: Route): number | undefined =>
  returned?.route === route ? returned.scroll : undefined
