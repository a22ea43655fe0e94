/** The files that the coach chose, archives opened, one read after the other. */
import { MOST_BATCH_BYTES, MOST_BATCH_FILES, MOST_FILE_BYTES } from '../../../shared/base/limits'
import type { PageTrouble, ReadPage } from './read-page'
import type { Reader, ReadingTrouble } from './reader'
import { isArchive, isBesides, type SourceFile, sizeOf } from './source-file'

export type Unreadable =
  | PageTrouble
  | Exclude<ReadingTrouble, 'cancelled'>
  | 'too-many'
  | 'archive-inside'

export interface PageProblem {
  readonly path: string
  readonly why: Unreadable
}

interface Found {
  readonly pages: readonly ReadPage[]
  readonly problems: readonly PageProblem[]
}

/** Drawing a bar for every file would take longer than reading it. */
const PROGRESS_EVERY = 10
const dayOf = (milliseconds: number): string => new Date(milliseconds).toISOString().slice(0, 10)
/**
 * Reads file after file with the reader; what cannot be read says why, and the others come in. Undefined when it was
 * cancelled.
 */
export const readPages = async (
  chosen: readonly File[],
  reader: Reader,
  progress: (done: number, of: number) => void,
  cancelled: () => boolean,
): Promise<Found | undefined> => {
  // By path and by id: an archive may hold the same file twice.
  const problems = new Map<string, Unreadable>()
  const pages = new Map<string, ReadPage>()
  const waiting: SourceFile[] = []
  let bytes = 0
  const put = (file: SourceFile): void => {
    const size = sizeOf(file.content)
    // One that is too large by itself is not read, and takes no room from the others.
    const counts = size > MOST_FILE_BYTES ? 0 : size
    if (waiting.length >= MOST_BATCH_FILES || bytes + counts > MOST_BATCH_BYTES)
      problems.set(file.path, 'too-many')
    else {
      bytes += counts
      waiting.push(file)
    }
  }
  const open = async (path: string, archive: File, changedOn: string): Promise<void> => {
    if (archive.size > MOST_BATCH_BYTES) return void problems.set(path, 'too-many')
    const opened = await reader.read('archive', archive)
    const entries = opened.ok ? opened.value : opened
    if (!entries.ok)
      return void (entries.error !== 'cancelled' && problems.set(path, entries.error))
    for (const { name, why } of entries.value.problems)
      problems.set(
        `${path}/${name}`,
        why !== 'unwanted' ? why : isArchive(name) ? 'archive-inside' : 'unknown-type',
      )
    for (const { name, content } of entries.value.files)
      put({ path: `${path}/${name}`, content, changedOn })
  }
  for (const content of chosen) {
    const path = content.webkitRelativePath || content.name
    if (isBesides(path)) continue
    const changedOn = dayOf(content.lastModified)
    if (isArchive(path)) await open(path, content, changedOn)
    else put({ path, content, changedOn })
    if (cancelled()) return undefined
  }
  for (const [index, file] of waiting.entries()) {
    const answer = await reader.read('page', file)
    if (cancelled()) return undefined
    const read = answer.ok ? answer.value : answer
    if (read.ok) for (const page of read.value) pages.set(page.note.id, page)
    else if (read.error !== 'cancelled') problems.set(file.path, read.error)
    if (index % PROGRESS_EVERY === 0 || index === waiting.length - 1)
      progress(index + 1, waiting.length)
  }
  return {
    pages: [...pages.values()],
    problems: [...problems].map(([path, why]) => ({ path, why })),
  }
}
