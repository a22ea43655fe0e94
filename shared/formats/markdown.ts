/**
 * A note's lines as Markdown, and Markdown (CommonMark with GitHub's tables, tasks, strikes and bare addresses) as
 * lines. Writing is mdast's, whose escapes keep every word a word. Reading is micromark's, which makes HTML of it, and
 * the one reader of HTML does the rest: HTML inside of Markdown is then no case of its own.
 *
 * What Markdown cannot say goes, never a word: empty paragraphs, indents that no list gives, spaces at the ends.
 */
import type { BlockContent, List, ListItem, RootContent } from 'mdast'
import { gfmStrikethroughToMarkdown } from 'mdast-util-gfm-strikethrough'
import { gfmTaskListItemToMarkdown } from 'mdast-util-gfm-task-list-item'
import { type Options, toMarkdown } from 'mdast-util-to-markdown'
import { micromark } from 'micromark'
import {
  gfmAutolinkLiteral,
  gfmAutolinkLiteralHtml,
} from 'micromark-extension-gfm-autolink-literal'
import { gfmStrikethrough, gfmStrikethroughHtml } from 'micromark-extension-gfm-strikethrough'
import { gfmTable, gfmTableHtml } from 'micromark-extension-gfm-table'
import { gfmTaskListItem, gfmTaskListItemHtml } from 'micromark-extension-gfm-task-list-item'
import { DEEPEST, MOST_CHARACTERS, MOST_ELEMENTS, TooMuch } from '../base/limits'
import type { Line, LineKind } from '../note-text/delta'
import { htmlToLines } from './html'
import { wordsIn } from './markdown-words'

const paragraph = (line: Line): BlockContent[] => {
  const children = wordsIn(line)
  return children.length === 0 ? [] : [{ type: 'paragraph', children }]
}

const LISTS: readonly LineKind[] = ['bullet', 'number', 'task']
const isItem = ({ kind }: Line): boolean => LISTS.includes(kind)

/** Where those that are so end, from one place on. */
const endOf = (lines: readonly Line[], from: number, is: (line: Line) => boolean): number => {
  let end = from
  for (let line = lines[end]; line !== undefined && is(line); line = lines[end]) end++
  return end
}

/** A line of a list with the lines under it that are indented more than it is. */
const itemOf = (line: Line, under: readonly Line[]): ListItem => {
  const head = paragraph(line)
  const rest = blocksOf(under, line.depth + 1)
  return {
    type: 'listItem',
    checked: line.kind === 'task' ? line.checked : null,
    // An item without words cannot stand right under words, nor can words under a quote.
    spread: rest.some(
      (block) => block.type !== 'list' || block.children[0]?.children[0]?.type !== 'paragraph',
    ),
    children: [...head, ...rest],
  }
}

const listOf = (lines: readonly Line[]): List => {
  const children: ListItem[] = []
  let at = 0
  for (let line = lines[at]; line !== undefined; line = lines[at]) {
    const { depth } = line
    const end = endOf(lines, at + 1, (under) => under.depth > depth)
    children.push(itemOf(line, lines.slice(at + 1, end)))
    at = end
  }
  return { type: 'list', ordered: lines[0]?.kind === 'number', spread: false, children }
}

/** A quote's lines; those that are indented more are a quote inside of it. */
const quoteOf = (lines: readonly Line[], depth: number): BlockContent[] => {
  const children: BlockContent[] = []
  let at = 0
  for (let line = lines[at]; line !== undefined; line = lines[at]) {
    const end = endOf(lines, at, (inside) => inside.depth > depth)
    children.push(...(end > at ? quoteOf(lines.slice(at, end), depth + 1) : paragraph(line)))
    at = Math.max(end, at + 1)
  }
  return children.length === 0 ? [] : [{ type: 'blockquote', children }]
}

const codeOf = (lines: readonly Line[]): BlockContent[] => {
  const value = lines
    .map(({ runs }) =>
      runs.map(({ insert }) => (typeof insert === 'string' ? insert : '\n')).join(''),
    )
    .join('\n')
  return value.trim() === '' ? [] : [{ type: 'code', value }]
}

const headingOf = (line: Line, depth: 1 | 2 | 3): BlockContent[] => {
  const children = wordsIn(line)
  return children.length === 0 ? [] : [{ type: 'heading', depth, children }]
}

/** Where the block ends that begins with a line. */
const endOfBlock = (lines: readonly Line[], from: number, first: Line): number => {
  if (first.kind === 'quote') return endOf(lines, from, ({ kind }) => kind === 'quote')
  if (first.kind === 'code')
    return endOf(lines, from, ({ kind, depth }) => kind === 'code' && depth === first.depth)
  if (!isItem(first)) return from + 1
  let item = first
  return endOf(lines, from, (line) => {
    if (line.depth > item.depth) return true
    item = line
    return isItem(line) && (line.kind === 'number') === (first.kind === 'number')
  })
}

