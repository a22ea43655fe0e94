/**
 * Why the relay is not reached. A page learns nothing of a socket that did not open (so that no page can look around
 * in a network), so main makes one plain request to the relay's own address, and tells the class of what came of it.
 *
 * Behind https a sign-in page of a network shows as a certificate of somebody else's, or as silence. It shows itself to plain
 * http; so where nothing else is known, the relay's own host is asked once more, without encryption, for what no host
 * has. Nobody hears of that who did not hear of the first request, by the name in it.
 */
import type { Unreached } from '../../shared/bridge/network'
import { relayParts } from '../../shared/relay/relay-address'

/** What came of the request: an answer's head, or Chromium's name for what failed (`ERR_CONNECTION_REFUSED`). */
export type Heard =
  | {
      readonly status: number
      readonly contentType: string
      readonly date: string
      /** Where it sends whoever asks. */
      readonly location?: string
    }
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

/** What a sign-in page that lets nothing else through makes of the request to the relay. */
const MAY_HIDE_A_PORTAL: ReadonlySet<Unreached> = new Set([
  'silent',
  'nothing-there',
  'tls',
  'certificate-date',
  'certificate-unknown',
  'certificate-host',
])
/** Nothing lies there: whoever has a page for it has one for everything. Without a word of what asks. */
const NOBODY_HAS = '/generate_204'

const hostIn = (location = ''): string | undefined => {
  try {
    return new URL(location).hostname
  } catch {
    return undefined
  }
}

/** Whether that is what answered. A host of its own says that there is no such page, or sends to itself, over https. */
export const isSignIn = (heard: Heard, host: string): boolean => {
  if ('error' in heard) return false
  const { status, contentType, location } = heard
  if (status === NETWORK_WANTS_SIGN_IN) return true
  const to = hostIn(location)
  if (status >= 300 && status < 400) return to !== undefined && to !== host
  return status >= 200 && status < 300 && /html/i.test(contentType)
}

export interface Network {
  readonly ask: (url: string, withinMs?: number) => Promise<Heard>
  /** As the system is set: `DIRECT`, `PROXY proxy.example:8080`. */
  readonly proxyFor: (url: string) => Promise<string>
}

/** A sign-in page is in the same building. */
const PLAIN_WITHIN_MS = 4000
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
    const why = classOf(heard, !/^\s*DIRECT/.test(proxy), now())
    const { protocol, hostname } = new URL(url)
    if (protocol !== 'https:' || !MAY_HIDE_A_PORTAL.has(why)) return why
    const plain = await ask(`http://${hostname}${NOBODY_HAS}`, PLAIN_WITHIN_MS)
    return isSignIn(plain, hostname) ? 'portal' : why
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
