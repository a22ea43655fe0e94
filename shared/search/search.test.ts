import { describe, expect, it } from 'vitest'
import { fold, foldedWords } from '../base/fold'
import type { SearchDocument } from './documents'
import { createSearchEngine } from './engine'
import { inOneLine } from './hit'
import { parseQuery, withOperator, withoutToken } from './query'
import { nearness } from './ranking'

type Given = Partial<SearchDocument> & { readonly text?: string }
const document = (id: string, { text = '', ...given }: Given): SearchDocument => ({
  key: `r/notes/${id}`,
  record: 'r',
  kind: 'note',
  id,
  title: '',
  words: { name: '', body: text, detail: '' },
  mentee: 'Amara Osei',
  date: '2026-10-01',
  themes: [],
  visibility: 'memory-aid',
  rotation: '',
  states: [],
  shipped: false,
  due: '',
  ...given,
})

const engineWith = (...documents: SearchDocument[]) => {
  const engine = createSearchEngine()
  for (const one of documents) engine.put(one)
  return (typed: string, more = {}) =>
    engine.search(parseQuery(typed), { today: '2026-11-23', limit: 20, ...more })
}
const idsOf = (answer: { readonly hits: readonly { readonly id: string }[] }) =>
  answer.hits.map(({ id }) => id)

describe('folding', () => {
  it('takes accents and case away, letter for letter', () => {
    expect(fold('José Núñez Ångström')).toBe('jose nunez angstrom')
    for (const text of ['İstanbul', 'Straße', 'Ω naïve', '👩‍⚕️ note', 'ﬁne'])
      expect(fold(text)).toHaveLength(text.length)
  })

  it('splits scripts without spaces into characters and pairs', () => {
    expect(foldedWords('反省ノート')).toEqual(expect.arrayContaining(['反', '反省', '省']))
    expect(foldedWords('It’s 3 shelf-exams')).toEqual(['it', 's', '3', 'shelf', 'exams'])
  })
})

describe('a search', () => {
  const search = engineWith(
    document('shelf', {
      title: 'Surgery shelf',
      text: 'Afraid of the shelf exam; sleeps four hours.',
    }),
    document('jose', {
      text: 'José talked about cardiology and the electrocardiogram.',
      mentee: 'José Núñez',
    }),
    document('chinese', { text: '她的反省很好' }),
    document('goal', {
      key: 'r/goals/goal',
      kind: 'goal',
      title: 'Publish the poster',
      visibility: 'shared',
      states: ['open'],
      due: '2026-11-01',
      themes: ['research'],
      rotation: 'Internal medicine',
    }),
    document('done', {
      key: 'r/goals/done',
      kind: 'goal',
      title: 'Old poster',
      states: ['done'],
      date: '2025-02-01',
    }),
  )

  it('finds beginnings of words, without accents, as it is typed', () => {
    expect(idsOf(search('cardio'))).toEqual(['jose'])
    expect(idsOf(search('nunez'))).toEqual(['jose'])
    expect(idsOf(search('sho'))).not.toContain('done')
  })
  it('forgives a slip of the finger', () => {
    expect(idsOf(search('shelv exam'))).toEqual(['shelf'])
    expect(idsOf(search('postre'))).toEqual(expect.arrayContaining(['goal', 'done']))
  })
  it('finds letters inside a word, and scripts without spaces', () => {
    expect(idsOf(search('trocardio'))).toEqual(['jose'])
    expect(idsOf(search('反省'))).toEqual(['chinese'])
  })
  it('puts a name before what was written, and that before a fact around it', () => {
    const words = { name: '', body: '', detail: '' }
    const ranked = engineWith(
      document('detail', { words: { ...words, detail: 'Library' } }),
      document('body', { words: { ...words, body: 'Library' } }),
      document('name', { words: { ...words, name: 'Library' } }),
    )
    expect(idsOf(ranked('library'))).toEqual(['name', 'body', 'detail'])
    expect(idsOf(ranked('li'))).toEqual(['name'])
  })
  it('takes a phrase as it stands', () => {
    expect(idsOf(search('"shelf exam"'))).toEqual(['shelf'])
    expect(idsOf(search('"exam shelf"'))).toEqual([])
  })
  it('narrows down with operators', () => {
    expect(idsOf(search('mentee:jos'))).toEqual(['jose'])
    expect(idsOf(search('kind:goal poster')).sort()).toEqual(['done', 'goal'])
    expect(idsOf(search('kind:goals overdue'))).toEqual(['goal'])
    expect(idsOf(search('"overdue"'))).toEqual([])
    expect(idsOf(search('kind:goal is:done'))).toEqual(['done'])
    expect(idsOf(search('theme:resea'))).toEqual(['goal'])
    expect(idsOf(search('visibility:shared'))).toEqual(['goal'])
    expect(idsOf(search('rotation:"internal medicine"'))).toEqual(['goal'])
    expect(idsOf(search('before:2026'))).toEqual(['done'])
    expect(idsOf(search('on:2026-10 poster'))).toEqual(['goal'])
    expect(idsOf(search('mentee:amara mentee:josé kind:note'))).toEqual(
      expect.arrayContaining(['shelf', 'jose', 'chinese']),
    )
  })
  it('ends the passage with a whole word', () => {
    const shown = (text: string) => engineWith(document('a', { text }))('sleep').hits[0]?.passage
    expect(shown(`Sleep ${'rehearsals '.repeat(40)}`)).toMatch(/^Sleep (rehearsals )+…$/)
    expect(shown(`Sleep ${'眠'.repeat(400)}`)).toHaveLength(182)
  })

  it('parts the lines of a passage that is shown in one', () => {
    expect(inOneLine('What helps\nSleep.\n\nAgreed \n Nights off')).toBe(
      'What helps · Sleep. Agreed · Nights off',
    )
  })

  it('shows the passage with the words marked', () => {
    const [hit] = search('sleeps').hits
    const [from = 0, to = 0] = hit?.marks[0] ?? []
    expect(hit?.passage.slice(from, to)).toBe('sleeps')
  })
  it('keeps private things away from a screen that others look at', () => {
    expect(idsOf(search('shelf', { presenting: true }))).toEqual([])
    expect(idsOf(search('poster', { presenting: true }))).toEqual(['goal'])
  })
  it('says nothing of what is gone, and follows what is changed', () => {
    const engine = createSearchEngine()
    engine.put(document('a', { text: 'first words' }))
    engine.put(document('a', { text: 'second words' }))
    const ask = (typed: string) =>
      engine.search(parseQuery(typed), { today: '2026-11-23', limit: 9 }).total
    expect([ask('first'), ask('second')]).toEqual([0, 1])
    engine.remove('r/notes/a')
    expect([ask('second'), engine.size()]).toEqual([0, 0])
  })
})

