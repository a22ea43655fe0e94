/**
 * Plays a story (story.ts) on sessions of the real store and sync, over a relay and a folder in memory, and sees how it
 * ends.
 */
import { vi } from 'vitest'
import { destroyKey } from '../../shared/crdt/vault-record'
import { numbersFrom, pass, passing } from '../faults/fake-time'
import { createLossyFolder } from '../faults/lossy-folder'
import { createWorld } from '../faults/removal-laptops'
import { type Actor, createActor, PLANTED, type Words } from './cast'
import { createEvilRelay } from './evil'
import { expectPeace, type Scene } from './oracle'
import { startRealRelay } from './real-relay'
import { startSameNumbers } from './same-numbers'
import { NAMES, type Step, type StepName, type Story } from './story'

/** Between two steps, so that each has begun. */
const STEP_MS = 75
/** As many stay as two can be: what is only on one laptop is no sync. */
const FEWEST_LAPTOPS = 2
/** By then a write has made its calls, or hangs at the one that was the last. */
const KILLED_AFTER_MS = 300
/** A session ends its typing by itself after a second. */
const TYPED_MS = 1500

export interface Played {
  readonly steps: number
  readonly kills: number
  readonly words: number
  readonly removals: number
  /** From the end of the steps, in milliseconds of the story. */
  readonly untilPeace: number
}

type Play = {
  readonly [Name in StepName]: (step: Extract<Step, { do: Name }>) => Promise<unknown>
}

const raise = async (story: Story): Promise<Scene> => {
  startSameNumbers(story.chance)
  const random = numbersFrom(story.chance)
  const names = NAMES.slice(0, story.laptops)
  const folder =
    story.ways === 'folder' || story.ways === 'both' ? createLossyFolder(random) : undefined
  const real = story.ways === 'process' ? await startRealRelay(names, random) : undefined
  const world = await createWorld(names, folder, {
    alone: story.ways === 'folder',
    ...(real === undefined ? {} : { relayOf: real.addressOf }),
  })
  const relay = real ?? createEvilRelay(world.relay, random)
  const words: Words[] = []
  const actors = names.map((name) => createActor(world.get(name), words, random))
  await world.meet()
  for (const actor of actors) {
    // From now on with what may be wrong with each disk.
    await actor.lock()
    await actor.unlock()
  }
  return { story, world, relay, folder, actors, words, erased: new Set(), removers: new Map() }
}

