/** npm run relay. */
import { createLog } from './log'
import { HELP, parseOptions } from './options'
import { startRelay } from './relay'

const options = parseOptions(process.argv.slice(2))
if (!options.ok) {
  console.error(`confidant relay: ${options.error}. See --help.`)
  process.exitCode = 2
} else if (options.value === 'help') {
  console.log(HELP)
} else {
  const { host, port, data } = options.value
  try {
    const relay = await startRelay(
      options.value,
      createLog((line) => process.stdout.write(line)),
    )
    const stop = (): void => {
      process.off('SIGINT', stop)
      process.off('SIGTERM', stop)
      void relay.stop()
    }
    process.on('SIGINT', stop)
    process.on('SIGTERM', stop)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    const why =
      code === 'EADDRINUSE'
        ? `port ${port} on ${host} is taken`
        : code === 'LEVEL_DATABASE_NOT_OPEN'
          ? `the data folder ${data} cannot be opened; is another relay running on it?`
          : `it could not start (${code || 'unknown error'})`
    console.error(`confidant relay: ${why}.`)
    process.exitCode = 1
  }
}
