/**
 * Stands in for the module `electron` in the process that main runs in (main.ts): windows are pages of a browser, and
 * what only a desktop has (tray, menu bar, notifications, the system's keychain) is there for main to set and for a
 * test to look at, and does nothing.
 */
import { fork } from 'node:child_process'
import { EventEmitter } from 'node:events'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createWindows, MessageChannelMain, preventable } from './windows'
import type { Wire } from './wire'

const root = process.cwd()
const nothing = (): void => undefined

const createCommandLine = (switches: [name: string, value: string][]) => {
  const argument = (name: string): string | undefined =>
    process.argv.find((given) => given === `--${name}` || given.startsWith(`--${name}=`))
  return {
    appendSwitch: (name: string, value = '') => void switches.push([name, value]),
    hasSwitch: (name: string) => argument(name) !== undefined,
    getSwitchValue: (name: string) => argument(name)?.split('=').slice(1).join('=') ?? '',
  }
}

/** The order in which Electron ends: each window is asked, and then the app, and each may still prevent it. */
const createQuit = (
  app: EventEmitter,
  open: () => readonly { close: () => void }[],
  end: () => void,
) => {
  let quitting = false
  let due = false
  const quit = (): void => {
    if (due) return
    due = true
    setImmediate(() => {
      due = false
      if (!quitting) app.emit('before-quit', preventable())
      quitting = true
      const windows = open()
      for (const window of windows) window.close()
      if (windows.length > 0) return
      const event = preventable()
      app.emit('will-quit', event)
      if (!event.defaultPrevented) end()
    })
  }
  return quit
}

interface MenuItem {
  readonly id?: string
  readonly submenu?: readonly MenuItem[]
}
const allOf = (items: readonly MenuItem[]): readonly MenuItem[] =>
  items.flatMap((item) => [item, ...allOf(item.submenu ?? [])])
/** A menu's items have menus as their submenus. */
const asMenu = (template: readonly MenuItem[]): object => ({
  items: template.map((item) =>
    item.submenu === undefined ? item : { ...item, submenu: asMenu(item.submenu) },
  ),
  getMenuItemById: (id: string) => allOf(template).find((item) => item.id === id) ?? null,
})

const createMenu = () => {
  let menu: object | null = null
  return {
    buildFromTemplate: asMenu,
    setApplicationMenu: (next: object | null) => {
      menu = next
    },
    getApplicationMenu: () => menu,
  }
}

class Tray {
  setToolTip = nothing
  setContextMenu = nothing
  destroy = nothing
}

class Notification extends EventEmitter {
  readonly title: string
  readonly body: string
  constructor({ title, body }: { readonly title: string; readonly body: string }) {
    super()
    this.title = title
    this.body = body
  }
  show() {}
}

const createSession = () => ({
  setPermissionRequestHandler: nothing,
  setUserAgent: nothing,
  setPermissionCheckHandler: nothing,
  setDevicePermissionHandler: nothing,
  setSpellCheckerLanguages: nothing,
  setSpellCheckerDictionaryDownloadURL: nothing,
  setSpellCheckerEnabled: nothing,
  isSpellCheckerEnabled: () => false,
  webRequest: { onBeforeRequest: nothing },
  on: nothing,
  resolveProxy: async () => 'DIRECT',
})

const NET_ERRORS: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'ERR_CONNECTION_REFUSED',
  ENOTFOUND: 'ERR_NAME_NOT_RESOLVED',
}
/** One plain request, by Node's network instead of Chromium's. */
const request = ({ url }: { readonly url: string }) => {
  const heard = new EventEmitter()
  const stop = new AbortController()
  const end = async (): Promise<void> => {
    try {
      const { status, headers } = await fetch(url, { redirect: 'manual', signal: stop.signal })
      heard.emit('response', { statusCode: status, headers: Object.fromEntries(headers) })
    } catch (error) {
      const { code = '' } = ((error as Error).cause ?? {}) as { readonly code?: string }
      if (!stop.signal.aborted)
        heard.emit('error', new Error(`net::${NET_ERRORS[code] ?? 'ERR_FAILED'}`))
    }
  }
  return Object.assign(heard, { abort: () => stop.abort(), end: () => void end() })
}

const forkUtility = (file: string) => {
  const child = fork(file, [], {
    execArgv: ['--require', join(root, 'tests/chromium/parent-port.cjs')],
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
  return Object.assign(child, { postMessage: (message: object) => child.send(message) })
}

type Serve = (request: Request) => Promise<Response>

/** One plain list, of what main imports from `electron`. */
export const createElectron = (wire: Wire, end: () => void) => {
  const app = new EventEmitter()
  const switches: [name: string, value: string][] = []
  const paths: Record<string, string> = {}
  let ready: () => void = nothing
  const whenReady = new Promise<void>((resolve) => {
    ready = resolve
  })
  const { BrowserWindow, windows, ipcMain, askedAtOnce, answers } = createWindows(wire, app)
  const commandLine = createCommandLine(switches)
  const quit = createQuit(app, () => windows, end)
  let serve: Serve = async () => new Response('nothing is served yet', { status: 404 })
  const defaultSession = createSession()
  const electron = {
    app: Object.assign(app, {
      commandLine,
      quit,
      exit: (code: number) => process.exit(code),
      whenReady: () => whenReady,
      requestSingleInstanceLock: () => true,
      configureHostResolver: nothing,
      getAppPath: () => root,
      getVersion: () => JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).version,
      getPath: (name: string) => paths[name] ?? commandLine.getSwitchValue('user-data-dir'),
      setPath: (name: string, path: string) => {
        paths[name] = path
      },
    }),
    BrowserWindow,
    clipboard: {
      // A page cannot read what is selected elsewhere.
      readText: async (of?: string) =>
        of === 'selection' ? '' : wire.call<string>('readClipboard'),
      writeText: (text: string) => wire.call('writeClipboard', text),
      // Nobody waits for it, not even the end.
      clear: () => void wire.call('writeClipboard', '').catch(nothing),
    },
    dialog: {
      showErrorBox: (title: string, text: string) => console.error(title, text),
      showMessageBox: async (...given: readonly { readonly cancelId?: number }[]) => ({
        response: given.at(-1)?.cancelId ?? 0,
      }),
      showOpenDialog: async () => ({ canceled: true, filePaths: [] }),
      showSaveDialog: async () => ({ canceled: true }),
    },
    globalShortcut: { register: () => true, unregisterAll: nothing },
    ipcMain,
    Menu: createMenu(),
    MessageChannelMain,
    nativeImage: { createFromPath: () => ({ resize: () => ({}) }) },
    nativeTheme: { shouldUseDarkColors: false },
    net: { request },
    Notification,
    powerMonitor: new EventEmitter(),
    protocol: {
      registerSchemesAsPrivileged: nothing,
      handle: (_scheme: string, handler: Serve) => {
        serve = handler
      },
    },
    safeStorage: { isEncryptionAvailable: () => false },
    screen: { getAllDisplays: () => [{ bounds: { x: 0, y: 0, width: 1920, height: 1200 } }] },
    session: { defaultSession, fromPartition: createSession },
    Tray,
    utilityProcess: { fork: forkUtility },
    webContents: { getAllWebContents: () => windows.map(({ webContents }) => webContents) },
  }
  return {
    electron,
    switches,
    askedAtOnce,
    serve: (request: Request): Promise<Response> => serve(request),
    answers: { ...answers, ready: () => ready(), quit },
  }
}
