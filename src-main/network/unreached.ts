/**
 * Why the relay is not reached. A page learns nothing of a socket that did not open (so that no page can look around
 * in a network), so main makes one plain request to the relay's own address, and tells the class of what came of it.
 */
import type { Unreached } from '../../shared/bridge/network'
import { relayParts } from '../../shared/relay/relay-address'

/** What came of the request: an answer's head, or Chromium's name for what failed (`ERR_CONNECTION_REFUSED`). */
export type Heard =
  | { readonly status: number; readonly contentType: string; readonly date: string }
  | { readonly error: string }

const ERRORS: readonly (readonly [RegExp, Unreached])[] = [
  [
    /^ERR_(INTERNET_DISCONNECTED|NETWORK_CHANGED|ADDRESS_UNREACHABLE|NETWORK_ACCESS_DENIED)$/,
    'no-network',
  ],
  [/^ERR_(NAME_|DNS_|ICANN_)/, 'host-not-found'],
  [/^ERR_CONNECTION_REFUSED$/, 'nothing-there'],
  [/PROXY|TUNNEL|SOCKS|PAC_/, 'proxy'],
  [/^ERR_CERT_(DATE_INVALID|VALIDITY_TOO_LONG)$/, 'certificate-date'],
  [
    /^ERR_CERT_(AUTHORITY_INVALID|CONTAINS_ERRORS|KNOWN_INTERCEPTION_BLOCKED)$/,
    'certificate-unknown',
  ],
  [/^ERR_CERT_COMMON_NAME_INVALID$/, 'certificate-host'],
  [/^ERR_(CERT_|SSL_|BAD_SSL|ECH_)/, 'tls'],
]

const MOST_APART_MS = 5 * 60_000
const PROXY_WANTS_PASSWORD = 407
const NETWORK_WANTS_SIGN_IN = 511

export const classOf = (heard: Heard, isThroughProxy: boolean, now: number): Unreached => {
  if ('error' in heard) return ERRORS.find(([name]) => name.test(heard.error))?.[1] ?? 'silent'
  const { status, contentType, date } = heard
  if (status === PROXY_WANTS_PASSWORD) return 'proxy'
  if (status === NETWORK_WANTS_SIGN_IN) return 'portal'
  if (status >= 500) return 'gateway'
  // A relay answers a plain request in plain text, and sends nobody elsewhere.
  if (status >= 300 && status < 400) return 'portal'
  if (/html/i.test(contentType)) return 'portal'
  const there = Date.parse(date)
  if (Math.abs(there - now) > MOST_APART_MS) return 'clock'
  return isThroughProxy ? 'proxy-blocks' : 'answers'
}

export interface Network {
  readonly ask: (url: string) => Promise<Heard>
  /** As the system is set: `DIRECT`, `PROXY proxy.example:8080`. */
  readonly proxyFor: (url: string) => Promise<string>
}

/** So long an answer holds: whoever asks within it is told the same. That the relay answers says little of later. */
const LASTS_MS = 60_000
const ANSWERS_LASTS_MS = 3000

/** Asks a relay that is not reached at most once a minute. */
export const createWhyUnreached = (
  relay: () => string | null,
  { ask, proxyFor }: Network,
  now: () => number = Date.now,
): (() => Promise<Unreached>) => {
  let last:
    | { readonly setting: string; until: number; readonly why: Promise<Unreached> }
    | undefined
  const find = async (setting: string): Promise<Unreached> => {
    const url = relayParts(setting).address.replace(/^ws/, 'http')
    const [heard, proxy] = await Promise.all([ask(url), proxyFor(url).catch(() => 'DIRECT')])
    return classOf(heard, !/^\s*DIRECT/.test(proxy), now())
  }
  return async () => {
    const setting = relay()
    if (setting === null) return 'silent'
    if (last?.setting === setting && now() < last.until && now() >= last.until - LASTS_MS)
      return last.why
    const made = { setting, until: now() + LASTS_MS, why: find(setting) }
    last = made
    if ((await made.why) === 'answers') made.until = now() + ANSWERS_LASTS_MS
    return made.why
  }
}
