/** Writes a profile whose sealed folder holds a vault of many notes; the first unlock makes the database from it. */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import sodium from 'libsodium-wrappers-sumo'
import * as Y from 'yjs'
import { createEnvelope, FROM_ENVELOPE } from '../../shared/envelope/envelope'
import { createMentee, emptyMentee } from '../../shared/model/mentee'
import { noteBody } from '../../shared/model/note'
import { addSession } from '../../shared/model/session'
import { addRecordEntry } from '../../shared/model/vault-record'
import { createHeader, derivePassphraseKey, headerToText, newKdfParameters } from '../../shared/vault/header'
import { deriveVaultRecord, newKey, newRecordId } from '../../shared/vault/keys'
import { createSealer } from '../../shared/vault/seal'
import { createSealedFolder } from '../../src-main/sealed-folder'

export const MENTEES = 30
export const NOTES = 100
const NOTE_CHARACTERS = 3000
const WORDS =
  'coach mentee goal shelf ward round call night plan sleep study exam patient family rest value clinic team talk'.split(
    ' ',
  )

const sentence = (seed: number): string =>
  `${Array.from({ length: 10 }, (_, index) => WORDS[(seed * 31 + index * index * 7) % WORDS.length]).join(' ')} ${seed.toString(36)}. `
const noteOf = (seed: number): string => {
  let text = ''
  for (let index = 0; text.length < NOTE_CHARACTERS; index++) text += sentence(seed * 97 + index)
  return text.slice(0, NOTE_CHARACTERS)
}

const sealed = (id: string, key: Uint8Array, write: (record: Y.Doc) => void) => {
  const record = new Y.Doc()
  const envelope = createEnvelope(record, createSealer(key, id))
  record.on('update', (update: Uint8Array, origin: unknown) => {
    if (origin !== FROM_ENVELOPE) pending.push(update)
  })
  const pending: Uint8Array[] = []
  write(record)
  envelope.append(Y.encodeStateAsUpdate(record))
  envelope.append(pending[0] ?? new Uint8Array([0, 0]))
  envelope.compact()
  return envelope.blobs()
}

/** `rewrites` is how often each note's text was typed over before it became what it is. */
export const writeBigVault = async (profile: string, passphrase: string, rewrites: number) => {
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
        passphraseKey: derivePassphraseKey(passphrase, kdf),
      }),
    ),
  )
  const entries = Array.from({ length: MENTEES }, () => ({ id: newRecordId(), key: newKey() }))
  const vault = deriveVaultRecord(vaultKey)
  await folder.append(
    vault.id,
    sealed(vault.id, vault.key, (doc) => {
      for (const entry of entries) addRecordEntry(doc, entry)
    }),
  )
  const plain: unknown[] = []
  for (const [number, { id, key }] of entries.entries()) {
    const notes: unknown[] = []
    const mentee = { ...emptyMentee, name: `Mentee ${String(number + 1).padStart(2, '0')} Benchmark` }
    await folder.append(
      id,
      sealed(id, key, (record) => {
        createMentee(record, mentee)
        for (let index = 0; index < NOTES; index++) {
          const date = `2026-${String(1 + (index % 12)).padStart(2, '0')}-15`
          const { note } = addSession(record, { title: `Note ${index}`, date })
          const body = noteBody(record, note)
          for (let version = 0; version < rewrites; version++) {
            const text = noteOf(number * 1000 + index + version * 50_000)
            const paragraph = new Y.XmlElement('paragraph')
            paragraph.insert(0, [
              new Y.XmlText(version === rewrites - 1 ? noteOf(number * 1000 + index) : text),
            ])
            if ((body?.length ?? 0) > 0) body?.delete(0, body.length)
            body?.insert(0, [paragraph])
          }
          notes.push({
            id: note,
            title: `Note ${index}`,
            date,
            session: { kind: 'one-to-one', status: 'held', minutes: 30, medium: 'in-person', place: '' },
            text: noteOf(number * 1000 + index),
          })
        }
      }),
    )
    plain.push({ id, mentee, notes })
  }
  await folder.close()
  return plain
}
