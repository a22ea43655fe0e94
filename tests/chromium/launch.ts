/**
 * The app on a browser of today: Chromium's pages for Electron's windows, and main, as it was built, in a process of its
 * own with stand-ins for the few calls to Electron (electron.ts). It has the shape of Playwright's own
 * ElectronApplication, as far as the tests use it, so that they run on either.
 */
import { type ChildProcess, fork } from 'node:child_process'
import { readlinkSync } from 'node:fs'
import { join } from 'node:path'
import {
  type BrowserContext,
  type CDPSession,
  chromium,
  type ElectronApplication,
  type Page,
} from 'playwright/test'
import { CLIPBOARD_ORIGIN, SERVED_ORIGIN } from './origins'
import { pageScript } from './page-side'
import { createWire, type Wire } from './wire'

export interface Chromium {
  readonly executable: string
  readonly version: string
}

interface Shown {
  page: Page
  cdp: CDPSession
  readonly script: string | null
}

/** Chromium's own number, which it leaves in its profile. */
const processOf = (profile: string): number | undefined => {
  try {
    return Number(readlinkSync(join(profile, 'SingletonLock')).split('-').at(-1))
  } catch {
    return undefined
  }
}

const PAPER_INCHES = { A4: [8.27, 11.69], Letter: [8.5, 11] } as const
interface PdfOptions {
  readonly pageSize?: keyof typeof PAPER_INCHES
  readonly margins?: Readonly<Record<'top' | 'bottom' | 'left' | 'right', number>>
}
const toPdf = async (cdp: CDPSession, options: PdfOptions): Promise<string> => {
  const { pageSize = 'Letter', margins, ...rest } = options
  const [paperWidth, paperHeight] = PAPER_INCHES[pageSize]
  const around =
    margins === undefined
      ? {}
      : {
          marginTop: margins.top,
          marginBottom: margins.bottom,
          marginLeft: margins.left,
          marginRight: margins.right,
        }
  return (await cdp.send('Page.printToPDF', { ...rest, ...around, paperWidth, paperHeight })).data
}

/** The pages that stand for windows, by the windows' numbers. */
const createPages = (context: BrowserContext, wire: Wire) => {
  const shown = new Map<number, Shown>()
  const blank = context.pages()
  let clipboard: Promise<Page> | undefined

  const open = async (id: number, script: string | null): Promise<void> => {
    const page = blank.pop() ?? (await context.newPage())
    const cdp = await context.newCDPSession(page)
    shown.set(id, { page, cdp, script })
    if (script !== null) await page.addInitScript({ content: pageScript(SERVED_ORIGIN, script) })
    page.on('load', () => void wire.call('loaded', id, page.url()).catch(() => undefined))
    page.on('crash', () => void wire.call('gone', id).catch(() => undefined))
    page.on('close', () => {
      if (shown.get(id)?.page !== page) return
      shown.delete(id)
      wire.call('closed', id).catch(() => undefined)
    })
  }
  const of = (id: number): Shown => {
    const found = shown.get(id)
    if (found === undefined) throw new Error('the window is gone')
    return found
  }
  const reload = async (id: number): Promise<void> => {
    const { page, script } = of(id)
    const url = page.url()
    // A page whose process has ended is none to Playwright any more.
    const again = await page.reload().then(
      () => true,
      () => false,
    )
    if (again) return
    await open(id, script)
    await page.close()
    await of(id).page.goto(url)
  }
  const openClipboard = async (): Promise<Page> => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write'], {
      origin: CLIPBOARD_ORIGIN,
    })
    const page = await context.newPage()
    await page.goto(CLIPBOARD_ORIGIN)
    return page
  }
  const board = (): Promise<Page> => {
    clipboard ??= openClipboard()
    return clipboard
  }

  return {
    shown,
    answers: {
      open,
      reload,
      load: async (id: number, url: string) => void (await of(id).page.goto(url)),
      close: async (id: number) => {
        const { page } = of(id)
        shown.delete(id)
        await page.close()
      },
      front: (id: number) => of(id).page.bringToFront(),
      crash: (id: number) =>
        void of(id)
          .cdp.send('Page.crash')
          .catch(() => undefined),
      run: (id: number, code: string) => of(id).page.evaluate(code),
      pdf: (id: number, options: PdfOptions) => toPdf(of(id).cdp, options),
      // As Chromium's own zoom does it: fewer and larger pixels of the page.
      size: (id: number, width: number, height: number, zoom: number) =>
        of(id).cdp.send('Emulation.setDeviceMetricsOverride', {
          width: Math.round(width / zoom),
          height: Math.round(height / zoom),
          deviceScaleFactor: zoom,
          mobile: false,
        }),
      send: (id: number, channel: string, text: string, ports: readonly string[]) =>
        of(id).page.evaluate(
          (given) =>
            (globalThis as unknown as { __fromMain: (...given: unknown[]) => void }).__fromMain(
              ...given,
            ),
          [channel, text, ports],
        ),
      readClipboard: async () => (await board()).evaluate(() => navigator.clipboard.readText()),
      writeClipboard: async (text: string) =>
        (await board()).evaluate((given) => navigator.clipboard.writeText(given), text),
    },
  }
}

