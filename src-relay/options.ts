/** The relay's command line. */
import { parseArgs } from 'node:util'
import * as v from 'valibot'
import { err, ok, type Result } from '../shared/base/result'
import { readSecret } from './admission'

export const HELP = `Confidant relay: carries sealed records between a coach's devices, and can read none of them.

  npm run relay -- [options]
  npm run relay -- --postgres URL --redis URL [options]     one of several relays (docs/operating.md)
  npm run relay -- COMMAND --postgres URL                   enroll, revoke, usage, move (COMMAND --help)

  --host HOST         address to listen on            (127.0.0.1)
  --port PORT         port; 0 picks a free one        (1234)
  --data DIR          where rooms are stored          (./relay-data)
  --max-message MB    largest message                 (32)
  --max-rooms N       rooms that may be claimed       (100000)
  --max-room MB       largest room                    (128)
  --max-open MB       rooms that are open, together   (512; past it the largest are closed for a moment)
  --max-rate N        messages a second per socket    (5000; more are slowed down, none is dropped)
  --max-bytes MB      megabytes a second per socket   (16; the same)
  --max-sockets N     sockets from one address        (1000; a laptop has up to 10)
  --max-claims N      rooms claimed from one address
                      an hour, without a secret       (5000; a coach has about one a mentee)
  --empty-days N      days until a room with nothing
                      in it may be claimed anew       (30)
  --secret-file FILE  only who knows the secret in it may claim rooms; coaches set wss://HOST/#SECRET as the relay
  --postgres URL      many relays, one database: a claim takes the secret of a coach who is enrolled
  --redis URL         edits from one relay to the others at once, not only within a second
                      (both also from RELAY_POSTGRES and RELAY_REDIS, so that no password is in the process list)
  --tls-cert FILE     serve wss with this certificate, and
  --tls-key FILE      this key; read anew on SIGHUP
  --drain SECONDS     at SIGTERM, how long to be not ready before sockets are closed     (0)
  --trust-proxy       behind a proxy: take the address from the last hop of X-Forwarded-For
  --help              this text

A school that shares one address shares its limits: raise them for more than a hundred laptops behind it.
Put it behind a TLS proxy (wss) before it leaves your own machine. It speaks y-websocket's protocol.`

const count = (least: number, most: number) =>
  v.pipe(v.string(), v.regex(/^\d+$/), v.transform(Number), v.minValue(least), v.maxValue(most))

const OptionsSchema = v.object({
  host: v.pipe(v.string(), v.nonEmpty()),
  port: count(0, 65_535),
  data: v.pipe(v.string(), v.nonEmpty()),
  'max-message': count(1, 1024),
  'max-rooms': count(1, 1_000_000_000),
  'max-room': count(1, 2048),
  'max-open': count(1, 1_000_000),
  'max-rate': count(1, 1_000_000),
  'max-bytes': count(1, 1024),
  'max-sockets': count(1, 1_000_000),
  'max-claims': count(1, 1_000_000_000),
  'empty-days': count(1, 36_500),
  'secret-file': v.optional(v.pipe(v.string(), v.nonEmpty())),
  'trust-proxy': v.boolean(),
  postgres: v.optional(v.pipe(v.string(), v.nonEmpty())),
  redis: v.optional(v.pipe(v.string(), v.nonEmpty())),
  'tls-cert': v.optional(v.pipe(v.string(), v.nonEmpty())),
  'tls-key': v.optional(v.pipe(v.string(), v.nonEmpty())),
  drain: count(0, 3600),
})

export interface TlsFiles {
  readonly cert: string
  readonly key: string
}

export interface RelayOptions {
  readonly host: string
  readonly port: number
  readonly data: string
  readonly maxMessageBytes: number
  readonly maxRooms: number
  readonly maxRoomBytes: number
  /** Of all that are open. */
  readonly maxOpenBytes: number
  readonly maxRate: number
  readonly maxBytesRate: number
  /** From one address. */
  readonly maxSockets: number
  /** From one address, an hour. */
  readonly maxClaims: number
  readonly emptyDays: number
  readonly secret: string | undefined
  readonly trustProxy: boolean
  /** Where several relays keep the same rooms; without it, each keeps its own in `data`. */
  readonly postgres: string | undefined
  readonly redis: string | undefined
  readonly tls: TlsFiles | undefined
  /** How long it is not ready, and goes on, before it closes its sockets. */
  readonly drainMs: number
  /** How often what other relays have stored is read. */
  readonly catchUpMs: number
  /** How long a disk that failed is left alone, and how often what it did not take is tried again. */
  readonly retryMs: number
  /** What may wait in memory for a disk that takes nothing. */
  readonly maxUnstoredBytes: number
}

