/** Derives the passphrase key (32 bytes) in a worker that ends afterwards, and its memory with it. */
import type { KdfParameters } from '../../../shared/vault/header'

export const deriveInWorker = (passphrase: string, kdf: KdfParameters): Promise<Uint8Array> =>
  new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./kdf.worker.ts', import.meta.url), { type: 'module' })
    worker.onmessage = (event: MessageEvent<Uint8Array>) => {
      worker.terminate()
      resolve(event.data)
    }
    worker.onerror = () => {
      worker.terminate()
      reject(new Error('the key could not be derived'))
    }
    worker.postMessage({ passphrase, kdf })
  })
