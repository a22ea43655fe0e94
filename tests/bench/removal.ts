/**
 * Removing a laptop from a vault with 300 records: from the announcement until every record is stored in the new epoch,
 * over the real session and a disk in memory; beside sealing the same bytes once.
 */
import * as Y from 'yjs'
import { ok } from '../../shared/base/result'
import { encodePiece } from '../../shared/envelope/piece'
import { notes } from '../../shared/model/record/note'
import { epochOf } from '../../shared/vault/epochs'
import { newKey } from '../../shared/vault/keys'
import { createSealer } from '../../shared/vault/seal'
import type { VaultSession } from '../../src-renderer/store/session/vault-session'
import { newDisk, newVault, openLaptop } from '../faults/laptop'
import { type Figure, figure } from './figure'

const RECORDS = 300
const NOTES = 12
const WORDS = 'What was said, what was agreed, and what is to be looked at the next time. '.repeat(
  12,
)
const CALLS = { header: { write: async () => ok(undefined) } }

const fill = async (session: VaultSession): Promise<void> => {
  for (let index = 0; index < RECORDS; index++) {
    const id = await session.addMentee({ name: `Mentee ${index}` })
    await session.run(
      id,
      (doc) => {
        for (let note = 0; note < NOTES; note++)
          doc.getText(`${notes.add(doc, { title: `Note ${note}` })}/note-text`).insert(0, WORDS)
      },
      undefined,
    )
  }
}

const allMoved = async (session: VaultSession): Promise<void> => {
  const { epoch } = session.ring
  while (session.entries().some(({ id }) => epochOf(session.headOf(id)?.generation ?? 0) !== epoch))
    await new Promise((resolve) => setTimeout(resolve, 5))
}

/** What sealing each record's whole state takes, in ms. */
const sealOnce = async (session: VaultSession): Promise<number> => {
  const states: Uint8Array[] = []
  for (const { id } of session.entries())
    await session.use(id, async ({ doc }) => {
      states.push(Y.encodeStateAsUpdate(doc))
    })
  const sealer = createSealer(newKey(), 'bench')
  const from = performance.now()
  for (const update of states)
    sealer.seal(
      encodePiece({
        kind: 'update',
        encoding: 1,
        update,
        answers: [],
        holds: new Map(),
        knows: new Map(),
      }),
    )
  return performance.now() - from
}

export const measureRemoval = async (): Promise<readonly Figure[]> => {
  const vault = await newVault()
  const disk = newDisk()
  const given = { device: 'a'.repeat(22), name: 'here', calls: CALLS }
  const { session } = await openLaptop(disk, vault(), given)
  await fill(session)
  const reference = await sealOnce(session)
  const from = performance.now()
  await session.laptops.remove(['b'.repeat(22)])
  const next = await session.laptops.follow(newKey())
  if (!next.ok) throw new Error(next.error)
  await session.close()
  const there = await openLaptop(disk, next.value, given)
  const usable = performance.now() - from
  await allMoved(there.session)
  const took = performance.now() - from
  await there.session.close()
  return [
    figure(
      `removing a laptop, ${RECORDS} records: until it can be worked on`,
      'ms',
      usable,
      reference,
    ),
    figure(`removing a laptop, ${RECORDS} records: until all have moved`, 'ms', took, reference),
  ]
}
