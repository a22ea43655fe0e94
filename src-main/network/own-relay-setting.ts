/**
 * Sharing is on as long as the relay that is set is this laptop's own: one setting, so that neither can be without the
 * other. This laptop is its own relay's first client.
 */
import { randomBytes } from 'node:crypto'
import { createServer } from 'node:net'
import { NEAR_SECRET_BYTES } from '../../shared/relay/near'
import { withSecret } from '../../shared/relay/relay-address'
import type { Profile, ProfileState } from '../disk/profile'
import type { OwnRelay } from './own-relay'

/** The same on every laptop, if it is free there: it is typed, now and then. */
const USUAL_PORT = 47_113
const HERE = '127.0.0.1'

const addressOf = ({ port, secret }: OwnRelay): string => withSecret(`ws://${HERE}:${port}`, secret)

export const ownRelayOf = ({
  relay,
  share,
}: Pick<ProfileState, 'relay' | 'share'>): OwnRelay | undefined =>
  share !== undefined && relay === addressOf(share) ? share : undefined

/** Listens for a moment; resolves to the port, or to nothing when it is taken. 0 is any that is free. */
const tryPort = (port: number): Promise<number | undefined> =>
  new Promise((resolve) => {
    const server = createServer()
    server.once('error', () => resolve(undefined))
    server.listen(port, HERE, () => {
      const address = server.address()
      server.close(() =>
        resolve(typeof address === 'object' && address !== null ? address.port : undefined),
      )
    })
  })

const freePort = async (first: number): Promise<number> =>
  (await tryPort(first)) ?? (await tryPort(USUAL_PORT)) ?? (await tryPort(0)) ?? first

/** The relay that this laptop is going to be: the same as before, on another port if its own is taken. */
export const prepareOwnRelay = async (profile: Profile): Promise<string> => {
  const { share } = profile.get()
  const secret = share?.secret ?? randomBytes(NEAR_SECRET_BYTES).toString('base64url')
  const own = { port: await freePort(share?.port ?? USUAL_PORT), secret }
  profile.set({ share: own })
  return addressOf(own)
}

/** At the start, before the page is told of the relay. */
export const settleOwnRelay = async (profile: Profile): Promise<void> => {
  if (ownRelayOf(profile.get()) === undefined) return
  const relay = await prepareOwnRelay(profile)
  profile.set({ relay })
}
