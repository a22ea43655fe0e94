/** The bundled dictionary, off the page's own thread. Nothing is fetched, and no word leaves this computer. */

import nspell from 'nspell'
import affix from '../../../../node_modules/dictionary-en/index.aff?raw'
import words from '../../../../node_modules/dictionary-en/index.dic?raw'

export type SpellingRequest =
  | { readonly ask: number; readonly check: readonly string[] }
  | { readonly ask: number; readonly suggest: string }
  | { readonly know: readonly string[] }

const speller = nspell(affix, words)
const MOST_SUGGESTIONS = 5

self.onmessage = ({ data }: MessageEvent<SpellingRequest>) => {
  if ('know' in data) for (const word of data.know) speller.add(word)
  else if ('check' in data)
    self.postMessage({ ask: data.ask, answer: data.check.filter((word) => !speller.correct(word)) })
  else
    self.postMessage({
      ask: data.ask,
      answer: speller.suggest(data.suggest).slice(0, MOST_SUGGESTIONS),
    })
}
