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
  interface ImageConverter {
    readonly convert: unknown
  }
  export const images: {
    readonly imgElement: (attributes: () => Promise<{ readonly src: string }>) => ImageConverter
  }
  export const convertToHtml: (
    input: { readonly arrayBuffer: ArrayBuffer },
    options: { readonly convertImage: ImageConverter },
  ) => Promise<{ readonly value: string }>
}
