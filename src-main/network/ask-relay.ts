/**
 * One plain request to the relay, of whose answer only the head is read, by Chromium's own network: the system's proxy,
 * certificates and names, as the page has them. In a session of its own, which keeps nothing and may ask nobody else.
 */
import { net, session } from 'electron'
import type { Heard, Network } from './unreached'

const ANSWER_WITHIN_MS = 10_000

const headerOf = (headers: Readonly<Record<string, string | string[]>>, name: string): string =>
  String(headers[name] ?? '')

export const createNetwork = (): Network => {
  const own = session.fromPartition('relay', { cache: false })
  // Chromium's own says which app asks.
  own.setUserAgent('Mozilla/5.0')
  own.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
  return {
    ask: (url, withinMs = ANSWER_WITHIN_MS) =>
      new Promise<Heard>((resolve) => {
        const request = net.request({
          url,
          session: own,
          redirect: 'manual',
          credentials: 'omit',
          useSessionCookies: false,
        })
        const hear = (heard: Heard): void => {
          clearTimeout(late)
          resolve(heard)
          request.abort()
        }
        const late = setTimeout(() => hear({ error: 'ERR_TIMED_OUT' }), withinMs)
        request.on('redirect', (status, _method, location) =>
          hear({ status, contentType: '', date: '', location }),
        )
        request.on('login', (_info, answer) => answer())
        request.on('response', ({ statusCode, headers }) =>
          hear({
            status: statusCode,
            contentType: headerOf(headers, 'content-type'),
            date: headerOf(headers, 'date'),
          }),
        )
        request.on('error', ({ message }) => hear({ error: message.replace(/^net::/, '') }))
        request.end()
      }),
    proxyFor: (url) => own.resolveProxy(url),
  }
}
