/**
 * HTML into a note's lines. Words and structure come through; nothing is run or loaded, and what a note cannot hold
 * leaves its words behind. Files, what is pasted, and Markdown (formats/markdown.ts) all come in here.
 */

import { MOST_CHARACTERS, MOST_ELEMENTS, TooMuch } from '../base/limits'
import {
  HARD_BREAK,
  type Line,
  type LineAttributes,
  type LineKind,
  lineAttributes,
  type Marks,
  MOST_DEPTH,
  PLAIN_LINE,
  type Run,
  run,
} from '../note-text/delta'
import {
  attribute,
  childrenOf,
  detach,
  type Element,
  elementsIn,
  firstIn,
  has,
  isElement,
  type Node,
  parseWithin,
} from './parse-html'

export interface HtmlPage {
  readonly title: string
  /** Notion's table of properties, by their names in small letters. */
  readonly fields: ReadonlyMap<string, string>
  readonly lines: readonly Line[]
  readonly pictures: boolean
}

const PICTURES = ['img', 'picture', 'svg', 'v:imagedata', 'object', 'video']
const SILENT = new Set([
  ...PICTURES,
  ...['script', 'style', 'head', 'title', 'meta', 'link', 'template', 'iframe', 'audio', 'o:p'],
])
const BLOCKS = new Set(
  'address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header html li main nav ol output p section summary table tbody tfoot thead tr ul'.split(
    ' ',
  ),
)
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
const HEADINGS: ReadonlyMap<string, LineKind> = new Map([
  ['h1', 'heading1'],
  ['h2', 'heading2'],
  ['h3', 'heading3'],
  ['h4', 'heading3'],
  ['h5', 'heading3'],
  ['h6', 'heading3'],
])

const wordsIn = (node: Node): string =>
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
const marksIn = (element: Element, marks: Marks, isLink: (address: string) => boolean): Marks => {
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

const isBreak = ({ insert }: Run): boolean => typeof insert !== 'string'
const sameMarks = (a: Marks, b: Marks): boolean =>
  Object.keys(a).length === Object.keys(b).length &&
  Object.entries(a).every(([name, value]) => b[name] === value)

/** Puts words behind those that are there, to the last ones where they have the same marks. */
const addWords = (runs: Run[], words: string, given: Marks): void => {
  if (words === '') return
  const marks = settledMarks(given)
  const last = runs.at(-1)
  if (typeof last?.insert === 'string' && sameMarks(last.attributes ?? {}, marks))
    runs[runs.length - 1] = run(last.insert + words, marks)
  else runs.push(run(words, marks))
}

/** A line without breaks and spaces at its ends; without anything where it has no words. */
const trimmed = (runs: readonly Run[]): readonly Run[] => {
  const kept = runs.slice(
    Math.max(
      0,
      runs.findIndex((one) => !isBreak(one)),
    ),
  )
  for (let last = kept.pop(); last !== undefined; last = kept.pop()) {
    if (typeof last.insert !== 'string') continue
    const words = last.insert.replace(/ $/, '')
    if (words === '') continue
    kept.push(run(words, last.attributes))
    break
  }
  return kept.every(({ insert }) => typeof insert !== 'string' || insert.trim() === '') ? [] : kept
}

/** Word writes an item of a list as a paragraph with its bullet as text, and says so in the style. */
const WORD_ITEM = /mso-list:\s*l\d+\s+level(\d+)/
const isWordBullet = (element: Element): boolean =>
  /mso-list:\s*Ignore/.test(attribute(element, 'style'))
const NUMBERED = /^\s*(?:\d+|[a-zA-Z])[.)]/

const tagOf = (node: Node | null): string => (node !== null && isElement(node) ? node.tagName : '')
const isList = (node: Node | null): boolean => ['ul', 'ol'].includes(tagOf(node))

/** The box that an item begins with, as GitHub and others draw a task; none of the lists inside of it. */
const boxIn = (node: Node): Element | undefined => {
  for (const child of childrenOf(node)) {
    if (!isElement(child) || isList(child)) continue
    const box =
      child.tagName === 'input' && attribute(child, 'type') === 'checkbox' ? child : boxIn(child)
    if (box !== undefined) return box
  }
  return undefined
}

