/**
 * Reads the files of a folder, an archive or a selection into notes. Nothing in them is run or fetched: text is taken
 * through the note's own schema, which keeps words and structure and nothing else.
 */
import { MarkdownManager } from '@tiptap/markdown'
import { DOMParser as SchemaParser } from '@tiptap/pm/model'
import { unzipSync } from 'fflate'
import {
  factsOf,
  noteIdOf,
  type PageFacts,
  readMarkdownPage,
  readTable,
  typeOf,
} from '../../../shared/import/page'
import type { IncomingNote } from '../../../shared/model/import-notes'
import type { TextTree } from '../../../shared/model/portable'
import { cleanHtml } from '../notes/note-paste'
import { noteExtensions, noteSchema } from '../notes/note-schema'

export interface SourceFile {
  readonly path: string
  readonly bytes: () => Promise<Uint8Array>
  /** `2026-11-24`. */
  readonly changedOn: string
}

export interface ReadPage {
  readonly path: string
  readonly note: IncomingNote
  /** Where the name of a mentee may stand. */
  readonly about: string
  /** It had pictures, which stayed out. */
  readonly pictures: boolean
}

export type Unreadable = 'unknown-type' | 'too-large' | 'damaged' | 'empty' | 'no-text-column'

export interface PageProblem {
  readonly path: string
  readonly why: Unreadable
}

/** Drawing a bar for every file would take longer than reading it. */
const PROGRESS_EVERY = 10
const MOST_BYTES = 20 * 1024 * 1024
const MOST_ARCHIVE_BYTES = 500 * 1024 * 1024

interface JsonNode {
  readonly type?: string | undefined
  readonly text?: string | undefined
  readonly attrs?: Record<string, unknown> | undefined
  readonly marks?:
    | readonly { readonly type: string; readonly attrs?: Record<string, unknown> | undefined }[]
    | undefined
  readonly content?: readonly JsonNode[] | undefined
}

const present = (attributes: Record<string, unknown> = {}): Record<string, unknown> =>
  Object.fromEntries(Object.entries(attributes).filter(([, value]) => value !== null && value !== undefined))

/** The editor's JSON as the elements and runs that a note is stored in. */
const toTree = (nodes: readonly JsonNode[] = []): readonly TextTree[] => {
  const trees: TextTree[] = []
  for (const node of nodes) {
    if (node.type === 'text') {
      const run = {
        insert: node.text ?? '',
        ...(node.marks === undefined || node.marks.length === 0
          ? {}
          : {
              attributes: Object.fromEntries(node.marks.map(({ type, attrs }) => [type, present(attrs)])),
            }),
      }
      const last = trees.at(-1)
      if (last !== undefined && 'runs' in last) trees[trees.length - 1] = { runs: [...last.runs, run] }
      else trees.push({ runs: [run] })
    } else
      trees.push({
        name: node.type ?? 'paragraph',
        attributes: present(node.attrs),
        children: toTree(node.content),
      })
  }
  return trees
}

const markdown = new MarkdownManager({ extensions: noteExtensions })

/** What the note's schema makes of it: a node that it does not know leaves its words behind. */
const throughSchema = (json: JsonNode): readonly TextTree[] => {
  try {
    const document = noteSchema.nodeFromJSON(json)
    document.check()
    return toTree((document.toJSON() as JsonNode).content)
  } catch {
    return plainText(wordsIn(json))
  }
}

const wordsIn = (node: JsonNode): string =>
  node.text ?? (node.content ?? []).map(wordsIn).join(node.type === 'paragraph' ? '' : '\n')

const plainText = (text: string): readonly TextTree[] =>
  text.split(/\r?\n/).map((line) => ({
    name: 'paragraph',
    attributes: {},
    children: line === '' ? [] : [{ runs: [{ insert: line }] }],
  }))

const hasWords = (trees: readonly TextTree[]): boolean =>
  trees.some((tree) =>
    'runs' in tree ? tree.runs.some(({ insert }) => insert.trim() !== '') : hasWords(tree.children),
  )

const fromHtml = (html: string) => {
  const clean = cleanHtml(html)
  const page = new DOMParser().parseFromString(clean.html, 'text/html')
  const heading = page.querySelector('h1, header .page-title')
  const title = heading?.textContent?.trim() ?? ''
  heading?.remove()
  // Notion's table of properties.
  const fields = new Map(
    [...page.querySelectorAll('table.properties tr')].map((row) => [
      (row.querySelector('th')?.textContent ?? '').trim().toLowerCase(),
      (row.querySelector('td')?.textContent ?? '').trim(),
    ]),
  )
  page.querySelector('table.properties')?.remove()
  const json = SchemaParser.fromSchema(noteSchema).parse(page.body).toJSON() as JsonNode
  return { title, fields, text: throughSchema(json), pictures: clean.pictures }
}

