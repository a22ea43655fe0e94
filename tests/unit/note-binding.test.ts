/** The editor deletes what it does not know, on opening (traps.md 1): the guard sees it coming. */
import { initProseMirrorDoc } from '@tiptap/y-tiptap'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { FROM_ENVELOPE } from '../../shared/envelope/envelope'
import { fragmentText, noteBody, notes } from '../../shared/model/note'
import { RECORD_SCHEMA, stampSchema } from '../../shared/model/record'
import { noteSchema } from '../../src-renderer/features/notes/note-schema'
import { bindNote, isSafeToBind } from '../../src-renderer/store/note-binding'

const paragraph = (text: string, marks: object = {}): Y.XmlElement => {
  const element = new Y.XmlElement('paragraph')
  const content = new Y.XmlText()
  content.insert(0, text, marks)
  element.insert(0, [content])
  return element
}

const recordWith = (...nodes: Y.XmlElement[]) => {
  const record = new Y.Doc()
  stampSchema(record)
  const id = notes.add(record, { date: '2026-11-20' })
  noteBody(record, id)?.insert(0, nodes)
  return { record, id }
}

describe('the bind guard', () => {
  test('an ordinary note is safe, and looking at it writes nothing', () => {
    const { record, id } = recordWith(paragraph('plain '), paragraph('bold', { bold: {} }))
    const before = Y.encodeStateAsUpdate(record)
    expect(isSafeToBind(record, id, noteSchema)).toBe(true)
    expect(Y.encodeStateAsUpdate(record)).toEqual(before)
  })

  test.each([
    ['an unknown node', () => recordWith(paragraph('kept'), new Y.XmlElement('mermaid'))],
    ['an unknown mark', () => recordWith(paragraph('kept words', { sparkle: {} }))],
  ])('%s would be deleted by binding, so the note is shown from a copy instead', (_name, make) => {
    const { record, id } = make()
    // What happens without the guard: the editor's own start deletes.
    const victim = new Y.Doc()
    Y.applyUpdate(victim, Y.encodeStateAsUpdate(record))
    let wrote = 0
    victim.on('update', () => wrote++)
    initProseMirrorDoc(noteBody(victim, id)!, noteSchema)
    expect(wrote).toBeGreaterThan(0)

    const before = Y.encodeStateAsUpdate(record)
    expect(isSafeToBind(record, id, noteSchema)).toBe(false)
    const bound = bindNote(record, id, noteSchema, () => undefined)
    expect(bound).toEqual({ text: fragmentText(noteBody(record, id)!) })
    expect(Y.encodeStateAsUpdate(record)).toEqual(before)
  })

  test('a record that a newer Confidant wrote is never bound', () => {
    const { record, id } = recordWith(paragraph('plain'))
    record.getMap('meta').set('schema', RECORD_SCHEMA + 1)
    expect(isSafeToBind(record, id, noteSchema)).toBe(false)
  })

  test.each([
    ['raises the schema version', (remote: Y.Doc) => remote.getMap('meta').set('schema', RECORD_SCHEMA + 1)],
    [
      'brings an unknown node',
      (remote: Y.Doc, id: string) => noteBody(remote, id)?.insert(1, [new Y.XmlElement('mermaid')]),
    ],
  ] as const)('while bound: a change that %s unbinds before the editor’s observers run', (_name, change) => {
    const { record, id } = recordWith(paragraph('typed here'))
    const events: string[] = []
    const bound = bindNote(record, id, noteSchema, () => events.push('unbound'))
    if (bound === undefined || !('fragment' in bound)) throw new Error('not bound')
    bound.fragment.observeDeep(() => events.push('observed'))
    const remote = new Y.Doc()
    Y.applyUpdate(remote, Y.encodeStateAsUpdate(record))
    change(remote, id)
    Y.transact(record, () => Y.applyUpdate(record, Y.encodeStateAsUpdate(remote)), FROM_ENVELOPE, false)
    expect(events[0]).toBe('unbound')
  })

  test('while bound: an ordinary change from elsewhere does not unbind', () => {
    const { record, id } = recordWith(paragraph('typed here'))
    let unbound = false
    bindNote(record, id, noteSchema, () => {
      unbound = true
    })
    const remote = new Y.Doc()
    Y.applyUpdate(remote, Y.encodeStateAsUpdate(record))
    noteBody(remote, id)?.insert(1, [paragraph('from elsewhere')])
    Y.transact(record, () => Y.applyUpdate(record, Y.encodeStateAsUpdate(remote)), FROM_ENVELOPE, false)
    expect(unbound).toBe(false)
  })
})