/** `depth`: how often the place is indented where the lines go. */
const blocksOf = (lines: readonly Line[], depth: number): BlockContent[] => {
  const blocks: BlockContent[] = []
  let at = 0
  for (let first = lines[at]; first !== undefined; first = lines[at]) {
    const end = endOfBlock(lines, at, first)
    blocks.push(...blockOf(first, lines.slice(at, end), depth))
    at = end
  }
  return blocks
}

const blockOf = (first: Line, block: readonly Line[], depth: number): BlockContent[] => {
  switch (first.kind) {
    case 'bullet':
    case 'number':
    case 'task':
      return [listOf(block)]
    case 'quote':
      return quoteOf(block, depth)
    case 'code':
      return codeOf(block)
    case 'heading1':
      return headingOf(first, 1)
    case 'heading2':
      return headingOf(first, 2)
    case 'heading3':
      return headingOf(first, 3)
    case 'rule':
      return [{ type: 'thematicBreak' }, ...paragraph(first)]
    case 'paragraph':
      return paragraph(first)
  }
}

const lowered = (node: RootContent, by: number): RootContent =>
  node.type === 'heading'
    ? { ...node, depth: ([1, 2, 3, 4, 5, 6] as const)[Math.min(node.depth + by, 6) - 1] ?? 6 }
    : node

/** A second line that looks like the one under a table's head would make a table of both. */
const TABLE_SIGNS: Options['unsafe'] = [
  { atBreak: true, character: '-', after: '[:|]' },
  { atBreak: true, character: ':', after: '-' },
  { atBreak: true, character: '|' },
]

/** `under`: the level of the heading that the text stands under on its page; its own headings are below that. */
export const linesToMarkdown = (lines: readonly Line[], under = 0): string =>
  toMarkdown(
    { type: 'root', children: blocksOf(lines, 0).map((block) => lowered(block, under)) },
    {
      extensions: [gfmStrikethroughToMarkdown(), gfmTaskListItemToMarkdown()],
      unsafe: TABLE_SIGNS,
    },
  )

/** One opening of a quote or a list, each of which is a block in the one before. */
const OPENING = /[ \t]*(?:>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t]))/y
const isTooDeep = (line: string): boolean => {
  OPENING.lastIndex = 0
  for (let count = 0; OPENING.test(line); ) if (++count > DEEPEST) return true
  return false
}

/**
 * micromark looks from each mark back over all before it in the same stretch of text, and so from each line that has no
 * beginning of its own: the time that takes grows with the square of them. Ten thousand take some seconds; a paragraph
 * has a few dozen. What hides behind a line that only looks like a beginning takes its time, and its worker is ended.
 */
const MOST_WORK = 100_000_000
const FENCE = /^[ \t>]*(?:```|~~~)/
const BEGINNING = /^[ \t>]*(?:$|[-*+][ \t]|\d{1,9}[.)][ \t]|#{1,6}[ \t]|\|)/
const workOf = (lines: readonly string[]): number => {
  let [work, marks, isCode] = [0, 0, false]
  for (const line of lines) {
    const isFence = FENCE.test(line)
    if (isFence) isCode = !isCode
    if (isFence || isCode || BEGINNING.test(line)) {
      work += marks ** 2
      marks = 0
    }
    if (!isCode) marks += 1 + (line.replace(/\\./g, '').match(/\*+|_+|~+|[[\]]/g)?.length ?? 0)
  }
  return work + marks ** 2
}

const isTooMuch = (markdown: string): boolean => {
  if (markdown.length > MOST_CHARACTERS) return true
  const lines = markdown.split(/\r\n?|\n/)
  return lines.length > MOST_ELEMENTS || lines.some(isTooDeep) || workOf(lines) > MOST_WORK
}

/** Throws TooMuch, before it looks at what would take it long. */
export const markdownToLines = (markdown: string): readonly Line[] => {
  if (isTooMuch(markdown)) throw new TooMuch()
  return htmlToLines(
    micromark(markdown, {
      allowDangerousHtml: true,
      allowDangerousProtocol: true,
      extensions: [gfmAutolinkLiteral(), gfmStrikethrough(), gfmTable(), gfmTaskListItem()],
      htmlExtensions: [
        gfmAutolinkLiteralHtml(),
        gfmStrikethroughHtml(),
        gfmTableHtml(),
        gfmTaskListItemHtml(),
      ],
    }),
  )
}
