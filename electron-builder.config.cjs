// Packaging: the app's own files in an asar, and the fuses that Electron's security guide recommends.

const NATIVE = require('./scripts/native-packages.cjs')

/** @type {import('electron-builder').Configuration} */
module.exports = {
  appId: 'org.confidant.app',
  productName: 'Confidant',
  directories: { output: 'dist' },
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
  linux: { target: 'dir', executableName: 'confidant', category: 'Office' },
  mac: { target: 'dir' },
  win: { target: 'dir' },
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
