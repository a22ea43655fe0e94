/**
 * Vite's plugins for `licences.json`: every package with a part in the built files, main's, the relay's, the page's and
 * its workers', and the native ones beside them, each with its licence's text. Made at the build, of what really is in it.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Plugin } from 'vite'
import NATIVE from './native-packages.cjs'

const LICENCE = /^(licen[cs]e|copying)/i
const found = new Map<string, { name: string; version: string; licence: string; text: string }>()

const note = (folder: string): void => {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  const file = readdirSync(folder).find((entry) => LICENCE.test(entry))
  const text = file === undefined ? '' : readFileSync(join(folder, file), 'utf8').trim()
  found.set(`${name}@${version}`, { name, version, licence: license ?? '', text })
}

/** The folder of the package that a module is of: the innermost in `node_modules`. */
const packageOf = (module: string): string | undefined => {
  const [path = ''] = module.replace(/^\0/, '').split('?')
  return /^(.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+)[\\/]/.exec(path)?.[1]
}

/** Notes what goes into each file; for every build that makes some. */
export const noteLicences = (): Plugin => ({
  name: 'note-licences',
  generateBundle: (_, bundle) => {
    for (const chunk of Object.values(bundle))
      for (const module of chunk.type === 'chunk' ? chunk.moduleIds : []) {
        const folder = packageOf(module)
        if (folder !== undefined && existsSync(join(folder, 'package.json'))) note(folder)
      }
  },
})

/** Writes the list beside the page's files, which are built last; the page reads it there. */
export const writeLicences = (): Plugin => ({
  name: 'write-licences',
  generateBundle() {
    for (const name of NATIVE) note(join('node_modules', name))
    const list = [...found.values()].sort((a, b) => a.name.localeCompare(b.name))
    this.emitFile({ type: 'asset', fileName: 'licences.json', source: JSON.stringify(list) })
  },
})