const itemOf = (element: Element, list: Node | null, depth: number): LineAttributes => {
  const box = boxIn(element)
  const isOwn = list !== null && isElement(list) && attribute(list, 'data-type') === 'taskList'
  if (box !== undefined || isOwn || attribute(element, 'role') === 'checkbox')
    return {
      kind: 'task',
      depth,
      checked:
        (box !== undefined && has(box, 'checked')) ||
        attribute(element, 'data-checked') === 'true' ||
        attribute(element, 'aria-checked') === 'true',
    }
  return {
    ...PLAIN_LINE,
    kind: tagOf(list) === 'ol' ? 'number' : 'bullet',
    depth,
  }
}

const wordItemOf = (element: Element, depth: number): LineAttributes | undefined => {
  const [, level] = (element.tagName === 'p' && WORD_ITEM.exec(attribute(element, 'style'))) || []
  if (level === undefined) return undefined
  const bullet = firstIn(element, isWordBullet)
  const isNumber = bullet !== undefined && NUMBERED.test(wordsIn(bullet))
  return {
    ...PLAIN_LINE,
    kind: isNumber ? 'number' : 'bullet',
    depth: depth + Math.max(1, Number(level)) - 1,
  }
}

/** The words of one of our own lines, to the letter. */
const ownRuns = (element: Element): readonly Run[] => {
  const runs: Run[] = []
  const visit = (node: Node, marks: Marks): void => {
    if ('value' in node) return addWords(runs, node.value.replace(/[\r\n]+/g, ' '), marks)
    if (!isElement(node) || SILENT.has(node.tagName) || has(node, 'data-unknown')) return
    if (node.tagName === 'br') runs.push(run(HARD_BREAK))
    const inner = marksIn(
      node,
      marks,
      (address) => isWebAddress(address) || address.startsWith('confidant:'),
    )
    for (const child of node.childNodes) visit(child, inner)
  }
  const holder = { ul: 'li', ol: 'li', pre: 'code' }[element.tagName]
  for (const child of childrenOf(firstIn(element, ({ tagName }) => tagName === holder) ?? element))
    visit(child, {})
  return runs
}

/** What the lines are among which an element stands. */
interface Place {
  readonly kind: LineKind
  readonly depth: number
  readonly marks: Marks
}

