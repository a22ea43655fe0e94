/**
 * Copies a text by a button. The page may not ask for the clipboard (src-main/guard/permissions.ts), but it may copy as the
 * keyboard does; so whoever has the clipboard cleared hears of it, too (privacy.ts).
 */
export const copyText = (text: string): boolean => {
  let done = false
  const give = (event: ClipboardEvent): void => {
    event.clipboardData?.setData('text/plain', text)
    event.preventDefault()
    done = true
  }
  document.addEventListener('copy', give, { capture: true })
  document.execCommand('copy')
  document.removeEventListener('copy', give, { capture: true })
  return done
}
