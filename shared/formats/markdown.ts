/**
 * A note's lines as Markdown, and Markdown (CommonMark with GitHub's tables, tasks, strikes and bare addresses) as
 * lines. Writing is mdast's, whose escapes keep every word a word. Reading is micromark's, which makes HTML of it, and
 * the one reader of HTML does the rest: HTML inside of Markdown is then no case of its own.
 *
 * What Markdown cannot say goes, never a word: empty paragraphs, indents that no list gives, spaces at the ends.
 */
import type { BlockContent, List, ListItem, PhrasingContent, RootContent, Text } from 'mdast'
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
import { type Line, type LineKind, type Run, run, wordsOf } from '../note-text/delta'
import { htmlToLines, isWebAddress, settledMarks } from './html'

const MARKS = ['link', 'bold', 'italic', 'strike', 'underline', 'code'] as const
type MarkName = (typeof MARKS)[number]

const markOf = ({ attributes = {} }: Run, name: MarkName): unknown => {
  const mark = settledMarks(attributes)[name]
  return name === 'link'
    ? typeof mark === 'string' && isWebAddress(mark)
      ? mark
      : undefined
    : mark === true || undefined
}

/** Addresses that readers of Markdown make links of, wherever they stand: written so that none is escaped. */
const BARE_ADDRESS = /(?<![a-z])((?:https?:\/\/|www\.)[^\s<>]*)/i

const withAddresses = ({ value }: Text): readonly PhrasingContent[] =>
  value.split(BARE_ADDRESS).flatMap((part, index): readonly PhrasingContent[] => {
    if (part === '') return []
    const words = { type: 'text', value: part } as const
    if (index % 2 === 0) return [words]
    return [{ type: 'link', url: /^www/i.test(part) ? `http://${part}` : part, children: [words] }]
  })

const leafOf = ({ insert }: Run): PhrasingContent => {
  if (typeof insert === 'string') return { type: 'text', value: insert }
  return insert.hardBreak === true ? { type: 'break' } : { type: 'text', value: ' ' }
}

const wrap = (
  name: MarkName,
  mark: unknown,
  children: readonly PhrasingContent[],
): readonly PhrasingContent[] => {
  const inside = [...children]
  switch (name) {
    case 'link':
      return [{ type: 'link', url: String(mark), children: inside }]
    case 'bold':
      return [{ type: 'strong', children: inside }]
    case 'italic':
      return [{ type: 'emphasis', children: inside }]
    case 'strike':
      return [{ type: 'delete', children: inside }]
    default:
      return [{ type: 'html', value: '<u>' }, ...inside, { type: 'html', value: '</u>' }]
  }
}

/** Spaces and breaks at the ends of marked words stand outside of the marks: `**bold** and`, not `**bold **and`. */
const withoutEnds = (
  runs: readonly Run[],
): readonly [readonly Run[], readonly Run[], readonly Run[]] => {
  const isEmpty = ({ insert }: Run): boolean => typeof insert !== 'string' || insert.trim() === ''
  const from = runs.findIndex((one) => !isEmpty(one))
  if (from < 0) return [runs, [], []]
  const to = runs.findLastIndex((one) => !isEmpty(one)) + 1
  const inside = runs.slice(from, to)
  const cut = (at: number, trim: (words: string) => string): readonly Run[] => {
    const one = inside.at(at)
    if (typeof one?.insert !== 'string') return []
    const words = trim(one.insert)
    inside.splice(at, 1, run(words, one.attributes))
    const space = one.insert.replace(words, '')
    return space === '' ? [] : [run(space)]
  }
  const before = cut(0, (words) => words.trimStart())
  const after = cut(-1, (words) => words.trimEnd())
  return [[...runs.slice(0, from), ...before], inside, [...after, ...runs.slice(to)]]
}

/** The mark that goes on for the longest from a run on, and where it ends. */
const widestFrom = (runs: readonly Run[], from: number, names: readonly MarkName[]) => {
  const [first] = runs.slice(from, from + 1)
  let widest: { readonly name: MarkName; readonly mark: unknown; readonly end: number } | undefined
  for (const name of first === undefined ? [] : names) {
    const mark = first === undefined ? undefined : markOf(first, name)
    if (mark === undefined) continue
    let end = from + 1
    for (let next = runs[end]; next !== undefined && markOf(next, name) === mark; next = runs[end])
      end++
    if (widest === undefined || end > widest.end) widest = { name, mark, end }
  }
  return widest
}

/** Words that only had other marks are one text: what is to be escaped is seen in the whole of it. */
const joined = (nodes: readonly PhrasingContent[]): readonly PhrasingContent[] => {
  const all: PhrasingContent[] = []
  for (const node of nodes) {
    const last = all.at(-1)
    if (node.type === 'text' && last?.type === 'text')
      all[all.length - 1] = { type: 'text', value: last.value + node.value }
    else all.push(node)
  }
  return all
}

const phrasing = (
  runs: readonly Run[],
  names: readonly MarkName[] = MARKS,
  isLinked = false,
): readonly PhrasingContent[] => {
  const said: PhrasingContent[] = []
  let at = 0
  for (let one = runs[at]; one !== undefined; one = runs[at]) {
    const widest = widestFrom(runs, at, names)
    if (widest === undefined) {
      said.push(leafOf(one))
      at++
      continue
    }
    const { name, mark, end } = widest
    const [before, inside, after] = withoutEnds(runs.slice(at, end))
    at = end
    const inner = names.filter((other) => other !== name)
    said.push(...phrasing(before, [], true))
    if (name === 'code' && inside.length > 0)
      said.push({ type: 'inlineCode', value: wordsOf({ runs: inside }) })
    else if (inside.length > 0)
      said.push(...wrap(name, mark, phrasing(inside, inner, isLinked || name === 'link')))
    said.push(...phrasing(after, [], true))
  }
  return joined(said).flatMap((node) =>
    node.type === 'text' && !isLinked ? withAddresses(node) : [node],
  )
}

const wordsIn = ({ runs }: Line): PhrasingContent[] => {
  const [, inside] = withoutEnds(runs)
  return [...phrasing(inside)]
}

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