const linesIn = (page: Node): readonly Line[] => {
  const lines: Line[] = []
  let characters = 0
  let runs: Run[] = []
  /** A line that has begun without words (an item of a list, a rule): the next words are its own. */
  let begun: LineAttributes | undefined

  const push = (attributes: LineAttributes, words: readonly Run[]): void => {
    for (const { insert } of words) characters += typeof insert === 'string' ? insert.length : 1
    if (lines.length >= MOST_ELEMENTS || characters > MOST_CHARACTERS) throw new TooMuch()
    lines.push({ ...attributes, depth: Math.min(attributes.depth, MOST_DEPTH), runs: words })
  }
  const endBegun = (): void => {
    if (begun !== undefined) push(begun, [])
    begun = undefined
  }
  const begin = (attributes: LineAttributes): void => {
    endBegun()
    begun = attributes
  }
  const add = (kind: LineKind, depth: number, words: readonly Run[]): void => {
    const takes = kind === 'paragraph' || (kind.startsWith('heading') && begun?.kind !== 'rule')
    if (begun === undefined || !takes) {
      endBegun()
      push({ ...PLAIN_LINE, kind, depth }, words)
      return
    }
    push(begun, words)
    begun = undefined
  }
  const endLine = ({ kind, depth }: Place): void => {
    const words = trimmed(runs)
    if (words.length > 0) add(kind, depth, words)
    runs = []
  }
  const say = (text: string, marks: Marks): void => {
    const last = runs.at(-1)
    const atSpace = typeof last?.insert !== 'string' || last.insert.endsWith(' ')
    const words = text.replace(/[ \t\r\n\f]+/g, ' ')
    addWords(runs, atSpace && words.startsWith(' ') ? words.slice(1) : words, marks)
  }
  const visitAll = (element: Element, place: Place): void => {
    for (const child of element.childNodes) visit(child, place)
  }
  /** What stands under the words of an item is indented once more than they are. */
  const visitItem = (element: Element, item: LineAttributes, place: Place): void => {
    begin(item)
    const inside = { ...place, kind: PLAIN_LINE.kind, depth: item.depth + 1 }
    visitAll(element, inside)
    endLine(inside)
    endBegun()
  }
  const placeIn = (element: Element, place: Place): Place => {
    const { tagName, parentNode } = element
    const marks = marksIn(element, place.marks, isWebAddress)
    if (tagName === 'blockquote')
      return { marks, kind: 'quote', depth: place.depth + (place.kind === 'quote' ? 1 : 0) }
    // A list inside of a list, where it belongs inside of the item before.
    if (isList(element))
      return {
        marks,
        kind: PLAIN_LINE.kind,
        depth: place.depth + (isList(parentNode) ? 1 : 0),
      }
    return { marks, kind: HEADINGS.get(tagName) ?? place.kind, depth: place.depth }
  }
  const visit = (node: Node, place: Place): void => {
    if ('value' in node) return say(node.value, place.marks)
    if (!isElement(node)) return
    const { tagName } = node
    if (SILENT.has(tagName) || isWordBullet(node)) return
    if (tagName === 'br') {
      runs.push(run(HARD_BREAK))
      return
    }
    const inside = placeIn(node, place)
    const ownKind = attribute(node, 'data-line')
    if (!BLOCKS.has(tagName) && ownKind === '' && tagName !== 'hr' && tagName !== 'pre') {
      if (tagName === 'td' || tagName === 'th') say(' ', place.marks)
      return visitAll(node, inside)
    }
    endLine(place)
    const wordItem = wordItemOf(node, place.depth)
    if (ownKind !== '') {
      endBegun()
      const stored = new Map<string, unknown>([
        ['kind', ownKind],
        ['depth', Number(attribute(node, 'data-depth'))],
        ['checked', attribute(node, 'data-checked') === 'true'],
      ])
      push(
        lineAttributes((name) => stored.get(name)),
        ownRuns(node),
      )
    } else if (tagName === 'hr') begin({ ...PLAIN_LINE, kind: 'rule', depth: place.depth })
    else if (tagName === 'pre') {
      const words = wordsIn(node)
      if (words.trim() !== '')
        for (const line of words.replace(/\r?\n$/, '').split(/\r?\n/))
          add('code', place.depth, line === '' ? [] : [run(line)])
    } else if (tagName === 'li') visitItem(node, itemOf(node, node.parentNode, place.depth), inside)
    else if (wordItem !== undefined) visitItem(node, wordItem, inside)
    else {
      visitAll(node, inside)
      endLine(inside)
    }
  }
  const whole = { ...PLAIN_LINE, marks: {} }
  for (const child of childrenOf(page)) visit(child, whole)
  endLine(whole)
  endBegun()
  return lines
}

/** The lines of a piece of HTML; throws TooMuch. */
export const htmlToLines = (html: string): readonly Line[] => linesIn(parseWithin(html))

const hasPictures = (page: Node): boolean =>
  firstIn(page, ({ tagName }) => PICTURES.includes(tagName)) !== undefined

/** What another program, or this one, has copied: its lines, and whether pictures stayed out. Throws TooMuch. */
export const readPastedHtml = (
  html: string,
): { readonly lines: readonly Line[]; readonly pictures: boolean } => {
  const page = parseWithin(html)
  return { lines: linesIn(page), pictures: hasPictures(page) }
}

const oneLine = (node: Node | undefined): string => (node === undefined ? '' : wordsIn(node).trim())

/** Reads a page that a program has written: its title, its properties and its text. */
export const readHtmlPage = (html: string): HtmlPage => {
  const page = parseWithin(html)
  const pictures = hasPictures(page)
  const heading = firstIn(
    page,
    (element) =>
      element.tagName === 'h1' || attribute(element, 'class').split(/\s+/).includes('page-title'),
  )
  const title = oneLine(heading)
  if (heading !== undefined) detach(heading)
  const properties = firstIn(
    page,
    (element) =>
      element.tagName === 'table' &&
      attribute(element, 'class').split(/\s+/).includes('properties'),
  )
  const fields = new Map<string, string>()
  if (properties !== undefined) {
    detach(properties)
    for (const row of elementsIn(properties))
      if (row.tagName === 'tr')
        fields.set(
          oneLine(firstIn(row, ({ tagName }) => tagName === 'th')).toLowerCase(),
          oneLine(firstIn(row, ({ tagName }) => tagName === 'td')),
        )
  }
  return { title, fields, lines: linesIn(page), pictures }
}
