/**
 * Words that did not come from the catalogue. The app speaks the pseudo-locale, in which every letter of a text of the
 * catalogue has a mark, and says days in Japanese: a plain Latin word on the screen is the coach's (or the sample
 * caseload's), a name, or a stray.
 */
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright/test'
import competencies from '../../../shared/model/caseload/competencies.json' with { type: 'json' }
import * as checkIn from '../../../shared/model/record/check-in'
import { allLines } from '../../../shared/model/record/note-text'
import { SOURCES } from '../../../shared/model/sources'
import { wordsOf } from '../../../shared/note-text/delta'
import { PSEUDO, speak } from '../../../shared/words/words'
import { dayNow } from '../../../src-renderer/ui/days/day-words'
import { sampleOn } from '../../steps/sample'
import { type Device, launch, newProfile } from './device'

/**
 * Names that stay as they are in every language (of languages, too), where this laptop's data is, keys of a keyboard,
 * gaps of templates, what is typed after a slash, a group of the recovery key, and the app's own name.
 */
const NAMES =
  /\{[a-z ]+\}|^\/[a-z-]+$|^\/tmp\/confidant-e2e-\w+$|^[0-9A-Z]{7}$|English \(U[SK]\)|Čeština|Dansk|Deutsch|Español|Français|Italiano|Nederlands|Norsk|Polski|Português( \(Brasil\))?|Suomi|Svenska|Türkçe|autosize measurement|Confidant|REACH|GROW|WOOP|WHO(-5)?|I-SMART|SMART|R2C2|SAMHSA|AMA\b|OHSU|MS\d|Ctrl|Shift|Alt|Enter|Esc|Space|Tab|PDF|CSV|ICS|ZIP|HTML|JSON|Markdown|Obsidian|Notion|OneNote|Word|Chromium|Letter|A4|Kbd|URL|FERPA|CFR|F1|\b[\w-]+\.(?:org|gov|edu|com|int)\b\S*|https?:\/\/\S+|wss?:\/\/\S+|\S+@\S+/g

const stringsIn = (value: unknown): readonly string[] =>
  typeof value === 'string'
    ? value.split('\n')
    : typeof value === 'object' && value !== null
      ? Object.values(value).flatMap(stringsIn)
      : []

/**
 * What the sample caseload says, and the instruments and frameworks that are never translated; long ones first. A single
 * word in small letters may be a code, which is no text to show: of those, only what a coach writes as such.
 */
const knownTexts = (): readonly string[] => {
  // The sample asks the catalogue for some of its texts: as the app does, in the pseudo-locale.
  speak(PSEUDO)
  const { vault, records, docs } = sampleOn(dayNow())
  // A projection has the beginning of a note; the search shows any of it.
  const notes = records.flatMap((record) =>
    docs
      .filter(({ id }) => id === record.id)
      .flatMap(({ doc }) => record.notes.flatMap(({ id }) => allLines(doc, id)))
      .map(wordsOf),
  )
  const words = records.flatMap(({ mentee, sessions, notes, goals, reflections }) => [
    ...mentee.name.split(' '),
    ...mentee.tags,
    mentee.pronouns,
    ...[...sessions, ...notes, ...goals, ...reflections].flatMap(({ themes }) => themes),
  ])
  words.push(
    ...vault.groupSessions.flatMap(({ themes }) => themes),
    ...vault.snippets.map(({ word }) => word),
  )
  // A list has the beginning of a note on one line.
  const begun = records.flatMap((record) =>
    record.notes.flatMap(({ body, written }) =>
      [body, written].map((text) => text.replaceAll('\n', ' ')),
    ),
  )
  const said = stringsIn([records, notes, begun, vault, competencies, { ...checkIn }, SOURCES])
  return [...new Set([...said.filter((text) => / |^\p{Lu}/u.test(text.trim())), ...words])]
    .map((text) => text.trim())
    .filter((text) => text.length > 2)
    .sort((one, other) => other.length - one.length)
}

/** Everything that is read on a page, or read aloud. */
const textsOf = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const said = new Set<string>()
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode())
      if (node.parentElement?.closest('script, style, kbd') === null)
        said.add(node.textContent ?? '')
    for (const name of ['aria-label', 'aria-description', 'placeholder', 'title', 'alt'])
      for (const element of document.querySelectorAll(`[${name}]`))
        said.add(element.getAttribute(name) ?? '')
    return [...said]
  })

export interface Strays {
  /** Those of some texts. */
  readonly among: (texts: readonly string[]) => readonly string[]
  /** Those of a page as it is now, noted under the name of its place if nobody noted them before. */
  readonly look: (page: Page, place: string) => Promise<void>
  /** Notes texts that come from elsewhere. */
  readonly note: (place: string, texts: readonly string[]) => void
  /** All that was noted, by the place where it was seen first. */
  readonly found: () => Readonly<Record<string, readonly string[]>>
}

/** Between what an item says and what is said about it: dots, brackets, a day in Japanese. */
const APART = / · |[…[\]\n]|(?:\d+年)?\d+月\d+日/
/** Around what the app names of it. */
const QUOTED = /[“”]/
/** Shorter ones may be a text of the app that the sample says, too, by chance. */
const SHORTEST_STRETCH = 12

export const createStrays = (): Strays => {
  const known = knownTexts()
  const whole = new Set(known)
  const all = known.join('\n')
  const seen = new Map<string, string>()
  /** What is left of a text without all that is known; '' when nothing is. */
  const restOf = (text: string): string => {
    // What is cut off is a stretch of something.
    let rest = text
    for (const piece of [...text.split(APART), ...text.split(QUOTED)].map((one) => one.trim()))
      if (piece.length >= SHORTEST_STRETCH && all.includes(piece)) rest = rest.replaceAll(piece, '')
    rest = rest.replace(NAMES, '')
    for (const part of known) {
      if (!/[a-zA-Z]{3}/.test(rest)) return ''
      if (rest.includes(part)) rest = rest.replaceAll(part, '')
    }
    return /[a-zA-Z]{3}/.test(rest) ? rest.trim() : ''
  }
  const strayOf = (text: string): string => {
    const had = seen.get(text)
    if (had !== undefined) return had
    const rest = whole.has(text.trim()) ? '' : restOf(text)
    seen.set(text, rest)
    return rest
  }
  const found: Record<string, readonly string[]> = {}
  const noted = new Set<string>()
  const among = (texts: readonly string[]): readonly string[] =>
    texts.map(strayOf).filter((rest) => rest !== '')
  const note = (place: string, texts: readonly string[]): void => {
    const fresh = [...new Set(among(texts))].filter((rest) => !noted.has(rest))
    for (const rest of fresh) noted.add(rest)
    if (fresh.length > 0) found[place] = [...(found[place] ?? []), ...fresh]
  }
  return {
    among,
    note,
    look: async (page, place) => note(place, await textsOf(page)),
    found: () => found,
  }
}

/** The app in the pseudo-locale, days in Japanese, nothing moving. */
export const launchInPseudo = async (args: readonly string[] = []): Promise<Device> => {
  const profile = await newProfile()
  await mkdir(profile, { recursive: true })
  await writeFile(
    join(profile, 'confidant.json'),
    JSON.stringify({ deviceId: 'A'.repeat(22), settings: { dateLanguage: 'ja' } }),
  )
  const device = await launch(profile, [`--language=${PSEUDO}`, ...args])
  await device.page.emulateMedia({ reducedMotion: 'reduce' })
  return device
}
