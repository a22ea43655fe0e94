/**
 * Reads one file into notes, in a worker. Nothing in it is run or fetched: text is taken through the note's own
 * schema, which keeps words and structure and nothing else.
 */
import { MarkdownManager } from '@tiptap/markdown'
import { Mark } from '@tiptap/pm/model'
import { htmlToBlocks, type NoteNode, readHtmlPage } from '../../../shared/import/html'
import {
  DEEPEST,
  MOST_BATCH_FILES,
  MOST_CHARACTERS,
  MOST_ELEMENTS,
  MOST_FILE_BYTES,
  TooMuch,
} from '../../../shared/import/limits'
import {
  factsOf,
  noteIdOf,
  type PageFacts,
  readMarkdownPage,
  readTable,
  typeOf,
} from '../../../shared/import/page'
import { modestWordFile } from '../../../shared/import/word'
import type { IncomingNote } from '../../../shared/model/import-notes'
import type { TextTree } from '../../../shared/model/portable'
import { err, ok, type Result } from '../../../shared/result'
import { noteExtensions, noteSchema } from '../notes/note-schema'
import { type SourceFile, sizeOf } from './source-file'

export interface ReadPage {
  readonly path: string
  readonly note: IncomingNote
  /** Where the name of a mentee may stand. */
  readonly about: string
  /** It had pictures, which stayed out. */
  readonly pictures: boolean
}

export type PageTrouble = 'unknown-type' | 'too-large' | 'too-much' | 'damaged' | 'empty' | 'no-text-column'

const present = (attributes: Readonly<Record<string, unknown>> = {}): Record<string, unknown> =>
  Object.fromEntries(Object.entries(attributes).filter(([, value]) => value !== null && value !== undefined))

/** The editor's JSON as the elements and runs that a note is stored in; `left` counts down what it may hold. */
const toTree = (
  nodes: readonly NoteNode[] = [],
  left = { elements: MOST_ELEMENTS, characters: MOST_CHARACTERS },
  depth = 0,
): TextTree[] => {
  const trees: TextTree[] = []
  let runs: { insert: string; attributes?: Record<string, unknown> }[] | undefined
  if (depth > DEEPEST) throw new TooMuch()
  for (const node of nodes) {
    if (--left.elements < 0) throw new TooMuch()
    left.characters -= node.text?.length ?? 0
    if (left.characters < 0) throw new TooMuch()
    if (node.type !== 'text') {
      runs = undefined
      trees.push({
        name: node.type ?? 'paragraph',
        attributes: present(node.attrs),
        children: toTree(node.content, left, depth + 1),
      })
      continue
    }
    if (runs === undefined) {
      runs = []
      trees.push({ runs })
    }
    const marks = (node.marks ?? []).map(({ type, attrs }) => [type, present(attrs)])
    runs.push({
      insert: node.text ?? '',
      ...(marks.length === 0 ? {} : { attributes: Object.fromEntries(marks) }),
    })
  }
  return trees
}

const plainText = (text: string): readonly TextTree[] =>
  toTree(
    text.split(/\r?\n/).map((line) => ({
      type: 'paragraph',
      content: line === '' ? [] : [{ type: 'text', text: line }],
    })),
  )

/** Marks that exclude each other (words that are code cannot be bold) are settled as the editor settles them. */
const withSettledMarks = (node: NoteNode): NoteNode => ({
  ...node,
  ...(node.marks === undefined
    ? {}
    : {
        marks: node.marks
          .reduce((set, mark) => Mark.fromJSON(noteSchema, mark).addToSet(set), Mark.none)
          .map((mark) => ({ type: mark.type.name, attrs: mark.attrs })),
      }),
  ...(node.content === undefined ? {} : { content: node.content.map(withSettledMarks) }),
})

const wordsIn = (node: NoteNode): string =>
  node.text ?? (node.content ?? []).map(wordsIn).join(node.type === 'paragraph' ? '' : '\n')

