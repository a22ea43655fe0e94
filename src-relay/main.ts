/**
 * npm run relay. The relay keeps sealed rooms for laptops that are not awake at the same time. It knows who may enter
 * a room and how much they may take (relay.ts, admission.ts), and nothing of what is inside.
 */
import { Console } from 'node:console'
import { Writable } from 'node:stream'
import { isCommand, runCommand } from './commands'
import { DAMAGED } from './level'
import { createLog, type Log } from './log'
import { HELP, parseOptions, type RelayOptions } from './options'
import { type Cluster, startRelay } from './relay'

const complain = (why: string, code: number): void => {
  process.stderr.write(`confidant relay: ${why}\n`)
  process.exitCode = code
}

/**
 * The libraries below write to the console what they cannot read, with the room's name in it. The door keeps such
 * frames from them (sieve.ts); whatever they say all the same, the log says that they did, and not what.
 */
const muteLibraries = (log: Log): void => {
  const mute = new Writable({
    write: (_chunk, _encoding, done) => {
      log('library-said-something')
      done()
    },
  })
  globalThis.console = new Console(mute)
}

const reasonOf = (error: unknown, { host, port, data, postgres }: RelayOptions): string => {
  const codes = [error, error instanceof Error ? error.cause : undefined].flatMap((each) =>
    each instanceof Error && 'code' in each ? [String(each.code)] : [],
  )
  if (codes.includes('EADDRINUSE')) return `port ${port} on ${host} is taken`
  if (codes.includes('LEVEL_LOCKED')) return `another relay is running on the data folder ${data}`
  if (codes.includes(DAMAGED))
    return `the data folder ${data} is damaged and cannot be set aside; empty it, and the laptops fill it again`
  if (codes.includes('LEVEL_DATABASE_NOT_OPEN'))
    return `the data folder ${data} cannot be opened (${codes.at(-1)}); is the disk full, or not writable?`
  if (postgres !== undefined)
    return `the database does not answer, or not as it should (${codes[0] ?? 'unknown error'})`
  return `it could not start (${codes[0] ?? 'unknown error'})`
}

/** What only a school's relays need is loaded there only. */
const clusterFor = async (options: RelayOptions, log: Log): Promise<Cluster | undefined> => {
  if (options.postgres === undefined) return undefined
  const { openCluster } = await import('./cluster/cluster')
  return openCluster(options.postgres, options, log)
}

const given = process.argv.slice(2)
const options = parseOptions(given, process.env)
if (isCommand(given[0])) {
  const outcome = await runCommand(given[0], given.slice(1), process.env)
  if (outcome.ok) process.stdout.write(outcome.value)
  else complain(`${outcome.error}. See ${given[0]} --help.`, 1)
} else if (!options.ok) complain(`${options.error}. See --help.`, 2)
else if (options.value === 'help') process.stdout.write(`${HELP}\n`)
else {
  const log = createLog((line) => process.stdout.write(line))
  muteLibraries(log)
  try {
    const relay = await startRelay(options.value, log, await clusterFor(options.value, log))
    const stop = (): void => {
      process.off('SIGINT', stop)
      process.off('SIGTERM', stop)
      void relay.stop()
    }
    process.on('SIGINT', stop)
    process.on('SIGTERM', stop)
  } catch (error) {
    complain(`${reasonOf(error, options.value)}.`, 1)
  }
}
