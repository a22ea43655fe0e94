/**
 * Further addresses on which a relay is heard, beside the one that it was started with. They come and go with the
 * networks that a laptop is on. One that cannot be listened on (it has just gone, or another program has the port) is
 * tried again the next time that the addresses are told.
 */
import type { Server } from 'node:http'
import { createServer, type Server as Door } from 'node:net'
import { codeOf, type Log } from './log'

export interface Doors {
  /** Opens those that are new, and closes those that are not named any more. */
  readonly open: (hosts: readonly string[]) => void
}

export const createDoors = (server: Server, port: number, log: Log): Doors => {
  const doors = new Map<string, Door>()
  const open = (host: string): void => {
    const door = createServer((socket) => server.emit('connection', socket))
    doors.set(host, door)
    door.on('error', (error) => {
      log('door-closed', { code: codeOf(error) })
      door.close()
      if (doors.get(host) === door) doors.delete(host)
    })
    door.listen(port, host)
  }
  return {
    open: (hosts) => {
      for (const [host, door] of doors) {
        if (hosts.includes(host)) continue
        doors.delete(host)
        door.close()
      }
      for (const host of hosts) if (!doors.has(host)) open(host)
    },
  }
}
