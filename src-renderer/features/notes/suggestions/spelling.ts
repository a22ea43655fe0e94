/** The spelling of words, asked of the dictionary's worker and remembered until the vault locks. */
import type { SpellingRequest } from './spelling.worker'

export interface Spelling {
  /** False for a misspelled word; undefined while it is not known yet. */
  readonly isRight: (word: string) => boolean | undefined
  /** Looks the words up; resolves once they are known. */
  readonly check: (words: readonly string[]) => Promise<void>
  readonly suggest: (word: string) => Promise<readonly string[]>
  /** Takes words as right from now on: names, and what the coach added. */
  readonly know: (words: readonly string[]) => void
}

const createSpelling = (): Spelling => {
  const worker = new Worker(new URL('./spelling.worker.ts', import.meta.url), { type: 'module' })
  const waiting = new Map<number, (answer: readonly string[]) => void>()
  const known = new Map<string, boolean>()
  let asked = 0
  worker.onmessage = ({
    data,
  }: MessageEvent<{ readonly ask: number; readonly answer: readonly string[] }>): void => {
    waiting.get(data.ask)?.(data.answer)
    waiting.delete(data.ask)
  }
  const ask = (request: { readonly check: readonly string[] } | { readonly suggest: string }) =>
    new Promise<readonly string[]>((resolve) => {
      waiting.set(++asked, resolve)
      worker.postMessage({ ask: asked, ...request } satisfies SpellingRequest)
    })
  return {
    isRight: (word) => known.get(word),
    check: async (words) => {
      const wrong = new Set(await ask({ check: words }))
      for (const word of words) known.set(word, !wrong.has(word))
    },
    suggest: (word) => ask({ suggest: word }),
    know: (words) => {
      const fresh = words.filter((word) => known.get(word) !== true)
      for (const word of fresh) known.set(word, true)
      if (fresh.length > 0) worker.postMessage({ know: fresh } satisfies SpellingRequest)
    },
  }
}

let spelling: Spelling | undefined
/** One for the page: the dictionary is read once. */
export const theSpelling = (): Spelling => {
  spelling ??= createSpelling()
  return spelling
}
