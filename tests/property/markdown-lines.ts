/** Lines that Markdown can say, drawn at random, and what of any lines it can. */
import * as fc from 'fast-check'
import {
  HARD_BREAK,
  LINE_KINDS,
  type Line,
  type Marks,
  type Run,
  run,
  wordsOf,
} from '../../shared/note-text/delta'

const isItem = ({ kind }: Line): boolean =>
  kind === 'bullet' || kind === 'number' || kind === 'task'
const isHeading = ({ kind }: Line): boolean => kind.startsWith('heading')
const isEmpty = ({ runs }: Line): boolean => runs.length === 0

/**
 * Those of the lines that Markdown can say behind the ones before them:
 * - an item is indented at most once more than the item it is in, and what else is indented stands in an item, but for
 *   a quote inside of a quote;
 * - only bullets, numbers, rules and lines of code may be without words: the next paragraph would be theirs;
 * - a heading is on one line; only a task is ticked; code has no marks.
 */
export const sayable = (lines: readonly Line[]): readonly Line[] => {
  const kept: Line[] = []
  let room = 0
  for (const line of lines) {
    const before = kept.at(-1)
    const { kind, depth } = line
    if (depth > (kind === 'quote' ? room + 1 : room)) continue
    if (isEmpty(line) && !['bullet', 'number', 'rule', 'code'].includes(kind)) continue
    if (before !== undefined && isEmpty(before)) {
      if (isItem(before) && depth === before.depth + 1 && (kind === 'paragraph' || isHeading(line)))
        continue
      if (before.kind === 'rule' && depth === before.depth && kind === 'paragraph') continue
    }
    if (
      kind === 'code' &&
      wordsOf(line).trim() === '' &&
      (before?.kind !== 'code' || before.depth !== depth)
    )
      continue
    if (isHeading(line) && line.runs.some(({ insert }) => typeof insert !== 'string')) continue
    if (line.checked && kind !== 'task') continue
    if (
      kind === 'code' &&
      line.runs.some(({ attributes, insert }) => attributes || typeof insert !== 'string')
    )
      continue
    kept.push(line)
    room = isItem(line) ? depth + 1 : Math.min(depth, room)
  }
  return kept
}

export const PIECES = [
  'a',
  'Bé',
  '日本',
  '7',
  '1.',
  '2)',
  '*',
  '_',
  '**',
  '#',
  '[',
  ']',
  '<',
  '>',
  '&',
  '&amp;',
  '|',
  '~',
  '~~',
  '`',
  '``',
  '-',
  '+',
  '!',
  '\\',
  '=',
  ':',
  '<b>',
  '[x]',
  '(b)',
  '---',
  '🙂',
]
const token = fc
  .array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 4 })
  .map((all) => all.join(''))
const phrase = fc.array(token, { minLength: 1, maxLength: 3 }).map((all) => all.join(' '))
/** Struck words begin and end in a letter: two tildes right before a sign are tildes. */
const letters = phrase.map((words) => `x${words}y`)

export const ALONE = ['bold', 'italic', 'strike', 'underline'] as const
const marks: fc.Arbitrary<Marks> = fc.oneof(
  { weight: 3, arbitrary: fc.constant({}) },
  fc.constant({ code: true }),
  fc
    .tuple(
      fc.subarray([...ALONE]),
      fc.option(fc.constantFrom('https://a.edu/b?c=d&e', 'mailto:a@b.edu'), { nil: undefined }),
    )
    .map(([names, link]) => ({
      ...Object.fromEntries(names.map((name) => [name, true])),
      ...(link === undefined ? {} : { link }),
    })),
)

const equal = (a: Marks = {}, b: Marks = {}): boolean =>
  Object.keys(a).length === Object.keys(b).length &&
  Object.entries(a).every(([name, value]) => b[name] === value)

const joined = (all: readonly Run[]): readonly Run[] => {
  const runs: Run[] = []
  for (const { insert, attributes } of all) {
    const last = runs.at(-1)
    if (
      typeof insert === 'string' &&
      typeof last?.insert === 'string' &&
      equal(last.attributes, attributes)
    )
      runs[runs.length - 1] = run(last.insert + insert, attributes)
    else if (insert !== '') runs.push(run(insert, attributes))
  }
  return runs
}

/** Markdown has no marks on the spaces at their ends. */
export const withPlainEnds = (line: Line): Line => ({
  ...line,
  runs: joined(
    line.runs.flatMap(({ insert, attributes }) => {
      if (typeof insert !== 'string') return [run(insert)]
      const words = insert.trim()
      const [before = '', after = ''] = words === '' ? [insert] : insert.split(words)
      return [run(before), run(words, attributes), run(after)]
    }),
  ),
})

/** Runs with a space or a break between them. */
const sayableRuns: fc.Arbitrary<readonly Run[]> = fc
  .array(
    fc.record({
      plain: phrase,
      safe: letters,
      marks,
      between: fc.constantFrom(' ', ' ', '', 'break'),
    }),
    {
      maxLength: 4,
    },
  )
  .map((parts) =>
    joined(
      parts.flatMap(({ plain, safe, marks: own, between }, index) => [
        ...(index === 0
          ? []
          : between === 'break'
            ? [run(HARD_BREAK)]
            : [run(between, parts[index - 1]?.marks)]),
        run(Object.keys(own).length === 0 ? plain : safe, own),
      ]),
    ),
  )

export const sayableLine = fc.record({
  kind: fc.constantFrom(...LINE_KINDS),
  depth: fc.nat(3),
  checked: fc.boolean(),
  runs: sayableRuns,
  code: fc.constantFrom('', '  ', 'a', '  b ', '```', '~~~', '    c', '> d', '\\'),
})
