/** What Confidant's devices and relay agree on above y-websocket's own protocol (docs/formats.md). */

/** The subprotocol that a device asks for; its room token follows as a second value, and only this one is echoed. */
export const WIRE_PROTOCOL = 'confidant.v1'

/**
 * A y-websocket message number of our own, from the relay to a device: the state vector of the room as it is stored.
 * `synced` means pulled and an acknowledgement means received; only this means stored (traps.md 4).
 */
export const MESSAGE_STORED = 120

/** Close codes after which a device does not come back by itself; all others are passing (traps.md 2). */
export const CLOSE_UNAUTHORIZED = 4401
export const CLOSE_FORBIDDEN = 4403
