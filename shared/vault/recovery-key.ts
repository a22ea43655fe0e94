/**
 * The recovery key: 256 random bits on paper, the other way into the vault when the passphrase is forgotten.
 *
 * It is written in Crockford's base32 (no I, L, O, U; case and look-alikes forgiven) as nine groups of seven
 * characters. The last character of each group checks that group, so that a slip of the pen is found where it
 * happened. Pairing codes use the same writing with fewer groups.
 */
import sodium from 'libsodium-wrappers-sumo'
import { err, ok, type Result } from '../base/result'

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const GROUP_SYMBOLS = 6

export type CodeProblem =
  | { readonly kind: 'length'; readonly groups: number }
  /** One-based number of the first group that does not check. */
  | { readonly kind: 'group'; readonly group: number }

const checkSymbol = (group: string, index: number): string => {
  const sum = sodium.crypto_generichash(16, `confidant/code/${index}/${group}`, null)
  return ALPHABET[(sum[0] ?? 0) & 31] ?? ''
}

const toSymbols = (bytes: Uint8Array): string => {
  let symbols = ''
  let buffer = 0
  let bits = 0
  for (const byte of bytes) {
    buffer = (buffer << 8) | byte
    bits += 8
    while (bits >= 5) {
      bits -= 5
      symbols += ALPHABET[(buffer >> bits) & 31]
    }
    buffer &= (1 << bits) - 1
  }
  if (bits > 0) symbols += ALPHABET[(buffer << (5 - bits)) & 31]
  return symbols
}

const symbolCount = (byteLength: number): number => Math.ceil((byteLength * 8) / 5)

/** Writes bytes as checked groups, for example `["4M7QK2A", …]`. */
export const bytesToGroups = (bytes: Uint8Array): readonly string[] => {
  const symbols = toSymbols(bytes)
  const groups: string[] = []
  for (let at = 0; at < symbols.length; at += GROUP_SYMBOLS) {
    const group = symbols.slice(at, at + GROUP_SYMBOLS).padEnd(GROUP_SYMBOLS, '0')
    groups.push(group + checkSymbol(group, groups.length))
  }
  return groups
}

/** What a person may type for a code: spaces, dashes, lower case and look-alike letters are forgiven. */
export const normalizeCode = (typed: string): string =>
  typed
    .toUpperCase()
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1')
    .replace(/[^0-9A-Z]/g, '')

/** Reads typed groups back to `byteLength` bytes, or says which group is wrong. */
export const groupsToBytes = (
  typed: string,
  byteLength: number,
): Result<Uint8Array, CodeProblem> => {
  const code = normalizeCode(typed)
  const groupCount = Math.ceil(symbolCount(byteLength) / GROUP_SYMBOLS)
  if (code.length !== groupCount * (GROUP_SYMBOLS + 1))
    return err({ kind: 'length', groups: groupCount })
  let symbols = ''
  for (let index = 0; index < groupCount; index++) {
    const at = index * (GROUP_SYMBOLS + 1)
    const group = code.slice(at, at + GROUP_SYMBOLS)
    if (code[at + GROUP_SYMBOLS] !== checkSymbol(group, index))
      return err({ kind: 'group', group: index + 1 })
    symbols += group
  }
  const bytes = new Uint8Array(byteLength)
  let buffer = 0
  let bits = 0
  let written = 0
  for (const symbol of symbols) {
    buffer = ((buffer << 5) | ALPHABET.indexOf(symbol)) & 0xffff
    bits += 5
    if (bits >= 8 && written < byteLength) {
      bits -= 8
      bytes[written++] = (buffer >> bits) & 0xff
    }
  }
  return ok(bytes)
}
