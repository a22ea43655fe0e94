/** The key of a letter, from the word that its writer keeps: in a worker that ends afterwards, as a passphrase's is. */
import { letterWord } from '../../../shared/vault/future-letter'
import type { KdfParameters } from '../../../shared/vault/header'
import { deriveInWorker } from '../../store/door/kdf'

export const letterKey = (word: string, kdf: KdfParameters): Promise<Uint8Array> =>
  deriveInWorker(letterWord(word), kdf)
