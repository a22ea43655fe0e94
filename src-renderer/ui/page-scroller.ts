/**
 * Long lists scroll with their page, so that there is one scroll bar and one thing that the wheel moves: the part of the
 * page that scrolls, and how far down in it the list begins.
 */
import { type RefObject, useLayoutEffect, useState } from 'react'

export const usePageScroller = (list: RefObject<HTMLElement | null>) => {
  const [margin, setMargin] = useState(0)
  const scroller = (): Element | null => list.current?.closest('[data-scroller]') ?? null
  useLayoutEffect(() => {
    const outer = list.current?.closest('[data-scroller]')
    if (list.current === null || outer == null) return
    const { top } = list.current.getBoundingClientRect()
    setMargin(Math.round(top - outer.getBoundingClientRect().top + outer.scrollTop))
  })
  return { scroller, margin }
}
