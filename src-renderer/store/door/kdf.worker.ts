/** Argon2id off the page's own thread: it takes a third of a second and 64 MiB. */
import sodium from 'libsodium-wrappers-sumo'
import { derivePassphraseKey, type KdfParameters } from '../../../shared/vault/header'

self.onmessage = async (
  event: MessageEvent<{ readonly passphrase: string; readonly kdf: KdfParameters }>,
) => {
  await sodium.ready
  self.postMessage(derivePassphraseKey(event.data.passphrase, event.data.kdf))
}
