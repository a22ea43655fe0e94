/**
 * A relay's address as the coach sets it: ws or wss, a host, perhaps a port and a path, and perhaps, after #, the
 * relay's admission secret. The secret is for claiming rooms alone: it is neither shown, nor named in the page's
 * policy, nor sent.
 */
const SECRET = /^[\w-]{20,200}$/

export const isRelaySecret = (text: string): boolean => SECRET.test(text)

export interface RelayParts {
  /** Without the secret: what is shown, and what sockets are opened to. */
  readonly address: string
  readonly secret?: string
}

export const relayParts = (setting: string): RelayParts => {
  const at = setting.indexOf('#')
  return at < 0
    ? { address: setting }
    : { address: setting.slice(0, at), secret: setting.slice(at + 1) }
}

export const withSecret = (address: string, secret: string | undefined): string =>
  secret === undefined ? address : `${relayParts(address).address}#${secret}`
