/**
 * The app's words. All of them stand in one catalogue, words/en.json, through i18next; a translation is a file beside
 * it (docs/formats.md). The entry points say which language to speak, in src-main/window/language.ts and
 * src-renderer/shell/language.ts, each before it shows anything; changing it loads the page anew. No text is spoken while
 * a file loads (pure.test.ts).
 */
import { createInstance } from 'i18next'
import en from './en.json' with { type: 'json' }
import type { Gaps } from './gaps'
import { toPseudo } from './pseudo'

/** Texts with a number have a form for one and one for all others (`_one`, `_other`): the key goes without it. */
type WithoutForm<Key> = Key extends `${infer Base}_${'one' | 'other'}` ? Base : Key
export type TextKey = WithoutForm<keyof typeof en>

/** What a text asks for: all of its gaps by their names, or nothing. */
type Filling<Key extends TextKey> = Key extends keyof Gaps
  ? [gaps: Readonly<Record<Gaps[Key], string | number>>]
  : []

/** Stands for a real language in the tests: every text of the catalogue with accents and a third longer. */
export const PSEUDO = 'en-XA'

/** What those who are coached are called. */
export const MENTEE_WORDS = ['mentee', 'student'] as const
export type MenteeWord = (typeof MENTEE_WORDS)[number]

const MENTEE = /\b([Mm])entee(s?)\b/g
const words = createInstance()
let menteeWord: MenteeWord = 'mentee'
/** Texts without gaps, as they were said once: a screen asks for hundreds of them, each time that it is drawn. */
const plain = new Map<string, string>()

void words.init({
  lng: 'en',
  fallbackLng: 'en',
  resources: { en: { translation: en }, [PSEUDO]: { translation: {} } },
  initAsync: false,
  keySeparator: false,
  nsSeparator: false,
  interpolation: { escapeValue: false },
})

/** Speaks a language from here on; `catalogue` holds its texts by the keys of en.json. */
export const speak = (
  language: string,
  word: MenteeWord = 'mentee',
  catalogue?: Readonly<Record<string, string>>,
): void => {
  menteeWord = word
  plain.clear()
  if (language === PSEUDO) words.addResourceBundle(PSEUDO, 'translation', toPseudo(en))
  else if (catalogue !== undefined) words.addResourceBundle(language, 'translation', catalogue)
  void words.changeLanguage(language)
}

/** The language that is spoken now, as a page says it of itself. */
export const languageNow = (): string => words.language

/** What a page is told before it loads anything. */
export interface GivenWords {
  readonly language: string
  readonly menteeWord: MenteeWord
  readonly catalogue?: Readonly<Record<string, string>>
  /** All languages that there is a catalogue for. */
  readonly languages: readonly string[]
}

const say = (key: string, gaps: Readonly<Record<string, string | number>> = {}): string => {
  const text = words.t(key, gaps)
  return menteeWord === 'mentee' || words.language !== 'en'
    ? text
    : text.replace(
        MENTEE,
        (_whole, first: string, more: string) => `${first === 'M' ? 'S' : 's'}tudent${more}`,
      )
}

/** A text of the catalogue, its gaps filled in. */
export const t = <Key extends TextKey>(key: Key, ...[gaps]: Filling<Key>): string => {
  if (gaps !== undefined) return say(key, gaps)
  const said = plain.get(key) ?? say(key)
  plain.set(key, said)
  return said
}

/** The texts that have no gaps. */
export type PlainKey = Exclude<TextKey, keyof Gaps>
type Spoken<Keys> = { readonly [Name in keyof Keys]: string }

/**
 * A table, or a list, of texts that is made once and speaks whenever one of them is read: what is made while a file loads
 * knows no language yet. `beside`: what stands in it beside its texts.
 */
export const spoken = <
  const Keys extends Readonly<Record<string, PlainKey>> | readonly PlainKey[],
  const Beside extends object = Record<never, never>,
>(
  keys: Keys,
  beside?: Beside,
): Spoken<Keys> & Beside =>
  Object.defineProperties(
    Array.isArray(keys) ? [] : { ...beside },
    Object.fromEntries(
      Object.entries<PlainKey>(keys).map(([name, key]) => [
        name,
        { enumerable: true, get: () => t(key) },
      ]),
    ),
  ) as Spoken<Keys> & Beside
