/**
 * HTML into the shape of a note, without a browser: parse5 reads a page as browsers do, in a worker that can be ended,
 * and what it makes is counted while it makes it (a few tags can ask for millions of elements). Words and structure
 * come through; nothing is run or loaded, and what a note cannot hold leaves its words behind.
 */
import { type DefaultTreeAdapterMap, type DefaultTreeAdapterTypes, defaultTreeAdapter, parse } from 'parse5'
import { DEEPEST, MOST_ELEMENTS, TooMuch } from './limits'

/** A node of a note, as the editor writes it in JSON. */
export interface NoteNode {
  readonly type?: string | undefined
  readonly text?: string | undefined
  readonly attrs?: Readonly<Record<string, unknown>> | undefined
  readonly marks?: readonly NoteMark[] | undefined
  readonly content?: readonly NoteNode[] | undefined
}
export interface NoteMark {
  readonly type: string
  readonly attrs?: Readonly<Record<string, unknown>> | undefined
}

export interface HtmlPage {
  readonly title: string
  /** Notion's table of properties, by their names in small letters. */
  readonly fields: ReadonlyMap<string, string>
  readonly blocks: readonly NoteNode[]
  readonly pictures: boolean
}

type Node = DefaultTreeAdapterTypes.Node
type Element = DefaultTreeAdapterTypes.Element

const PICTURES = ['img', 'picture', 'svg', 'v:imagedata', 'object', 'video']
const SILENT = new Set([
  ...PICTURES,
  ...['script', 'style', 'head', 'title', 'meta', 'link', 'template', 'iframe', 'audio', 'o:p'],
])
const BLOCKS = new Set(
  'address article aside body caption center dd details div dl dt fieldset figcaption figure footer form header html li main nav output p section summary table tbody tfoot thead tr'.split(
    ' ',
  ),
)
const MARKS: Readonly<Record<string, string>> = {
  b: 'bold',
  strong: 'bold',
  i: 'italic',
  em: 'italic',
  s: 'strike',
  del: 'strike',
  strike: 'strike',
  u: 'underline',
  code: 'code',
}
const HEADING_LEVELS = 3

/** Reads a page, and throws as soon as it becomes more than a note needs. */
const parseWithin = (html: string): DefaultTreeAdapterTypes.Document => {
  const depths = new WeakMap<Node, number>()
  let nodes = 0
  const place = (parent: Node, child: Node): void => {
    const depth = (depths.get(parent) ?? 0) + 1
    if (depth > DEEPEST) throw new TooMuch()
    depths.set(child, depth)
  }
  const made = <T>(node: T): T => {
    if (++nodes > MOST_ELEMENTS) throw new TooMuch()
    return node
  }
  return parse<DefaultTreeAdapterMap>(html, {
    treeAdapter: {
      ...defaultTreeAdapter,
      createElement: (...given) => made(defaultTreeAdapter.createElement(...given)),
      createTextNode: (text) => made(defaultTreeAdapter.createTextNode(text)),
      createCommentNode: (text) => made(defaultTreeAdapter.createCommentNode(text)),
      appendChild: (parent, child) => {
        place(parent, child)
        defaultTreeAdapter.appendChild(parent, child)
      },
      insertBefore: (parent, child, next) => {
        place(parent, child)
        defaultTreeAdapter.insertBefore(parent, child, next)
      },
    },
  })
}

const isElement = (node: Node): node is Element => 'tagName' in node
const childrenOf = (node: Node): readonly Node[] => ('childNodes' in node ? node.childNodes : [])
const attribute = (element: Element, name: string): string =>
  element.attrs.find((one) => one.name === name)?.value ?? ''

function* elementsIn(node: Node): Generator<Element> {
  for (const child of childrenOf(node)) {
    if (isElement(child)) yield child
    yield* elementsIn(child)
  }
}
const firstIn = (node: Node, is: (element: Element) => boolean): Element | undefined => {
  for (const element of elementsIn(node)) if (is(element)) return element
  return undefined
}

