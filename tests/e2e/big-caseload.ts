/** Writes a profile with many mentees straight into its sealed folder. */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import sodium from 'libsodium-wrappers-sumo'
import * as Y from 'yjs'
import { createEnvelope } from '../../shared/envelope/envelope'
import { createMentee, emptyMentee } from '../../shared/model/mentee'
import { addRecordEntry } from '../../shared/model/vault-record'
import { createHeader, derivePassphraseKey, headerToText, newKdfParameters } from '../../shared/vault/header'
import { deriveVaultRecord, newKey, newRecordId } from '../../shared/vault/keys'
import { createSealer } from '../../shared/vault/seal'
import { createSealedFolder } from '../../src-main/sealed-folder'
import { PASSPHRASE } from './device'

const sealed = (id: string, key: Uint8Array, write: (record: Y.Doc) => void): readonly Uint8Array[] => {
  const record = new Y.Doc()
  write(record)
  const envelope = createEnvelope(new Y.Doc(), createSealer(key, id))
  envelope.append(Y.encodeStateAsUpdate(record))
  return envelope.blobs()
}

export const writeBigCaseload = async (profile: string, count: number): Promise<void> => {
  await sodium.ready
  const deviceId = newRecordId()
  await writeFile(join(profile, 'confidant.json'), JSON.stringify({ deviceId }))
  const folder = createSealedFolder(join(profile, 'sealed'), deviceId)
  const kdf = newKdfParameters()
  const vaultKey = newKey()
  await folder.writeHeader(
    headerToText(
      createHeader({
        vaultKey,
        kdf,
        recoveryKey: newKey(),
        passphraseKey: derivePassphraseKey(PASSPHRASE, kdf),
      }),
    ),
  )
  const entries = Array.from({ length: count }, () => ({ id: newRecordId(), key: newKey() }))
  const vault = deriveVaultRecord(vaultKey)
  const vaultBlobs = sealed(vault.id, vault.key, (doc) => {
    for (const entry of entries) addRecordEntry(doc, entry)
  })
  await folder.append(vault.id, vaultBlobs)
  for (const [number, { id, key }] of entries.entries())
    await folder.append(
      id,
      sealed(id, key, (record) =>
        createMentee(record, { ...emptyMentee, name: `José Núñez ${String(number).padStart(3, '0')}` }),
      ),
    )
  await folder.close()
}
