import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import en from './en.json' with { type: 'json' }
import { pseudo } from './pseudo'
import { PSEUDO, speak, spoken, t } from './words'

const sources = (folder: string): readonly string[] =>
  readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /(?<!\.test|^gaps)\.tsx?$/.test(entry.name))
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'))

describe('the catalogue', () => {
  afterEach(() => speak('en'))

  it('has every text that the app uses, and none that it does not', () => {
    const code = ['shared', 'src-main', 'src-renderer'].flatMap(sources).join('\n')
    const called = [...code.matchAll(/\bt\('([\w.]+)'/g)].map(([, key]) => key)
    const stored = new Set(Object.keys(en).map((key) => key.replace(/_(one|other)$/, '')))
    expect(called.filter((key) => !stored.has(key ?? ''))).toEqual([])
    // In a call, or declared as a TextKey (crdt/about.ts).
    expect([...stored].filter((key) => !code.includes(`'${key}'`))).toEqual([])
  })
  it('is asked anew by a table or a list of texts: a language chosen later reaches those made before', () => {
    const table = spoken({ label: 'common.name' }, { value: 1 })
    const list = spoken(['common.name', 'common.date'])
    expect([table, list]).toEqual([{ label: 'Name', value: 1 }, ['Name', 'Date']])
    speak('de', 'mentee', { 'common.name': 'Name der Person', 'common.date': 'Datum' })
    expect({ ...table }).toEqual({ label: 'Name der Person', value: 1 })
    expect(list.map((text) => text)).toEqual(['Name der Person', 'Datum'])
  })
  it('has both forms of a text with a number', () => {
    for (const key of Object.keys(en))
      if (/_(one|other)$/.test(key))
        expect(en).toHaveProperty([key.replace(/_(one|other)$/, '_other')])
    expect([t('count.goal', { count: 1 }), t('count.goal', { count: 2 })]).toEqual([
      '1 goal',
      '2 goals',
    ])
  })
  it('fills gaps in any language, and falls back to English where a translation has none', () => {
    speak('de', 'mentee', {
      'count.goal_one': '{{count}} Ziel',
      'count.goal_other': '{{count}} Ziele',
    })
    expect(t('count.goal', { count: 3 })).toBe('3 Ziele')
    expect(t('share.title')).toBe('Share a copy')
    speak(PSEUDO)
    expect(t('count.goal', { count: 3 })).toBe('[3 ĝöàļš·····]')
    expect(pseudo('{{name}} is new')).toMatch(/^\[\{\{name\}\} îš ñéŵ·+\]$/)
  })
  it('does not compile with a wrong gap, with one missing, or with one too many', () => {
    // @ts-expect-error a gap of another name
    expect(t('count.goal', { number: 3 })).not.toContain('3')
    // @ts-expect-error the gap is missing
    expect(t('count.goal')).toBe('count.goal')
    // @ts-expect-error a text without gaps
    expect(t('common.save', { name: 'a note' })).toBe('Save')
  })
  it('calls those who are coached students where the coach says so', () => {
    speak('en', 'student')
    expect(t('count.mentee', { count: 2 })).toBe('2 students')
    expect(t('supportCard.emergency')).toBe('Emergency')
  })
})
