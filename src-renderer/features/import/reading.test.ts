import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { MOST_FILE_BYTES } from '../../../shared/base/limits'
import { openArchive } from '../../../shared/formats/archive'
import { htmlToLines, readHtmlPage, readPastedHtml } from '../../../shared/formats/html'
import { linesToMarkdown, markdownToLines } from '../../../shared/formats/markdown'
import { wordFileWithin } from '../../../shared/formats/word'
import { type Line, plainLine } from '../../../shared/note-text/delta'
import { bomb, overlapping } from '../../../tests/steps/hostile-archives'
import { wordFile } from '../../../tests/steps/word-file'
import { readPage } from './read-page'

const all = () => true
const MB = 1024 * 1024

const page = async (path: string, content: string | Uint8Array) => {
  const bytes = typeof content === 'string' ? strToU8(content) : content
  const read = await readPage({ path, content: bytes, changedOn: '2026-11-24' })
  return read.ok ? read.value : read.error
}

/** Lines on one: `bullet>1(a)` is indented once, `task✓(b)` ticked; marks stand before their words, `/` is a break. */
const line = (lines: readonly Line[]): string =>
  lines
    .map(({ kind, depth, checked, runs }) => {
      const words = runs.map(({ insert, attributes = {} }) =>
        [...Object.keys(attributes), typeof insert === 'string' ? insert : '/'].join(':'),
      )
      return `${kind}${depth === 0 ? '' : `>${depth}`}${checked ? '✓' : ''}(${words.join('+')})`
    })
    .join(' ')
const textOf = async (path: string, content: string | Uint8Array): Promise<string> => {
  const pages = await page(path, content)
  return typeof pages === 'string' ? pages : line(pages[0]?.note.text ?? [])
}

describe('an archive', () => {
  it('is opened as it was packed, without what was not wanted', () => {
    const opened = openArchive(
      zipSync({
        'a/One.md': strToU8('one'),
        'b.png': new Uint8Array(9),
        'c.txt': [strToU8('three'), { level: 0 }],
      }),
      (name) => !name.endsWith('.png'),
    )
    expect(
      opened.ok &&
        opened.value.map(({ name, content }) => [
          name,
          content.ok ? new TextDecoder().decode(content.value) : content.error,
        ]),
    ).toEqual([
      ['a/One.md', 'one'],
      ['b.png', 'unwanted'],
      ['c.txt', 'three'],
    ])
  })
  it('of 4 MB that names its one body a hundred times gives out no more than the limit', () => {
    const opened = openArchive(overlapping(), all, 20 * MB)
    if (!opened.ok) throw new Error(opened.error)
    expect(opened.value.filter(({ content }) => content.ok)).toHaveLength(5)
    expect(opened.value.at(-1)?.content).toEqual({ ok: false, error: 'too-many' })
    // The audit's claimed that each was empty: what the directory says differently is damage.
    const liar = openArchive(overlapping(100, 4 * MB, 0), all)
    expect(liar.ok && liar.value.some(({ content }) => content.ok)).toBe(false)
  })
  it('does not give out more bytes than the limit of all its entries', () => {
    const packed = zipSync(
      Object.fromEntries(
        Array.from({ length: 5 }, (_, index) => [`${index}.md`, new Uint8Array(MB)]),
      ),
    )
    const opened = openArchive(packed, all, 3 * MB)
    expect(
      opened.ok &&
        opened.value.map(({ content }) => (content.ok ? content.value.length / MB : content.error)),
    ).toEqual([1, 1, 1, 'too-many', 'too-many'])
  })
  it('with an entry that inflates past 20 MB, whatever it claims, gives no such entry out', () => {
    const opened = openArchive(bomb(MOST_FILE_BYTES + 1, [10]), all)
    expect(opened.ok && opened.value.map(({ content }) => !content.ok && content.error)).toEqual([
      'too-large',
    ])
    const just = openArchive(bomb(MOST_FILE_BYTES, [MOST_FILE_BYTES]), all)
    expect(just.ok && just.value[0]?.content.ok).toBe(true)
  })
  it('of more than 5,000 entries, or of nothing that is one, is refused as a whole', () => {
    expect(openArchive(overlapping(5001, 1), all)).toEqual({ ok: false, error: 'too-many' })
    expect(openArchive(strToU8('not a zip'), all)).toEqual({ ok: false, error: 'damaged' })
    const cut = zipSync({ 'a.md': strToU8('words') })
    expect(openArchive(cut.subarray(8), all).ok).toBe(false)
  })
})

