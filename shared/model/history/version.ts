/**
 * Versions: what an item said before a laptop sat down to change it. They are kept in the record's companion, a document
 * of its own (docs/decisions/0028-a-companion-keeps-the-history.md), each under a random id, written once and never
 * changed, so that two laptops' histories are simply both there.
 */

import * as v from 'valibot'
import type * as Y from 'yjs'
import { newId } from '../../base/id'
import { isSameSaid, type Said, SaidSchema } from './said'

const StoredVersion = v.object({
  of: v.string(),
  at: v.pipe(v.string(), v.isoTimestamp()),
  device: v.string(),
  said: SaidSchema,
  counts: v.exactOptional(v.pipe(v.string(), v.isoDate())),
})

export interface Version {
  readonly id: string
  /** The item, `goals/<id>` (said.ts). */
  readonly of: string
  /** When what it says was about to be changed, by the clock of the laptop that did. */
  readonly at: string
  /** That laptop. */
  readonly device: string
  readonly said: Said
  /** The day from which its age counts, where that laptop's clock was behind the vault's day. */
  readonly counts?: string
}

const versionsOf = (companion: Y.Doc): Y.Map<unknown> => companion.getMap('versions')

const byAge = (a: Version, b: Version): number =>
  b.at.localeCompare(a.at) || b.id.localeCompare(a.id)

/** Newest first, of one item or of all. */
export const readVersions = (companion: Y.Doc, of?: string): readonly Version[] =>
  [...versionsOf(companion)]
    .flatMap(([id, stored]) => {
      const read = v.safeParse(StoredVersion, stored)
      return read.success && (of === undefined || read.output.of === of)
        ? [{ id, ...read.output }]
        : []
    })
    .sort(byAge)

/** Keeps a version, unless the newest of the item says the same. */
export const keepVersion = (companion: Y.Doc, version: Omit<Version, 'id'>): void => {
  const [newest] = readVersions(companion, version.of)
  if (newest !== undefined && isSameSaid(newest.said, version.said)) return
  versionsOf(companion).set(newId(), { ...version })
}

/** Versions that are in no history here: out of a file, or of a record that was copied. */
export const addVersions = (companion: Y.Doc, versions: readonly Omit<Version, 'id'>[]): void =>
  companion.transact(() => {
    for (const version of versions) versionsOf(companion).set(newId(), { ...version })
  })

export const dropVersions = (companion: Y.Doc, ids: readonly string[]): void =>
  companion.transact(() => {
    for (const id of ids) versionsOf(companion).delete(id)
  })
