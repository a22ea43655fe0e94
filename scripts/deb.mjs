/**
 * The .deb of a folder that electron-builder has packed, by dpkg-deb alone: files and nothing else. It has no scripts that run
 * at its installation or removal, so that there is nothing in it that could touch a vault.
 */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { fail, root } from './setup.mjs'

const HOME = '/opt/Confidant'
/** @type {Readonly<Record<string, string>>} */
const DEBIAN = { x64: 'amd64', arm64: 'arm64' }
/** What Electron loads, under both names where Debian has given a new one. */
const DEPENDS = [
  'libasound2 | libasound2t64',
  'libatk-bridge2.0-0 | libatk-bridge2.0-0t64',
  'libc6 (>= 2.28)',
  'libgbm1',
  'libgtk-3-0 | libgtk-3-0t64',
  'libnotify4',
  'libnss3',
  'libxss1',
  'xdg-utils',
]

const DESKTOP = `[Desktop Entry]
Type=Application
Name=Confidant
Comment=Notes, goals, and reflection records of a physician coach
Exec=${HOME}/confidant
Icon=confidant
Terminal=false
Categories=Office;
StartupWMClass=Confidant
`

const COPYRIGHT = `Confidant contains works by others. Their licenses are in ${HOME}/LICENSE.electron.txt and
${HOME}/LICENSES.chromium.html, and in the app under Settings, About, Licenses.
`

/** @type {(version: string, arch: string, kilobytes: number) => string} */
const controlOf = (version, arch, kilobytes) => `Package: confidant
Version: ${version}
Architecture: ${arch}
Maintainer: Confidant <support@confidant.invalid>
Installed-Size: ${kilobytes}
Depends: ${DEPENDS.join(', ')}
Recommends: pkexec | policykit-1
Section: misc
Priority: optional
Description: Confidential, local-first notes for physician coaches
 Keeps mentee notes, goals, and reflection records, encrypted with a passphrase.
 Removing the package leaves every vault where it is.
`

/** @type {(folder: string) => string[]} Every plain file below it. */
const filesIn = (folder) =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return filesIn(path)
    return entry.isFile() ? [path] : []
  })

/** @type {(path: string, text: string) => void} */
const write = (path, text) => {
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, text, { mode: 0o644 })
}

/** Lays out the files as they are to be installed, and what dpkg asks for. */
/** @type {(tree: string, unpacked: string, version: string, arch: string) => void} */
const layOut = (tree, unpacked, version, arch) => {
  chmodSync(tree, 0o755)
  const home = join(tree, HOME)
  cpSync(unpacked, home, { recursive: true, verbatimSymlinks: true })
  // By this the app knows what it was installed from (src-main/updates/install.ts).
  write(join(home, 'resources', 'package-type'), 'deb')
  // Chromium's sandbox where a system allows no user namespaces to everybody.
  chmodSync(join(home, 'chrome-sandbox'), 0o4755)
  mkdirSync(join(tree, 'usr', 'bin'), { recursive: true })
  symlinkSync(`${HOME}/confidant`, join(tree, 'usr', 'bin', 'confidant'))
  write(join(tree, 'usr/share/applications/confidant.desktop'), DESKTOP)
  write(join(tree, 'usr/share/doc/confidant/copyright'), COPYRIGHT)
  const icon = join(tree, 'usr/share/icons/hicolor/512x512/apps/confidant.png')
  mkdirSync(dirname(icon), { recursive: true })
  cpSync(join(root, 'src-renderer/public/icon.png'), icon)
  const files = filesIn(tree)
  const sums = files.map((path) => {
    const sum = createHash('md5').update(readFileSync(path)).digest('hex')
    return `${sum}  ${relative(tree, path)}`
  })
  const bytes = files.reduce((sum, path) => sum + readFileSync(path).length, 0)
  write(join(tree, 'DEBIAN', 'md5sums'), `${sums.join('\n')}\n`)
  write(join(tree, 'DEBIAN', 'control'), controlOf(version, arch, Math.ceil(bytes / 1024)))
}

/**
 * Makes `confidant_<version>_<architecture>.deb` in `into`; resolves to its path.
 * @param {{ readonly unpacked: string, readonly into: string, readonly version: string, readonly arch: string, readonly quickly?: boolean }} given
 */
export const makeDeb = ({ unpacked, into, version, arch, quickly = false }) => {
  const debian = DEBIAN[arch] ?? fail(`no Debian architecture is known for ${arch}.`)
  const tree = mkdtempSync(join(tmpdir(), 'confidant-deb-'))
  const deb = join(into, `confidant_${version}_${debian}.deb`)
  try {
    layOut(tree, unpacked, version, debian)
    // The best compression takes minutes: not for a test.
    const how = quickly ? ['-Zgzip', '-z1'] : ['-Zxz']
    const made = spawnSync('dpkg-deb', ['--root-owner-group', ...how, '--build', tree, deb], {
      encoding: 'utf8',
    })
    if (made.status !== 0) fail(`dpkg-deb made no package: ${made.stderr || made.error?.message}`)
    return deb
  } finally {
    rmSync(tree, { recursive: true, force: true })
  }
}
