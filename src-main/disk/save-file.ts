/** Files that the coach wants outside the vault: each asked for by name, written where they say, for them alone. */

import { writeFile } from 'node:fs/promises'
import { extname } from 'node:path'
import { type BrowserWindow, dialog } from 'electron'
import { err, ok, type Result } from '../../shared/base/result'
import type { WriteProblem } from '../../shared/bridge/host'
import { t } from '../../shared/words/words'

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

export const writeWhole = async (
  path: string,
  content: string | Uint8Array,
): Promise<Result<true, WriteProblem>> => {
  try {
    await writeFile(path, content, { mode: 0o600 })
    return ok(true)
  } catch (error) {
    return err(
      error instanceof Error && 'code' in error && error.code === 'ENOSPC'
        ? 'disk-full'
        : 'disk-error',
    )
  }
}

export const saveFile = async (
  owner: BrowserWindow | undefined,
  name: string,
  content: string | Uint8Array,
): Promise<Result<boolean, WriteProblem>> => {
  const path = await askWhere(owner, name)
  return path === undefined ? ok(false) : writeWhole(path, content)
}
