/** A virtual display for machines that have none. */
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { say } from './setup.mjs'

/** Starts Xvfb when there is no display; resolves to the environment to use and a way to stop it. */
export const ensureDisplay = async () => {
  if (process.platform !== 'linux' || process.env.DISPLAY || process.env.WAYLAND_DISPLAY)
    return { env: { ...process.env }, stop: () => {} }
  let number = 90 + (process.pid % 400)
  while (existsSync(`/tmp/.X11-unix/X${number}`)) number++
  const server = spawn('Xvfb', [`:${number}`, '-screen', '0', '1920x1200x24', '-nolisten', 'tcp'], {
    stdio: 'ignore',
  })
  const stop = () => server.kill()
  process.once('exit', stop)
  for (let tries = 0; tries < 100 && !existsSync(`/tmp/.X11-unix/X${number}`); tries++)
    await new Promise((resolve) => setTimeout(resolve, 50))
  say(`no display here: running on a virtual one (:${number}).`)
  return { env: { ...process.env, DISPLAY: `:${number}` }, stop }
}
