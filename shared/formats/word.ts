/**
 * A Word file (.docx) before it is read: its parts of text within limits, and nothing else of it. Ten thousand bytes
 * can inflate to a document of millions of elements, for which the reader would take minutes.
 */
import { zipSync } from 'fflate'
import { DEEPEST, MOST_FILE_BYTES } from '../base/limits'
import { err, ok, type Result } from '../base/result'
import { openArchive } from './archive'

/** Four hundred pages have some seventy thousand: properties, runs, styles, language. */
const MOST_XML_ELEMENTS = 100_000

const LESS = 0x3c
const GREATER = 0x3e
const SLASH = 0x2f
const QUESTION = 0x3f
const EXCLAMATION = 0x21

/** Whether XML stays within what a text needs. Counts signs and understands nothing, so that it cannot be slow. */
export const xmlFits = (xml: Uint8Array): boolean => {
  let elements = 0
  let depth = 0
  for (let at = 0; at < xml.length; at++) {
    if (xml[at] === GREATER && xml[at - 1] === SLASH) depth--
    if (xml[at] !== LESS) continue
    const next = xml[at + 1]
    if (next === SLASH) depth--
    else if (next !== QUESTION && next !== EXCLAMATION) {
      depth++
      if (++elements > MOST_XML_ELEMENTS || depth > DEEPEST) return false
    }
  }
  return true
}

/** The same Word file with its parts of text alone, pictures and attachments left out. */
export const wordFileWithin = (bytes: Uint8Array): Result<Uint8Array, 'damaged' | 'too-much'> => {
  const opened = openArchive(bytes, (name) => /\.(?:xml|rels)$/i.test(name), MOST_FILE_BYTES)
  if (!opened.ok) return err(opened.error === 'damaged' ? 'damaged' : 'too-much')
  const parts: Record<string, Uint8Array> = {}
  for (const { name, content } of opened.value) {
    if (!content.ok && content.error === 'unwanted') continue
    if (!content.ok) return err(content.error === 'damaged' ? 'damaged' : 'too-much')
    if (!xmlFits(content.value)) return err('too-much')
    parts[name] = content.value
  }
  return ok(zipSync(parts, { level: 0 }))
}
