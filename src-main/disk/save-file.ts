/** Files that the coach wants outside the vault: each asked for by name, written where they say, for them alone. */

import { randomBytes } from 'node:crypto'
import { rename, rm } from 'node:fs/promises'
import { extname } from 'node:path'
import { type BrowserWindow, dialog } from 'electron'
import { ok, type Result } from '../../shared/base/result'
import type { WriteProblem } from '../../shared/bridge/host'
import { t } from '../../shared/words/words'
import { attempt, writeFlushed } from './flushed-files'

/** The path that the coach chose, or nothing when they cancelled. */
export const askWhere = async (
  owner: BrowserWindow | undefined,
  name: string,
): Promise<string | undefined> => {
  const extension = extname(name).slice(1)
  const options = {
    title: t('common.save'),
    // The name of a file can say whom it is about: it stays out of the system's list of recent ones.
    properties: ['dontAddToRecent'] as 'dontAddToRecent'[],
    defaultPath: name,
    ...(extension === ''
      ? {}
      : { filters: [{ name: extension.toUpperCase(), extensions: [extension] }] }),
  }
  const { canceled, filePath } = await (owner
    ? dialog.showSaveDialog(owner, options)
    : dialog.showSaveDialog(options))
  return canceled || !filePath ? undefined : filePath
}

/**
 * Whole and flushed, or not at all: what stood there before, perhaps the only copy of a hand-over, outlives a disk that is
 * full. What takes its place is its user's alone, whoever could read the file before.
 */
export const writeWhole = async (
  path: string,
  content: string | Uint8Array,
): Promise<Result<true, WriteProblem>> => {
  const part = `${path}.${randomBytes(6).toString('hex')}.part`
  const done = await attempt(async () => {
    await writeFlushed(part, Buffer.from(content))
    await rename(part, path)
  })
  if (done.ok) return ok(true)
  await rm(part, { force: true }).catch(() => undefined)
  return done
}

export const saveFile = async (
  owner: BrowserWindow | undefined,
  name: string,
  content: string | Uint8Array,
): Promise<Result<boolean, WriteProblem>> => {
  const path = await askWhere(owner, name)
  return path === undefined ? ok(false) : writeWhole(path, content)
}
