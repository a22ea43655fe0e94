/** An app's updates on a disk and a server of their own, for tests below the window: all of it but Electron. */
import { randomBytes } from 'node:crypto'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, vi } from 'vitest'
import { openProfile } from '../../src-main/disk/profile'
import type { Ask } from '../../src-main/updates/fetching'
import { createUpdates, type UpdateParts } from '../../src-main/updates/updates'
import { fileNamed, listOf, newKey, signedList, startServer } from './update-server'

/** What the app asks with, but for Electron's network. */
const plainAsk: Ask = (url, signal) => fetch(url, { signal, redirect: 'error' })

export const NEW = randomBytes(300_000)
export const NAME = 'confidant_0.4.0_amd64.deb'
export const LIST = '/confidant/releases.json'
export const FILE = `/confidant/${NAME}`
export const makers = newKey()

export let home = ''
export let server: Awaited<ReturnType<typeof startServer>>
beforeEach(async () => {
  home = mkdtempSync(join(tmpdir(), 'confidant-updates-'))
  server = await startServer()
})
afterEach(async () => {
  await server.close()
  rmSync(home, { recursive: true, force: true })
})

export const offer = (version = '0.4.0', file: object = fileNamed(NAME, NEW)): void => {
  server.pages.set(LIST, signedList(listOf(version, [file]), makers.privateKey))
  server.pages.set(FILE, NEW)
}

export const openUpdates = (more: Partial<UpdateParts> = {}) => {
  const profile = openProfile(home)
  profile.set({ updatesFrom: server.address })
  const done: string[] = []
  const updates = createUpdates({
    profile,
    isForbidden: false,
    version: '0.3.0',
    target: { kind: 'deb', arch: 'x64' },
    keys: [makers.key],
    folder: join(home, 'updates'),
    ask: plainAsk,
    copyVault: async () => void done.push('copied'),
    install: async (path) => void done.push(`installed ${readFileSync(path).equals(NEW)}`),
    onOffered: () => void done.push('offered'),
    now: () => 1_000,
    silenceMs: 60_000,
    ...more,
  })
  const { answers } = updates
  const step = async () => (await answers.state()).step
  const fetched = async () => {
    await answers.fetch()
    await vi.waitFor(async () => expect(await step()).not.toBe('fetching'), { timeout: 15_000 })
    return answers.state()
  }
  return {
    profile,
    updates,
    answers,
    done,
    step,
    fetched,
    folder: more.folder ?? join(home, 'updates'),
  }
}

/** All of what was fetched that is still on the disk. */
export const leftIn = (folder: string) => (existsSync(folder) ? readdirSync(folder) : [])
