/** Running commands: on a record, which nothing older than what wrote it changes, and those that make a new one. */
import { newId } from '../../../shared/base/id'
import { isNewer } from '../../../shared/crdt/record'
import { addRecordEntry } from '../../../shared/crdt/vault-record'
import { createMentee } from '../../../shared/model/record/mentee'
import { newKey } from '../../../shared/vault/keys'
import type { OpenRecords } from '../record/open-records'
import type { VaultSession } from './open-vault'
import type { RecordKeys } from './record-keys'

export type Running = Pick<VaultSession, 'run' | 'type' | 'runOnVault' | 'addRecord' | 'addMentee'>

export const createRunning = (open: OpenRecords, keys: RecordKeys, device: string): Running => {
  const run: Running['run'] = (record, command, input) =>
    open.using(record, async ({ live }) => {
      if (isNewer(live.doc)) return undefined
      const output = command(live.doc, input)
      await live.flush()
      return output
    })
  const runOnVault: Running['runOnVault'] = (command, input) =>
    run(keys.vaultRecord, command, input)

  const addRecord: Running['addRecord'] = async (fill, id = newId()) => {
    const key = newKey()
    // The key is stored before anything is sealed with it.
    await keys.adding(id, key, () => runOnVault(addRecordEntry, { id, key, listedBy: device }))
    await run(id, fill, undefined)
    return id
  }

  return {
    run,
    type: (record, command, input) =>
      open.using(record, async ({ live }) =>
        isNewer(live.doc) ? undefined : command(live.doc, input),
      ),
    runOnVault,
    addRecord,
    addMentee: (input) => addRecord((doc) => createMentee(doc, input)),
  }
}
