/** The search off the page's own thread: its index lives here, in memory only, and ends with the page at a lock. */
import type { SearchDocument } from '../../../shared/search/documents'
import { createSearchEngine, type SearchOptions } from '../../../shared/search/engine'
import { parseQuery } from '../../../shared/search/query'

export type SearchRequest =
  | { readonly put: readonly SearchDocument[]; readonly remove: readonly string[] }
  | { readonly ask: number; readonly typed: string; readonly options: SearchOptions }

const engine = createSearchEngine()

self.onmessage = ({ data }: MessageEvent<SearchRequest>) => {
  if ('ask' in data) {
    self.postMessage({ ask: data.ask, answer: engine.search(parseQuery(data.typed), data.options) })
    return
  }
  for (const document of data.put) engine.put(document)
  for (const key of data.remove) engine.remove(key)
}
