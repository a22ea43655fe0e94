/** What Confidant's devices and relay agree on above y-websocket's own protocol (docs/formats.md). */

/**
 * The subprotocol that a device asks for; its room token follows as a second value, and what admits it to claim a room
 * as a third, where the relay asks for that. Only this one is echoed.
 */
export const WIRE_PROTOCOL = 'confidant.v1'
/** Stands before room and token in the MAC that is the third value. */
export const ADMISSION_PURPOSE = 'confidant/admission/1'

/**
 * A y-websocket message number of our own, from the relay to a device: the state vector of the room as it is stored.
 * `synced` means pulled and an acknowledgement means received; only this means stored (traps.md 4).
 */
export const MESSAGE_STORED = 120

/** Close codes after which a device does not come back by itself; all others are passing (traps.md 2). */
export const CLOSE_UNAUTHORIZED = 4401
/** Nobody has the room yet, and whoever claims one here needs the relay's admission secret. */
export const CLOSE_NEEDS_SECRET = 4402
export const CLOSE_FORBIDDEN = 4403
export const isFinalClose = (code: number): boolean =>
  code === CLOSE_UNAUTHORIZED || code === CLOSE_NEEDS_SECRET || code === CLOSE_FORBIDDEN
/** What the relay keeps is not to be reached just now: it will pass. */
export const CLOSE_TRY_AGAIN = 4500
/** The relay has no place for the room just now. */
export const CLOSE_FULL = 4503
