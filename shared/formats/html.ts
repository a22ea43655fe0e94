/**
 * HTML into a note's lines. Words and structure come through; nothing is run or loaded, and what a note cannot hold
 * leaves its words behind. Files, what is pasted, and Markdown (formats/markdown.ts) all come in here.
 */

import {
  HARD_BREAK,
  type Line,
  type LineAttributes,
  type LineKind,
  lineAttributes,
  type Marks,
  PLAIN_LINE,
  type Run,
  run,
} from '../note-text/delta'
import { isList, isWordBullet, itemOf, wordItemOf } from './html-items'
import { gatherLines, type Place } from './html-lines'
import { addWords, isWebAddress, marksIn, PICTURES, SILENT, wordsIn } from './html-words'
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

const BLOCKS = new Set(
  'address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header html li main nav ol output p section summary table tbody tfoot thead tr ul'.split(
    ' ',
  ),
)
const HEADINGS: ReadonlyMap<string, LineKind> = new Map([
  ['h1', 'heading1'],
  ['h2', 'heading2'],
  ['h3', 'heading3'],
  ['h4', 'heading3'],
  ['h5', 'heading3'],
  ['h6', 'heading3'],
])

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

const linesIn = (page: Node): readonly Line[] => {
  const { lines, push, begin, endBegun, add, say, breakLine, endLine } = gatherLines()

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
    if (tagName === 'br') return breakLine()
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
