/**
 * Captures: notes to self, typed in the capture window and waiting in the inbox to be filed. They stand in the vault
 * record, so that any device can file them; filing takes one out for good, since its words live on in the mentee's
 * record.
 */
import type * as Y from 'yjs'
import { field, line, text } from '../../crdt/field'
import { defineKind, type Of } from '../../crdt/kind'
import { itemsOf } from '../../crdt/record'
import { axes } from '../../crdt/visibility'

export const captures = defineKind(
  'captures',
  {
    text: field(text, 'snippet.text', { search: 'body' }),
    /** The record of the mentee whom it is about, or ''. */
    about: field(line(), null),
    /** When it was typed. */
    at: field(line(), 'common.when'),
    ...axes('memory-aid'),
  },
  {
    label: 'label.capture',
    count: 'count.capture',
    title: () => '',
    bin: false,
    leavesFor: ['coach'],
    opens: { screen: 'today' },
    search: { kind: 'capture', day: ({ at }) => at.slice(0, 10) },
    timeline: null,
  },
)
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
