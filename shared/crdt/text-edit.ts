/**
 * Carrying an edit over: a form was opened on one text (the base), a person made another of it, and meanwhile somebody
 * else has changed the text. What the person changed is told from the base, piece by piece, and each piece goes to
 * where its neighbours stand now. Only words of the base are ever taken away, and only those that are still there.
 *
 * Pieces are words, or, where something was only typed into a word or only taken out of it, characters. A character is
 * what a person takes for one (a family emoji, a flag, a letter with its accents, a Windows line end): none is ever cut
 * in two.
 */
import { diffArrays } from 'diff'
import type * as Y from 'yjs'

/** At `at` of the old text `remove` UTF-16 units go and `insert` comes. */
interface Piece {
  readonly at: number
  readonly remove: number
  readonly insert: string
}

const characters = new Intl.Segmenter(undefined, { granularity: 'grapheme' })
const words = new Intl.Segmenter(undefined, { granularity: 'word' })

/** Words, each with the space behind it: a space of its own would be found again anywhere. */
const wordsOf = (text: string): string[] => {
  const found: string[] = []
  for (const { segment } of words.segment(text)) {
    const last = found.at(-1)
    if (last !== undefined && segment.trim() === '') found[found.length - 1] = last + segment
    else found.push(segment)
  }
  return found
}

/** Comparing costs words × changed words: a text with more changes than this was written anew. */
const MOST_CHANGED_WORDS = 400

const MOST_STEPS_BACK = 100

/** The nearest place at or before `at` where a segment of the text begins. */
const startOfSegment = (segments: Intl.Segments, at: number): number =>
  at <= 0 ? 0 : (segments.containing(at)?.index ?? at)

/** The nearest place at or behind `at` where one ends. */
const endOfSegment = (segments: Intl.Segments, at: number): number => {
  const within = segments.containing(at)
  return within === undefined || within.index === at ? at : within.index + within.segment.length
}

/** How much two texts have in common at their start and end. */
interface Ends {
  readonly start: number
  readonly end: number
}

/** The most of these ends that is made of whole segments in both texts. */
const whole = (segmenter: Intl.Segmenter, a: string, b: string, ends: Ends): Ends => {
  const [inA, inB] = [segmenter.segment(a), segmenter.segment(b)]
  let { start, end } = ends
  for (let before = -1; before !== start; ) {
    before = start
    start = startOfSegment(inB, startOfSegment(inA, start))
  }
  for (let before = -1; before !== end; ) {
    before = end
    end = a.length - endOfSegment(inA, a.length - end)
    end = b.length - endOfSegment(inB, b.length - end)
  }
  return { start, end }
}

const sameEnds = (a: string, b: string): Ends => {
  const shorter = Math.min(a.length, b.length)
  let start = 0
  while (start < shorter && a.charCodeAt(start) === b.charCodeAt(start)) start++
  start = whole(characters, a, b, { start, end: 0 }).start
  let end = 0
  while (
    end < shorter - start &&
    a.charCodeAt(a.length - 1 - end) === b.charCodeAt(b.length - 1 - end)
  )
    end++
  return { start, end: whole(characters, a, b, { start: 0, end }).end }
}

const spaceBehind = (text: string): number => text.length - text.trimEnd().length

/** A word that was typed into, or out of, is not a new word; and the space behind a new word is the old one. */
const narrowed = (piece: Piece, old: string): Piece => {
  const { start, end } = sameEnds(old.slice(piece.at, piece.at + piece.remove), piece.insert)
  const remove = piece.remove - start - end
  const insert = piece.insert.slice(start, piece.insert.length - end)
  if (remove === 0 || insert === '') return { at: piece.at + start, remove, insert }
  const space = Math.min(end, spaceBehind(piece.insert))
  return {
    ...piece,
    remove: piece.remove - space,
    insert: piece.insert.slice(0, piece.insert.length - space),
  }
}

/**
 * “w2” became “w1 w2”: was “1 w” put in behind the w, or “w1 ” in front of it? Where a stretch could also have begun
 * earlier, it begins and ends with whole words if it can.
 */
