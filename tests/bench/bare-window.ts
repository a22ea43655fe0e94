/** A window with nothing of the app in it, on the same runtime: what start, typing and memory are compared with. */
import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, rmSync, writeFileSync } from 'node:fs'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { _electron } from 'playwright'
import type { ElectronApplication, Page } from 'playwright/test'
import { build } from 'vite'
import { newProfile } from '../e2e/steps/device'

const electron = JSON.parse(process.env.CONFIDANT_ELECTRON ?? '{}') as {
  readonly executable: string
  readonly args: string[]
  readonly fallback: boolean
}

/** Builds the bare app and, for the fallback runtime, a hard-linked copy of it that carries the bare app. */
export const prepareBare = async () => {
  const app = await mkdtemp(join(tmpdir(), 'confidant-bare-'))
  await build({
    root: 'tests/bench/bare',
    base: './',
    logLevel: 'error',
    build: { outDir: join(app, 'page'), target: 'chrome114', minify: true, emptyOutDir: true },
  })
  cpSync('tests/bench/bare/main.cjs', join(app, 'main.cjs'))
  writeFileSync(join(app, 'package.json'), JSON.stringify({ name: 'bare', main: 'main.cjs' }))
  if (!electron.fallback)
    return {
      executable: electron.executable,
      args: [...electron.args.filter((arg) => arg.startsWith('--')), app],
    }
  const dist = dirname(electron.executable)
  const copy = `${dist}-bare`
  if (!existsSync(copy)) spawnSync('cp', ['-al', dist, copy])
  rmSync(join(copy, 'resources', 'app'), { recursive: true, force: true })
  cpSync(app, join(copy, 'resources', 'app'), { recursive: true })
  return { executable: join(copy, 'electron'), args: electron.args }
}

export type Bare = Awaited<ReturnType<typeof prepareBare>>

export const launchBare = async (
  bare: Bare,
  hash = '',
): Promise<{ readonly app: ElectronApplication; readonly page: Page }> => {
  const app = await _electron.launch({
    executablePath: bare.executable,
    args: [...bare.args, `--user-data-dir=${await newProfile()}`],
    env: { ...process.env, BARE_HASH: hash } as Record<string, string>,
  })
  return { app, page: await app.firstWindow() }
}