const MEGABYTE = 1024 * 1024
const RETRY_MS = 5000
const CATCH_UP_MS = 1000
const MOST_UNSTORED_BYTES = 128 * MEGABYTE

type Given = v.InferOutput<typeof OptionsSchema>

/** What belongs together is there together. */
const partsOf = (given: Given): Result<Pick<RelayOptions, 'secret' | 'tls'>, string> => {
  if (given.redis !== undefined && given.postgres === undefined)
    return err('--redis is between relays that share --postgres')
  const [cert, key] = [given['tls-cert'], given['tls-key']]
  if ((cert === undefined) !== (key === undefined))
    return err('--tls-cert and --tls-key go together')
  const file = given['secret-file']
  const secret = file === undefined ? ok(undefined) : readSecret(file)
  if (!secret.ok) return secret
  const tls = cert === undefined || key === undefined ? undefined : { cert, key }
  return ok({ secret: secret.value, tls })
}

export const parseOptions = (
  argv: readonly string[],
  env: NodeJS.ProcessEnv = {},
): Result<RelayOptions | 'help', string> => {
  let values: Record<string, unknown>
  try {
    values = parseArgs({
      args: [...argv],
      options: {
        host: { type: 'string', default: '127.0.0.1' },
        port: { type: 'string', default: '1234' },
        data: { type: 'string', default: './relay-data' },
        'max-message': { type: 'string', default: '32' },
        'max-rooms': { type: 'string', default: '100000' },
        'max-room': { type: 'string', default: '128' },
        'max-open': { type: 'string', default: '512' },
        'max-rate': { type: 'string', default: '5000' },
        'max-bytes': { type: 'string', default: '16' },
        'max-sockets': { type: 'string', default: '1000' },
        'max-claims': { type: 'string', default: '5000' },
        'empty-days': { type: 'string', default: '30' },
        'secret-file': { type: 'string' },
        'trust-proxy': { type: 'boolean', default: false },
        postgres: { type: 'string' },
        redis: { type: 'string' },
        'tls-cert': { type: 'string' },
        'tls-key': { type: 'string' },
        drain: { type: 'string', default: '0' },
        help: { type: 'boolean', default: false },
      },
    }).values
  } catch (error) {
    return err(error instanceof Error ? error.message : 'unknown option')
  }
  if (values.help === true) return ok('help')
  const parsed = v.safeParse(OptionsSchema, {
    ...values,
    postgres: values.postgres ?? env.RELAY_POSTGRES,
    redis: values.redis ?? env.RELAY_REDIS,
  })
  if (!parsed.success) return err(`--${String(parsed.issues[0].path?.[0]?.key)} has a wrong value`)
  const options = parsed.output
  const parts = partsOf(options)
  if (!parts.ok) return parts
  return ok({
    host: options.host,
    port: options.port,
    data: options.data,
    maxMessageBytes: options['max-message'] * MEGABYTE,
    maxRooms: options['max-rooms'],
    maxRoomBytes: options['max-room'] * MEGABYTE,
    maxOpenBytes: options['max-open'] * MEGABYTE,
    maxRate: options['max-rate'],
    maxBytesRate: options['max-bytes'] * MEGABYTE,
    maxSockets: options['max-sockets'],
    maxClaims: options['max-claims'],
    emptyDays: options['empty-days'],
    ...parts.value,
    trustProxy: options['trust-proxy'],
    postgres: options.postgres,
    redis: options.redis,
    drainMs: options.drain * 1000,
    catchUpMs: CATCH_UP_MS,
    retryMs: RETRY_MS,
    maxUnstoredBytes: MOST_UNSTORED_BYTES,
  })
}
