/** Binning and restoring: a deleted item keeps its content and can come back. */
import type * as Y from 'yjs'
import { setDeleted } from './item'
import { itemsOf, type Kind } from './record'

export type Binnable = Exclude<Kind, 'sessions'>

export const binItem = (record: Y.Doc, input: { readonly kind: Binnable; readonly id: string }): void =>
  record.transact(() => setDeleted(itemsOf(record, input.kind), input.id, true))

export const restoreItem = (record: Y.Doc, input: { readonly kind: Binnable; readonly id: string }): void =>
  record.transact(() => setDeleted(itemsOf(record, input.kind), input.id, false))
