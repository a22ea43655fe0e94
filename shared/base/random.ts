/**
 * Random bytes: of all that shared/ needs from outside this alone is taken from the platform and not handed in. It is
 * Web Crypto on every one of them (libsodium's own generator is slow under Node), and nobody may put a weaker one there.
 */
export const randomBytes = (length: number): Uint8Array =>
  crypto.getRandomValues(new Uint8Array(length))
