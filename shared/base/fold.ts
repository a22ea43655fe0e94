/** Folding: text as the search compares it, without case and accents, letter for letter. */

const MARK = /\p{M}/u
const PLAIN = /^[\0-\x7f]*$/
/** Whether a text has no accents and only letters that are written with spaces between words. */
export const isPlain = (text: string): boolean => PLAIN.test(text)

/** One character without its accent and case; always one UTF-16 unit, so that places in the text stay the same. */
const foldCharacter = (character: string): string => {
  const base = character.normalize('NFD').charAt(0).toLowerCase()
  return base.length === 1 ? base : character
}

/** As long as `text.normalize('NFC')` is: a place in the one is the same place in the other. */
export const fold = (text: string): string => {
  if (PLAIN.test(text)) return text.toLowerCase()
  let folded = ''
  for (let at = 0; at < text.length; at++) folded += foldCharacter(text.charAt(at))
  return folded
}

/** Scripts that are written without spaces: each character is a word, and so is each pair. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u
const WORD = /[\p{L}\p{N}\p{M}]+/gu
const PLAIN_GAP = /[^a-z\d]+/

/** The words of a text, folded. In scripts without spaces, every character and every pair of neighbours. */
export const foldedWords = (text: string): string[] => {
  const folded = fold(text.normalize('NFC'))
  if (PLAIN.test(folded)) return folded.split(PLAIN_GAP).filter((word) => word !== '')
  const words: string[] = []
  for (const word of folded.match(WORD) ?? []) {
    if (!UNSPACED.test(word)) words.push(word)
    else {
      const characters = [...word].filter((character) => !MARK.test(character))
      characters.forEach((character, at) => {
        words.push(character)
        const next = characters[at + 1]
        if (next !== undefined) words.push(character + next)
      })
    }
  }
  return words
}