describe('an index that is edited for a long time', () => {
  it('sweeps out what is gone while new words come in, and finds what is there', async () => {
    const engine = createSearchEngine()
    const words = (of: number): string =>
      Array.from({ length: 10 }, (_unused, at) => `a${of}x${at}`).join(' ')
    // Its branch is walked last, and the word that comes in meanwhile splits it.
    engine.put(document('last', { text: 'zzzzzzzzzz' }))
    for (let index = 0; index < 3000; index++)
      engine.put(document(`n${index}`, { text: words(index) }))
    for (let index = 0; index < 1500; index++)
      engine.put(document(`n${index}`, { text: `${words(index)} stays` }))
    await new Promise((resolve) => setTimeout(resolve, 1))
    engine.put(document('first', { text: 'zzzzy' }))
    // Whatever is still being swept goes on now; what it throws would fail this file.
    await new Promise((resolve) => setTimeout(resolve, 500))
    const ask = (typed: string) =>
      engine.search(parseQuery(typed), { today: '2026-11-23', limit: 5 })
    expect([ask('zzzzy').total, ask('zzzzzzzzzz').total, ask('stays').total]).toEqual([1, 1, 1500])
  })
})

describe('the typed line', () => {
  it('is all there is of a search: chips write into it', () => {
    const line = withOperator('poster', 'mentee', 'Wei Zhang')
    expect(line).toBe('poster mentee:"Wei Zhang" ')
    expect(parseQuery(line)).toEqual({
      words: ['poster'],
      phrases: [],
      filters: { mentee: ['wei zhang'] },
    })
    expect(withoutToken(line, 'mentee:"Wei Zhang"')).toBe('poster ')
  })
  it('takes an operator that is not known as words', () => {
    expect(parseQuery('http://x note:this').words).toEqual(['http://x', 'note:this'])
  })
})

describe('the order of what is found', () => {
  const note = (id: string, date: string, given: Given = {}) =>
    document(id, { date, text: 'Sleep is the talk of the day.', ...given })

  it('has what was last written about a mentee first, whatever has the word in its title', () => {
    const search = engineWith(
      note('template', '', {
        record: '',
        kind: 'template',
        title: 'Sleep',
        text: 'Sleep, sleep, sleep',
        mentee: '',
        shipped: true,
      }),
      note('agreement', '2026-11-22', { kind: 'agreement', shipped: true }),
      note('old-goal', '2025-02-01', { kind: 'goal', title: 'Sleep seven hours' }),
      note('last-week', '2026-11-16'),
      note('summer', '2026-07-01'),
    )
    expect(idsOf(search('sleep'))).toEqual([
      'last-week',
      'old-goal',
      'summer',
      'agreement',
      'template',
    ])
  })

  it('has a mentee who is named before what is written of them, and nobody for a tag', () => {
    const search = engineWith(
      note('note', '2026-11-22', { text: 'Amara slept.', title: 'Amara' }),
      document('amara', { kind: 'mentee', title: 'Amara Osei', date: '', themes: ['sleep'] }),
    )
    expect(idsOf(search('ama'))).toEqual(['amara', 'note'])
    expect(idsOf(search('sl'))).toContain('amara')
    expect(idsOf(search('slept'))[0]).toBe('note')
  })

  it('has the exact word before a slip of it, even where the slip is the mentee’s', () => {
    const search = engineWith(
      document('tutoring', { record: '', kind: 'resource', title: 'Tutoring', shipped: true }),
      note('touring', '2026-11-22', { text: 'Turtoring the wards' }),
    )
    expect(idsOf(search('tutoring'))).toEqual(['tutoring', 'touring'])
  })

  it('counts what is coming as near as what was', () => {
    expect(nearness('2026-11-30', '2026-11-23')).toBe(nearness('2026-11-16', '2026-11-23'))
    expect(nearness('2026-11-23', '2026-11-23')).toBe(1)
    expect(nearness('', '2026-11-23')).toBe(nearness('2025-11-23', '2026-11-23'))
    expect(nearness('no day', '2026-11-23')).toBeLessThan(0.2)
  })
})
