/** Notes as version 0.2.0 keeps them: a tree of elements inside of the item. */
import * as Y from 'yjs'
import { notes } from '../../shared/model/record/note'
import { newRecord, TODAY } from './two-devices'

/** The text's former home, as version 0.2.0 writes into it. */
export const fragmentOf = (record: Y.Doc, id: string): Y.XmlFragment =>
  record.getMap<Y.Map<unknown>>('notes').get(id)?.get('body') as Y.XmlFragment

export const paragraph = (words: string): Y.XmlElement => {
  const element = new Y.XmlElement('paragraph')
  element.insert(0, [new Y.XmlText(words)])
  return element
}

/** Gives a note a text in the former form. */
export const makeFormer = (record: Y.Doc, id: string, ...words: readonly string[]): void => {
  record.getMap<Y.Map<unknown>>('notes').get(id)?.set('body', new Y.XmlFragment())
  fragmentOf(record, id).insert(0, words.map(paragraph))
}

export const formerNote = (...words: readonly string[]) => {
  const record = newRecord()
  const id = notes.add(record, { date: TODAY })
  makeFormer(record, id, ...words)
  return { record, id }
}
