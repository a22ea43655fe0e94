/** Where the keyboard goes on once what it was on is no longer shown: the content of the screen. */
export const focusContent = (): void => {
  requestAnimationFrame(() => {
    if (document.activeElement === document.body)
      document.querySelector<HTMLElement>('[data-scroller]')?.focus({ preventScroll: true })
  })
}
