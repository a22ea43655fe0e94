/**
 * Edits and awareness from one relay to the others within milliseconds, by Hocuspocus's Redis extension. It is for
 * speed alone: everything that must not be lost goes by way of the database (storage.ts), with Redis or without it. So
 * none of what the extension does may keep a room from opening or an edit from being stored.
 */
import type {
  afterLoadDocumentPayload,
  afterUnloadDocumentPayload,
  Extension,
  Hocuspocus,
  onConfigurePayload,
} from '@hocuspocus/server'
import { codeOf, type Log } from '../log'

/** What Redis does not answer in this time is not waited for. */
const PATIENCE_MS = 2000
const MOST_PAUSE_MS = 2000

export interface Between {
  readonly extension: Extension
  readonly isConnected: () => boolean
  readonly close: () => void
}

export const connectRelays = async (url: string, log: Log): Promise<Between> => {
  const { Redis: Client } = await import('ioredis')
  const { Redis } = await import('@hocuspocus/extension-redis')

  const createClient = (isPublisher: boolean) => {
    const client = new Client(url, {
      retryStrategy: (times) => Math.min(times * 100, MOST_PAUSE_MS),
      maxRetriesPerRequest: null,
      // What cannot be sent now is of no use later: the relays compare what they have when Redis is back (rejoin).
      ...(isPublisher
        ? { enableOfflineQueue: false, maxRetriesPerRequest: 0, commandTimeout: PATIENCE_MS }
        : {}),
    })
    client.on('error', (error) => log('redis-failed', { code: codeOf(error) }))
    return client
  }

  /** The extension does not wait for some of what it sends: a rejection of that would end the process. */
  const publisher = createClient(true)
  const publish = publisher.publish.bind(publisher) as (...given: unknown[]) => Promise<number>
  publisher.publish = (async (...given: unknown[]) =>
    publish(...given).catch(() => 0)) as typeof publisher.publish

  /** Nor for what it makes of a message, which anybody may have sent who reaches Redis. */
  const subscriber = createClient(false)
  const on = subscriber.on.bind(subscriber)
  subscriber.on = ((event: string, listener: (...given: unknown[]) => unknown) =>
    on(
      event as 'messageBuffer',
      event !== 'messageBuffer'
        ? listener
        : async (...given: unknown[]) => {
            try {
              await listener(...given)
            } catch {
              log('redis-garbage')
            }
          },
    )) as typeof subscriber.on

  let isClosed = false
  let clients = [publisher, subscriber]
  class Rooms extends Redis {
    /** Storing needs no lock: it adds (storage.ts). */
    override async onStoreDocument(): Promise<void> {}
    override async afterStoreDocument(): Promise<void> {}
    override async onConfigure(payload: onConfigurePayload): Promise<void> {
      await super.onConfigure(payload)
      for (const client of [publisher, subscriber])
        client.on('ready', () => this.rejoin(payload.instance))
    }
    override async afterLoadDocument(payload: afterLoadDocumentPayload): Promise<void> {
      // Without Redis a room opens with what the database has; it is joined when Redis is back.
      if (!isConnected()) return
      let timer: NodeJS.Timeout | undefined
      const enough = new Promise<void>((resolve) => {
        timer = setTimeout(resolve, PATIENCE_MS)
      })
      await Promise.race([super.afterLoadDocument(payload).catch(() => undefined), enough])
      clearTimeout(timer)
    }
    override async afterUnloadDocument(payload: afterUnloadDocumentPayload): Promise<void> {
      if (!isClosed) await super.afterUnloadDocument(payload)
    }
    rejoin(instance: Hocuspocus): void {
      if (!isConnected()) return
      for (const document of instance.documents.values())
        void this.afterLoadDocument({
          documentName: document.name,
          document,
        } as afterLoadDocumentPayload)
    }
  }
  const isConnected = (): boolean => publisher.status === 'ready' && subscriber.status === 'ready'

  const extension = new Rooms({
    // The extension asks for the publisher first.
    createClient: () => {
      const [client = subscriber, ...rest] = clients
      clients = rest
      return client
    },
    prefix: 'confidant',
  })
  return {
    extension,
    isConnected,
    close: () => {
      isClosed = true
      publisher.disconnect()
      subscriber.disconnect()
    },
  }
}
