/** What a note's text takes when it is stored and sent, and what writing into it costs, without any window. */
import * as Y from 'yjs'
import { type Figure, figure, median } from './figure'
import { CHANGES, change, changeBack, WORDS_IN_NOTE } from './long-note'
import { createTextStore, createTreeStore, type NoteStore, newText, newTree } from './note-store'

const TIMES = 200
const WARM_UP = 50

/** The median microseconds, and the bytes sent, of each change. */
const costs = (record: Y.Doc, { read, write }: NoteStore) => {
  let bytes = 0
  record.on('update', (update: Uint8Array) => {
    bytes = update.length
  })
  return CHANGES.map((what) => {
    const [times, sent]: [number[], number[]] = [[], []]
    let doc = read()
    for (let index = 0; index < WARM_UP + TIMES; index++) {
      const done = change(doc, what)
      const from = performance.now()
      write(done)
      const time = (performance.now() - from) * 1000
      if (index >= WARM_UP) {
        times.push(time)
        sent.push(bytes)
      }
      const back = changeBack(done.doc, what, doc)
      write(back)
      doc = back.doc
    }
    return { what, time: median(times), bytes: median(sent) }
  })
}

/** A Y.Text beside the same note as y-tiptap's tree. */
export const measureStoredText = (): Figure[] => {
  const [ours, usual] = [new Y.Doc(), new Y.Doc()]
  const text = newText(ours)
  newTree(usual)
  const stored = figure(
    `note stored: ${WORDS_IN_NOTE} words, over y-tiptap`,
    'bytes',
    Y.encodeStateAsUpdate(ours).length,
    Y.encodeStateAsUpdate(usual).length,
  )
  const reference = costs(usual, createTreeStore(usual))
  return [
    stored,
    ...costs(ours, createTextStore(ours, text)).flatMap(({ what, time, bytes }, index) => [
      figure(
        `note written: ${what}, over y-tiptap`,
        'µs',
        time,
        reference[index]?.time ?? Number.NaN,
      ),
      figure(
        `note sent: ${what}, over y-tiptap`,
        'bytes',
        bytes,
        reference[index]?.bytes ?? Number.NaN,
      ),
    ]),
  ]
}
