// Packaging: the app's own files in an asar, the fuses that Electron's security guide recommends, and what each system
// installs from (docs/releasing.md). The .deb is made of the Linux folder by scripts/deb.mjs.
const NATIVE = require('./scripts/native-packages.cjs')

/** A release that would not be signed is not made: on a Mac and on Windows the build then fails. */
const isRelease = process.env.CONFIDANT_RELEASE === '1'

/** @type {import('electron-builder').Configuration} */
module.exports = {
  appId: 'org.confidant.app',
  productName: 'Confidant',
  copyright: 'Confidant',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: electron-builder fills it in
  artifactName: 'confidant-${version}-${arch}.${ext}',
  directories: { output: 'dist', buildResources: 'packaging' },
  files: [
    'out/**',
    'package.json',
    '!node_modules/**',
    ...NATIVE.map((name) => `node_modules/${name}/**/*.{js,json}`),
    // biome-ignore lint/suspicious/noTemplateCurlyInString: electron-builder fills it in
    'node_modules/classic-level/prebuilds/${platform}-*/*.node',
  ],
  asar: true,
  // The system loads it from a file of its own.
  asarUnpack: ['**/*.node'],
  icon: 'src-renderer/public/icon.png',
  npmRebuild: false,
  // Releases are listed and signed by scripts/release.mjs; electron-builder uploads nothing.
  publish: null,
  forceCodeSigning: isRelease,
  linux: { target: ['dir'], executableName: 'confidant', category: 'Office' },
  appImage: { license: null },
  mac: {
    target: [
      { target: 'dmg', arch: ['universal'] },
      { target: 'zip', arch: ['universal'] },
    ],
    category: 'public.app-category.productivity',
    hardenedRuntime: true,
    gatekeeperAssess: false,
    // What a Mac says when it asks the coach.
    extendInfo: {
      NSCameraUsageDescription:
        'Confidant reads paper sheets that you hold up to the camera. No picture is kept.',
    },
    entitlements: 'packaging/entitlements.mac.plist',
    entitlementsInherit: 'packaging/entitlements.mac.plist',
    // One file for both processors as it comes.
    x64ArchFiles: '**/*.node',
    notarize: isRelease,
  },
  win: { target: [{ target: 'nsis', arch: ['x64', 'arm64'] }] },
  nsis: {
    oneClick: true,
    perMachine: false,
    allowElevation: false,
    // Uninstalling never deletes the vault (docs/traps.md).
    deleteAppDataOnUninstall: false,
    differentialPackage: false,
    buildUniversalInstaller: false,
  },
  electronFuses: {
    runAsNode: false,
    enableCookieEncryption: true,
    enableNodeOptionsEnvironmentVariable: false,
    enableNodeCliInspectArguments: false,
    enableEmbeddedAsarIntegrityValidation: true,
    onlyLoadAppFromAsar: true,
    grantFileProtocolExtraPrivileges: false,
  },
}