const decode = (bytes: Uint8Array): string => new TextDecoder().decode(bytes)

const pageOf = (
  { path, changedOn }: SourceFile,
  bytes: Uint8Array,
  facts: PageFacts,
  text: readonly TextTree[],
  pictures: boolean,
): readonly ReadPage[] | Unreadable =>
  hasWords(text)
    ? [
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
      ]
    : 'empty'

/** The notes in one file: one, or with a table one a row. */
const readOne = async (file: SourceFile): Promise<readonly ReadPage[] | Unreadable> => {
  const type = typeOf(file.path)
  if (type === undefined) return 'unknown-type'
  const bytes = await file.bytes()
  if (bytes.length > MOST_BYTES) return 'too-large'
  switch (type) {
    case 'md':
    case 'markdown': {
      const page = readMarkdownPage(file.path, decode(bytes))
      return pageOf(file, bytes, page.facts, throughSchema(markdown.parse(page.markdown)), page.pictures)
    }
    case 'txt':
      return pageOf(file, bytes, factsOf(file.path, new Map(), ''), plainText(decode(bytes).trim()), false)
    case 'html':
    case 'htm': {
      const page = fromHtml(decode(bytes))
      return pageOf(file, bytes, factsOf(file.path, page.fields, page.title), page.text, page.pictures)
    }
    case 'docx': {
      const mammoth = await import('mammoth/mammoth.browser.js')
      const { value } = await mammoth.convertToHtml({ arrayBuffer: bytes.slice().buffer })
      const page = fromHtml(value)
      return pageOf(file, bytes, factsOf(file.path, page.fields, page.title), page.text, page.pictures)
    }
    case 'csv': {
      const rows = readTable(file.path, decode(bytes))
      if (rows === undefined) return 'no-text-column'
      return rows.map(({ facts, text }, index) => ({
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
      }))
    }
  }
}

/** What an archive holds, without what programs put beside the pages. */
const filesIn = (name: string, archive: Uint8Array, changedOn: string): readonly SourceFile[] => {
  let total = 0
  const files = unzipSync(archive, {
    filter: ({ name, originalSize }) => {
      total += originalSize
      return (
        !name.endsWith('/') &&
        !name.startsWith('__MACOSX') &&
        originalSize <= MOST_BYTES &&
        total <= MOST_ARCHIVE_BYTES
      )
    },
  })
  return Object.entries(files).map(([path, bytes]) => ({
    path: `${name}/${path}`,
    bytes: async () => bytes,
    changedOn,
  }))
}

const isHidden = (path: string): boolean => path.split('/').some((part) => part.startsWith('.'))

const dayOf = (milliseconds: number): string => new Date(milliseconds).toISOString().slice(0, 10)

/** The files that the coach chose, archives opened. */
export const sourceFiles = async (
  chosen: readonly File[],
): Promise<{ readonly files: readonly SourceFile[]; readonly problems: readonly PageProblem[] }> => {
  const files: SourceFile[] = []
  const problems: PageProblem[] = []
  for (const file of chosen) {
    const path = file.webkitRelativePath || file.name
    if (isHidden(path)) continue
    const changedOn = dayOf(file.lastModified)
    if (!/\.zip$/i.test(path)) {
      files.push({ path, changedOn, bytes: async () => new Uint8Array(await file.arrayBuffer()) })
      continue
    }
    if (file.size > MOST_ARCHIVE_BYTES) {
      problems.push({ path, why: 'too-large' })
      continue
    }
    try {
      files.push(
        ...filesIn(path, new Uint8Array(await file.arrayBuffer()), changedOn).filter(
          (one) => !isHidden(one.path),
        ),
      )
    } catch {
      problems.push({ path, why: 'damaged' })
    }
  }
  return { files, problems }
}

/** Reads file after file; stops early when `cancelled` says so. */
export const readPages = async (
  files: readonly SourceFile[],
  progress: (done: number) => void,
  cancelled: () => boolean,
): Promise<{ readonly pages: readonly ReadPage[]; readonly problems: readonly PageProblem[] }> => {
  const pages: ReadPage[] = []
  const problems: PageProblem[] = []
  for (const [index, file] of files.entries()) {
    if (cancelled()) break
    try {
      const read = await readOne(file)
      if (typeof read === 'string') problems.push({ path: file.path, why: read })
      else pages.push(...read)
    } catch {
      problems.push({ path: file.path, why: 'damaged' })
    }
    if (index % PROGRESS_EVERY === 0 || index === files.length - 1) progress(index + 1)
  }
  return { pages, problems }
}
