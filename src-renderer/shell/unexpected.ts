/**
 * Bugs, not expected failures: said once, calmly, and never swallowed. What an error says may be what the coach wrote,
 * so that its message is neither shown nor put on the console; its kind and the places in the code are.
 */
import { t } from '../../shared/words/words'
import { useApp } from '../context/app-state'
import { failures } from '../context/page-facts'
import { NotHere } from '../context/submit'
import { warn } from '../ui/notice'

/** What is reported in the place of an error. */
class Unexpected extends Error {}

const withoutWords = (error: unknown): Unexpected => {
  if (!(error instanceof Error)) return new Unexpected(typeof error)
  const unexpected = new Unexpected(error.name)
  const words = `${error.name}: ${error.message}`
  unexpected.stack = `${error.name}${error.stack?.startsWith(words) === true ? error.stack.slice(words.length) : ''}`
  return unexpected
}

/** For an error that the screen says itself (screen-boundary.tsx). */
export const reportUnexpected = (error: unknown): void => {
  failures.note(error)
  reportError(withoutWords(error))
}

/** A lock closes the database under whatever still reads it, and loads the page anew. */
const isLeftBehind = (error: unknown): boolean =>
  error instanceof Error &&
  error.name === 'DatabaseClosedError' &&
  useApp.getState().phase.name !== 'open'

const say = (error: unknown): void => {
  if (isLeftBehind(error)) return
  warn({
    id: 'unexpected',
    color: 'red',
    title: t('unexpected.title'),
    message: error instanceof NotHere ? t('unexpected.writeLost') : t('unexpected.savedIsSafe'),
  })
  reportUnexpected(error)
}

export const watchUnexpected = (): void => {
  window.addEventListener('unhandledrejection', (event) => {
    event.preventDefault()
    say(event.reason)
  })
  window.addEventListener('error', (event) => {
    // An event without an error is the browser's own remark, such as that a layout took two turns.
    if (event.error == null || event.error instanceof Unexpected) return
    event.preventDefault()
    say(event.error)
  })
}
