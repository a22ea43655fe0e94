/** Whom a capture is about, as it is typed beside it: a name, or as much of it as only one mentee has. */
import { fold, foldedWords } from '../../shared/base/fold'

/** What the open vault tells the capture window of a mentee. */
export interface Named {
  readonly id: string
  readonly name: string
}

export const whomAbout = (typed: string, mentees: readonly Named[]): Named | undefined => {
  const meant = fold(typed.trim())
  if (meant === '') return undefined
  const exact = mentees.find(({ name }) => fold(name) === meant)
  const words = foldedWords(typed)
  const begun = mentees.filter(({ name }) => {
    const parts = foldedWords(name)
    return words.every((word) => parts.some((part) => part.startsWith(word)))
  })
  return exact ?? (words.length > 0 && begun.length === 1 ? begun[0] : undefined)
}

/** A capture as it is saved: who is not known is written down with it, since what was typed must not be lost. */
export const captureOf = (
  text: string,
  about: string,
  mentees: readonly Named[],
): { readonly text: string; readonly about: string } => {
  const whom = whomAbout(about, mentees)
  const unknown = whom === undefined ? about.trim() : ''
  return { text: unknown === '' ? text : `${text} (${unknown})`, about: whom?.id ?? '' }
}