const wordsIn = (node: Node): string =>
  'value' in node
    ? node.value
    : isElement(node) && SILENT.has(node.tagName)
      ? ''
      : childrenOf(node).map(wordsIn).join('')

const markOf = (element: Element): NoteMark | undefined => {
  if (element.tagName === 'a') {
    const href = attribute(element, 'href')
    return /^(?:https?|mailto|tel):/i.test(href) ? { type: 'link', attrs: { href } } : undefined
  }
  const type = MARKS[element.tagName]
  return type === undefined ? undefined : { type }
}

/** A line without spaces at its ends and breaks at its end. */
const trimmed = (line: readonly NoteNode[]): readonly NoteNode[] => {
  const kept = [...line]
  for (let last = kept.at(-1); last !== undefined; last = kept.at(-1)) {
    const text = last.text?.replace(/ $/, '') ?? ''
    kept.pop()
    if (text === '') continue
    kept.push({ ...last, text })
    break
  }
  return kept.every(({ text = '' }) => text.trim() === '') ? [] : kept
}

/** Word writes an item of a list as a paragraph with its bullet as text, and says so in the style. */
const isWordItem = (element: Element): boolean =>
  /mso-list:\s*l\d+\s+level\d/.test(attribute(element, 'style'))
const isWordBullet = (element: Element): boolean => /mso-list:\s*Ignore/.test(attribute(element, 'style'))
const NUMBERED = /^\s*(?:\d+|[a-zA-Z])[.)]/

const blocksIn = (parent: Node): readonly NoteNode[] => {
  const blocks: NoteNode[] = []
  let line: NoteNode[] = []
  let wordList: NoteNode[] | undefined
  const endLine = (): void => {
    const content = trimmed(line)
    if (content.length > 0) blocks.push({ type: 'paragraph', content })
    line = []
  }
  const say = (text: string, marks: readonly NoteMark[]): void => {
    const last = line.at(-1)
    const atSpace = last === undefined || last.type === 'hardBreak' || last.text?.endsWith(' ') === true
    const words = text.replace(/[ \t\r\n\f]+/g, ' ')
    const rest = atSpace && words.startsWith(' ') ? words.slice(1) : words
    if (rest !== '') line.push({ type: 'text', text: rest, ...(marks.length === 0 ? {} : { marks }) })
  }
  const visit = (node: Node, marks: readonly NoteMark[]): void => {
    if ('value' in node) return say(node.value, marks)
    if (!isElement(node)) return
    const { tagName } = node
    if (SILENT.has(tagName) || isWordBullet(node)) return
    if (tagName === 'br') {
      line.push({ type: 'hardBreak' })
      return
    }
    if (tagName === 'p' && isWordItem(node)) {
      endLine()
      const bullet = firstIn(node, isWordBullet)
      const ordered = bullet !== undefined && NUMBERED.test(wordsIn(bullet))
      const items = wordList ?? []
      if (wordList === undefined)
        blocks.push({ type: ordered ? 'orderedList' : 'bulletList', content: items })
      items.push(itemOf('listItem', node))
      wordList = items
      return
    }
    const block = blockOf(node)
    if (block !== undefined || BLOCKS.has(tagName)) {
      endLine()
      wordList = undefined
    }
    if (block !== undefined) {
      blocks.push(block)
      return
    }
    if (tagName === 'td' || tagName === 'th') say(' ', marks)
    const mark = markOf(node)
    for (const child of node.childNodes) visit(child, mark === undefined ? marks : [...marks, mark])
    if (BLOCKS.has(tagName)) endLine()
  }
  for (const child of childrenOf(parent)) visit(child, [])
  endLine()
  return blocks
}

