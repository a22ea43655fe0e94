/** What is done to lines, each on a bare editor state. */

import { Slice } from '@tiptap/pm/model'
import { describe, expect, test } from 'vitest'
import { become, refuses, tried } from '../../../../tests/steps/tried-lines'
import { read } from '../../../../tests/steps/written-lines'
import {
  indent,
  insertLines,
  joinBack,
  joinForward,
  outdent,
  pasteLines,
  setKind,
  splitLine,
  startAs,
  toggleChecked,
} from './line-commands'

describe('a kind', () => {
  test('is given to all selected lines by their attributes alone, and taken where all have it', () => {
    const given = tried(['b a|', 'p b', 'p c|'], setKind('bullet'))
    expect(given).toMatchObject({ lines: ['b a|', 'b b', 'b c|'], steps: ['kind', 'kind'] })
    expect(become(given.lines, setKind('bullet'))).toEqual(['p a|', 'p b', 'p c|'])
  })
  test('of a heading takes the indent away; that a task was ticked is kept', () => {
    expect(become(['b a', 'b1 b|'], setKind('heading2'))).toEqual(['b a', 'h2 b|'])
    expect(tried(['x a|'], setKind('bullet'))).toMatchObject({ lines: ['b a|'], steps: ['kind'] })
  })
  test('paragraph does nothing to paragraphs', () => refuses(['p a|'], setKind('paragraph')))
})

describe('indenting', () => {
  test('takes the deeper lines under a line along, one deeper than the line above at most', () => {
    const once = tried(['b a', 'b b|', 'b1 c', 'b d'], indent)
    expect(once).toMatchObject({
      lines: ['b a', 'b1 b|', 'b2 c', 'b d'],
      steps: ['depth', 'depth'],
    })
    refuses(once.lines, indent)
  })
  test('is refused to the first line, to headings, and where a line would be too deep', () => {
    refuses(['b a|', 'b b'], indent)
    refuses(['p a', 'h1 b|'], indent)
    refuses(['b7 a', 'b7 b|', 'b8 c'], indent)
  })
  test('back takes the deeper lines along, and leaves lines alone that are all the way out', () => {
    expect(become(['b a', 'b1 b|', 'b2 c', 'b1 d'], outdent)).toEqual([
      'b a',
      'b b|',
      'b1 c',
      'b1 d',
    ])
    expect(become(['b a|', 'b1 b|', 'b2 c'], outdent)).toEqual(['b a|', 'b b|', 'b1 c'])
    refuses(['b a|', 'b1 b'], outdent)
  })
})

describe('Enter', () => {
  test.each([
    ['goes on with a list, at its depth', ['b a', 'b1 bc|d'], ['b a', 'b1 bc', 'b1 |d']],
    ['follows a task with one that is not ticked', ['x a|'], ['x a', 't |']],
    ['leaves a tick with the words before the caret', ['x a|b'], ['x a', 't |b']],
    ['follows a heading with a paragraph', ['h2 a|'], ['h2 a', 'p |']],
    ['makes two headings of one in its middle', ['h2 a|b'], ['h2 a', 'h2 |b']],
    ['follows a line across the page with a paragraph', ['r|'], ['r', 'p |']],
    ['goes on under a line across the page', ['r a|b'], ['r a', 'p |b']],
    ['makes room above a heading', ['h1 |a'], ['p', 'h1 |a']],
    ['makes room above a ticked task, which stays ticked', ['x1 |a'], ['t1', 'x1 |a']],
    ['in an empty indented line goes out one', ['b a', 'b1 |', 'b2 c'], ['b a', 'b |', 'b1 c']],
    ['in an empty line of a list ends the list', ['b a', 'b |'], ['b a', 'p |']],
    ['goes on with a quote, and ends it on an empty line', ['q a', 'q |'], ['q a', 'p |']],
    ['in code leaves an empty line', ['c a', 'c |'], ['c a', 'c', 'c |']],
    ['in code leaves it on a second empty line', ['c a', 'c', 'c |'], ['c a', 'c', 'p |']],
    ['stays in code above other code', ['c', 'c |', 'c b'], ['c', 'c', 'c |', 'c b']],
    ['replaces what is selected', ['b a|b', 'h1 c|d'], ['b a', 'b |d']],
    ['replaces a whole line and keeps what it was', ['b a', 'b |b|'], ['b a', 'b', 'b |']],
  ])('%s', (_name, before, then) => {
    expect(become(before, splitLine)).toEqual(then)
  })
  test('moves no word: a break comes, or an attribute changes', () => {
    for (const line of ['p a|b', 'h1 |a', 'b a|'])
      expect(tried([line], splitLine).steps).toEqual(['-0 +0'])
    expect(tried(['b |'], splitLine).steps).toEqual(['kind'])
  })
})

