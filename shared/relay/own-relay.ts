/**
 * What main and the relay that it runs on this laptop say to each other (src-main/network/own-relay.ts,
 * src-relay/for-laptop.ts).
 */
import * as v from 'valibot'

const hosts = v.array(v.string())

export const toOwnRelay = v.variant('do', [
  v.object({
    do: v.literal('start'),
    port: v.number(),
    data: v.string(),
    secret: v.string(),
    hosts,
  }),
  /** The laptop's addresses are others now. */
  v.object({ do: v.literal('hear'), hosts }),
  v.object({ do: v.literal('stop') }),
])
export type ToOwnRelay = v.InferOutput<typeof toOwnRelay>

/** Its only word: it listens. Whatever goes wrong ends it. */
export const OWN_RELAY_LISTENS = 'listens'
