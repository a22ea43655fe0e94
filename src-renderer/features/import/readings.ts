/**
 * All that is read of files from outside, each by its name: what is asked with it, and what comes back. It runs in a
 * worker of its own (reading.worker.ts), since whoever wrote a file decides how long it takes and how much it makes.
 */
import sodium from 'libsodium-wrappers-sumo'
import type { Result } from '../../../shared/base/result'
import { openCase, openReply } from '../../../shared/exchange/consult'
import { readDirectory } from '../../../shared/exchange/directory'
import { readExport } from '../../../shared/exchange/export'
import { openHandOver } from '../../../shared/exchange/hand-over'
import { readPrepFile } from '../../../shared/exchange/prep-file'
import { readCsv } from '../../../shared/exchange/roster'
import { readSchoolCalendar } from '../../../shared/exchange/school-calendar'
import {
  type ArchiveProblem,
  type EntryProblem,
  openArchive,
} from '../../../shared/formats/archive'
import { decodeText } from '../../../shared/formats/decode-text'
import { type CalendarWindow, readCalendar } from '../../../shared/formats/ics'
import { typeOf } from '../../../shared/formats/page'
import { readFrameworkFile } from '../../../shared/model/caseload/competency'
import { toGrey } from '../../../shared/paper/grey'
import type { SheetShape } from '../../../shared/paper/sheet'
import { isBesides, type SourceFile } from './source-file'

const MOST_TEXT_BYTES = 64 * 1024 * 1024

interface OpenedArchive {
  readonly files: readonly { readonly name: string; readonly content: Uint8Array }[]
  readonly problems: readonly { readonly name: string; readonly why: EntryProblem }[]
}

const readArchive = async (archive: File): Promise<Result<OpenedArchive, ArchiveProblem>> => {
  const opened = openArchive(
    new Uint8Array(await archive.arrayBuffer()),
    (name) => !isBesides(name) && typeOf(name) !== undefined,
  )
  if (!opened.ok) return opened
  const own = opened.value.filter(({ name }) => !isBesides(name))
  return {
    ok: true,
    value: {
      files: own.flatMap(({ name, content }) =>
        content.ok ? [{ name, content: content.value }] : [],
      ),
      problems: own.flatMap(({ name, content }) =>
        content.ok ? [] : [{ name, why: content.error }],
      ),
    },
  }
}

/** What is larger than anything this program writes or a calendar exports is not read at all, and so is none of them. */
const textOf = async (file: File): Promise<string> =>
  file.size > MOST_TEXT_BYTES ? '' : decodeText(new Uint8Array(await file.arrayBuffer()))

export const READINGS = {
  // Its parsers are heavy, and only notes need them.
  page: async (file: SourceFile) => (await import('./read-page')).readPage(file),
  archive: readArchive,
  calendar: async ({ file, window }: { readonly file: File; readonly window: CalendarWindow }) =>
    readCalendar(await textOf(file), window),
  schoolCalendar: async ({
    file,
    window,
  }: {
    readonly file: File
    readonly window: CalendarWindow
  }) => readSchoolCalendar(await textOf(file), window),
  roster: async (file: File) => readCsv(await textOf(file)),
  directory: async (file: File) => readDirectory(await textOf(file)),
  prep: async (file: File) => readPrepFile(await textOf(file)),
  framework: async (file: File) => readFrameworkFile(await textOf(file)),
  export: async (file: File) => readExport(await textOf(file)),
  handOver: async ({ file, code }: { readonly file: File; readonly code: string }) => {
    await sodium.ready
    return openHandOver(await textOf(file), code)
  },
  case: async ({
    file,
    code,
    day,
  }: {
    readonly file: File
    readonly code: string
    readonly day: string
  }) => {
    await sodium.ready
    return openCase(await textOf(file), code, day)
  },
  caseReply: async ({
    file,
    sent,
  }: {
    readonly file: File
    readonly sent: { readonly id: string; readonly replyKey: string }
  }) => {
    await sodium.ready
    return openReply(await textOf(file), sent)
  },
  /** A picture of a paper sheet. */
  sheet: async ({
    image: { width, height, data },
    sheets,
  }: {
    readonly image: ImageData
    readonly sheets: readonly SheetShape[]
  }) =>
    (await import('../../../shared/paper/read-sheet')).readSheet(
      toGrey(width, height, data),
      sheets,
    ),
} satisfies Record<string, (asked: never) => Promise<unknown>>

type Readings = typeof READINGS
export type Reading = keyof Readings
export type Asked<R extends Reading> = Parameters<Readings[R]>[0]
export type Answered<R extends Reading> = Awaited<ReturnType<Readings[R]>>
