/** Looking: what there is to see of the connections and of the vault just now, for the plan and for the screens. */
import { epochOf } from '../../shared/vault/epochs'
import type { VaultSession } from '../store/session/vault-session'
import { awaited } from './awaited'
import type { Connection } from './connections'
import type { Late } from './late'
import type { ChangeMap } from './map/change-map'
import type { Seen } from './plan'
import type { Facts } from './status'
import type { SeenVisit } from './visit'

export type Connections = ReadonlyMap<string, Connection>

/** What there is to see of a connection now. `knownGeneration`: the latest that the record is known to have moved to. */
const lookAt = (connection: Connection, late: Late, knownGeneration: number): SeenVisit => {
  const { record, live } = connection
  const { envelope } = live
  const wire = connection.wire()
  const head = live.head()
  late.look(record, live)
  return {
    record,
    wire: {
      connected: wire.connected(),
      synced: wire.synced(),
      confirmed: wire.confirmed(),
      confirms: wire.confirms(),
      agrees: wire.agrees(),
      stuck: wire.isStuck(),
      refused: wire.refused(),
      closedWith: wire.closedWith(),
      garbage: wire.garbage() > 0,
    },
    wireGeneration: connection.generation(),
    generation: live.generation(),
    storedGeneration: head.generation,
    knownGeneration,
    waiting: head.waiting,
    saved: live.saving() === 'saved' && live.isStored(),
    lacks: envelope.missing().size > 0,
    told: late.told(record),
    unreadBytes: envelope.report().unreadBytes,
  }
}

export const lookAround = (
  session: VaultSession,
  connections: Connections,
  late: Late,
  map: ChangeMap,
): Seen => {
  const vault = session.vaultRecordId
  const listed = session.entries().map(({ id }) => id)
  const known = ({ record, live }: Connection): number => {
    // Of its own moves the vault's room says itself.
    const told = record === vault ? live.envelope.movedTo() : 0
    const listedIn = session.goesOnIn(record)
    return epochOf(told) === epochOf(listedIn) ? Math.max(told, listedIn) : listedIn
  }
  return {
    vault,
    listed,
    missing: awaited(session),
    due: map.due,
    visits: new Map(
      [...connections].map(([record, one]) => [record, lookAt(one, late, known(one))]),
    ),
  }
}

/** What the screens are told, of the wires as they are once the steps were taken. */
export const factsOf = (
  session: VaultSession,
  connections: Connections,
  late: Late,
  map: ChangeMap,
  { vault, listed, missing }: Seen,
  unreached: Facts['unreached'],
): Facts => {
  const wire = connections.get(vault)?.wire()
  const removed = new Set(session.ring.chain.flatMap((one) => one.removed))
  return {
    vault,
    wire: wire && { connected: wire.connected(), synced: wire.synced(), confirms: wire.confirms() },
    listed,
    menteeOf: (record) => session.entries().find(({ id }) => id === record)?.historyOf ?? record,
    missing: missing.length,
    // Of a laptop that was removed nothing is waited for.
    late: late.all().filter(({ device }) => !removed.has(device)),
    waiting: session.model.getState().waiting,
    waitingOf: (record) => session.headOf(record)?.waiting ?? 0,
    telling: map.isTelling(),
    garbage: map.isGarbled() || [...connections.values()].some((one) => one.wire().garbage() > 0),
    unreached,
  }
}
