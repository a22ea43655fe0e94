/** Going through the list that is shown, row by row, with the keyboard. */
const ITEMS =
  'main nav button, main table tbody [role="row"], main tbody tr[tabindex], main [role="row"][tabindex], main [data-item]'

/** The list's next or previous row gets the focus; the first one when none has it. */
export const stepInList = (by: 1 | -1): void => {
  const items = [...document.querySelectorAll<HTMLElement>(ITEMS)].filter(
    (item) => item.getClientRects().length > 0,
  )
  const at = items.findIndex(
    (item) => item.contains(document.activeElement) || item.ariaCurrent === 'true',
  )
  const next = items[at < 0 ? 0 : at + by]
  if (next === undefined) return
  if (next.tabIndex < 0) next.tabIndex = -1
  next.focus()
  next.scrollIntoView({ block: 'nearest' })
  // A list beside the one that is open shows what is moved to.
  if (next.closest('nav') !== null) next.click()
}
