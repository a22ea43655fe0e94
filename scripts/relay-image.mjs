/**
 * node scripts/relay-image.mjs DIRECTORY: the relay and the few packages that it loads, for a server, which
 * runs what is in it. What a desktop app needs beside that stays out of it.
 */
import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { root } from './setup.mjs'

/** What src-relay and the parts of shared/ that it uses import (tests/relay/cluster.test.ts starts it). */
const PACKAGES = [
  '@hocuspocus/extension-redis',
  '@hocuspocus/server',
  'classic-level',
  'ioredis',
  'lib0',
  'pg',
  'valibot',
  'ws',
  'y-protocols',
  'yjs',
]

/**
 * Where a package is that another one, in `from`, loads.
 * @param {string} name
 * @param {string} from
 * @returns {string | undefined}
 */
const locate = (name, from) => {
  for (let folder = from; folder.startsWith(root); folder = dirname(folder)) {
    const place = join(folder, 'node_modules', name)
    if (existsSync(join(place, 'package.json'))) return place
  }
  return undefined
}

/** @type {Set<string>} */
const places = new Set()
/**
 * @param {string} name
 * @param {string} from
 */
const take = (name, from) => {
  const place = locate(name, from)
  if (place === undefined || places.has(place)) return
  places.add(place)
  const {
    dependencies = {},
    peerDependencies = {},
    peerDependenciesMeta = {},
  } = JSON.parse(readFileSync(join(place, 'package.json'), 'utf8'))
  for (const each of Object.keys(dependencies)) take(each, place)
  for (const each of Object.keys(peerDependencies))
    if (peerDependenciesMeta[each]?.optional !== true) take(each, place)
}
for (const name of PACKAGES) take(name, root)

const [, , target] = process.argv
if (target === undefined) throw new Error('node scripts/relay-image.mjs DIRECTORY')
mkdirSync(target, { recursive: true })
cpSync(join(root, 'out/relay/main.mjs'), join(target, 'main.mjs'))
for (const place of places)
  cpSync(place, join(target, place.slice(root.length + 1)), {
    recursive: true,
    filter: (path) => !path.slice(place.length).includes('/node_modules'),
  })
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
writeFileSync(
  join(target, 'package.json'),
  `${JSON.stringify({ name: 'confidant-relay', version, type: 'module' })}\n`,
)
