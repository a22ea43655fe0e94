/**
 * What a server of updates has: `node scripts/release.mjs --files dist --notes notes.txt --out release` writes the checksums
 * of the files and the signed list of releases, after the one that is given with `--list`. The key is in the environment
 * (CONFIDANT_RELEASE_PRIVATE_KEY) and its public half in package.json. What its system would call unsigned is not listed.
 * `node scripts/release.mjs --new-key` makes a key. See docs/releasing.md; the app reads the list in src-main/updates.
 */
import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  sign,
  verify,
} from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { fail, say } from './setup.mjs'

const { version, releaseKeys } = createRequire(import.meta.url)('../package.json')

/** @type {(key: import('node:crypto').KeyObject) => string} A public key as package.json and the app have it. */
const nameOf = (key) => key.export({ format: 'jwk' }).x ?? ''

const newKey = () => {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519')
  const secret = privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64')
  say(`public, for "releaseKeys" in package.json: ${nameOf(publicKey)}`)
  say(`secret, for CONFIDANT_RELEASE_PRIVATE_KEY, and nowhere else: ${secret}`)
}

const privateKey = () => {
  const secret = process.env.CONFIDANT_RELEASE_PRIVATE_KEY
  if (!secret) fail('CONFIDANT_RELEASE_PRIVATE_KEY is not set: nothing is listed unsigned.')
  return createPrivateKey({ key: Buffer.from(secret, 'base64'), format: 'der', type: 'pkcs8' })
}

/** @type {(bytes: Buffer) => boolean} Whether a Windows program has a certificate table: the fifth of its directories. */
const isSignedProgram = (bytes) => {
  const head = bytes.readUInt32LE(0x3c)
  if (bytes.toString('latin1', head, head + 4) !== 'PE\0\0') return false
  const optional = head + 24
  const directories = optional + (bytes.readUInt16LE(optional) === 0x20b ? 112 : 96)
  return bytes.readUInt32LE(directories + 4 * 8 + 4) > 0
}

/** @type {(bytes: Buffer) => boolean} Whether a zipped app is signed, and has its notarization with it. */
const isSignedApp = (bytes) =>
  bytes.includes('.app/Contents/_CodeSignature/CodeResources') &&
  bytes.includes('.app/Contents/CodeResources')

/**
 * What each file is, by its name; a .deb and an AppImage are signed by the list alone.
 * @type {readonly { readonly name: RegExp, readonly kind: string, readonly isSigned: (bytes: Buffer) => boolean }[]}
 */
const FILES = [
  { name: /_(?<arch>amd64|arm64)\.deb$/, kind: 'deb', isSigned: () => true },
  { name: /-(?<arch>x86_64|x64|arm64)\.AppImage$/, kind: 'AppImage', isSigned: () => true },
  { name: /-(?<arch>x64|arm64)\.exe$/, kind: 'nsis', isSigned: isSignedProgram },
  { name: /-(?<arch>universal)\.zip$/, kind: 'mac', isSigned: isSignedApp },
]
/** @type {Readonly<Record<string, string>>} */
const ARCHITECTURES = { amd64: 'x64', x86_64: 'x64' }

/** @type {(folder: string) => object[]} */
const filesIn = (folder) =>
  readdirSync(folder)
    .sort()
    .flatMap((name) => {
      const what = FILES.find((one) => one.name.test(name))
      if (what === undefined) return []
      if (!name.includes(version)) fail(`${name} is not of version ${version}.`)
      const bytes = readFileSync(join(folder, name))
      if (!what.isSigned(bytes)) fail(`${name} is not signed for its system: it is not listed.`)
      const arch = what.name.exec(name)?.groups?.arch ?? ''
      const sha512 = createHash('sha512').update(bytes).digest('hex')
      return {
        kind: what.kind,
        arch: ARCHITECTURES[arch] ?? arch,
        name,
        bytes: bytes.length,
        sha512,
      }
    })

/** @type {(path: string | undefined, key: import('node:crypto').KeyObject) => object[]} The releases that are listed already. */
const listedIn = (path, key) => {
  if (path === undefined) return []
  const { signed, signature } = JSON.parse(readFileSync(path, 'utf8'))
  if (!verify(null, Buffer.from(signed), key, Buffer.from(signature, 'base64')))
    fail('the list that is given is not signed with this key.')
  const { releases } = JSON.parse(signed)
  return releases.filter((/** @type {{ version: string }} */ one) => one.version !== version)
}

/** @type {(given: { files: string, notes?: string | undefined, list?: string | undefined, out: string }) => void} */
const release = ({ files, notes, list, out }) => {
  const secret = privateKey()
  const key = createPublicKey(secret)
  if (!releaseKeys.includes(nameOf(key)))
    fail('the key’s public half is not in package.json: no app would take what it signs.')
  const found = filesIn(files)
  if (found.length === 0) fail(`there is nothing in ${files} that is installed from.`)
  const text = notes === undefined ? '' : readFileSync(notes, 'utf8').trim().slice(0, 4000)
  const signed = JSON.stringify({
    format: 'confidant-releases',
    version: 1,
    releases: [{ version, notes: text, files: found }, ...listedIn(list, key)].slice(0, 200),
  })
  const signature = sign(null, Buffer.from(signed), secret).toString('base64')
  mkdirSync(out, { recursive: true })
  writeFileSync(join(out, 'releases.json'), `${JSON.stringify({ signature, signed })}\n`)
  const sums = readdirSync(files, { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => {
      const sum = createHash('sha256')
        .update(readFileSync(join(files, name)))
        .digest('hex')
      return `${sum}  ${name}\n`
    })
  writeFileSync(join(out, 'SHA256SUMS'), sums.sort().join(''))
  say(`${found.length} files of version ${version} listed in ${join(out, 'releases.json')}.`)
}

const { values } = parseArgs({
  options: {
    'new-key': { type: 'boolean' },
    files: { type: 'string' },
    notes: { type: 'string' },
    list: { type: 'string' },
    out: { type: 'string', default: 'release' },
  },
})
const { files, notes, list, out } = values
if (values['new-key'] === true) newKey()
else if (files === undefined) fail('say where the files are: --files dist')
else release({ files, notes, list, out })
