/** Calls between the test and the process that main runs in, both ways, over Node's own channel. */

type Handlers = Readonly<Record<string, (...given: never[]) => unknown>>

interface Message {
  readonly id: number
  readonly name?: string
  readonly given?: readonly unknown[]
  readonly value?: unknown
  readonly error?: string
}

interface Channel {
  readonly send?: (message: Message) => unknown
  readonly on: (event: 'message', handler: (message: unknown) => void) => unknown
}

export interface Wire {
  readonly call: <T = void>(name: string, ...given: readonly unknown[]) => Promise<T>
  readonly answer: (handlers: Handlers) => void
  /** Nobody answers any more. */
  readonly cut: (why: string) => void
}

export const createWire = (channel: Channel): Wire => {
  let handlers: Handlers = {}
  let last = 0
  const waiting = new Map<number, (message: Message) => void>()
  const post = (message: Message): void => {
    try {
      channel.send?.(message)
    } catch {
      // The other end has gone: cut() tells whoever waits for it.
    }
  }

  const respond = async ({ id, name = '', given = [] }: Message): Promise<void> => {
    try {
      const handler = handlers[name] as ((...given: readonly unknown[]) => unknown) | undefined
      if (handler === undefined) throw new Error(`nothing answers ${name}`)
      post({ id, value: await handler(...given) })
    } catch (error) {
      post({ id, error: error instanceof Error ? error.message : String(error) })
    }
  }

  channel.on('message', (message) => {
    const heard = message as Message
    if (heard.name !== undefined) return void respond(heard)
    waiting.get(heard.id)?.(heard)
    waiting.delete(heard.id)
  })

  return {
    call: <T>(name: string, ...given: readonly unknown[]) =>
      new Promise<T>((resolve, reject) => {
        const id = ++last
        waiting.set(id, ({ value, error }) =>
          error === undefined ? resolve(value as T) : reject(new Error(error)),
        )
        post({ id, name, given })
      }),
    answer: (given) => {
      handlers = given
    },
    cut: (error) => {
      for (const [id, settle] of waiting) settle({ id, error })
      waiting.clear()
    },
  }
}