/** What the note's schema makes of it: a node that it does not know leaves its words behind. */
const throughSchema = (content: readonly NoteNode[]): readonly TextTree[] => {
  const page = { type: 'doc', content }
  // Before anything goes down into it: it may be too large, or deeper than can be gone.
  toTree(content)
  try {
    const document = noteSchema.nodeFromJSON(withSettledMarks(page))
    document.check()
    return toTree((document.toJSON() as NoteNode).content)
  } catch (error) {
    if (error instanceof TooMuch) throw error
    return plainText(wordsIn(page))
  }
}

const markdown = new MarkdownManager({ extensions: noteExtensions })

const inlineOf = (nodes: readonly NoteNode[]): readonly NoteNode[] =>
  nodes.flatMap((node) =>
    node.type === 'text' || node.type === 'hardBreak' ? [node] : inlineOf(node.content ?? []),
  )

// It reads the HTML inside of Markdown with the browser's own parser, which a worker does not have.
Object.assign(markdown, {
  parseHTMLToken: ({ text = '', block = false }: { readonly text?: string; readonly block?: boolean }) =>
    block ? htmlToBlocks(text) : inlineOf(htmlToBlocks(text)),
})

const hasWords = (trees: readonly TextTree[]): boolean =>
  trees.some((tree) =>
    'runs' in tree ? tree.runs.some(({ insert }) => insert.trim() !== '') : hasWords(tree.children),
  )

const decode = (bytes: Uint8Array): string => new TextDecoder().decode(bytes)

const pageOf = (
  { path, changedOn }: SourceFile,
  bytes: Uint8Array,
  facts: PageFacts,
  text: readonly TextTree[],
  pictures = false,
): Result<readonly ReadPage[], PageTrouble> =>
  hasWords(text)
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
  const { title, fields, blocks, pictures } = readHtmlPage(html)
  return pageOf(file, bytes, factsOf(file.path, fields, title), throughSchema(blocks), pictures)
}

const wordPage = async (
  file: SourceFile,
  bytes: Uint8Array,
): Promise<Result<readonly ReadPage[], PageTrouble>> => {
  const modest = modestWordFile(bytes)
  if (!modest.ok) return modest
  const mammoth = await import('mammoth/mammoth.browser.js')
  const { value } = await mammoth.convertToHtml(
    { arrayBuffer: modest.value.slice().buffer },
    // The pictures are not in it any more; that there were some is said.
    { convertImage: mammoth.images.imgElement(async () => ({ src: '' })) },
  )
  return htmlPage(file, bytes, value)
}

const tablePages = (file: SourceFile, bytes: Uint8Array): Result<readonly ReadPage[], PageTrouble> => {
  const rows = readTable(file.path, decode(bytes))
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
        text: plainText(text),
      },
    })),
  )
}

const readOne = async (file: SourceFile): Promise<Result<readonly ReadPage[], PageTrouble>> => {
  const type = typeOf(file.path)
  if (type === undefined) return err('unknown-type')
  if (sizeOf(file.content) > MOST_FILE_BYTES) return err('too-large')
  const bytes =
    file.content instanceof Uint8Array ? file.content : new Uint8Array(await file.content.arrayBuffer())
  switch (type) {
    case 'md':
    case 'markdown': {
      const page = readMarkdownPage(file.path, decode(bytes))
      const { content = [] } = markdown.parse(page.markdown) as NoteNode
      return pageOf(file, bytes, page.facts, throughSchema(content), page.pictures)
    }
    case 'txt':
      return pageOf(file, bytes, factsOf(file.path, new Map(), ''), plainText(decode(bytes).trim()))
    case 'html':
    case 'htm':
      return htmlPage(file, bytes, decode(bytes))
    case 'docx':
      return wordPage(file, bytes)
    case 'csv':
      return tablePages(file, bytes)
  }
}

/** The notes in one file: one, or with a table one a row. */
export const readPage = async (file: SourceFile): Promise<Result<readonly ReadPage[], PageTrouble>> => {
  try {
    return await readOne(file)
  } catch (error) {
    // A parser that runs out of stack has been given something deeper than any page.
    return err(error instanceof TooMuch || error instanceof RangeError ? 'too-much' : 'damaged')
  }
}
