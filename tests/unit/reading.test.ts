import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { openArchive } from '../../shared/import/archive'
import { readHtmlPage } from '../../shared/import/html'
import { MOST_FILE_BYTES } from '../../shared/import/limits'
import { modestWordFile } from '../../shared/import/word'
import type { TextTree } from '../../shared/model/portable'
import { readPage } from '../../src-renderer/features/import/read-page'
import { bomb, overlapping } from './hostile-archives'
import { wordFile } from './word-file'

const all = () => true
const MB = 1024 * 1024

const page = async (path: string, content: string | Uint8Array) => {
  const bytes = typeof content === 'string' ? strToU8(content) : content
  const read = await readPage({ path, content: bytes, changedOn: '2026-11-24' })
  return read.ok ? read.value : read.error
}

/** A tree as a line: names with their words in brackets, marks before the words. */
const line = (trees: readonly TextTree[]): string =>
  trees
    .map((tree) =>
      'runs' in tree
        ? tree.runs
            .map(({ insert, attributes = {} }) => [...Object.keys(attributes), insert].join(':'))
            .join('+')
        : `${tree.name}(${line(tree.children)})`,
    )
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
      Object.fromEntries(Array.from({ length: 5 }, (_, index) => [`${index}.md`, new Uint8Array(MB)])),
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
    expect(await textOf('letter.docx', wordFile('<w:p><w:r><w:t>Dear colleague.</w:t></w:r></w:p>'))).toBe(
      'paragraph(Dear colleague.)',
    )
  })
  it('of ten thousand bytes that is a hundred thousand elements is refused before anything goes through them', async () => {
    const hostile = wordFile('<w:p><w:r><w:t>a</w:t></w:r></w:p>'.repeat(40_000))
    expect(hostile.length).toBeLessThan(50_000)
    expect(await page('a.docx', hostile)).toBe('too-much')
    expect(modestWordFile(wordFile(`${'<w:p>'.repeat(1000)}${'</w:p>'.repeat(1000)}`))).toEqual({
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
      'heading(One two) paragraph(Wants +bold:research +code:now+, hardBreak() then.) bulletList(listItem(paragraph(a) bulletList(listItem(paragraph(b)))) listItem(paragraph(c))) orderedList(listItem(paragraph(1))) codeBlock(  x\n y) horizontalRule() blockquote(paragraph(said)) paragraph(bad +link:good) paragraph(l r)',
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
    ).toBe(
      'bulletList(listItem(paragraph(a)) listItem(paragraph(b))) paragraph(c) orderedList(listItem(paragraph(d)))',
    )
  })
  it('that asks for more elements or more depth than any page has is refused', async () => {
    const attempts = {
      many: '<br>'.repeat(60_000),
      deep: '<div>'.repeat(2000),
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
      'taskList(taskItem(paragraph(Find a +bold:study partner)) taskItem(paragraph(Buy))) paragraph(More on +italic:that+ later, +underline:now+ and +bold:bold +code:code+.) paragraph(said)',
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
