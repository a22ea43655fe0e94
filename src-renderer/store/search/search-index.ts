/**
 * The search of the open vault. What the read model has is indexed at once; the texts of notes follow, record by
 * record, while nothing else is to be done or as soon as somebody searches, since a record must be opened for them. From
 * then on every change, from whichever device, is taken in as it is projected. Nothing of it is ever written to a disk.
 */
import type * as Y from 'yjs'
import { createStore, type StoreApi } from 'zustand/vanilla'
import type { RecordProjection, VaultProjection } from '../../../shared/model/projection'
import type { Note } from '../../../shared/model/record/note'
import { allLines } from '../../../shared/model/record/note-text'
import { plainText } from '../../../shared/note-text/delta'
import {
  recordSources,
  type SearchDocument,
  type SearchSource,
  surroundingsOf,
  vaultSources,
} from '../../../shared/search/documents'
import type { SearchAnswer, SearchOptions } from '../../../shared/search/engine'
import type { VaultSession } from '../session/vault-session'
import type { SearchRequest } from './search.worker'

export interface SearchIndex {
  readonly search: (typed: string, options: SearchOptions) => Promise<SearchAnswer>
  /** How many records' notes are in the index, of how many; and how often it has changed. */
  readonly progress: StoreApi<{
    readonly done: number
    readonly of: number
    readonly changes: number
  }>
  readonly close: () => void
}

const VAULT = ''
/** Far more is written than is asked for: it is taken in after a while, or before the next question. */
const TAKE_AFTER_MS = 10_000

/** What was indexed of a record: the items, each the same object as long as nothing in it changed. */
interface Indexed {
  readonly items: ReadonlyMap<string, object>
  readonly surroundings: string
}

/** What the worker has of each record, so that it is given only what is new. */
const createGiven = (send: (request: SearchRequest) => void) => {
  const indexed = new Map<string, Indexed>()
  return {
    all: () => [...indexed.keys()],
    /**
     * Whether anything was new. `whole`: false while the notes' texts are cut short; the items then count as not
     * indexed yet.
     */
    give: (
      of: string,
      sources: readonly SearchSource[],
      surroundings: string,
      whole: boolean,
    ): boolean => {
      const before = indexed.get(of)
      const same = before?.surroundings === surroundings
      const put: SearchDocument[] = []
      for (const { key, item, document } of sources)
        if (!same || before.items.get(key) !== item) put.push(document())
      const keys = new Set(sources.map(({ key }) => key))
      const remove = [...(before?.items.keys() ?? [])].filter((key) => !keys.has(key))
      indexed.set(of, {
        items: new Map(sources.map(({ key, item }) => [key, whole ? item : sources])),
        surroundings,
      })
      const isNew = put.length + remove.length > 0
      if (isNew) send({ put, remove })
      return isNew
    },
    takeBack: (of: string): void => {
      send({ put: [], remove: [...(indexed.get(of)?.items.keys() ?? [])] })
      indexed.delete(of)
    },
  }
}
type Given = ReturnType<typeof createGiven>

/** Waits until nothing else is to be done; once somebody has asked, only until keys and frames had their turn. */
const createIdle = () => {
  let isAsked = false
  let wake = (): void => undefined
  return {
    wait: (): Promise<void> =>
      new Promise((resolve) => {
        if (isAsked) return void setTimeout(resolve)
        wake = resolve
        requestIdleCallback(() => resolve(), { timeout: 500 })
      }),
    asked: (): void => {
      isAsked = true
      wake()
    },
  }
}

export const createSearchIndex = (
  session: Pick<VaultSession, 'model' | 'use' | 'listen'>,
  worker = new Worker(new URL('./search.worker.ts', import.meta.url), { type: 'module' }),
): SearchIndex => {
  const waiting = new Map<number, (answer: SearchAnswer) => void>()
  const progress = createStore(() => ({ done: 0, of: 0, changes: 0 }))
  let asked = 0
  let closed = false
  const idle = createIdle()
  const send = (request: SearchRequest): void => worker.postMessage(request)
  const given = createGiven(send)
  worker.onmessage = ({
    data,
  }: MessageEvent<{ readonly ask: number; readonly answer: SearchAnswer }>): void => {
    waiting.get(data.ask)?.(data.answer)
    waiting.delete(data.ask)
  }

  const take = (...what: Parameters<Given['give']>): void => {
    if (given.give(...what)) progress.setState(({ changes }) => ({ changes: changes + 1 }))
  }
  const takeRecord = (record: RecordProjection, doc: Y.Doc | undefined): void => {
    const textOf = (note: Note): string => {
      return doc === undefined ? note.body : plainText(allLines(doc, note.id))
    }
    take(record.id, recordSources(record, textOf), surroundingsOf(record), doc !== undefined)
  }
  const takeVault = (vault: VaultProjection): void => take(VAULT, vaultSources(vault), '', true)

  /** As they were projected last: the model has none of it that no screen shows. */
  const changed = new Map<string, readonly [RecordProjection, Y.Doc]>()
  let taking: ReturnType<typeof setTimeout> | undefined
  const takeChanged = (): void => {
    clearTimeout(taking)
    taking = undefined
    const { records: listed } = session.model.getState()
    for (const [id, [record, doc]] of changed) if (listed[id] !== undefined) takeRecord(record, doc)
    changed.clear()
  }
  const stopListening = session.listen({
    stored: () => undefined,
    entries: () => undefined,
    projected: (record, doc) => {
      changed.set(record.id, [record, doc])
      taking ??= setTimeout(takeChanged, TAKE_AFTER_MS)
    },
  })
  let { vault, records } = session.model.getState()
  const stopWatching = session.model.subscribe((model) => {
    if (model.vault !== vault) takeVault(model.vault)
    if (model.records !== records)
      for (const id of given.all())
        if (id !== VAULT && model.records[id] === undefined) given.takeBack(id)
    vault = model.vault
    records = model.records
  })

  const build = async (): Promise<void> => {
    const all = Object.keys(records)
    progress.setState({ done: 0, of: all.length })
    await idle.wait()
    takeVault(vault)
    for (const record of Object.values(records)) takeRecord(record, undefined)
    for (const id of all) {
      await idle.wait()
      if (closed) return
      try {
        await session.use(id, async (live) => {
          const record = session.model.getState().records[id]
          if (record !== undefined) takeRecord(record, live.doc)
          changed.delete(id)
        })
      } catch {
        // Found by what its projection holds; the rest follows when it is opened next.
      }
      progress.setState(({ done, of }) => ({ done: done + 1, of }))
    }
  }
  void build()

  return {
    search: (typed, options) =>
      new Promise((resolve) => {
        takeChanged()
        idle.asked()
        waiting.set(++asked, resolve)
        send({ ask: asked, typed, options })
      }),
    progress,
    close: () => {
      closed = true
      clearTimeout(taking)
      stopListening()
      stopWatching()
      worker.terminate()
    },
  }
}
