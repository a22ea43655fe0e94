/** A laptop as an envelope sees it: a record that it writes, and what it lacks of another's. */
import * as Y from 'yjs'
import { createEnvelope, FROM_ENVELOPE } from '../../shared/envelope/envelope'
import { createSealer } from '../../shared/vault/seal'

export const newSealer = () => createSealer(new Uint8Array(32).fill(7), 'record')

export const newDevice = (device = 'this-laptop', stored: readonly Uint8Array[] = []) => {
  const record = new Y.Doc()
  const envelope = createEnvelope(record, newSealer(), device)
  envelope.load(stored)
  record.on('update', (update: Uint8Array, origin: unknown) => {
    if (origin !== FROM_ENVELOPE) envelope.append(update)
  })
  return { record, envelope, text: record.getText() }
}
export type Device = ReturnType<typeof newDevice>

export const lacking = (from: Device, to: Device): Uint8Array =>
  Y.encodeStateAsUpdate(from.envelope.doc, Y.encodeStateVector(to.envelope.doc))

export const carry = (from: Device, to: Device) => to.envelope.receive(lacking(from, to))
