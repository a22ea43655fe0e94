/** A worker that answers what a test gives it, and nothing by itself. */
export class FakeWorker extends EventTarget {
  static started: FakeWorker[] = []
  ended = false
  asked: unknown[] = []
  onmessage: ((event: MessageEvent) => void) | null = null
  onmessageerror: ((event: MessageEvent) => void) | null = null
  onerror: ((event: ErrorEvent) => void) | null = null
  constructor() {
    super()
    FakeWorker.started.push(this)
  }
  postMessage(asked: unknown): void {
    this.asked.push(asked)
  }
  terminate(): void {
    this.ended = true
  }
  answer(data: unknown): void {
    this.onmessage?.(new MessageEvent('message', { data }))
  }
}

export const lastWorker = (): FakeWorker => {
  const worker = FakeWorker.started.at(-1)
  if (worker === undefined) throw new Error('no worker was started')
  return worker
}