const startOfWords = (text: string, from: number, to: number): number => {
  const segments = words.segment(text)
  const isEdge = (at: number): boolean => endOfSegment(segments, at) === at
  for (let back = 0; back <= Math.min(from, MOST_STEPS_BACK); back++) {
    if (isEdge(from - back) && isEdge(to - back)) return from - back
    if (text[from - back - 1] !== text[to - back - 1]) break
  }
  return from
}

/** What leads from one text to the other, in the order of the text. */
const piecesBetween = (old: string, next: string): readonly Piece[] => {
  if (old === next) return []
  const same = sameEnds(old, next)
  // Typing: characters came or went at one place.
  if (same.start + same.end >= Math.min(old.length, next.length)) {
    const [longer, length] = old.length > next.length ? [old, old.length] : [next, next.length]
    const at = startOfWords(longer, same.start, length - same.end)
    const remove = old.length - same.end - same.start
    return [{ at, remove, insert: next.slice(at, at + next.length - same.end - same.start) }]
  }
  const { start, end } = whole(words, old, next, same)
  const [from, to] = [old.slice(start, old.length - end), next.slice(start, next.length - end)]
  const [oldWords, newWords] = [wordsOf(from), wordsOf(to)]
  const changes = diffArrays(oldWords, newWords, {
    comparator: (a, b) => a.trimEnd() === b.trimEnd(),
    maxEditLength: MOST_CHANGED_WORDS,
  })
  if (changes === undefined) return [{ at: start, remove: from.length, insert: to }]
  const pieces: Piece[] = []
  let [at, inOld, inNew] = [start, 0, 0]
  let open: Piece = { at, remove: 0, insert: '' }
  const close = (): void => {
    if (open.remove > 0 || open.insert !== '') pieces.push(narrowed(open, old))
    open = { at, remove: 0, insert: '' }
  }
  const take = (remove: string, insert: string): void => {
    open = { ...open, remove: open.remove + remove.length, insert: open.insert + insert }
    at += remove.length
  }
  for (const { count, added, removed } of changes)
    for (let index = 0; index < count; index++) {
      const before = added ? '' : (oldWords[inOld++] ?? '')
      const after = removed ? '' : (newWords[inNew++] ?? '')
      if (added || removed) take(before, after)
      else {
        close()
        const word = before.trimEnd().length
        at += word
        open = { ...open, at }
        // The same word, perhaps with another space behind it.
        if (before === after) at += before.length - word
        else take(before.slice(word), after.slice(word))
        close()
      }
    }
  close()
  return pieces
}

/** Where a place of the old text is in the new one: behind what was written there, in front of what was replaced. */
const placeAfter = (pieces: readonly Piece[], place: number): number => {
  let moved = 0
  for (const { at, remove, insert } of pieces) {
    if (place < at || (place === at && remove > 0)) break
    if (place < at + remove) return at + moved + insert.length
    moved += insert.length - remove
  }
  return place + moved
}

/**
 * Which parts of a stretch of the old text are still there, as places in the new one. Where something new stands in the
 * stretch, the spaces around it stay with it.
 */
const stillThere = (
  pieces: readonly Piece[],
  next: string,
  from: number,
  to: number,
): readonly { readonly at: number; readonly length: number }[] => {
  const parts: { at: number; length: number }[] = []
  let moved = 0
  let kept = from
  let written = false
  const keep = (until: number): void => {
    if (until > kept) parts.push({ at: kept + moved, length: until - kept })
  }
  for (const { at, remove, insert } of pieces) {
    if (at >= to) break
    keep(Math.min(at, to))
    kept = Math.max(kept, at + remove)
    written ||= insert !== '' && at + remove > from
    moved += insert.length - remove
  }
  keep(to)
  return written
    ? parts.filter(({ at, length }) => next.slice(at, at + length).trim() !== '')
    : parts
}

/** Carries what a person changed between `base` and `next` over to a text that others may have changed since. */
export const editText = (text: Y.Text, base: string, next: string): void => {
  const current = text.toString()
  const meanwhile = piecesBetween(base, current)
  // From the end, so that places in front of a change stay what they were.
  for (const { at, remove, insert } of [...piecesBetween(base, next)].reverse()) {
    for (const part of [...stillThere(meanwhile, current, at, at + remove)].reverse())
      text.delete(part.at, part.length)
    if (insert !== '') text.insert(placeAfter(meanwhile, at), insert)
  }
}
