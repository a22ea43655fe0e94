/** Electron's half of a page: what the real preload scripts ask of `electron`, before the page's own scripts run. */

interface Electron {
  readonly ipcRenderer: object
  readonly contextBridge: object
}
type Listener = (event: { readonly ports: readonly MessagePort[] }, ...given: unknown[]) => void
type Say = (kind: string, channel: string, text: string) => Promise<string>

/** Bytes and base64 as new Chromiums have them; the compiler does not know them yet. */
interface Base64 {
  readonly toBase64: () => string
}
interface FromBase64 {
  readonly fromBase64: (text: string) => Uint8Array
}

/** How often the main process is told of the coach's input, at most. */
type Preload = (require: () => Electron) => void

/** Runs in the page by itself: it may use nothing of this file. */
const pageSide = (origin: string, preload: Preload): void => {
  if (location.origin !== origin || window.top !== window) return
  const page = window as unknown as Record<string, unknown>
  const listeners = new Map<string, Listener>()

  const toText = (value: unknown): string =>
    JSON.stringify({ value }, (_key, given: unknown) =>
      given instanceof Uint8Array ? { $bytes: (given as unknown as Base64).toBase64() } : given,
    )
  const fromText = (text: string) =>
    JSON.parse(text, (_key, value: { readonly $bytes?: unknown } | null) =>
      typeof value?.$bytes === 'string'
        ? (Uint8Array as unknown as FromBase64).fromBase64(value.$bytes)
        : value,
    ).value
  const say = (kind: string, channel = '', given: unknown = []): Promise<string> =>
    (page.__toMain as Say)(kind, channel, toText(given))

  /** One end of a channel between two pages; what is sent before the other end is there waits for it. */
  const portNamed = (name: string): MessagePort => {
    const { port1, port2 } = new MessageChannel()
    const between = new BroadcastChannel(name)
    let unheard: unknown[] | undefined = []
    between.onmessage = ({ data }) => {
      if (!('hello' in data)) return port1.postMessage(data.said)
      if (unheard === undefined) return
      between.postMessage({ hello: true })
      for (const said of unheard) between.postMessage({ said })
      unheard = undefined
    }
    port1.onmessage = ({ data: said }) =>
      unheard === undefined ? between.postMessage({ said }) : unheard.push(said)
    between.postMessage({ hello: true })
    return port2
  }

  page.__fromMain = (channel: string, text: string, ports: readonly string[]) =>
    listeners.get(channel)?.({ ports: ports.map(portNamed) }, ...fromText(text))

  const ipcRenderer = {
    on: (channel: string, listener: Listener) => listeners.set(channel, listener),
    removeAllListeners: (channel: string) => listeners.delete(channel),
    send: (channel: string, ...given: unknown[]) => void say('send', channel, given),
    invoke: async (channel: string, ...given: unknown[]) =>
      fromText(await say('invoke', channel, given)),
    sendSync: (channel: string) => {
      const request = new XMLHttpRequest()
      request.open('GET', `/.sync/${encodeURIComponent(channel)}`, false)
      request.send()
      return fromText(request.responseText)
    },
  }
  const contextBridge = {
    exposeInMainWorld: (name: string, value: unknown) =>
      Object.defineProperty(window, name, { value, enumerable: true }),
  }

  void say('began')
  let told = 0
  for (const type of ['keydown', 'pointerdown', 'pointermove', 'wheel'])
    addEventListener(
      type,
      () => {
        if (performance.now() - told < 200) return
        told = performance.now()
        void say('input')
      },
      { capture: true, passive: true },
    )
  preload(() => ({ ipcRenderer, contextBridge }))
}

/** The script of a page whose window has the preload script given, as it was built. */
export const pageScript = (origin: string, preload: string): string =>
  `(${pageSide})(${JSON.stringify(origin)}, (require) => {${preload}\n})`
