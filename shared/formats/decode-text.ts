/**
 * A text file's bytes as text. Most are UTF-8; a spreadsheet may save UTF-16, which says so in its first two bytes, or the
 * Western alphabet of the Windows that it runs on, where almost nothing beyond ASCII is UTF-8 by chance.
 */
const encodingOf = ([first, second]: Uint8Array): string | undefined =>
  first === 0xff && second === 0xfe
    ? 'utf-16le'
    : first === 0xfe && second === 0xff
      ? 'utf-16be'
      : undefined

export const decodeText = (bytes: Uint8Array): string => {
  const said = encodingOf(bytes)
  if (said !== undefined) return new TextDecoder(said).decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}
