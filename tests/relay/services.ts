/**
 * A real PostgreSQL and a real Redis, on ports and in a directory of their own, as an ordinary user, for as long as a
 * test runs. Stopped as a machine stops that loses power, and started again on what was left.
 */
import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { chownSync, existsSync, mkdtempSync, readdirSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort } from './free-port'

export interface Service {
  readonly url: string
  readonly stop: () => Promise<void>
  readonly start: () => Promise<void>
}

const POSTGRES = '/usr/lib/postgresql'
const postgresPrograms = (): string | undefined => {
  if (!existsSync(POSTGRES)) return undefined
  const newest = readdirSync(POSTGRES).sort((a, b) => Number(b) - Number(a))[0]
  const programs = join(POSTGRES, newest ?? '', 'bin')
  return existsSync(join(programs, 'initdb')) ? programs : undefined
}
const hasRedis = (): boolean => spawnSync('redis-server', ['--version']).status === 0

export const areServicesHere = postgresPrograms() !== undefined && hasRedis()
export const NO_SERVICES = 'redis-server and postgresql are not installed here'

/** PostgreSQL refuses to run as root. */
const ordinary = (): { readonly uid: number; readonly gid: number } | Record<string, never> => {
  if (process.getuid?.() !== 0) return {}
  const id = (kind: string): number =>
    Number(execFileSync('id', [kind, 'nobody'], { encoding: 'utf8' }))
  return { uid: id('-u'), gid: id('-g') }
}

const newDirectory = (): string => {
  const directory = mkdtempSync(join(tmpdir(), 'confidant-service-'))
  const { uid, gid } = ordinary()
  if (uid !== undefined) chownSync(directory, uid, gid)
  return directory
}

const answers = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1')
    socket.once('connect', () => resolve(true))
    socket.once('error', () => resolve(false))
    socket.once('close', () => socket.destroy())
    setTimeout(() => socket.end(), 500).unref()
  })

const running = (port: number, begin: () => ChildProcess, end: NodeJS.Signals) => {
  let child: ChildProcess | undefined
  return {
    start: async (): Promise<void> => {
      child = begin()
      while (!(await answers(port))) {
        if (child.exitCode !== null) throw new Error('a service did not start')
        await new Promise((resolve) => setTimeout(resolve, 20))
      }
    },
    stop: async (): Promise<void> => {
      if (child === undefined || child.exitCode !== null || child.signalCode !== null) return
      const ended = once(child, 'exit')
      child.kill(end)
      await ended
    },
  }
}

export const startPostgres = async (): Promise<Service> => {
  const programs = postgresPrograms() ?? ''
  const directory = newDirectory()
  const data = join(directory, 'data')
  const as = { cwd: directory, stdio: 'ignore', ...ordinary() } as const
  execFileSync(
    join(programs, 'initdb'),
    ['--no-sync', '-A', 'trust', '-U', 'relay', '-E', 'UTF8', '--locale=C.UTF-8', '-D', data],
    as,
  )
  const port = await freePort()
  const args = ['-D', data, '-p', String(port), '-k', directory, '-h', '127.0.0.1']
  // At once and without tidying up: what it has not flushed is lost, as with the power.
  const service = running(port, () => spawn(join(programs, 'postgres'), args, as), 'SIGQUIT')
  await service.start()
  return {
    url: `postgres://relay@127.0.0.1:${port}/postgres`,
    start: service.start,
    stop: service.stop,
  }
}

export const startRedis = async (): Promise<Service> => {
  const directory = newDirectory()
  const port = await freePort()
  const args = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--dir', directory]
  const begin = () =>
    spawn('redis-server', args, { cwd: directory, stdio: 'ignore', ...ordinary() })
  const service = running(port, begin, 'SIGKILL')
  await service.start()
  return { url: `redis://127.0.0.1:${port}`, start: service.start, stop: service.stop }
}
