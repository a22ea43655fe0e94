/** Lines as Markdown and back: what Markdown can say comes back as it was, and of anything else no word is lost. */
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { linesToMarkdown, markdownToLines } from '../../shared/formats/markdown'
import {
  HARD_BREAK,
  LINE_KINDS,
  type Line,
  type Marks,
  MOST_DEPTH,
  plainLine,
  plainText,
  type Run,
  run,
  wordsOf,
} from '../../shared/note-text/delta'

const RUNS = Number(process.env.HISTORIES ?? 300)

const again = (lines: readonly Line[]): readonly Line[] => markdownToLines(linesToMarkdown(lines))

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
const sayable = (lines: readonly Line[]): readonly Line[] => {
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

const PIECES = [
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

const ALONE = ['bold', 'italic', 'strike', 'underline'] as const
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
const withPlainEnds = (line: Line): Line => ({
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

const sayableLine = fc.record({
  kind: fc.constantFrom(...LINE_KINDS),
  depth: fc.nat(3),
  checked: fc.boolean(),
  runs: sayableRuns,
  code: fc.constantFrom('', '  ', 'a', '  b ', '```', '~~~', '    c', '> d', '\\'),
})

test('what Markdown can say comes back as it was', () => {
  fc.assert(
    fc.property(fc.array(sayableLine, { maxLength: 12 }), (all) => {
      const lines = sayable(
        all.map(({ code, ...line }) => ({
          ...line,
          checked: line.checked && line.kind === 'task',
          runs: line.kind !== 'code' ? line.runs : code === '' ? [] : [run(code)],
        })),
      )
      expect(again(lines).map(withPlainEnds), linesToMarkdown(lines)).toEqual(
        lines.map(withPlainEnds),
      )
    }),
    { numRuns: RUNS },
  )
})

const anyWords = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ...PIECES,
        ' ',
        '  ',
        '\t',
        '\u00a0',
        'https://',
        'www.',
        'a@b.c',
        '.',
        '/',
        '{',
        '$',
        '^',
        '"',
        "'",
        '@',
      ),
      fc.string({ unit: 'grapheme', maxLength: 4 }),
      fc.string({ unit: 'binary', maxLength: 2 }),
    ),
    { minLength: 1, maxLength: 8 },
  )
  .map((all) => all.join('').replace(/[\r\n]/g, ''))

const anyRun: fc.Arbitrary<Run> = fc
  .tuple(
    fc.oneof(
      { weight: 8, arbitrary: anyWords.filter((words) => words !== '') },
      fc.constant(HARD_BREAK),
      fc.constant({ later: 1 }),
    ),
    fc.dictionary(fc.constantFrom(...ALONE, 'code', 'later'), fc.constant(true)),
    fc.constantFrom(
      {},
      {},
      { link: 'https://a.edu/(b)<c>' },
      { link: 'javascript:alert(1)' },
      { link: 'confidant:goals/x' },
    ),
  )
  .map(([insert, named, link]) => run(insert, { ...named, ...link }))

const anyLine: fc.Arbitrary<Line> = fc.record({
  kind: fc.constantFrom(...LINE_KINDS),
  depth: fc.nat(MOST_DEPTH),
  checked: fc.boolean(),
  runs: fc.array(anyRun, { maxLength: 4 }),
})

const lettersOf = (lines: readonly Line[]): string =>
  (plainText(lines).match(/[\p{L}\p{N}]/gu) ?? []).join('')

test('what these runs once found is kept', () => {
  const kept: readonly (readonly Line[])[] = [
    [{ ...plainLine(''), runs: [run('a'), run(HARD_BREAK), run('-:')] }],
    [
      {
        ...plainLine(''),
        runs: [run('a '), run('b', { bold: true }), run('c', { bold: true, italic: true })],
      },
    ],
    [
      plainLine('a', { kind: 'bullet' }),
      plainLine('', { kind: 'bullet', depth: 1 }),
      plainLine('', { kind: 'number', depth: 2 }),
    ],
    [
      plainLine('a', { kind: 'bullet' }),
      plainLine('b', { kind: 'quote', depth: 1 }),
      plainLine('c', { depth: 1 }),
    ],
  ]
  for (const lines of kept) expect(again(lines)).toEqual(lines)
  for (const words of ['www.<b>', 'https://a.edu/a_b*c', 'https://<i>'])
    expect(plainText(again([plainLine(words)]))).toBe(words)
  // Marks of later versions part words that are one text.
  for (const words of ['1. a', '\\\\&amp;', '# a', '**a**'])
    expect(
      again([
        {
          ...plainLine(''),
          runs: [...words].map((one, at) => run(one, at % 2 ? { later: true } : {})),
        },
      ]),
    ).toEqual([plainLine(words)])
  expect(
    plainText(again([{ ...plainLine(''), runs: [run('www', { later: true }), run('.<b>')] }])),
  ).toBe('www.<b>')
})

test('no letter of any lines is lost, and none is there that was not', () => {
  fc.assert(
    fc.property(fc.array(anyLine, { maxLength: 8 }), (lines) => {
      const back = again(lines)
      expect(lettersOf(back), linesToMarkdown(lines)).toBe(lettersOf(lines))
    }),
    { numRuns: RUNS },
  )
})