const itemOf = (type: 'listItem' | 'taskItem', node: Node): NoteNode => {
  const blocks = blocksIn(node)
  return {
    type,
    ...(type === 'taskItem' && isElement(node)
      ? { attrs: { checked: attribute(node, 'data-checked') === 'true' } }
      : {}),
    content: blocks[0]?.type === 'paragraph' ? blocks : [{ type: 'paragraph' }, ...blocks],
  }
}

const listOf = (list: Element): NoteNode | undefined => {
  const tasks = attribute(list, 'data-type') === 'taskList'
  const items: NoteNode[] = []
  for (const child of list.childNodes) {
    if (!isElement(child) || SILENT.has(child.tagName)) continue
    const previous = items.at(-1)
    // A list inside of a list, where it belongs inside of the item before.
    if ((child.tagName === 'ul' || child.tagName === 'ol') && previous !== undefined) {
      const inner = listOf(child)
      if (inner !== undefined)
        items[items.length - 1] = { ...previous, content: [...(previous.content ?? []), inner] }
    } else items.push(itemOf(tasks ? 'taskItem' : 'listItem', child))
  }
  return items.length === 0
    ? undefined
    : { type: tasks ? 'taskList' : list.tagName === 'ol' ? 'orderedList' : 'bulletList', content: items }
}

/** The paragraphs' words in one line. */
const lineOf = (node: Node): readonly NoteNode[] =>
  trimmed(
    blocksIn(node).flatMap(({ type, content = [] }, index) =>
      type === 'paragraph' ? [...(index === 0 ? [] : [{ type: 'text', text: ' ' }]), ...content] : [],
    ),
  )

/** What has a shape of its own in a note; undefined for what only has words. */
const blockOf = (element: Element): NoteNode | undefined => {
  const { tagName } = element
  const [, level] = /^h([1-6])$/.exec(tagName) ?? []
  if (level !== undefined) {
    const content = lineOf(element)
    return content.length === 0
      ? undefined
      : { type: 'heading', attrs: { level: Math.min(Number(level), HEADING_LEVELS) }, content }
  }
  if (tagName === 'ul' || tagName === 'ol') return listOf(element)
  if (tagName === 'hr') return { type: 'horizontalRule' }
  if (tagName === 'pre') {
    const text = wordsIn(element)
    return text === '' ? undefined : { type: 'codeBlock', content: [{ type: 'text', text }] }
  }
  if (tagName === 'blockquote') {
    const content = blocksIn(element)
    return content.length === 0 ? undefined : { type: 'blockquote', content }
  }
  return undefined
}

/** The blocks of a piece of HTML: of a page, or of what stands inside of Markdown. */
export const htmlToBlocks = (html: string): readonly NoteNode[] => blocksIn(parseWithin(html))

const oneLine = (node: Node | undefined): string => (node === undefined ? '' : wordsIn(node).trim())

/** Reads a page that a program has written: its title, its properties and its text. */
export const readHtmlPage = (html: string): HtmlPage => {
  const page = parseWithin(html)
  const pictures = firstIn(page, ({ tagName }) => PICTURES.includes(tagName)) !== undefined
  const heading = firstIn(
    page,
    (element) => element.tagName === 'h1' || attribute(element, 'class').split(/\s+/).includes('page-title'),
  )
  const title = oneLine(heading)
  if (heading !== undefined) defaultTreeAdapter.detachNode(heading)
  const properties = firstIn(
    page,
    (element) =>
      element.tagName === 'table' && attribute(element, 'class').split(/\s+/).includes('properties'),
  )
  const fields = new Map<string, string>()
  if (properties !== undefined) {
    defaultTreeAdapter.detachNode(properties)
    for (const row of elementsIn(properties))
      if (row.tagName === 'tr')
        fields.set(
          oneLine(firstIn(row, ({ tagName }) => tagName === 'th')).toLowerCase(),
          oneLine(firstIn(row, ({ tagName }) => tagName === 'td')),
        )
  }
  return { title, fields, blocks: blocksIn(page), pictures }
}
