/** What narrows a search down: the operators that were typed, and what may be on a screen that others look at. */
import { fold } from '../base/fold'
import type { SearchDocument } from './documents'
import type { Operator, SearchQuery } from './query'

/** A name is asked for by the beginning of it, or of one of its words. */
const beginsAWord = (text: string, start: string): boolean =>
  text.startsWith(start) || text.split(/[^\p{L}\p{N}]+/u).some((word) => word.startsWith(start))

const ALIASES: Readonly<Record<string, string>> = { private: 'memory-aid', aid: 'memory-aid' }

/** Whether a document passes one value of an operator. */
const TESTS: Readonly<
  Record<Operator, (document: SearchDocument, value: string, today: string) => boolean>
> = {
  mentee: ({ mentee }, value) => beginsAWord(fold(mentee), value),
  kind: ({ kind }, value) => kind === value || kind === value.replace(/s$/, ''),
  theme: ({ themes }, value) => themes.some((theme) => fold(theme).includes(value)),
  visibility: ({ visibility }, value) =>
    visibility === (ALIASES[value] ?? value.replaceAll(' ', '-')),
  rotation: ({ rotation }, value) => rotation !== '' && fold(rotation).includes(value),
  after: ({ date }, value) => date !== '' && date >= value,
  before: ({ date }, value) => date !== '' && date < value,
  on: ({ date }, value) => date !== '' && date.startsWith(value),
  is: ({ states, due }, value, today) =>
    value === 'overdue' ? due !== '' && due < today : (states as readonly string[]).includes(value),
}

export const passesFilters = (
  document: SearchDocument,
  { filters }: SearchQuery,
  today: string,
): boolean =>
  (Object.entries(filters) as [Operator, readonly string[]][]).every(([operator, values]) =>
    values.some((value) => TESTS[operator](document, value, today)),
  )

/** What the mentee asked not to be brought up stands in a prep; a check-in is nobody else's to see. */
export const mayBePresented = ({ visibility, kind }: SearchDocument): boolean =>
  kind !== 'check-in' &&
  kind !== 'prep' &&
  (visibility === 'shared' ||
    visibility === 'program' ||
    kind === 'resource' ||
    kind === 'template')
