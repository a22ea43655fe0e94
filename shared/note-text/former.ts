/**
 * The forms that a note's text had up to version 0.2.0, read as lines: elements inside of elements, as the editor of
 * those versions kept them (Y.XmlFragment), and the same as JSON in its exports and hand-overs. Nothing writes them.
 */
import * as v from 'valibot'
import * as Y from 'yjs'
import { DEEPEST } from '../base/limits'
import {
  HARD_BREAK,
  type Line,
  type LineAttributes,
  type LineKind,
  type Marks,
  MOST_DEPTH,
  PLAIN_LINE,
  type Run,
  run,
} from './delta'

/** An element with attributes, or runs of words with their marks. */
export type FormerNode =
  | { readonly runs: readonly { readonly insert: string; readonly attributes?: Marks }[] }
  | {
      readonly name: string
      readonly attributes: Readonly<Record<string, unknown>>
      readonly children: readonly FormerNode[]
    }

const plain = v.record(v.string(), v.unknown())
const FormerNodeSchema: v.GenericSchema<unknown, FormerNode> = v.union([
  v.object({ runs: v.array(v.object({ insert: v.string(), attributes: v.exactOptional(plain) })) }),
  v.object({
    name: v.string(),
    attributes: plain,
    children: v.lazy(() => v.array(FormerNodeSchema)),
  }),
]) as v.GenericSchema<unknown, FormerNode>

const isShallow = (nodes: readonly FormerNode[], depth = 0): boolean =>
  depth <= DEEPEST && nodes.every((node) => 'runs' in node || isShallow(node.children, depth + 1))

export const FormerTextSchema = v.pipe(
  v.array(FormerNodeSchema),
  v.check((nodes) => isShallow(nodes)),
)

const runsOf = (text: Y.XmlText): FormerNode => ({ runs: text.toDelta() as { insert: string }[] })

/** Deeper than anybody writes: the words alone. */
const wordsBelow = (element: Y.XmlElement): readonly FormerNode[] => {
  const found: FormerNode[] = []
  const left: unknown[] = [element]
  while (left.length > 0) {
    const node = left.pop()
    if (node instanceof Y.XmlText) found.push(runsOf(node))
    else if (node instanceof Y.XmlElement) left.push(...node.toArray().reverse())
  }
  return found
}

export const fragmentToNodes = (fragment: Y.XmlFragment, depth = 0): readonly FormerNode[] =>
  fragment.toArray().flatMap((node): readonly FormerNode[] => {
    if (node instanceof Y.XmlText) return [runsOf(node)]
    if (!(node instanceof Y.XmlElement)) return []
    const children = depth < DEEPEST ? fragmentToNodes(node, depth + 1) : wordsBelow(node)
    return [{ name: node.nodeName, attributes: node.getAttributes(), children }]
  })

const LISTS: Readonly<Record<string, LineKind>> = {
  bulletList: 'bullet',
  orderedList: 'number',
  taskList: 'task',
}
const HEADINGS: readonly LineKind[] = ['heading1', 'heading2', 'heading3']

/** Bold was `{}`, and a link all that the editor knew of it. */
const markValue = (value: unknown): unknown => {
  if (typeof value !== 'object' || value === null) return value
  return 'href' in value ? value.href : true
}
const marksOf = (attributes: Marks = {}): Marks =>
  Object.fromEntries(Object.entries(attributes).map(([name, value]) => [name, markValue(value)]))

/** The lines of a text in a former form. Whatever it held, its words are in them. */
export const formerLines = (nodes: readonly FormerNode[]): readonly Line[] => {
  const lines: Line[] = []
  const add = (attributes: LineAttributes, runs: readonly Run[]): void =>
    void lines.push({ ...attributes, runs })

  /** `line`: what the next line of words is, once; `behind`: what the ones after it are. */
  const visit = (
    children: readonly FormerNode[],
    line: LineAttributes,
    behind: LineAttributes,
  ): void => {
    let next = line
    let runs: Run[] | undefined
    const end = (): void => {
      if (runs === undefined) return
      add(next, runs)
      next = behind
      runs = undefined
    }
    const say = (run: Run): void => {
      runs ??= []
      runs.push(run)
    }
    for (const node of children) {
      if ('runs' in node) {
        for (const { insert, attributes } of node.runs) say(run(insert, marksOf(attributes)))
        continue
      }
      if (node.name === 'hardBreak') {
        say(run(HARD_BREAK))
        continue
      }
      end()
      block(node, next)
      next = behind
    }
    end()
  }

  const block = (node: Extract<FormerNode, { name: string }>, line: LineAttributes): void => {
    const { name, attributes, children } = node
    const list = LISTS[name]
    const inner = { ...line, depth: Math.min(line.depth + 1, MOST_DEPTH) }
    if (list !== undefined) {
      // A list stands where its first line would; in an item, one further in.
      for (const item of children) {
        if ('runs' in item) visit([item], line, line)
        else {
          const own = { kind: list, depth: line.depth, checked: isTicked(item.attributes.checked) }
          visit(item.children.length === 0 ? [{ runs: [] }] : item.children, own, {
            ...PLAIN_LINE,
            depth: inner.depth,
          })
        }
      }
    } else if (name === 'heading') {
      const level = Number(attributes.level ?? 2)
      add(
        { ...PLAIN_LINE, kind: HEADINGS[Math.min(Math.max(level, 1), 3) - 1] ?? 'heading2' },
        runsIn(children),
      )
    } else if (name === 'horizontalRule') add({ ...PLAIN_LINE, kind: 'rule' }, [])
    else if (name === 'blockquote') {
      const quote = { ...line, kind: line.kind === 'paragraph' ? ('quote' as const) : line.kind }
      visit(children, quote, quote)
    } else if (name === 'codeBlock') {
      for (const text of runsIn(children)
        .map(({ insert }) => (typeof insert === 'string' ? insert : ' '))
        .join('')
        .split('\n'))
        add({ ...PLAIN_LINE, kind: 'code' }, text === '' ? [] : [run(text)])
    } else if (children.some((child) => !('runs' in child) && child.name !== 'hardBreak'))
      visit(children, line, line)
    else add(line, runsIn(children))
  }
  const runsIn = (children: readonly FormerNode[]): readonly Run[] =>
    children.flatMap((child): readonly Run[] =>
      'runs' in child
        ? child.runs.map(({ insert, attributes }) => run(insert, marksOf(attributes)))
        : child.name === 'hardBreak'
          ? [run(HARD_BREAK)]
          : runsIn(child.children),
    )

  visit(nodes, PLAIN_LINE, PLAIN_LINE)
  return lines.length === 0 ? [{ ...PLAIN_LINE, runs: [] }] : lines
}
const isTicked = (checked: unknown): boolean => checked === true || checked === 'true'
