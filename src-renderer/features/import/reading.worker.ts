/** Reads files from outside off the page's own thread: one that takes too long is ended with it (reader.ts). */
import { err, ok } from '../../../shared/base/result'
import { READINGS, type Reading } from './readings'

self.onmessage = async ({
  data,
}: MessageEvent<{ readonly what: Reading; readonly asked: never }>) => {
  try {
    self.postMessage(ok(await READINGS[data.what](data.asked)))
  } catch {
    // Also what is too deep to be handed over.
    self.postMessage(err('damaged'))
  }
}
