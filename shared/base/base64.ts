/** Base64 for what runs in a worker: lib0's asks for a page or for Node, and a worker is neither. */
export const fromBase64 = (text: string): Uint8Array => {
  const signs = atob(text)
  const bytes = new Uint8Array(signs.length)
  for (let at = 0; at < signs.length; at++) bytes[at] = signs.charCodeAt(at)
  return bytes
}

/** For a few bytes: an id, a digest. */
export const toBase64Url = (bytes: Uint8Array): string =>
  btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')
