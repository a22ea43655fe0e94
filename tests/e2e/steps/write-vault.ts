/** Vaults on disk without a window: one with the records given, whose first unlock makes the database. */

import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import sodium from 'libsodium-wrappers-sumo'
import * as Y from 'yjs'
import { newId } from '../../../shared/base/id'
import { createRecord } from '../../../shared/crdt/record-clock'
import { addRecordEntry } from '../../../shared/crdt/vault-record'
import { createEnvelope, FROM_ENVELOPE } from '../../../shared/envelope/envelope'
import {
  createHeader,
  derivePassphraseKey,
  headerToText,
  KDF_FLOOR,
  newKdfParameters,
  textToHeader,
  unlockWithPassphraseKey,
  withPassphrase,
} from '../../../shared/vault/header'
import { deriveVaultRecord, newKey } from '../../../shared/vault/keys'
import { createSealer } from '../../../shared/vault/seal'
import { createSealedFolder } from '../../../src-main/disk/sealed-folder'

/** One record as the blobs of its envelope, after a compaction as the app does it. */
const sealed = (
  id: string,
  key: Uint8Array,
  write: (record: Y.Doc) => void,
): readonly Uint8Array[] => {
  const record = createRecord(Date.now)
  const envelope = createEnvelope(record, createSealer(key, id), 'device')
  const pending: Uint8Array[] = []
  record.on('update', (update: Uint8Array, origin: unknown) => {
    if (origin !== FROM_ENVELOPE && pending.length === 0) pending.push(update)
  })
  write(record)
  envelope.append(Y.encodeStateAsUpdate(record))
  envelope.append(pending[0] ?? new Uint8Array([0, 0]))
  envelope.compact()
  return envelope.blobs()
}

/** Resolves to the records' ids, in order. `fill` gets each record empty, `fillVault` the vault record. */
export const writeVault = async (
  profile: string,
  passphrase: string,
  count: number,
  fill: (record: Y.Doc, index: number) => void,
  fillVault: (vault: Y.Doc) => void = () => undefined,
): Promise<readonly string[]> => {
  await sodium.ready
  const deviceId = newId()
  await writeFile(join(profile, 'confidant.json'), JSON.stringify({ deviceId }))
  const folder = createSealedFolder(join(profile, 'sealed'), deviceId)
  const kdf = newKdfParameters()
  const vaultKey = newKey()
  await folder.writeHeader(
    headerToText(
      createHeader({
        createdAt: '2026-11-24T00:00:00.000Z',
        vaultKey,
        kdf,
        recoveryKey: newKey(),
        passphraseKey: derivePassphraseKey(passphrase, kdf),
      }),
    ),
  )
  const entries = Array.from({ length: count }, () => ({ id: newId(), key: newKey() }))
  const vault = deriveVaultRecord(vaultKey)
  await folder.append(
    vault.id,
    sealed(vault.id, vault.key, (doc) => {
      for (const entry of entries) addRecordEntry(doc, { ...entry, listedBy: '' })
      fillVault(doc)
    }),
  )
  for (const [index, { id, key }] of entries.entries())
    await folder.append(
      id,
      sealed(id, key, (record) => fill(record, index)),
    )
  await folder.close()
  return entries.map(({ id }) => id)
}

/** Puts the vault's passphrase behind the lightest derivation that a header may ask for: hundreds of tests unlock it. */
export const hasten = async (profile: string, passphrase: string): Promise<void> => {
  await sodium.ready
  const { deviceId } = JSON.parse(await readFile(join(profile, 'confidant.json'), 'utf8'))
  const folder = createSealedFolder(join(profile, 'sealed'), deviceId)
  const header = textToHeader((await folder.readHeader()) ?? '')
  if (!header.ok) throw new Error(header.error)
  const opened = unlockWithPassphraseKey(
    header.value,
    derivePassphraseKey(passphrase, header.value.kdf),
  )
  if (!opened.ok) throw new Error(opened.error)
  const kdf = { ...newKdfParameters(), ...KDF_FLOOR }
  const light = withPassphrase(opened.value, derivePassphraseKey(passphrase, kdf), kdf)
  await folder.writeHeader(headerToText(light))
  await folder.close()
}
