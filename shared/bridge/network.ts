/** What main tells the page of the network: this laptop as the relay, and why a relay is not reached. */

export interface Sharing {
  /** 'failing': its process ends as soon as it is started; it is tried again and again. */
  readonly relay: 'off' | 'starting' | 'running' | 'failing'
  /** Where another laptop finds it, the likeliest first: `192.168.1.23:47113`. None while it is on no private network. */
  readonly addresses: readonly string[]
}

/** What stands between this laptop and the relay, as far as one plain request shows it; the class alone, no names. */
const UNREACHED = [
  /** This laptop is on no network. */
  'no-network',
  /** The relay's name leads nowhere. */
  'host-not-found',
  /** The host is there, and nothing listens on the port. */
  'nothing-there',
  /** Something else answers in its place: a sign-in page of a network, a filter. */
  'portal',
  /** The proxy refuses, or wants a password. */
  'proxy',
  /** The relay answers through the proxy, which lets no socket through. */
  'proxy-blocks',
  /** A server is there, and says that the relay behind it does not answer. */
  'gateway',
  'certificate-date',
  'certificate-unknown',
  'certificate-host',
  /** Any other trouble with the encryption. */
  'tls',
  /** This laptop's clock and the relay's are more than five minutes apart. */
  'clock',
  /** No answer, or none of these. */
  'silent',
  /** It answers a plain request as a relay does. */
  'answers',
] as const
export type Unreached = (typeof UNREACHED)[number]
