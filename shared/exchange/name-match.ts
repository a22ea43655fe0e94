/** Whom a title, a file's name or a calendar entry is about: the mentee whose name or address stands in it. */
import { fold, foldedWords } from '../base/fold'
import type { RecordProjection } from '../model/projection'
import { displayName } from '../model/record/mentee'

const runs = (words: readonly string[], within: readonly string[]): boolean =>
  words.length > 0 &&
  within.some((_word, at) => words.every((word, offset) => within[at + offset] === word))

/**
 * The record of the one mentee who is meant; undefined when nobody is, or more than one could be. A whole name in
 * either order or an e-mail address counts before a given or family name alone, which counts if nobody shares it.
 */
export const matchMentee = (
  text: string,
  records: readonly RecordProjection[],
): string | undefined => {
  const within = foldedWords(text)
  const folded = fold(text)
  const named = records.map(({ id, mentee }) => ({
    id,
    email: mentee.email.toLowerCase(),
    names: [mentee.name, displayName(mentee)].map(foldedWords),
  }))
  const only = (found: readonly { readonly id: string }[]): string | undefined =>
    found.length === 1 ? found[0]?.id : undefined
  const whole = named.filter(
    ({ email, names }) =>
      (email !== '' && folded.includes(email)) ||
      names.some(
        (name) =>
          name.length > 1 &&
          (runs(name, within) || runs([...name.slice(-1), ...name.slice(0, -1)], within)),
      ),
  )
  if (whole.length > 0) return only(whole)
  return only(
    named.filter(({ names }) => names.some((name) => name.some((part) => within.includes(part)))),
  )
}
