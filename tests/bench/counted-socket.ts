/** A WebSocket that counts what goes through all of its kind. */
import { WebSocket } from 'ws'

export interface Traffic {
  readonly sockets: number
  readonly messages: number
  readonly bytes: number
}

let sockets = 0
let messages = 0
let bytes = 0

const sizeOf = (sent: unknown): number =>
  sent instanceof ArrayBuffer || ArrayBuffer.isView(sent) ? sent.byteLength : String(sent).length

export class CountedSocket extends WebSocket {
  constructor(...given: ConstructorParameters<typeof WebSocket>) {
    super(...given)
    sockets++
    this.addEventListener('message', ({ data }) => {
      messages++
      bytes += sizeOf(data)
    })
  }

  override send(...given: unknown[]): void {
    messages++
    bytes += sizeOf(given[0])
    Reflect.apply(super.send, this, given)
  }
}

/** Since the last time it was asked. */
export const takeTraffic = (): Traffic => {
  const traffic = { sockets, messages, bytes }
  sockets = 0
  messages = 0
  bytes = 0
  return traffic
}
