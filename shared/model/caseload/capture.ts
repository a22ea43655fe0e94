/**
 * Captures: notes to self, typed in the capture window and waiting in the inbox to be filed. They stand in the vault
 * record, so that any device can file them; filing takes one out for good, since its words live on in the mentee's
 * record.
 */
import type * as Y from 'yjs'
import { line, text } from '../../crdt/field'
import { defineKind, type Of } from '../../crdt/kind'
import { itemsOf } from '../../crdt/record'
import { axes } from '../../crdt/visibility'

export const captures = defineKind('captures', {
  text,
  /** The record of the mentee whom it is about, or ''. */
  about: line(),
  /** When it was typed. */
  at: line(),
  ...axes('memory-aid'),
})
export type Capture = Of<typeof captures>

export interface NewCapture {
  readonly id: string
  readonly text: string
  readonly about: string
  readonly at: string
}

/** Takes captures into the inbox; one that is there already stays one. */
export const takeInCaptures = (vault: Y.Doc, taken: readonly NewCapture[]): void =>
  vault.transact(() => {
    for (const capture of taken) captures.add(vault, capture)
  })

/** Takes a capture out, words and all: it was filed, or thrown away. */
export const dropCapture = (vault: Y.Doc, id: string): void => itemsOf(vault, 'captures').delete(id)