describe('Backspace at the start of a line', () => {
  test.each([
    ['makes a paragraph of it first', ['p a', 'b1 |b'], ['p a', 'p1 |b']],
    ['takes it out next', ['b a', 'p1 |b', 'p2 c'], ['b a', 'p |b', 'p1 c']],
    ['joins it with the line above last, which stays what it is', ['b a', 'p |b'], ['b a|b']],
    ['joins lines of one quote', ['q a', 'q |b'], ['q a|b']],
    ['joins lines of code', ['c1 a', 'c1 |b'], ['c1 a|b']],
    ['ends a quote at its first line', ['p a', 'q |b'], ['p a', 'p |b']],
  ])('%s', (_name, before, then) => {
    expect(become(before, joinBack)).toEqual(then)
  })
  test('takes out one break, and no word', () =>
    expect(tried(['p a', 'p |b'], joinBack).steps).toEqual(['-2 +0']))
  test('is left to the browser elsewhere', () => {
    refuses(['p |a'], joinBack)
    refuses(['p a', 'p b|'], joinBack)
    refuses(['b a', 'b |b|'], joinBack)
  })
})

describe('Delete at the end of a line', () => {
  test.each([
    ['takes the next line’s words into this one', ['b a|', 'h1 b'], ['b a|b']],
    ['of an empty paragraph leaves the next line what it is', ['p |', 'h1 b'], ['h1 |b']],
    ['of an empty point takes the words into it', ['b |', 'p b'], ['b |b']],
  ])('%s', (_name, before, then) => {
    const result = tried(before, joinForward)
    expect(result.lines).toEqual(then)
    expect(result.steps).toEqual(['-2 +0'])
  })
  test('is left to the browser elsewhere', () => {
    refuses(['p a|'], joinForward)
    refuses(['p |a', 'p b'], joinForward)
  })
})

describe('ticking off', () => {
  test('turns all selected tasks, and is refused where there are none', () => {
    expect(become(['t |a', 'b b', 'x c|'], toggleChecked())).toEqual(['x |a', 'b b', 'x c|'])
    expect(become(['x |a', 'x c|'], toggleChecked())).toEqual(['t |a', 't c|'])
    refuses(['b a|'], toggleChecked())
  })
  test('at a position leaves the caret where it is', () =>
    expect(tried(['p a|', 't b'], toggleChecked(3))).toMatchObject({
      lines: ['p a|', 'x b'],
      steps: ['checked'],
    }))
})

describe('what is typed at the start of a line', () => {
  const typed = { from: 1, to: 3 }
  test('goes, and the line becomes what it stands for', () => {
    expect(become(['p - |a'], startAs('bullet', typed))).toEqual(['b |a'])
    expect(become(['p xx|a'], startAs('task', typed, true))).toEqual(['x |a'])
    expect(become(['q1 # |a'], startAs('heading1', typed))).toEqual(['h1 |a'])
  })
  test('makes a point of a list another list’s point and nothing else; in code it is code', () => {
    expect(become(['b xx|a'], startAs('task', typed))).toEqual(['t |a'])
    refuses(['b # |a'], startAs('heading1', typed))
    refuses(['c - |a'], startAs('bullet', typed))
    refuses(['b - |a'], startAs('bullet', typed))
  })
})

describe('putting lines in', () => {
  const slice = (...lines: readonly string[]) => new Slice(read(lines).doc.content, 1, 1)
  test.each([
    ['words without a break go into the line as it is', ['h1 a|c'], ['b b'], ['h1 ab|c']],
    ['more lines go into the line and after it', ['b a|d'], ['n b', 'n c'], ['b ab', 'n c|d']],
    ['an empty paragraph becomes what the first is', ['p |'], ['n b', 't c'], ['n b', 't c|']],
    ['an empty heading stays one', ['h1 |'], ['n b', 't c'], ['h1 b', 't c|']],
    ['what is selected goes', ['p a|b', 'h1 c|d'], ['p x', 'p y'], ['p ax', 'p y|d']],
  ])('%s', (_name, before, put, then) => {
    expect(become(before, pasteLines(slice(...put)))).toEqual(then)
  })
  test('a template comes after the caret’s line, or in the place of an empty one', () => {
    const { content } = read(['h3 x', 'p y']).doc
    expect(become(['p a|b', 'p c'], insertLines(content))).toEqual(['p ab', 'h3 x', 'p y|', 'p c'])
    expect(become(['b |', 'p c'], insertLines(content))).toEqual(['h3 x', 'p y|', 'p c'])
  })
})
