/// <reference types="vite/client" />
declare module 'nspell' {
  interface Speller {
    readonly correct: (word: string) => boolean
    readonly suggest: (word: string) => string[]
    readonly add: (word: string) => Speller
  }
  const nspell: (affix: string, words: string) => Speller
  export default nspell
}
declare module 'mammoth/mammoth.browser.js' {
  export const convertToHtml: (input: {
    readonly arrayBuffer: ArrayBuffer
  }) => Promise<{ readonly value: string }>
}
