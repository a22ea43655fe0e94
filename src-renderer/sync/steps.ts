/** Taking the steps of the plan (plan.ts), and telling it what came of those that take a while. */
import { raiseGeneration } from '../../shared/crdt/vault-record'
import type { VaultSession } from '../store/session/vault-session'
import type { Telling } from './awareness/telling'
import { type Connection, hasOvergrown, openConnection } from './connections'
import type { ChangeMap } from './map/change-map'
import { ended, notOpened, opened, type Step, type SyncState, visited, wentForward } from './plan'
import type { Tending } from './tending'
import type { Visit } from './visit'

export interface Steps {
  readonly take: (step: Step) => void
  readonly end: (connection: Connection) => void
}

interface Told {
  readonly telling: Telling
  readonly tending: Tending
  readonly map: ChangeMap
  readonly remember: (change: (state: SyncState) => SyncState) => void
  readonly tick: () => void
  readonly stopping: AbortSignal
}

/** Says in its room, and in the vault record, that a record goes on in a fresh envelope, and goes there. */
const moveOn = async (session: VaultSession, connection: Connection): Promise<void> => {
  const { record, live, wire } = connection
  const generation = live.generation() + 1
  wire().push(live.envelope.announceMove(generation))
  const entry = session.entries().find(({ id }) => id === record)
  if (record !== session.vaultRecordId && entry !== undefined)
    await session.runOnVault(raiseGeneration, { ...entry, generation })
  await live.moveTo(generation)
}

export const createSteps = (
  session: VaultSession,
  relay: string,
  connections: Map<string, Connection>,
  { telling, tending, map, remember, tick, stopping }: Told,
): Steps => {
  const vault = session.vaultRecordId

  const visit = async (record: string): Promise<void> => {
    map.visiting(record)
    const connection = await openConnection(session, relay, record, () => !stopping.aborted, {
      opened: (wire) => telling.listen(record, wire.provider.awareness),
      progressed: () => remember((state) => wentForward(state, record, performance.now())),
      changed: tick,
    }).catch(() => undefined)
    if (connection === undefined) remember((state) => notOpened(state, record))
    else if (stopping.aborted) connection.close()
    else {
      connections.set(record, connection)
      const overgrown = hasOvergrown(connection.live.envelope.doc)
      remember((state) => opened(state, record, performance.now(), overgrown))
      tick()
    }
  }

  const end = (connection: Connection): void => {
    // First: closing the wire says so, and whoever hears that looks at what is left.
    connections.delete(connection.record)
    remember((state) => ended(state, connection.record))
    connection.close()
  }

  const follow = async ({ live }: Connection, generation: number): Promise<void> => {
    await live.moveTo(generation)
    // It is stored: the room is changed now.
    tick()
  }

  const confirm = async ({ record, live }: Connection, waiting: number): Promise<void> => {
    // All that is here is stored there.
    const last = live.envelope.lastNumber()
    // Before the hint: whoever follows that has then seen it in the map.
    if (record !== vault) map.confirmed(record, last)
    await session.confirm(record, waiting)
    remember((state) => wentForward(state, record, performance.now()))
    // Only now can the others find it on the relay.
    telling.tell(record, last)
  }

  /** What takes a while is over, done or not: remembered if the visit that it was for is not over. */
  const afterwards = async (
    connection: Connection,
    work: Promise<void>,
    over: Partial<Visit>,
  ): Promise<void> => {
    await work.catch(() => undefined)
    if (connections.get(connection.record) === connection)
      remember((state) => visited(state, connection.record, (one) => ({ ...one, ...over })))
  }

  const take = (step: Step): void => {
    if (step.do === 'visit') return void visit(step.record)
    const connection = connections.get(step.record)
    if (connection === undefined) return
    const { live, wire } = connection
    switch (step.do) {
      case 'end':
        return end(connection)
      case 'reopen':
        return connection.reopen()
      case 'rest':
        return map.rested(live, step.isOver)
      case 'tend':
        return tending.tend(live, () => connections.get(step.record) === connection)
      case 'ask':
        return live.askForMissing()
      case 'exchange':
        return wire().exchange()
      case 'reconnect':
        return wire().reconnect()
      case 'move':
        return void afterwards(connection, moveOn(session, connection).then(tick), {
          moving: false,
        })
      case 'follow':
        // Not stored just now: the writer goes on trying.
        return void follow(connection, step.generation).catch(() => undefined)
      case 'confirm':
        return void afterwards(connection, confirm(connection, step.waiting), { confirming: false })
    }
  }

  return { take, end }
}
