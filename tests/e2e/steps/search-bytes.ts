/** Looks for words in files and bytes, as UTF-8 and as UTF-16, in both byte orders. */
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'

const encodings = (word: string): readonly Buffer[] => {
  const little = Buffer.from(word, 'utf16le')
  return [Buffer.from(word, 'utf8'), little, Buffer.from(little).swap16()]
}

export const wordsIn = (bytes: Buffer, words: readonly string[]): string[] =>
  words.filter((word) => encodings(word).some((encoded) => bytes.includes(encoded)))

/** `file: word` for every find below a folder. */
export const wordsBelow = async (folder: string, words: readonly string[]): Promise<string[]> => {
  const found: string[] = []
  for (const entry of await readdir(folder, { withFileTypes: true, recursive: true })) {
    if (!entry.isFile()) continue
    const path = join(entry.parentPath ?? entry.path, entry.name)
    const bytes = await readFile(path).catch(() => Buffer.alloc(0))
    found.push(...wordsIn(bytes, words).map((word) => `${path}: ${word}`))
  }
  return found
}
