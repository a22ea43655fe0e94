/**
 * A line's words with their marks as Markdown has them, one inside of the other; bare addresses are written so that
 * none is escaped.
 */
import type { PhrasingContent, Text } from 'mdast'
import { type Line, type Run, run, wordsOf } from '../note-text/delta'
import { isWebAddress, settledMarks } from './html-words'

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

/** The words of a line, without what stands at its ends. */
export const wordsIn = ({ runs }: Line): PhrasingContent[] => {
  const [, inside] = withoutEnds(runs)
  return [...phrasing(inside)]
}
