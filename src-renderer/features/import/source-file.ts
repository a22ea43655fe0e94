/** A file to be read, on its way from the page to the worker. */
export interface SourceFile {
  readonly path: string
  /** Chosen by the coach, or out of an archive: never a Blob of our own, which the browser may put on the disk. */
  readonly content: File | Uint8Array
  /** `2026-11-24`. */
  readonly changedOn: string
}

export const sizeOf = (content: SourceFile['content']): number =>
  content instanceof Uint8Array ? content.length : content.size

export const isArchive = (path: string): boolean => path.toLowerCase().endsWith('.zip')

/** What programs put beside the pages, and folders themselves. */
export const isBesides = (path: string): boolean =>
  path.endsWith('/') || path.split('/').some((part) => part.startsWith('.') || part === '__MACOSX')
