/**
 * React listens at its root to every event there is, before and after the element that it is for, and looks for whoever
 * asked for it from there up to the root: eleven times a key, a tenth of what a key in a long note takes. In a text
 * nobody asks for these, which ProseMirror hears by itself; so React is not told of them. Keys that may mean something
 * to what is around the text, it is told of as ever.
 */

const SPARED: readonly string[] = ['keydown', 'keypress', 'textInput', 'input', 'keyup']

const isLetter = ({ key, ctrlKey, altKey, metaKey }: KeyboardEvent): boolean =>
  key.length === 1 && !ctrlKey && !altKey && !metaKey

const isSpared = (event: Event): boolean =>
  event.target instanceof Element &&
  event.target.hasAttribute('contenteditable') &&
  (!(event instanceof KeyboardEvent) || isLetter(event))

/** Before React is given the root. */
export const spareTexts = (root: HTMLElement): void => {
  const listen = root.addEventListener.bind(root)
  root.addEventListener = (
    type: string,
    hear: EventListenerOrEventListenerObject,
    options?: boolean | AddEventListenerOptions,
  ): void => {
    if (!SPARED.includes(type) || typeof hear !== 'function') return listen(type, hear, options)
    listen(
      type,
      (event) => {
        if (!isSpared(event)) hear.call(root, event)
      },
      options,
    )
  }
}
