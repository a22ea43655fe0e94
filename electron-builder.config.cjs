// Packaging: the app's own files in an asar, and the fuses that Electron's security guide recommends.
/** @type {import('electron-builder').Configuration} */
module.exports = {
  appId: 'org.confidant.app',
  productName: 'Confidant',
  directories: { output: 'dist' },
  files: ['out/**', 'package.json', '!node_modules/**'],
  asar: true,
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
