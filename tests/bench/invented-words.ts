/** Words for notes that nobody wrote: a dictionary's, as often as people use them. */
import { readFileSync } from 'node:fs'

/** The same numbers in every run. */
export const createRandom = (seed: number) => () => {
  seed = (seed * 1664525 + 1013904223) >>> 0
  return seed / 2 ** 32
}

/** Real words, common ones far more often than rare ones, as people write them. */
const vocabulary = (): readonly string[] =>
  readFileSync('node_modules/dictionary-en/index.dic', 'utf8')
    .split('\n')
    .map((line) => line.split('/')[0] ?? '')
    .filter((word) => /^[a-z]{2,}$/.test(word))

/** Writes notes of words as often as people use them. */
export const writer = (random: () => number) => {
  const words = vocabulary()
  const shuffled = words
    .map((word, index) => [createRandom(index * 7919 + 1)(), word] as const)
    .sort((a, b) => a[0] - b[0])
  const word = (): string => shuffled[Math.floor(random() ** 5 * shuffled.length)]?.[1] ?? 'a'
  return {
    word,
    /** Neither one of the very common words, which nobody looks for, nor one that hardly occurs. */
    wanted: (): string => shuffled[Math.floor(20 + random() * 3000)]?.[1] ?? 'a',
    text: (characters: number): string => {
      let text = ''
      while (text.length < characters) text += `${word()} `
      return text.trim()
    },
  }
}
