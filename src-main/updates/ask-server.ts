/**
 * Asks the server of releases by Chromium's own network (the system's proxy and certificates), in a session that keeps
 * nothing.
 */
import { session } from 'electron'
import type { Ask } from './fetching'

export const createAskServer = (): Ask => {
  const own = session.fromPartition('updates', { cache: false })
  own.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
  return (url, signal) => own.fetch(url, { signal, redirect: 'error', credentials: 'omit' })
}
