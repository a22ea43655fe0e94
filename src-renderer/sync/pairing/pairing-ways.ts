/**
 * The ways that two laptops can pair over: each a few named parts, which either side puts and both see. A room of the
 * relay, or small files in a folder. What is in a part is sealed by whoever puts it (shared/vault/pairing.ts).
 */
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import type { Host } from '../../../shared/bridge/host'
import { roomOnRelay } from '../../../shared/relay/admission'
import { CLOSE_NEEDS_SECRET, isFinalClose } from '../../../shared/relay/wire'
import type { PairingKeys } from '../../../shared/vault/pairing'
import { createSealer } from '../../../shared/vault/seal'
import { placeOf } from '../folder/folder-file'

const PARTS = ['offer', 'request', 'nonce', 'answer', 'done'] as const
type Part = (typeof PARTS)[number]

export interface PairingChannel {
  /** What either side has put; of two under one name, the one that was here first. */
  readonly get: (part: Part) => Uint8Array | undefined
  readonly put: (part: Part, bytes: Uint8Array) => void
  /** Takes back all that the first laptop has put. */
  readonly clear: () => void
  /** Ends it; `once it is read`: the last part is to reach the other side still. */
  readonly close: (when: 'now' | 'once it is read') => void
}

interface PairingListeners {
  /** What is there was looked at, now and whenever it may have changed. Never before the channel is returned. */
  readonly looked: () => void
  readonly unreached: (why: 'refused' | 'away') => void
}

export type PairingWay = (
  pairing: PairingKeys,
  joins: boolean,
  listeners: PairingListeners,
) => PairingChannel

/** Lets the last message leave before the socket closes. */
const PARTING_MS = 500

export const overRelay =
  (relay: string): PairingWay =>
  (pairing, joins, { looked, unreached }) => {
    const doc = new Y.Doc()
    const { address, protocols } = roomOnRelay(relay, pairing)
    const provider = new WebsocketProvider(address, pairing.room, doc, {
      disableBc: true,
      protocols,
      resyncInterval: 5000,
      shouldReconnect: ({ code }) => !isFinalClose(code) || (joins && code === CLOSE_NEEDS_SECRET),
    })
    const map = doc.getMap<Uint8Array>('pairing')
    provider.on('closed', () => unreached('refused'))
    let synced = false
    provider.on('sync', (now) => {
      synced = now
      if (synced) looked()
    })
    map.observe(() => synced && looked())
    const end = (): void => {
      provider.destroy()
      doc.destroy()
    }
    return {
      get: (part) => {
        const bytes = map.get(part)
        return bytes instanceof Uint8Array ? bytes : undefined
      },
      put: (part, bytes) => void map.set(part, bytes),
      clear: () => {
        for (const part of PARTS) if (part !== 'done') map.delete(part)
      },
      close: (when) => void (when === 'now' ? end() : setTimeout(end, PARTING_MS)),
    }
  }

const LOOK_EVERY_MS = 1000
/** So long the last part waits for whoever is to read it; a sync program takes its time. */
const LAST_WORDS_MS = 60_000

/** A file: the part's number and its bytes, sealed once more, so that a file says nothing of which part it is. */
export const overFolder =
  (host: Host['syncFolder']): PairingWay =>
  (pairing, _joins, { looked, unreached }) => {
    const place = `pairing ${placeOf(pairing.key)}`
    const sealer = createSealer(pairing.key, 'pairing/2/file')
    const parts = new Map<Part, Uint8Array>()
    const own = new Set<string>()
    const read = new Set<string>()
    const putting: { readonly part: Part; readonly bytes: Uint8Array }[] = []
    let state: 'open' | 'parting' | 'closed' = 'open'
    let partingSince = 0
    let busy = false

    const take = (bytes: Uint8Array): void => {
      const opened = sealer.open(bytes)
      const part = opened.ok ? PARTS[opened.value[0] ?? -1] : undefined
      if (opened.ok && part !== undefined && !parts.has(part))
        parts.set(part, opened.value.slice(1))
    }

    const writeAll = async (): Promise<boolean> => {
      for (let next = putting[0]; next !== undefined; next = putting[0]) {
        const sealed = sealer.seal(new Uint8Array([PARTS.indexOf(next.part), ...next.bytes]))
        const written = await host.write(place, sealed)
        if (!written.ok) return false
        own.add(written.value)
        putting.shift()
      }
      return true
    }

    const end = async (): Promise<void> => {
      state = 'closed'
      clearInterval(timer)
      await host.keep(place, [])
      sealer.forget()
    }

    const look = async (): Promise<void> => {
      const listed = await host.list(place)
      if (!listed.ok) return unreached('away')
      const files = listed.value.files.filter(({ name }) => !own.has(name))
      for (const { name, size, time } of files) {
        const key = `${name} ${size} ${time}`
        if (read.has(key)) continue
        const found = await host.read(place, name)
        if (!found.ok) continue
        read.add(key)
        take(found.value)
      }
      if (state === 'open') looked()
      if (!(await writeAll())) return unreached('away')
      // The other side takes its files away when it is done: then it has read these.
      const isRead = files.length === 0 || performance.now() - partingSince > LAST_WORDS_MS
      if (state === 'parting' && isRead) await end()
    }

    const tick = (): void => {
      if (busy || state === 'closed') return
      busy = true
      void look()
        .catch(() => undefined)
        .finally(() => {
          busy = false
        })
    }
    const timer = setInterval(tick, LOOK_EVERY_MS)

    return {
      get: (part) => parts.get(part),
      put: (part, bytes) => {
        // What this side has put is seen by it, too.
        if (!parts.has(part)) parts.set(part, bytes)
        putting.push({ part, bytes })
        tick()
      },
      clear: () => {
        putting.length = 0
        void host.keep(place, [])
      },
      close: (when) => {
        partingSince = performance.now()
        if (when === 'now') void end().catch(() => undefined)
        else state = 'parting'
      },
    }
  }
