/**
 * Reads one file into notes, in a worker. Nothing in it is run or fetched: what comes in is lines, which are
 * words and structure and nothing else.
 */

import {
  MOST_BATCH_FILES,
  MOST_CHARACTERS,
  MOST_ELEMENTS,
  MOST_FILE_BYTES,
  TooMuch,
} from '../../../shared/base/limits'
import { err, ok, type Result } from '../../../shared/base/result'
import type { IncomingNote } from '../../../shared/exchange/import-notes'
import { decodeText } from '../../../shared/formats/decode-text'
import { readHtmlPage } from '../../../shared/formats/html'
import { markdownToLines } from '../../../shared/formats/markdown'
import {
  factsOf,
  noteIdOf,
  type PageFacts,
  readMarkdownPage,
  readTable,
  typeOf,
} from '../../../shared/formats/page'
import { wordFileWithin } from '../../../shared/formats/word'
import { type Line, plainLine, wordsOf } from '../../../shared/note-text/delta'
import { type SourceFile, sizeOf } from './source-file'

export interface ReadPage {
  readonly path: string
  readonly note: IncomingNote
  /** Where the name of a mentee may stand. */
  readonly about: string
  /** It had pictures, which stayed out. */
  readonly pictures: boolean
}

export type PageTrouble =
  | 'unknown-type'
  | 'too-large'
  | 'too-much'
  | 'damaged'
  | 'empty'
  | 'no-text-column'

const plainLines = (text: string): readonly Line[] => {
  const lines = text.length > MOST_CHARACTERS ? [] : text.split(/\r?\n/)
  if (text.length > MOST_CHARACTERS || lines.length > MOST_ELEMENTS) throw new TooMuch()
  return lines.map((line) => plainLine(line))
}

const pageOf = (
  { path, changedOn }: SourceFile,
  bytes: Uint8Array,
  facts: PageFacts,
  text: readonly Line[],
  pictures = false,
): Result<readonly ReadPage[], PageTrouble> =>
  text.some((line) => wordsOf(line).trim() !== '')
    ? ok([
        {
          path,
          about: facts.about,
          pictures,
          note: {
            id: noteIdOf(path, bytes),
            title: facts.title,
            date: facts.date || changedOn,
            themes: facts.themes,
            text,
          },
        },
      ])
    : err('empty')

const htmlPage = (
  file: SourceFile,
  bytes: Uint8Array,
  html: string,
): Result<readonly ReadPage[], PageTrouble> => {
  const { title, fields, lines, pictures } = readHtmlPage(html)
  return pageOf(file, bytes, factsOf(file.path, fields, title), lines, pictures)
}

const wordPage = async (
  file: SourceFile,
  bytes: Uint8Array,
): Promise<Result<readonly ReadPage[], PageTrouble>> => {
  const modest = wordFileWithin(bytes)
  if (!modest.ok) return modest
  const mammoth = await import('mammoth/mammoth.browser.js')
  const { value } = await mammoth.convertToHtml(
    { arrayBuffer: modest.value.slice().buffer },
    // The pictures are not in it any more; that there were some is said.
    { convertImage: mammoth.images.imgElement(async () => ({ src: '' })) },
  )
  return htmlPage(file, bytes, value)
}

const tablePages = (
  file: SourceFile,
  bytes: Uint8Array,
): Result<readonly ReadPage[], PageTrouble> => {
  const rows = readTable(file.path, decodeText(bytes))
  if (rows === undefined) return err('no-text-column')
  if (rows.length > MOST_BATCH_FILES) return err('too-much')
  return ok(
    rows.map(({ facts, text }, index) => ({
      path: `${file.path}, row ${index + 2}`,
      about: facts.about,
      pictures: false,
      note: {
        id: noteIdOf(`${file.path}/${index}`, `${facts.date}\n${facts.title}\n${text}`),
        title: facts.title,
        date: facts.date || file.changedOn,
        themes: facts.themes,
        text: plainLines(text),
      },
    })),
  )
}

const readOne = async (file: SourceFile): Promise<Result<readonly ReadPage[], PageTrouble>> => {
  const type = typeOf(file.path)
  if (type === undefined) return err('unknown-type')
  if (sizeOf(file.content) > MOST_FILE_BYTES) return err('too-large')
  const bytes =
    file.content instanceof Uint8Array
      ? file.content
      : new Uint8Array(await file.content.arrayBuffer())
  switch (type) {
    case 'md':
    case 'markdown': {
      const page = readMarkdownPage(file.path, decodeText(bytes))
      return pageOf(file, bytes, page.facts, markdownToLines(page.markdown), page.pictures)
    }
    case 'txt':
      return pageOf(
        file,
        bytes,
        factsOf(file.path, new Map(), ''),
        plainLines(decodeText(bytes).trim()),
      )
    case 'html':
    case 'htm':
      return htmlPage(file, bytes, decodeText(bytes))
    case 'docx':
      return wordPage(file, bytes)
    case 'csv':
      return tablePages(file, bytes)
  }
}

/** The notes in one file: one, or with a table one a row. */
export const readPage = async (
  file: SourceFile,
): Promise<Result<readonly ReadPage[], PageTrouble>> => {
  try {
    return await readOne(file)
  } catch (error) {
    // A parser that runs out of stack has been given something deeper than any page.
    return err(error instanceof TooMuch || error instanceof RangeError ? 'too-much' : 'damaged')
  }
}