describe('a Word file', () => {
  it('is read without its pictures', async () => {
    expect(
      await textOf('letter.docx', wordFile('<w:p><w:r><w:t>Dear colleague.</w:t></w:r></w:p>')),
    ).toBe('paragraph(Dear colleague.)')
  })
  it('of ten thousand bytes that is a hundred thousand elements is refused before anything goes through them', async () => {
    const hostile = wordFile('<w:p><w:r><w:t>a</w:t></w:r></w:p>'.repeat(40_000))
    expect(hostile.length).toBeLessThan(50_000)
    expect(await page('a.docx', hostile)).toBe('too-much')
    expect(wordFileWithin(wordFile(`${'<w:p>'.repeat(1000)}${'</w:p>'.repeat(1000)}`))).toEqual({
      ok: false,
      error: 'too-much',
    })
  })
})

describe('a page of HTML', () => {
  it('keeps its words and their structure, and nothing that runs or is loaded', async () => {
    expect(
      await textOf(
        'Wei.html',
        '<html><head><style>p{}</style><title>x</title></head><body><h2>One  two</h2><p style="color:red">Wants <strong>research <code>now</code></strong>,<br> then.</p><script>1</script><ul><li>a<ul><li>b</li></ul></li><li><p>c</p></li></ul><ol><li>1</li></ol><pre>  x\n y</pre><hr><blockquote>said</blockquote><a href="javascript:alert(1)">bad</a> <a href="https://a.edu">good</a><table><tr><td>l</td><td>r</td></tr></table><p>&nbsp;</p></body></html>',
      ),
    ).toBe(
      'heading2(One two) paragraph(Wants +bold:research +code:now+,+/+then.) bullet(a) bullet>1(b) bullet(c) number(1) code(  x) code( y) rule() quote(said) paragraph(bad +link:good) paragraph(l r)',
    )
  })
  it('of Notion has its title and its properties; of Word its lists', async () => {
    const read = readHtmlPage(
      '<header><h1 class="page-title">Fellowships</h1><table class="properties"><tr><th>Date</th><td>November 3, 2025</td></tr></table></header><p>Words<img src=x></p>',
    )
    expect([read.title, [...read.fields], read.pictures]).toEqual([
      'Fellowships',
      [['date', 'November 3, 2025']],
      true,
    ])
    const item = (bullet: string, words: string): string =>
      `<p class=MsoListParagraph style='text-indent:-.25in;mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>${bullet}<span>&nbsp;&nbsp;</span></span><![endif]>${words}</p>\n`
    expect(
      await textOf(
        'w.html',
        `<!--[if gte mso 9]><xml>x</xml><![endif]-->${item('·', 'a')}${item('·', 'b')}<p>c<o:p></o:p></p>${item('1.', 'd')}`,
      ),
    ).toBe('bullet(a) bullet(b) paragraph(c) number(d)')
  })
  it('has its lists as deep as their programs show them, with their boxes', () => {
    const read = (html: string) => line(htmlToLines(html))
    // Google Docs, whose lists stand right in lists, and whose copies are all in a <b>.
    expect(
      read(
        '<b style="font-weight:normal;" id="docs-internal-guid-1"><ul><li>a</li><ul><li><span style="font-weight:700;font-style:italic">b</span></li></ul><li role="checkbox" aria-checked="true">c</li></ul></b>',
      ),
    ).toBe('bullet(a) bullet>1(bold:italic:b) task✓(c)')
    const word = (level: number, bullet: string, words: string) =>
      `<p style='mso-list:l0 level${level} lfo1'><span style='mso-list:Ignore'>${bullet}</span>${words}</p>`
    expect(read(word(1, '1.', 'a') + word(2, '·', 'b') + word(1, '2.', 'c'))).toBe(
      'number(a) bullet>1(b) number(c)',
    )
    expect(
      read(
        '<a href="https://a.edu"><span style="text-decoration:underline">a</span></a><u>b</u><s style="text-decoration: line-through">c</s><constructor>d</constructor>',
      ),
    ).toBe('paragraph(link:a+underline:b+strike:c+d)')
    // GitHub; and this app up to version 0.2.0.
    expect(
      read(
        '<ul><li><input type="checkbox" checked> a<ul><li>plain</li></ul></li><li><p><input type="checkbox"> b</p></li></ul>',
      ),
    ).toBe('task✓(a) bullet>1(plain) task(b)')
    expect(
      read(
        '<ul data-type="taskList"><li data-checked="true"><label><input type="checkbox" checked><span></span></label><div><p>a</p><p>more</p></div></li></ul>',
      ),
    ).toBe('task✓(a) paragraph>1(more)')
    expect(
      read(
        '<ol><li></li><li><blockquote>q<blockquote>r</blockquote></blockquote></li></ol><hr><p>x</p>',
      ),
    ).toBe('number() number() quote>1(q) quote>2(r) rule(x)')
  })
  it('that this app has copied comes back to the letter; what else is pasted says whether it had pictures', () => {
    expect(
      line(
        readPastedHtml(
          '<meta charset="utf-8"><h2 data-line="heading2" data-pm-slice="1 1 []">a  b </h2><ul data-line="task" data-depth="2" data-checked="true"><li>x<br><a href="confidant:goals/1">y</a></li></ul><p data-line="paragraph"></p><pre data-line="code"><code>  c</code></pre><p data-line="rule" data-depth="99">z<span data-unknown="">▢</span></p><p data-line="later">w</p>',
        ).lines,
      ),
    ).toBe('heading2(a  b ) task>2✓(x+/+link:y) paragraph() code(  c) rule>8(z) paragraph(w)')
    expect(readPastedHtml('<p>a</p><img src=x>').pictures).toBe(true)
    expect(readPastedHtml('<p>a</p>').pictures).toBe(false)
  })
  it('that asks for more elements or more depth than any page has is refused', async () => {
    const attempts = {
      many: '<br>'.repeat(60_000),
      deep: '<div>'.repeat(2000),
      lines: `<pre>${'x\n'.repeat(60_000)}</pre>`,
      long: `<p>${'x'.repeat(2_000_001)}</p>`,
      // Each paragraph opens every mark again that was left open in the ones before.
      reopened: `${Array.from({ length: 90 }, (_, index) => `<p><b id=${index}></p>`).join('')}${'<p>x'.repeat(5000)}`,
    }
    for (const html of Object.values(attempts)) expect(await page('a.html', html)).toBe('too-much')
  })
})