const started = (wire: Wire, child: ChildProcess) =>
  new Promise<{ readonly port: number; readonly switches: readonly [string, string][] }>(
    (resolve, reject) => {
      wire.answer({
        started: (port: number, switches: readonly [string, string][]) =>
          resolve({ port, switches }),
      })
      child.once('exit', (code) => reject(new Error(`main ended at its start: ${code}`)))
    },
  )

export const launchOnChromium = async (
  { executable, version }: Chromium,
  profile: string,
  args: readonly string[],
): Promise<ElectronApplication> => {
  const child = fork('tests/chromium/main.ts', [version, `--user-data-dir=${profile}`, ...args], {
    execArgv: ['--import', 'tsx'],
    serialization: 'advanced',
  })
  const wire = createWire(child)
  const { port, switches } = await started(wire, child)
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: executable,
    viewport: null,
    args: [
      ...args,
      ...switches.map(([name, value]) => (value === '' ? `--${name}` : `--${name}=${value}`)),
      `--host-resolver-rules=MAP *.localhost:80 127.0.0.1:${port}`,
    ],
  })
  const { shown, answers } = createPages(context, wire)
  await context.exposeBinding('__toMain', ({ page, frame }, kind, channel, text) => {
    const [id] = [...shown].find(([, { page: its }]) => its === page) ?? []
    return wire.call('heard', id, {
      kind,
      channel,
      text,
      fromMainFrame: frame === page.mainFrame(),
    })
  })
  const browser = processOf(profile)
  // However main ends, nothing of the browser stays.
  child.once('exit', () => {
    wire.cut('main has ended')
    if (browser !== undefined && processOf(profile) === browser) process.kill(browser, 'SIGKILL')
  })
  const first = context.waitForEvent('close').catch(() => undefined)
  wire.answer({ ...answers, bye: () => context.close() })
  await wire.call('ready')
  const windows = (): Page[] => [...shown.values()].map(({ page }) => page)
  const app = {
    process: () => child,
    once: (_event: 'close', closed: () => void) => void first.then(closed),
    windows,
    firstWindow: async () => {
      while (windows().length === 0) await new Promise((resolve) => setTimeout(resolve, 10))
      const [page] = windows() as [Page]
      await page.waitForURL(/^http/)
      return page
    },
    evaluate: (run: (...given: never[]) => unknown, given?: unknown) =>
      wire.call<unknown>('evaluate', String(run), given),
    close: async () => {
      const gone = new Promise((resolve) => child.once('exit', resolve))
      await wire.call('quit')
      await gone
    },
  }
  return app as unknown as ElectronApplication
}
