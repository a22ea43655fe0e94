/** The relay's command line. */
import { parseArgs } from 'node:util'
import * as v from 'valibot'
import { err, ok, type Result } from '../shared/result'

export const HELP = `Confidant relay: carries sealed records between a coach's devices, and can read none of them.

  npm run relay -- [options]

  --host HOST         address to listen on            (127.0.0.1)
  --port PORT         port; 0 picks a free one        (1234)
  --data DIR          where rooms are stored          (./relay-data)
  --max-message MB    largest message                 (32)
  --max-rooms N       rooms that may be claimed       (100000)
  --max-rate N        messages a second per socket    (5000; more are slowed down, none is dropped)
  --help              this text

Put it behind a TLS proxy (wss) before it leaves your own machine. It speaks y-websocket's protocol.`

const count = (least: number, most: number) =>
  v.pipe(v.string(), v.regex(/^\d+$/), v.transform(Number), v.minValue(least), v.maxValue(most))

const OptionsSchema = v.object({
  host: v.pipe(v.string(), v.nonEmpty()),
  port: count(0, 65_535),
  data: v.pipe(v.string(), v.nonEmpty()),
  'max-message': count(1, 1024),
  'max-rooms': count(1, 1_000_000_000),
  'max-rate': count(1, 1_000_000),
})

export interface RelayOptions {
  readonly host: string
  readonly port: number
  readonly data: string
  readonly maxMessageBytes: number
  readonly maxRooms: number
  readonly maxRate: number
}

export const parseOptions = (argv: readonly string[]): Result<RelayOptions | 'help', string> => {
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
        'max-rate': { type: 'string', default: '5000' },
        help: { type: 'boolean', default: false },
      },
    }).values
  } catch (error) {
    return err(error instanceof Error ? error.message : 'unknown option')
  }
  if (values.help === true) return ok('help')
  const parsed = v.safeParse(OptionsSchema, values)
  if (!parsed.success) return err(`--${String(parsed.issues[0].path?.[0]?.key)} has a wrong value`)
  const options = parsed.output
  return ok({
    host: options.host,
    port: options.port,
    data: options.data,
    maxMessageBytes: options['max-message'] * 1024 * 1024,
    maxRooms: options['max-rooms'],
    maxRate: options['max-rate'],
  })
}
