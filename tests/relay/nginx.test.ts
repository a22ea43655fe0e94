/**
 * deploy/nginx.conf as it is, but for its port, its certificate and the relays' addresses: nginx takes it, laptops meet
 * through it, and a relay that is not there is passed over.
 */
import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { get } from 'node:https'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { freePort } from './free-port'
import { cleanUps, relayFor } from './visitors'

const PATH = `${process.env.PATH}:/usr/sbin`
const env = { ...process.env, PATH }
const isHere = spawnSync('nginx', ['-v'], { env }).status === 0

/** The example's lines, with what is the school's own in place of its names. */
const configuration = (folder: string, port: number, relays: readonly number[]): string => {
  const example = readFileSync('deploy/nginx.conf', 'utf8')
    .replace('listen 443 ssl', `listen 127.0.0.1:${port} ssl`)
    .replaceAll('/etc/nginx/tls', folder)
    .replace(/server relay:1234 (.*)/, (_, how) =>
      relays.map((relay) => `server 127.0.0.1:${relay} ${how}`).join('\n'),
    )
  const places = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
    .map((name) => `${name}_temp_path ${folder}/temp/${name};`)
    .join('\n')
  const file = join(folder, 'nginx.conf')
  const top = `pid ${folder}/pid;\nerror_log stderr;\nuser root;\nevents {}\n`
  writeFileSync(
    file,
    `${process.getuid?.() === 0 ? top : top.replace('user root;\n', '')}http {
${places}\n${example}\n}\n`,
  )
  return file
}

const check = (file: string) =>
  spawnSync('nginx', ['-t', '-q', '-c', file, '-e', 'stderr'], { env, encoding: 'utf8' })

describe.skipIf(!isHere)(
  `nginx before relays${isHere ? '' : ': nginx is not installed here'}`,
  () => {
    test('takes the example, and hands a room’s laptops to a relay that is there', async () => {
      const folder = mkdtempSync(join(tmpdir(), 'confidant-nginx-'))
      cleanUps.push(() => rmSync(folder, { recursive: true }))
      mkdirSync(join(folder, 'temp'))
      const tls = ['-keyout', join(folder, 'key.pem'), '-out', join(folder, 'cert.pem')]
      const kind = ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1']
      const whose = ['-nodes', '-days', '2', '-subj', '/CN=relay.school.edu']
      execFileSync('openssl', [...kind, ...whose, ...tls], { stdio: 'ignore' })
      const relay = await relayFor({ trustProxy: true })
      const port = await freePort()
      const file = configuration(folder, port, [relay.port, await freePort()])
      expect(check(file)).toMatchObject({ status: 0, stderr: '' })

      const nginx = spawn('nginx', ['-c', file, '-e', 'stderr', '-g', 'daemon off;'], { env })
      let said = ''
      nginx.stderr.on('data', (data) => (said += data))
      cleanUps.push(async () => {
        nginx.kill('SIGTERM')
        await once(nginx, 'exit')
      })
      const status = (path: string): Promise<number> =>
        new Promise((resolve) => {
          get({ port, path, host: '127.0.0.1', rejectUnauthorized: false }, (response) => {
            response.resume()
            resolve(response.statusCode ?? 0)
          }).on('error', () => resolve(0))
        })
      await expect.poll(() => status('/healthz')).toBe(200)
      expect([await status('/readyz'), await status('/metrics')]).toEqual([200, 404])
      // Half of all rooms would be the other relay's.
      for (let room = 0; room < 8; room++) {
        const socket = new WebSocket(
          `wss://127.0.0.1:${port}/room-${room}`,
          ['confidant.v1', `token-of-${room}`],
          { rejectUnauthorized: false },
        )
        cleanUps.push(() => socket.terminate())
        await once(socket, 'open')
      }
      expect(said).not.toContain('[emerg]')
    })

    test('a line that is not nginx’s own is found', () => {
      const folder = mkdtempSync(join(tmpdir(), 'confidant-nginx-'))
      cleanUps.push(() => rmSync(folder, { recursive: true }))
      const file = join(folder, 'nginx.conf')
      writeFileSync(file, `pid ${folder}/pid;\nevents {}\nhttp { proxy_bufering off; }\n`)
      expect(check(file).status).not.toBe(0)
    })
  },
)
