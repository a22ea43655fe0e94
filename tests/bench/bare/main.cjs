// A bare window on the same runtime: the reference for start, typing and memory.
const { app, BrowserWindow } = require('electron')
const { join } = require('node:path')
app.whenReady().then(() => {
  const window = new BrowserWindow({ width: 1280, height: 800, webPreferences: { sandbox: true } })
  window.loadFile(join(__dirname, 'page', 'index.html'), { hash: process.env.BARE_HASH || '' })
})
app.on('window-all-closed', () => app.quit())