const movesOf = (scene: Scene, count: { kills: number }): Play => {
  const { actors, folder, relay, words, removers, erased } = scene
  const actorAt = (index: number): Actor => actors[index % actors.length] as Actor
  /** On a laptop that is open, with a mentee that it has. */
  const at = async (
    {
      who,
      mentee,
      ms = 0,
    }: { readonly who: number; readonly mentee: number; readonly ms?: number },
    act: (actor: Actor, record: string) => unknown,
  ): Promise<void> => {
    const actor = actorAt(who)
    if (!actor.isOpen()) return
    const record = actor.menteeAt(mentee)
    if (record !== undefined) await act(actor, record)
    await pass(ms)
  }
  /** Ends a laptop for a while, with something done to its disk, and unlocks it. */
  const closed = async (who: number, act: (actor: Actor) => unknown): Promise<void> => {
    const actor = actorAt(who)
    if (actor.isOpen()) await actor.lock()
    await act(actor)
    await actor.unlock()
  }
  /** What only this laptop has shown may be gone with its disk. */
  const forget = ({ name }: Actor): void => {
    for (const one of words) {
      one.seenBy.delete(name)
      if (one.by === name) one.saved = false
    }
  }
  const kill = (actor: Actor): void => {
    count.kills++
    actor.crash()
    // What main owed the disk was in memory.
    actor.disk.owed.clear()
  }

  return {
    write: (step) => at(step, (actor, record) => actor.writeNote(record)),
    type: (step) => at(step, (actor, record) => actor.typeInto(record)),
    hurry: (step) =>
      at(step, async (actor, record) => {
        for (let time = 0; time < step.times; time++) {
          actor.writeNote(record)
          await pass(50)
        }
      }),
    goal: (step) => at(step, (actor, record) => actor.setGoal(record, words.length)),
    admit: async ({ who }) => {
      const actor = actorAt(who)
      if (actor.isOpen())
        await passing(actor.session().addMentee({ name: `${PLANTED} of ${actor.name}` }))
    },
    erase: (step) =>
      at(step, async (actor, record) => {
        // The first mentee stays, so that there is something to write into.
        if (record === actor.menteeAt(0)) return
        erased.add(record)
        await passing(actor.session().runOnVault(destroyKey, record))
      }),
    move: (step) =>
      at(step, (actor, record) =>
        passing(actor.session().use(record, (live) => live.moveTo(live.generation() + 1))),
      ),
    wait: ({ ms }) => pass(ms),
    leap: async ({ ms }) => void vi.setSystemTime(Date.now() + ms),
    lock: async ({ who }) => {
      if (actorAt(who).isOpen()) await actorAt(who).lock()
    },
    unlock: ({ who }) => actorAt(who).unlock(),
    kill: (step) =>
      at(step, async (actor, record) => {
        actor.stopAfter(step.calls)
        actor.writeNote(record)
        await pass(KILLED_AFTER_MS)
        kill(actor)
      }),
    offline: async ({ who }) => actorAt(who).goOffline(),
    online: async ({ who }) => actorAt(who).goOnline(),
    disk: async ({ who, is }) => actorAt(who).setDisk(is),
    lose: ({ who, store }) =>
      closed(who, ({ disk }) => {
        // The other one has everything only if the disk took it.
        if (disk.owed.size > 0) return
        if (store === 'database') disk.indexedDB = new IDBFactory()
        else {
          disk.folder.clear()
          disk.written = 0
        }
      }),
    copy: ({ who }) => closed(who, (actor) => actor.makeCopy()),
    rollBack: ({ who }) =>
      closed(who, async (actor) => {
        if (await actor.putCopy()) forget(actor)
      }),
    remove: async ({ who, whom }) => {
      const [actor, other] = [actorAt(who), actorAt(whom)]
      const gone = [...removers.values()].flat()
      // Who removes each other is a story of its own (faults/removal.test.ts), with a coach who chooses.
      const mutual = gone.includes(actor.name) || removers.has(other.name)
      if (actor === other || mutual || gone.includes(other.name) || !actor.isOpen()) return
      if (actors.length - gone.length <= FEWEST_LAPTOPS) return
      removers.set(actor.name, [...(removers.get(actor.name) ?? []), other.name])
      await actor.remove(other.name)
    },
    follow: ({ who }) => actorAt(who).follow(),
    relay: ({ turns }) => relay.turn(turns),
    reach: async ({ who, reached }) => relay.reach(actorAt(who).name, reached),
    folder: async ({ lossy }) => {
      if (folder !== undefined) folder.lossy = lossy
    },
    stick: async ({ who, problem }) => {
      if (folder !== undefined) folder.copyOf(actorAt(who).name).problem = problem
    },
  }
}

/** Everything is well again, and every laptop open and on its ways. */
const makePeace = async ({ actors, folder, relay }: Scene): Promise<void> => {
  folder?.settle()
  await relay.turn('honest')
  for (const actor of actors) {
    actor.setDisk('well')
    relay.reach(actor.name, true)
    if (actor.isOpen()) await pass(TYPED_MS)
    else await actor.unlock()
    actor.goOnline()
  }
}

const playOn = async (scene: Scene, patience: number | undefined): Promise<Played> => {
  const { story, actors, words, removers } = scene
  const count = { kills: 0 }
  const moves = movesOf(scene, count)
  for (const step of story.steps) {
    await (moves[step.do] as (given: Step) => Promise<unknown>)(step)
    await pass(STEP_MS)
    for (const actor of actors) actor.look()
  }
  await makePeace(scene)
  const untilPeace = await expectPeace(scene, patience)
  await scene.world.end()
  return {
    steps: story.steps.length,
    kills: count.kills,
    words: words.length,
    removals: [...removers.values()].flat().length,
    untilPeace,
  }
}

/** Rejects when the story ends badly. `patience` in milliseconds of its own time. */
export const play = async (story: Story, patience?: number): Promise<Played> => {
  const scene = await raise(story)
  try {
    return await playOn(scene, patience)
  } finally {
    await scene.relay.end()
  }
}
