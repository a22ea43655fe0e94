/** Electron's windows, each a page of the browser that the test has opened. */
import { EventEmitter } from 'node:events'
import { readFileSync } from 'node:fs'
import { fromServed, toServed } from './origins'
import { fromText, toText } from './text'
import type { Wire } from './wire'

/** An event that a listener may prevent. */
export const preventable = () => {
  let defaultPrevented = false
  return {
    get defaultPrevented() {
      return defaultPrevented
    },
    preventDefault: () => {
      defaultPrevented = true
    },
  }
}

interface Options {
  readonly width?: number
  readonly height?: number
  readonly title?: string
  readonly webPreferences?: { readonly preload?: string }
}

interface Port {
  readonly name: string
}

export class MessageChannelMain {
  static made = 0
  readonly port1: Port = { name: `port-${++MessageChannelMain.made}` }
  readonly port2: Port = this.port1
}

/** What a page has said, as main's listeners are to hear it. */
interface Heard {
  readonly kind: string
  readonly channel: string
  readonly text: string
  readonly fromMainFrame: boolean
}

export const createWindows = (wire: Wire, app: EventEmitter) => {
  const windows: BrowserWindow[] = []
  const ipcMain = new EventEmitter()
  const handlers = new Map<string, (...given: unknown[]) => unknown>()

  class WebContents extends EventEmitter {
    url = ''
    zoom = 1
    loading = false
    crashed = false
    destroyed = false
    readonly mainFrame: { readonly url: string }

    constructor(readonly window: BrowserWindow) {
      super()
      const contents = this
      this.mainFrame = {
        get url() {
          return contents.url
        },
      }
    }
    getURL = () => this.url
    isCrashed = () => this.crashed
    isDestroyed = () => this.destroyed
    isLoading = () => this.loading
    getZoomFactor = () => this.zoom
    setWindowOpenHandler = () => undefined
    setZoomFactor(zoom: number) {
      if (zoom === this.zoom) return
      this.zoom = zoom
      void this.window.applySize()
    }
    send(channel: string, ...given: unknown[]) {
      this.post(channel, given, [])
    }
    postMessage(channel: string, _message: null, ports: readonly Port[]) {
      this.post(channel, [], ports)
    }
    post(channel: string, given: readonly unknown[], ports: readonly Port[]) {
      const names = ports.map(({ name }) => name)
      wire.call('send', this.window.id, channel, toText(given), names).catch(() => undefined)
    }
    reload() {
      this.crashed = false
      this.loading = true
      wire.call('reload', this.window.id).catch(() => undefined)
    }
    forcefullyCrashRenderer() {
      wire.call('crash', this.window.id).catch(() => undefined)
    }
    executeJavaScript = (code: string) => wire.call<unknown>('run', this.window.id, code)
    /** Nothing is sent to a printer. */
    print = (_options: object, done: (success: boolean) => void) => done(true)
    printToPDF = async (options: object) =>
      Buffer.from(await wire.call<string>('pdf', this.window.id, options), 'base64')
  }

  class BrowserWindow extends EventEmitter {
    static made = 0
    static getAllWindows = () => [...windows]
    readonly id = ++BrowserWindow.made
    readonly webContents: WebContents
    readonly title: string
    bounds: { x: number; y: number; width: number; height: number }
    visible = false
    readonly opened: Promise<void>

    constructor(options: Options) {
      super()
      const { width = 800, height = 600, title = '', webPreferences } = options
      this.bounds = { x: 0, y: 0, width, height }
      this.title = title
      this.webContents = new WebContents(this)
      windows.push(this)
      const preload = webPreferences?.preload
      const script = preload === undefined ? null : readFileSync(preload, 'utf8')
      this.opened = wire.call('open', this.id, script)
      void this.applySize()
      app.emit('web-contents-created', {}, this.webContents)
    }
    async applySize() {
      await this.opened
      const { width, height } = this.bounds
      await wire.call('size', this.id, width, height, this.webContents.zoom).catch(() => undefined)
    }
    async loadURL(url: string) {
      this.webContents.loading = true
      this.webContents.url = url
      await this.opened
      await wire.call('load', this.id, toServed(url))
    }
    show() {
      this.visible = true
      this.emit('show')
    }
    hide() {
      this.visible = false
    }
    focus = () => void wire.call('front', this.id).catch(() => undefined)
    isVisible = () => this.visible
    isMinimized = () => false
    isMaximized = () => false
    restore = () => undefined
    maximize = () => undefined
    center = () => undefined
    setContentProtection = (_hidden: boolean) => undefined
    getTitle = () => this.title
    getBounds = () => this.bounds
    getNormalBounds = () => this.bounds
    getSize = () => [this.bounds.width, this.bounds.height]
    getContentSize = () => this.getSize()
    setSize(width: number, height: number) {
      this.bounds = { ...this.bounds, width, height }
      void this.applySize()
    }
    setContentSize = (width: number, height: number) => this.setSize(width, height)
    close() {
      const event = preventable()
      this.emit('close', event)
      if (!event.defaultPrevented) this.destroy()
    }
    destroy() {
      if (this.webContents.destroyed) return
      this.webContents.destroyed = true
      windows.splice(windows.indexOf(this), 1)
      wire.call('close', this.id).catch(() => undefined)
      this.emit('closed')
    }
  }

  const of = (id: number): BrowserWindow | undefined => windows.find((window) => window.id === id)

  /** Resolves to the answer, as text. */
  const hear = async (id: number, { kind, channel, text, fromMainFrame }: Heard) => {
    const window = of(id)
    if (window === undefined) throw new Error('the window is gone')
    const { webContents } = window
    if (kind === 'began') webContents.emit('did-navigate', {})
    else if (kind === 'input') webContents.emit('input-event', {})
    else {
      const senderFrame = fromMainFrame ? webContents.mainFrame : { url: webContents.url }
      const event = { sender: webContents, senderFrame }
      const given = fromText(text) as unknown[]
      if (kind === 'send') ipcMain.emit(channel, event, ...given)
      else return toText(await handlers.get(channel)?.(event, ...given))
    }
    return toText(null)
  }

  return {
    BrowserWindow,
    windows,
    ipcMain: Object.assign(ipcMain, {
      handle: (channel: string, handler: (...given: unknown[]) => unknown) =>
        handlers.set(channel, handler),
    }),
    /** A question that the page waits for with everything. */
    askedAtOnce: (channel: string): string => {
      const event = { returnValue: undefined as unknown }
      ipcMain.emit(channel, event)
      return toText(event.returnValue)
    },
    /** What the test tells of a window's page. */
    answers: {
      heard: hear,
      loaded: (id: number, url: string) => {
        const window = of(id)
        if (window === undefined) return
        window.webContents.url = fromServed(url)
        window.webContents.loading = false
        window.webContents.emit('did-finish-load')
        window.emit('ready-to-show')
      },
      gone: (id: number) => {
        const contents = of(id)?.webContents
        if (contents === undefined) return
        contents.crashed = true
        contents.emit('render-process-gone', {}, { reason: 'crashed' })
      },
      closed: (id: number) => of(id)?.close(),
    },
  }
}
