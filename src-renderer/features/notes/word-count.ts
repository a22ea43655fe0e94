/** How many words a text has, in any script that the browser knows the words of. */
const segmenter = new Intl.Segmenter(undefined, { granularity: 'word' })

export const countWords = (text: string): number => {
  let words = 0
  for (const { isWordLike } of segmenter.segment(text)) if (isWordLike === true) words++
  return words
}
