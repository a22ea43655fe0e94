/**
 * Where the focus goes once an item of a list is gone. Whoever took it away by keyboard is on the next one's same button
 * then, or on the one before; after the last one, on the list's heading or what it begins with. Else it would be nowhere.
 */
import { useEffect, useRef } from 'react'

const LIST = 'section, [role="tabpanel"], [role="dialog"], main'
const ITEM = 'article, tr, [data-item]'

/** The beginning or the end of what lies beside the item, or beside what it stands in, within the list. */
const beside = (
  button: Element,
  list: Element,
  side: 'next' | 'previous',
  same: string,
): Element | undefined => {
  for (let at = button; at !== list && at.parentElement !== null; at = at.parentElement) {
    const sibling = side === 'next' ? 'nextElementSibling' : 'previousElementSibling'
    for (let one = at[sibling]; one !== null; one = one[sibling]) {
      const found = [...one.querySelectorAll(same)].at(side === 'next' ? 0 : -1)
      if (found !== undefined) return found
    }
  }
  return undefined
}

/** What a list begins with: its heading, a button, or what is typed into. */
const headOf = (list: Element, item: Element | null | undefined): Element | undefined =>
  [...list.querySelectorAll('h1, h2, h3, button:enabled, input:enabled')].find(
    (one) => !item?.contains(one),
  )

/** Where the focus can go once the button is gone, the nearest first: of a list in a list, both may be gone by then. */
const placesAfter = (button: Element, same: string): readonly (Element | undefined)[] => {
  const item = button.closest(ITEM) ?? button.parentElement?.parentElement
  const lists: Element[] = []
  for (let at = button.closest(LIST); at != null; at = at.parentElement?.closest(LIST) ?? null)
    lists.push(at)
  return [
    ...lists
      .slice(0, 1)
      .flatMap((list) => [
        beside(button, list, 'next', same),
        beside(button, list, 'previous', same),
      ]),
    ...lists.map((list) => headOf(list, item)),
  ]
}

const focusOnFirst = (places: readonly (Element | undefined)[]): void => {
  const place = places.find((one) => one?.isConnected)
  if (!(place instanceof HTMLElement)) return
  if (!place.matches('button, input')) place.tabIndex = -1
  place.focus()
}

/** To be called with the button, or with the item, before it goes; `same` finds the button in the other items. */
export const useFocusAfter = (same: string): ((leaving: Element) => void) => {
  const places = useRef<readonly (Element | undefined)[]>([])
  useEffect(
    () => () => {
      // Not if they went somewhere else meanwhile.
      if (document.activeElement === document.body) focusOnFirst(places.current)
    },
    [],
  )
  return (leaving) => {
    const byKeyboard = leaving.matches(':focus-visible, :has(:focus-visible)')
    places.current = byKeyboard ? placesAfter(leaving, same) : []
  }
}
