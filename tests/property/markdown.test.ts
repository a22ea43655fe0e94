/** Lines as Markdown and back: what Markdown can say comes back as it was, and of anything else no word is lost. */
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { linesToMarkdown, markdownToLines } from '../../shared/formats/markdown'
import {
  HARD_BREAK,
  LINE_KINDS,
  type Line,
  MOST_DEPTH,
  plainLine,
  plainText,
  type Run,
  run,
} from '../../shared/note-text/delta'
import { ALONE, PIECES, sayable, sayableLine, withPlainEnds } from './markdown-lines'

const RUNS = Number(process.env.HISTORIES ?? 300)

const again = (lines: readonly Line[]): readonly Line[] => markdownToLines(linesToMarkdown(lines))

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
