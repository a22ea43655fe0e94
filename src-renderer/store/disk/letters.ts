/** Emptying the letter box: captures go into the inbox, wrong passphrases into the record of access. */
import { digest } from 'lib0/hash/sha256'
import type * as Y from 'yjs'
import type { Host } from '../../../shared/bridge/host'
import { type NewCapture, takeInCaptures } from '../../../shared/model/caseload/capture'
import type { LetterBoxKeys } from '../../../shared/vault/letter-box'
import { LETTER_BOX } from '../../../shared/vault/letter-box-file'
import type { AccessLog } from './access-log'

const CHECKSUM_BYTES = 8

/** As the sealed folder names a frame (docs/formats.md). */
const checksumOf = (blob: Uint8Array): string =>
  [...digest(blob).subarray(0, CHECKSUM_BYTES)]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('')

export const createLetters = (
  host: Host,
  keys: LetterBoxKeys,
  log: AccessLog,
  /** Resolves once the command's outcome is stored, to whether it was. */
  store: (
    command: (vault: Y.Doc, taken: readonly NewCapture[]) => void,
    taken: readonly NewCapture[],
  ) => Promise<boolean>,
) => {
  let last: Promise<void> = Promise.resolve()
  const take = async (): Promise<void> => {
    const { blobs } = await host.folder.read(LETTER_BOX)
    if (blobs.length === 0) return
    const letters = blobs.map((blob) => ({ letter: keys.open(blob), checksum: checksumOf(blob) }))
    const taken = letters.flatMap(({ letter }) => (letter?.kind === 'capture' ? [letter] : []))
    // What is in the vault leaves the box; a crash in between takes it in again, under the same id.
    if (taken.length > 0 && !(await store(takeInCaptures, taken))) return
    for (const { letter } of letters)
      if (letter?.kind === 'wrong-passphrase') await log.add('wrong-passphrase', '', letter.at)
    // A letter that does not open was not sealed to this vault, or is damaged: it stays where it is.
    await host.folder.remove(
      LETTER_BOX,
      letters.flatMap(({ letter, checksum }) => (letter === undefined ? [] : [checksum])),
    )
  }
  /** One after the other: two at once would take the same letters in. */
  return (): Promise<void> => {
    last = last.then(take, take)
    return last
  }
}
