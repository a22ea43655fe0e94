/**
 * The words that stand in HTML, and the marks that its elements and styles give them.
 */
import { type Marks, type Run, run } from '../note-text/delta'
import { attribute, childrenOf, type Element, isElement, type Node } from './parse-html'

export const PICTURES = ['img', 'picture', 'svg', 'v:imagedata', 'object', 'video']
export const SILENT = new Set([
  ...PICTURES,
  ...['script', 'style', 'head', 'title', 'meta', 'link', 'template', 'iframe', 'audio', 'o:p'],
])
const MARKS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    b: 'bold',
    strong: 'bold',
    i: 'italic',
    em: 'italic',
    s: 'strike',
    del: 'strike',
    strike: 'strike',
    u: 'underline',
    code: 'code',
  }),
)

export const wordsIn = (node: Node): string =>
  'value' in node
    ? node.value
    : isElement(node) && node.tagName === 'br'
      ? '\n'
      : isElement(node) && SILENT.has(node.tagName)
        ? ''
        : childrenOf(node).map(wordsIn).join('')

const styleOf = (element: Element): ReadonlyMap<string, string> =>
  new Map(
    attribute(element, 'style')
      .toLowerCase()
      .split(';')
      .map((one) => {
        const colon = one.indexOf(':')
        return [one.slice(0, colon).trim(), one.slice(colon + 1).trim()] as const
      }),
  )

const WEB_ADDRESS = /^(?:https?|mailto|tel):/i
/** An address that a note may link to, from wherever it came; nothing that could run. */
export const isWebAddress = (address: string): boolean => WEB_ADDRESS.test(address)

/** Words that are code are nothing else: the editor's mark for it excludes all others. */
export const settledMarks = (marks: Marks): Marks => (marks.code === true ? { code: true } : marks)

/** The marks of what is inside of an element that stands among `marks`. */
export const marksIn = (
  element: Element,
  marks: Marks,
  isLink: (address: string) => boolean,
): Marks => {
  const { tagName } = element
  const style = styleOf(element)
  const weight = style.get('font-weight') ?? ''
  const decoration = `${style.get('text-decoration') ?? ''} ${style.get('text-decoration-line') ?? ''}`
  const address = tagName === 'a' ? attribute(element, 'href') : ''
  // Google Docs puts all that it copies into a <b> that is not bold.
  const mark = MARKS.get(tagName)
  const named = mark === 'bold' && /^(?:normal|400)$/.test(weight) ? undefined : mark
  return {
    ...marks,
    ...(named === undefined ? {} : { [named]: true }),
    ...(/^(?:bold|bolder|[5-9]00)$/.test(weight) ? { bold: true } : {}),
    ...(style.get('font-style') === 'italic' ? { italic: true } : {}),
    ...(decoration.includes('line-through') ? { strike: true } : {}),
    // A link's own underlining is its looks.
    ...(decoration.includes('underline') && tagName !== 'a' && marks.link === undefined
      ? { underline: true }
      : {}),
    ...(isLink(address) ? { link: address } : {}),
  }
}

const sameMarks = (a: Marks, b: Marks): boolean =>
  Object.keys(a).length === Object.keys(b).length &&
  Object.entries(a).every(([name, value]) => b[name] === value)

/** Puts words behind those that are there, to the last ones where they have the same marks. */
export const addWords = (runs: Run[], words: string, given: Marks): void => {
  if (words === '') return
  const marks = settledMarks(given)
  const last = runs.at(-1)
  if (typeof last?.insert === 'string' && sameMarks(last.attributes ?? {}, marks))
    runs[runs.length - 1] = run(last.insert + words, marks)
  else runs.push(run(words, marks))
}
