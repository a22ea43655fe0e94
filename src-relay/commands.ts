/** An operator's commands beside the relay itself, on the database that a school's relays share. */
import { parseArgs } from 'node:util'
import * as v from 'valibot'
import { err, ok, type Result } from '../shared/base/result'
import type { OperatorCommand } from './cluster/operator'

const COMMANDS: Readonly<Record<OperatorCommand, string>> = {
  enroll: `npm run relay -- enroll NAME --postgres URL [--rooms N] [--megabytes N] [--rate N] [--sockets N]

Enrolls a coach and prints their secret, this once: they set wss://HOST/#SECRET as the relay. NAME is whatever you
know them by. For a coach who is enrolled already it is a new secret, and the old one claims nothing any more; their
rooms stay theirs. A revoked coach is let in again.

  --rooms N        how many rooms                                (1000; one a mentee, and a few)
  --megabytes N    how much they may store                       (2048)
  --rate N         messages a second, all their sockets together (as --max-rate)
  --sockets N      sockets at once, on all relays together       (100; a laptop has up to 10)
`,
  revoke: `npm run relay -- revoke NAME --postgres URL [--erase]

Lets a coach in no more, within seconds. What they have stored stays, unless it is erased as well.

  --erase          erase their rooms (their laptops have them all the same)
`,
  usage: `npm run relay -- usage --postgres URL [--json]

Who is enrolled, and how many rooms, megabytes and sockets each has now. Nothing of what is in the rooms.
`,
  move: `npm run relay -- move --from DATA --postgres URL

Copies what a relay has stored in DATA into the database: rooms, and the claims to them. Stop that relay first.
What is in the database already is merged with it, so that it can be repeated. Nothing in DATA is changed.
`,
}

export const isCommand = (text: string | undefined): text is OperatorCommand =>
  text !== undefined && Object.hasOwn(COMMANDS, text)

const least1 = v.pipe(v.string(), v.regex(/^[1-9]\d{0,8}$/), v.transform(Number))
const GivenSchema = v.object({
  postgres: v.pipe(v.string('--postgres is missing'), v.nonEmpty('--postgres is missing')),
  from: v.optional(v.pipe(v.string(), v.nonEmpty())),
  rooms: v.optional(least1),
  megabytes: v.optional(least1),
  rate: v.optional(least1),
  sockets: v.optional(least1),
  erase: v.boolean(),
  json: v.boolean(),
})

const OPTIONS = {
  postgres: { type: 'string' },
  from: { type: 'string' },
  rooms: { type: 'string' },
  megabytes: { type: 'string' },
  rate: { type: 'string' },
  sockets: { type: 'string' },
  erase: { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
} as const

/** What a command has to say, to be printed; or why it could not. */
export const runCommand = async (
  command: OperatorCommand,
  argv: readonly string[],
  env: NodeJS.ProcessEnv,
): Promise<Result<string, string>> => {
  let parsed: ReturnType<typeof parseArgs<{ options: typeof OPTIONS; allowPositionals: true }>>
  try {
    parsed = parseArgs({ args: [...argv], options: OPTIONS, allowPositionals: true })
  } catch (error) {
    return err(error instanceof Error ? error.message : 'unknown option')
  }
  const { values, positionals } = parsed
  if (values.help) return ok(COMMANDS[command])
  const given = v.safeParse(GivenSchema, {
    ...values,
    postgres: values.postgres ?? env.RELAY_POSTGRES,
  })
  if (!given.success) {
    const [issue] = given.issues
    const option = String(issue.path?.[0]?.key)
    return err(option === 'postgres' ? issue.message : `--${option} has a wrong value`)
  }
  const operator = await import('./cluster/operator')
  return operator.runOperatorCommand(command, positionals[0], given.output)
}
