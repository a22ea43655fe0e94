/**
 * Takes an item of a list away. Whoever does it by keyboard is on the next one's same button then, or on the one before;
 * after the last one, on the list's heading or its first button. Else the focus would be nowhere.
 */
import { IconTrash } from '@tabler/icons-react'
import { useEffect, useRef } from 'react'
import { QuietButton } from './quiet-button'

const LIST = 'section, [role="tabpanel"], [role="dialog"], main'
const ITEM = 'article, tr, [data-item]'
const SAME = '[data-deletes]:enabled'

/** The beginning or the end of what lies beside the item, or beside what it stands in, within the list. */
const beside = (button: Element, list: Element, side: 'next' | 'previous'): Element | undefined => {
  for (let at = button; at !== list && at.parentElement !== null; at = at.parentElement) {
    const sibling = side === 'next' ? 'nextElementSibling' : 'previousElementSibling'
    for (let one = at[sibling]; one !== null; one = one[sibling]) {
      const found = [...one.querySelectorAll(SAME)].at(side === 'next' ? 0 : -1)
      if (found !== undefined) return found
    }
  }
  return undefined
}

/** What a list begins with: its heading, or a button. */
const headOf = (list: Element, item: Element | null | undefined): Element | undefined =>
  [...list.querySelectorAll('h1, h2, h3, button:enabled')].find((one) => !item?.contains(one))

/** Where the focus can go once the button is gone, the nearest first: of a list in a list, both may be gone by then. */
const placesAfter = (button: Element): readonly (Element | undefined)[] => {
  const item = button.closest(ITEM) ?? button.parentElement?.parentElement
  const lists: Element[] = []
  for (let at = button.closest(LIST); at != null; at = at.parentElement?.closest(LIST) ?? null)
    lists.push(at)
  return [
    ...lists
      .slice(0, 1)
      .flatMap((list) => [beside(button, list, 'next'), beside(button, list, 'previous')]),
    ...lists.map((list) => headOf(list, item)),
  ]
}

const focusOnFirst = (places: readonly (Element | undefined)[]): void => {
  const place = places.find((one) => one?.isConnected)
  if (!(place instanceof HTMLElement)) return
  if (!place.matches('button')) place.tabIndex = -1
  place.focus()
}

export const DeleteButton = ({
  onDelete,
  ...looks
}: {
  readonly name: string
  readonly tip?: string
  readonly size?: number
  readonly disabled?: boolean
  readonly onDelete: () => unknown
}) => {
  const places = useRef<readonly (Element | undefined)[]>([])
  useEffect(
    () => () => {
      // Not if they went somewhere else meanwhile.
      if (document.activeElement === document.body) focusOnFirst(places.current)
    },
    [],
  )
  return (
    <QuietButton
      {...looks}
      icon={IconTrash}
      deletes
      onClick={({ currentTarget }) => {
        places.current = currentTarget.matches(':focus-visible') ? placesAfter(currentTarget) : []
        void onDelete()
      }}
    />
  )
}
