import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dayIn, noteIdOf, readMarkdownPage, readTable, typeOf } from '../formats/page'

describe('a page of another program', () => {
  it('of Obsidian: front matter, lists, links and pictures', () => {
    const { facts, markdown, pictures } = readMarkdownPage(
      'Vault/People/1-1 Osei.md',
      '---\ndate: 2025-10-02\ntags:\n  - exams\n  - sleep\nmentee: "Amara Osei"\n---\n# Shelf plan\n\nSee [[Amara Osei|her page]] and [[Plan]].\n![[scan.png]]\n',
    )
    expect(facts).toEqual({
      title: 'Shelf plan',
      date: '2025-10-02',
      themes: ['exams', 'sleep'],
      about: 'Amara Osei Shelf plan Vault/People/1-1 Osei.md',
    })
    expect(markdown).toBe('See her page and Plan.')
    expect(pictures).toBe(true)
  })
  it('with front matter as YAML has it: lists in quotes, words over several lines, comments, anchors', () => {
    const { facts, markdown } = readMarkdownPage(
      'a.md',
      '---\n# by hand\ntags: ["night shift, first", \'sleep\'] # more to come\ntitle: >-\n  A long\n  week\nmentee: &who [[Amara Osei]]\nwith: *who\ncreated: 2025-10-02T21:00\n---\nWords.',
    )
    expect(facts).toEqual({
      title: 'A long week',
      date: '2025-10-02',
      themes: ['night shift, first', 'sleep'],
      about: 'Amara Osei A long week a.md',
    })
    expect(markdown).toBe('Words.')
  })
  it('with front matter that is no YAML is read line by line', () => {
    const { facts } = readMarkdownPage(
      'a.md',
      '---\ntitle: Week 3: nights\ndate: "2025-10-02"\ntags: [sleep, \n---\nWords.',
    )
    expect(facts).toMatchObject({ title: 'Week 3: nights', date: '2025-10-02', themes: ['sleep'] })
  })
  it('with front matter made to cost is still read, and soon', () => {
    const bomb = ['a: &a [x,x,x,x,x,x,x,x,x]', ...'bcdefghi'.split('')]
      .map((line, at, all) =>
        at === 0
          ? line
          : `${line}: &${line} [${Array(9)
              .fill(`*${at === 1 ? 'a' : all[at - 1]}`)
              .join()}]`,
      )
      .join('\n')
    const costly = [
      bomb,
      '['.repeat(1e6),
      '? '.repeat(1e6),
      '&a '.repeat(1e6),
      '"'.repeat(1e6),
      'x: '.repeat(1e6),
    ]
    const begun = performance.now()
    for (const text of costly) {
      const { facts, markdown } = readMarkdownPage(
        'a.md',
        `---\ndate: 2025-10-02\n${text}\n---\nWords.`,
      )
      expect([facts.date, markdown]).toEqual(['2025-10-02', 'Words.'])
    }
    expect(performance.now() - begun).toBeLessThan(10_000)
  })
  it('of Notion: the id behind its name, properties under its title', () => {
    const { facts, markdown } = readMarkdownPage(
      'Export/Wei Zhang 1a2b3c4d5e6f70819203a4b5c6d7e8f9.md',
      '# Wei Zhang\n\nDate: November 3, 2025\nTags: career, research\n\nWants to talk about fellowships.\n',
    )
    expect(facts).toMatchObject({
      title: 'Wei Zhang',
      date: '2025-11-03',
      themes: ['career', 'research'],
    })
    expect(markdown).toBe('Wants to talk about fellowships.')
  })
  it('of a plain folder: its day from its name', () => {
    expect(readMarkdownPage('notes/2026-02-14 Osei.md', 'Words.').facts).toMatchObject({
      title: '2026-02-14 Osei',
      date: '2026-02-14',
    })
    expect(dayIn('Meeting 20260301')).toBe('2026-03-01')
    expect(dayIn('3 March 2026')).toBe('2026-03-03')
    expect(dayIn('2026-02-31')).toBe('')
    expect(dayIn('room 12345678901')).toBe('')
  })
  it('in a table: a note a row, whatever the columns are called', () => {
    const rows = readTable(
      'log.csv',
      'Student,Date,Notes\r\nAmara Osei,2026-01-05,"Sleeps, now"\r\n,,\r\nWei,,x\r\n',
    )
    expect(rows?.map(({ facts, text }) => [facts.about, facts.date, text])).toEqual([
      ['Amara Osei  log.csv', '2026-01-05', 'Sleeps, now'],
      ['Wei  log.csv', '', 'x'],
    ])
    expect(readTable('grades.csv', 'a,b\n1,2')).toBeUndefined()
  })
  it('is the same note when it comes in again, and another one when it was changed', () => {
    // As version 0.2.0 made it: what came in then is known again.
    expect(noteIdOf('a.md', 'x')).toBe('4BIYWgiVYf4iwZLQuUbzBg')
    expect(noteIdOf('a.md', 'x')).toBe(noteIdOf('a.md', 'x'))
    expect(noteIdOf('a.md', 'x')).not.toBe(noteIdOf('a.md', 'y'))
    expect(noteIdOf('a.md', 'x')).not.toBe(noteIdOf('b.md', 'x'))
  })
  it('never throws, whatever is in it', () => {
    fc.assert(
      fc.property(fc.string(), fc.string({ unit: 'binary' }), (path, content) => {
        readMarkdownPage(path, content)
        readMarkdownPage(path, `---\n${content}\n---\n${content}`)
        readTable(path, content)
        typeOf(path)
      }),
    )
  })
})
