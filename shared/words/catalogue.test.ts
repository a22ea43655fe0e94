/** What a translator may rely on: true names, whole sentences, and nothing in the catalogue that a program reads. */
import { execFileSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import en from './en.json' with { type: 'json' }
import notes from './notes/en.json' with { type: 'json' }

type Text = readonly [key: string, text: string]
const texts: readonly Text[] = Object.entries(en)
const failing = (holds: (text: Text) => boolean): readonly string[] =>
  texts.filter((text) => !holds(text)).map(([key, text]) => `${key}: ${text}`)
const gapsOf = (text: string): readonly string[] =>
  [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, gap]) => gap ?? '')

describe('the catalogue, for whoever translates it', () => {
  it('names each key by a place and a meaning, and none by a gap or a number', () => {
    expect(
      failing(([key]) => /^[a-z][A-Za-z]*\.[a-z][A-Za-z0-9]*(_(one|other))?$/.test(key)),
    ).toEqual([])
    expect(
      failing(([key]) => !/(\.value(?!s)|Value[A-Z0-9]|Value$|[a-z]2(_(one|other))?$)/.test(key)),
    ).toEqual([])
  })
  it('has no gap called value, numbered or called like a constant', () => {
    expect(
      failing(([, text]) =>
        gapsOf(text).every((gap) => /^[a-z][A-Za-z]*$/.test(gap) && !/^values?$/i.test(gap)),
      ),
    ).toEqual([])
  })
  it('has no text with a blank at its ends, and none that begins like the end of another', () => {
    expect(failing(([, text]) => text === text.trim() && /^[^,;.)]/.test(text))).toEqual([])
  })
  it('has the same gaps in both forms, the count beside them', () => {
    const odd = texts.filter(([key, text]) => {
      if (!key.endsWith('_one')) return false
      const other = gapsOf(
        Object.entries(en).find(([one]) => one === key.replace(/_one$/, '_other'))?.[1] ?? '',
      )
      return gapsOf(text).some((gap) => !other.includes(gap))
    })
    expect(odd).toEqual([])
  })
  it('holds no accelerator: what Electron reads is the same in every language', () => {
    expect(
      failing(
        ([, text]) =>
          !/\b(CommandOrControl|CmdOrCtrl)\b|\b(Ctrl|Cmd|Mod)[ +](Shift|Alt|[A-Z])\b/.test(text),
      ),
    ).toEqual([])
  })
  it('says of each of the notes for translators which text it is about', () => {
    const keys = new Set(texts.map(([key]) => key.replace(/_(one|other)$/, '')))
    expect(Object.keys(notes).filter((key) => !keys.has(key))).toEqual([])
  })
  it('has the types of its gaps up to date (npm run fix)', () => {
    expect(() => execFileSync(process.execPath, ['scripts/gaps.mjs', '--check'])).not.toThrow()
  })
})
