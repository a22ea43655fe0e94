/**
 * The app is served from a privileged scheme of its own, never from file://, with a strict policy on every response.
 * `app://confidant/…` are the built files; a page to print is served once, from memory, at `app://print/…`.
 */
import { readFile } from 'node:fs/promises'
import { extname, join, normalize, sep } from 'node:path'
import { protocol } from 'electron'

export const APP_ORIGIN = 'app://confidant'
export const APP_URL = `${APP_ORIGIN}/index.html`

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
}

/** Must run before the app is ready. A custom scheme has V8's code cache only when it asks for it (traps.md 9). */
export const registerAppScheme = (): void =>
  protocol.registerSchemesAsPrivileged([
    {
      scheme: 'app',
      privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
    },
  ])

/** The page's policy: its own files, WebAssembly for libsodium, and sockets to the one relay the coach set. */
export const contentSecurityPolicy = (relay: string | null): string =>
  [
    "default-src 'none'",
    "script-src 'self' 'wasm-unsafe-eval'",
    // Mantine writes its theme's variables into a style element.
    "style-src 'self' 'unsafe-inline'",
    "font-src 'self'",
    "img-src 'self' data:",
    "worker-src 'self'",
    `connect-src 'self'${relay === null ? '' : ` ${new URL(relay).protocol}//${new URL(relay).host}`}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ')

const notFound = (): Response => new Response('not found', { status: 404 })

/** Serves the renderer's files from `directory` and nothing outside it. */
export const serveApp = (
  directory: string,
  relay: () => string | null,
  printPages: ReadonlyMap<string, string>,
): void => {
  protocol.handle('app', async (request) => {
    const url = new URL(request.url)
    const headers = {
      'Content-Security-Policy': contentSecurityPolicy(relay()),
      'X-Content-Type-Options': 'nosniff',
      'Referrer-Policy': 'no-referrer',
      'Cross-Origin-Opener-Policy': 'same-origin',
    }
    if (url.host === 'print') {
      const page = printPages.get(url.pathname.slice(1))
      return page === undefined
        ? notFound()
        : new Response(page, {
            headers: {
              ...headers,
              'Content-Type': 'text/html; charset=utf-8',
              'Cache-Control': 'no-store',
            },
          })
    }
    const path = normalize(join(directory, decodeURIComponent(url.pathname)))
    if (url.host !== 'confidant' || !path.startsWith(directory + sep)) return notFound()
    try {
      const type = TYPES[extname(path)] ?? 'application/octet-stream'
      return new Response(new Uint8Array(await readFile(path)), {
        headers: { ...headers, 'Content-Type': type },
      })
    } catch {
      return notFound()
    }
  })
}
