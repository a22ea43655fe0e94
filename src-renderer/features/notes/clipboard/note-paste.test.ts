// @vitest-environment jsdom
/** What goes into a note from the clipboard, and out of it. */
import '../../../../tests/steps/window'
import { Editor } from '@tiptap/core'
import type { Slice } from '@tiptap/pm/model'
import { afterEach, expect, test, vi } from 'vitest'
import { read, write } from '../../../../tests/steps/written-lines'
import { offerNote } from '../../../ui/undo'
import { noteExtensions } from '../lines/note-schema'
import { NotePaste } from './note-paste'

vi.mock('../../../ui/undo', () => ({ offerNote: vi.fn() }))

let editor: Editor | undefined
afterEach(() => {
  editor?.destroy()
  vi.mocked(offerNote).mockClear()
})

/** A note with these lines, as in tests/steps/written-lines.ts. */
const open = (...lines: readonly string[]) => {
  const { doc, selection } = read(lines)
  editor?.destroy()
  const opened = new Editor({ extensions: [...noteExtensions, NotePaste], content: doc.toJSON() })
  editor = opened
  opened.commands.setTextSelection({ from: selection.anchor, to: selection.head })
  const { view } = opened
  const event = (text: string): ClipboardEvent =>
    Object.assign(new Event('paste'), {
      clipboardData: { getData: () => text, files: [] },
    }) as never
  return {
    text: (text: string) => {
      view.pasteText(text, event(text))
      return write(opened.state)
    },
    html: (html: string, text = 'words') => {
      view.pasteHTML(html, event(text))
      return write(opened.state)
    },
    copied: (slice: Slice = opened.state.selection.content()) => {
      const { dom, text } = view.serializeForClipboard(slice)
      return { html: dom.innerHTML, text }
    },
    selectAll: () => opened.commands.selectAll(),
    erase: () => {
      view.someProp('handleKeyDown', (press) =>
        press(view, new KeyboardEvent('keydown', { key: 'Backspace' })),
      )
      opened.state.doc.check()
      return write(opened.state)
    },
    marks: () => JSON.stringify(opened.getJSON()),
  }
}

test('text comes a line a line, with its empty ones, whatever the line breaks are', () => {
  expect(open('p a|z').text('b\r\n\nc\n')).toEqual(['p ab', 'p', 'p c|z'])
  expect(open('h1 a|').text('b\rc')).toEqual(['h1 ab', 'p c|'])
})

test('text goes on with a list, a quote or code, and a new task is not ticked', () => {
  expect(open('b1 a|').text('b\nc')).toEqual(['b1 ab', 'b1 c|'])
  expect(open('x a|').text('b\nc')).toEqual(['x ab', 't c|'])
  expect(open('c |').text('b\nc')).toEqual(['c b', 'c c|'])
})

test('words without a line break go into the line that is there', () => {
  expect(open('h1 |old|').text('new')).toEqual(['h1 new|'])
  expect(open('t a|c').html('<p>b</p>')).toEqual(['t ab|c'])
  expect(open('t a|c').html('<ul><li>b</li></ul>')).toEqual(['t ab|c'])
})

test('an address over selected words makes them a link', () => {
  const note = open('p a |poster|')
  expect(note.text('https://example.org/poster')).toEqual(['p a |poster|'])
  expect(note.marks()).toContain('"href":"https://example.org/poster"')
})

test('what is pasted over everything is all there is then', () => {
  const note = open('h1 |a', 'b b')
  note.selectAll()
  expect(note.text('c\nd')).toEqual(['p c', 'p d|'])
})

test('a page of another program is its lines, with their marks', () => {
  const note = open('p |')
  expect(note.html('<h2>Plan</h2><ul><li>a <b>b</b><ul><li>c</li></ul></li></ul><p>d</p>')).toEqual(
    ['h2 Plan', 'b a b', 'b1 c', 'p d|'],
  )
  expect(note.marks()).toContain('bold')
  expect(offerNote).not.toHaveBeenCalled()
})

test('a picture in a page is refused, once, and the words are taken', () => {
  expect(open('p |').html('<p>a</p><img src="https://tracker.example/pixel.png"><p>b</p>')).toEqual(
    ['p a', 'p b|'],
  )
  expect(offerNote).toHaveBeenCalledOnce()
})

test('in code a page is its text', () => {
  expect(open('c a|').html('<p><b>x</b></p><p>y</p>', 'x\ny')).toEqual(['c ax', 'c y|'])
})

test('a page with more in it than a note needs is its text', () => {
  expect(open('p a|').html('<i>'.repeat(200_000), 'b')).toEqual(['p ab|'])
})

test('what was copied is what is pasted: kinds, depths, ticks, marks and spaces', () => {
  const lines = ['h2 a', 'b b', 'b1 c  c', 'n1 d', 'x e', 't1 f', 'q g', 'c h', 'r i', 'p j']
  const { html } = open(...lines.with(0, 'h2 |a').with(9, 'p j|')).copied()
  expect(open('p |').html(html)).toEqual(lines.with(9, 'p j|'))
})

test('an own line of a kind that is none is a paragraph, and no deeper than can be', () => {
  expect(
    open('p |').html(
      '<p data-line="bullet" data-depth="99">a</p><p data-line="evil" data-depth="x">b</p>',
    ),
  ).toEqual(['b8 a', 'p b|'])
})

test('other programs get lists inside of lists, and a sign before each task', () => {
  const { html } = open('b |a', 'b1 b', 'n1 c', 'b d', 'x e|').copied()
  expect(html.replace(/ data-[\w-]+(="[^"]*")?/g, '')).toBe(
    '<ul><li>a</li><ul><li>b</li></ul><ol><li>c</li></ol><li>d</li><li><span>☑ </span>e</li></ul>',
  )
})

test('as text, lines of lists have their signs; words from the middle of a line are these words', () => {
  expect(open('h2 |Plan', 'b a', 'n1 b', 'n1 c', 'x d', 't e', 'q f|').copied().text).toBe(
    'Plan\n- a\n  1. b\n  2. c\n[x] d\n[ ] e\nf',
  )
  expect(open('b a|b|c').copied().text).toBe('b')
  expect(open('b a|b', 'n c|d').copied().text).toBe('b\n1. c')
})

test('what is erased whole leaves one empty paragraph', () => {
  const note = open('h1 |a', 'b b')
  note.selectAll()
  expect(note.erase()).toEqual(['p |'])
})
