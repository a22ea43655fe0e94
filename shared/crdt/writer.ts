/**
 * Who wrote something: Yjs knows content by its writer and by what that one wrote before. A document draws a writer for
 * itself, which the vault knows as one of the coach's laptops (model/caseload/device.ts). Here something is written by another:
 * by one that follows from the content (taking-in.ts), or by nobody.
 */
import type * as Y from 'yjs'
import { randomBytes } from '../base/random'

/** Numbers that no document draws for itself: those have 32 bits. */
const LEAST_WRITER = 2 ** 32
export const WRITER_BYTES = 6
export const writerOf = (bytes: Uint8Array): number =>
  bytes.reduce((number, byte) => number * 256 + byte, 0) + LEAST_WRITER

export const asWriter = <T>(record: Y.Doc, writer: number, write: () => T): T =>
  record.transact(() => {
    const own = record.clientID
    record.clientID = writer
    try {
      return write()
    } finally {
      record.clientID = own
    }
  })

/** Written once and by no laptop: neither who wrote it is in the record, nor what was written before it. */
export const asNobody = <T>(record: Y.Doc, write: () => T): T =>
  asWriter(record, writerOf(randomBytes(WRITER_BYTES)), write)