describe('a page of Markdown', () => {
  it('is read with the HTML inside of it', async () => {
    expect(
      await textOf(
        'a.md',
        '# Anatomy\n\n- [ ] Find a **study partner**\n- [x] Buy\n\nMore on *that* [[later]], <u>now</u> and **bold `code`**.\n\n<script>window.hacked = true</script><img src=x onerror="window.hacked = true">\n\n<aside>said</aside>',
      ),
    ).toBe(
      'task(Find a +bold:study partner) task✓(Buy) paragraph(More on +italic:that+ later, +underline:now+ and +bold:bold +code:code+.) paragraph(said)',
    )
  })
  it('that is many times what a page has is refused before it takes its time', async () => {
    const hostile = {
      quotes: '> '.repeat(200_000),
      marks: '*a_ '.repeat(20_000),
      links: '[a][b]'.repeat(20_000),
      lazy: `> a${'\nx'.repeat(20_000)}`,
      lines: 'x\n\n'.repeat(60_000),
      long: 'x'.repeat(2_000_001),
    }
    const start = performance.now()
    for (const text of Object.values(hostile)) expect(await page('a.md', text)).toBe('too-much')
    expect(performance.now() - start).toBeLessThan(2000)
  })
  it('that is long, and written as people write, is read', () => {
    const line = 'She said *that* she [would](https://a.edu) call, **twice**.'
    for (const kind of ['bullet', 'code'] as const) {
      const long = Array.from({ length: 2000 }, () => plainLine('1*2*3 [x]', { kind }))
      expect(markdownToLines(linesToMarkdown(long))).toEqual(long)
    }
    expect(markdownToLines(`|a|b|\n|-|-|\n${`|${line}|x|\n`.repeat(1500)}`)).toHaveLength(1501)
  })
  it('has its lists, tables, code and rules as lines', async () => {
    expect(
      await textOf(
        'a.md',
        'x\n\n1. a\n   - b\n\n     more\n2. c\n\n> q\n>\n> r\n\n| l | r |\n|---|---|\n| 1 | 2 |\n\n```js\nx\n\ny\n```\n\n---\nunder\n\n#### deep\n\n~~no~~ www.a.edu `**` a\\\nb <script>1</script>',
      ),
    ).toBe(
      'paragraph(x) number(a) bullet>1(b) paragraph>2(more) number(c) quote(q) quote(r) paragraph(l r) paragraph(1 2) code(x) code() code(y) rule(under) heading3(deep) paragraph(strike:no+ +link:www.a.edu+ +code:**+ a+/+b)',
    )
  })
  it('is written as people write it', () => {
    const written = (html: string, under = 0) => linesToMarkdown(htmlToLines(html), under)
    expect(
      written(
        '<h1>Plan</h1><p>Sleep <b>by </b>eleven, <i>then</i> <u>read</u> <a href="https://a.edu/a_b">https://a.edu/a_b</a> 1*2*3</p><ul><li>a<ol><li>b</li></ol></li></ul><ul data-type="taskList"><li data-checked="true">c</li></ul><blockquote>d</blockquote><hr><pre>e</pre>',
        1,
      ),
    ).toBe(
      '## Plan\n\nSleep **by** eleven, *then* <u>read</u> <https://a.edu/a_b> 1\\*2\\*3\n\n* a\n  1. b\n* [x] c\n\n> d\n\n***\n\n```\ne\n```\n',
    )
  })
  it('of nothing but openings is too much, or read; it never throws', async () => {
    expect(await page('a.md', '> '.repeat(20_000))).toBe('too-much')
    expect(await page('a.md', `${'> '.repeat(150)}x`)).toBe('too-much')
    expect(await page('a.txt', 'x\n'.repeat(60_000))).toBe('too-much')
    expect(await page('a.txt', 'x'.repeat(2_000_001))).toBe('too-much')
    expect(await textOf('a.txt', 'x'.repeat(2_000_000))).toContain('xxx')
    expect(typeof (await page('a.md', '<b>'.repeat(500)))).toBe('string')
  })
})

describe('any file', () => {
  it('of more than 20 MB is not read', async () => {
    expect(await page('a.txt', new Uint8Array(MOST_FILE_BYTES + 1).fill(0x20))).toBe('too-large')
    expect(await page('a.txt', new Uint8Array(MOST_FILE_BYTES).fill(0x20))).toBe('empty')
  })
  it('of another kind, without words, or damaged says so', async () => {
    expect(await page('photo.heic', 'x')).toBe('unknown-type')
    expect(await page('a.md', ' \n')).toBe('empty')
    expect(await page('a.docx', 'not a zip')).toBe('damaged')
    expect(await page('a.csv', 'a,b\n1,2')).toBe('no-text-column')
    expect(await page('a.csv', `note\n${'x\n'.repeat(5001)}`)).toBe('too-much')
  })
})
