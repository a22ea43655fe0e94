/** Bytes on the wire and in the store, against plaintext Yjs. Node, virtual time. */
import * as encoding from 'lib0/encoding'
import sodium from 'libsodium-wrappers-sumo'
import { writeUpdate } from 'y-protocols/sync'
import * as Y from 'yjs'
import { createEnvelope } from '../../shared/envelope/envelope'
import { createLocalUpdates } from '../../shared/envelope/local-updates'
import { createSealer } from '../../shared/vault/seal'
import { type Figure, figure } from './figure'

const PAUSE_MS = 300
const STEADY_MS = 1000

const frameBytes = (update: Uint8Array): number => {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, 0)
  writeUpdate(encoder, update)
  // A masked WebSocket frame of this size adds 6 to 8 bytes.
  return encoding.length(encoder) + (encoding.length(encoder) < 126 ? 6 : 8)
}

/** Keystrokes of a person: about five a second, a breath between words now and then, a longer one between sentences. */
function* keystrokes(count: number): Generator<{ readonly char: string; readonly after: number }> {
  let seed = 42
  const random = (): number => {
    seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31
    return seed / 2 ** 31
  }
  for (let index = 0; index < count; index++) {
    const end = index % 6 === 5
    const sentence = index % 72 === 71
    yield {
      char: end ? ' ' : ('abcdefghij'[index % 10] ?? 'a'),
      after: sentence ? 1500 : end && random() < 0.3 ? 450 : 120 + random() * 140,
    }
  }
}

const wire = (): Figure => {
  const plain = new Y.Doc()
  let plainBytes = 0
  plain.on('update', (update: Uint8Array) => {
    plainBytes += frameBytes(update)
  })
  const record = new Y.Doc()
  const envelope = createEnvelope(
    record,
    createSealer(new Uint8Array(32).fill(1), 'record'),
    'bench',
  )
  let sealedBytes = 0
  envelope.doc.on('update', (update: Uint8Array) => {
    sealedBytes += frameBytes(update)
  })
  let waited = 0
  const local = createLocalUpdates(record)
  const flush = (): void => {
    const update = local.take()
    if (update !== undefined) envelope.append(update)
    waited = 0
  }
  let at = 0
  for (const { char, after } of keystrokes(10_000)) {
    plain.getText().insert(at, char)
    record.getText().insert(at, char)
    at++
    waited += after
    if (after >= PAUSE_MS || waited >= STEADY_MS) flush()
  }
  flush()
  return figure('wire: 10,000 typed characters', 'bytes sent', sealedBytes, plainBytes, '≤ 1.0')
}

const stored = (): Figure => {
  const record = new Y.Doc()
  // Five hundred made-up words, the common ones more often: compresses about as prose does.
  const words = Array.from({ length: 500 }, (_, index) =>
    (((index + 7) * 2_654_435_761) % 2 ** 32).toString(36).slice(0, 3 + (index % 6)),
  )
  let seed = 7
  const word = (): string => {
    seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31
    return words[Math.floor((seed / 2 ** 31) ** 2 * words.length)] ?? ''
  }
  for (let note = 0; note < 100; note++) {
    const text = record.getText(`note ${note}`)
    while (text.length < 3000)
      text.insert(text.length, `${Array.from({ length: 10 }, word).join(' ')}. `)
  }
  const envelope = createEnvelope(
    record,
    createSealer(new Uint8Array(32).fill(1), 'record'),
    'bench',
  )
  envelope.append(Y.encodeStateAsUpdate(record))
  envelope.append(Y.encodeStateAsUpdate(record))
  envelope.compact()
  const sealed = Y.encodeStateAsUpdate(envelope.doc).length
  return figure(
    'stored: a compacted record of 100 notes × 3 kB',
    'bytes',
    sealed,
    Y.encodeStateAsUpdate(record).length,
    '≤ 1.02',
  )
}

export const measureEnvelope = async (): Promise<Figure[]> => {
  await sodium.ready
  return [wire(), stored()]
}
