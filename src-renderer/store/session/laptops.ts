/**
 * The laptops of the open vault: this one's own keys and what it says of itself, what is known of the others, removing
 * one, and following a removal that was announced (vault/succession.ts, vault/lineage.ts).
 *
 * The keys that a laptop was first seen with are remembered here, outside of the vault record, where any laptop could
 * put others in their place; they alone are sealed to, and they alone are believed.
 */
import { decodeUtf8, encodeUtf8 } from 'lib0/string'
import * as v from 'valibot'
import { err, ok, type Result } from '../../../shared/base/result'
import type { Host, WriteProblem } from '../../../shared/bridge/host'
import { readDevices } from '../../../shared/model/caseload/device'
import {
  noteLaptop,
  readLaptops,
  readSuccessions,
  type System,
  writeSuccessions,
} from '../../../shared/model/caseload/laptop'
import { takeSheet } from '../../../shared/model/caseload/recovery'
import type { OpenedVault } from '../../../shared/vault/header'
import { type KeyRing, type Step, succeed } from '../../../shared/vault/key-ring'
import {
  deriveLaptopKeys,
  type LaptopKeys,
  newSeed,
  proofOf,
} from '../../../shared/vault/laptop-keys'
import { standingOf } from '../../../shared/vault/lineage'
import { createSealer } from '../../../shared/vault/seal'
import {
  announce,
  openSuccession,
  type Succession,
  type SuccessionProblem,
  sheetOf,
} from '../../../shared/vault/succession'
import type { Database } from '../disk/database'
import type { LiveRecord } from '../record/live-record'
import type { KeptHeader } from './kept-header'
import { type FirstSeenKeys, isProven, laptopRows } from './laptop-rows'
import type { VaultSession } from './open-vault'
import type { Running } from './running'

/** Row of `meta`: the keys that laptops were first seen with, and epochs that the coach has chosen; sealed. */
const LAPTOPS_SEEN = 'laptops-seen'
const SEED = 'laptop-seed'

const Remembered = v.object({
  seen: v.record(v.string(), v.object({ box: v.string(), sign: v.string(), on: v.string() })),
  chosen: v.array(v.number()),
})
type Remembered = v.InferOutput<typeof Remembered>

export type FollowProblem = WriteProblem | SuccessionProblem | 'nothing-to-follow'

export interface LaptopsOfVault {
  /** Announces that the vault goes on without these; this laptop follows then, as the others do. */
  readonly remove: (ids: readonly string[]) => Promise<Result<void, WriteProblem>>
  /** Of two laptops that removed each other, the one that the coach has in front of them, by the epoch it leads to. */
  readonly choose: (epoch: number) => Promise<void>
  /**
   * Writes the header of the epoch that the vault goes on in. What opens it is returned: this session is to be closed,
   * and another opened with that.
   */
  readonly follow: (passphraseKey: Uint8Array) => Promise<Result<OpenedVault, FollowProblem>>
  /** Announcements that were found in a room of a former epoch. */
  readonly found: (all: readonly Succession[]) => Promise<void>
}

const openWithAny = (ring: KeyRing, place: string, sealed: Uint8Array): Uint8Array | undefined => {
  for (const epoch of ring.epochs) {
    const key = ring.vaultKeyOf(epoch)
    const opened = key && createSealer(key, place).open(sealed)
    if (opened?.ok === true) return opened.value
  }
  return undefined
}

/** This laptop's keys; their seed is sealed anew for each epoch. */
const ownKeys = async (
  host: { readonly laptop: Pick<Host['laptop'], 'seed' | 'keepSeed'> },
  ring: KeyRing,
  vaultKey: Uint8Array,
): Promise<LaptopKeys> => {
  const kept = await host.laptop.seed()
  const sealer = createSealer(vaultKey, SEED)
  const known = kept === null ? undefined : openWithAny(ring, SEED, kept)
  const seed = known ?? newSeed()
  if (kept === null || !sealer.open(kept).ok) await host.laptop.keepSeed(sealer.seal(seed))
  return deriveLaptopKeys(seed)
}

const readRemembered = async (database: Database, ring: KeyRing): Promise<Remembered> => {
  const value = (await database.meta.get(LAPTOPS_SEEN))?.value
  const opened = value instanceof Uint8Array ? openWithAny(ring, LAPTOPS_SEEN, value) : undefined
  return opened === undefined
    ? { seen: {}, chosen: [] }
    : v.parse(Remembered, JSON.parse(decodeUtf8(opened)))
}

export const createLaptops = async ({
  host,
  database,
  ring,
  unlocked,
  header,
  vault,
  model,
  device,
  runOnVault,
  now,
}: {
  readonly host: Host
  readonly database: Database
  readonly ring: KeyRing
  readonly unlocked: OpenedVault
  readonly header: KeptHeader
  readonly vault: LiveRecord
  readonly model: VaultSession['model']
  readonly device: { readonly id: string; readonly system: System }
  readonly runOnVault: Running['runOnVault']
  readonly now: () => Date
}): Promise<LaptopsOfVault & { readonly forget: () => void }> => {
  const { vaultKey } = unlocked
  const { vaultId } = unlocked.header
  const keys = await ownKeys(host, ring, vaultKey)
  let { seen, chosen } = await readRemembered(database, ring)
  const day = (): string => now().toISOString().slice(0, 10)

  const remember = async (): Promise<void> => {
    const text = JSON.stringify({ seen, chosen } satisfies Remembered)
    const value = createSealer(vaultKey, LAPTOPS_SEEN).seal(encodeUtf8(text))
    await database.meta.put({ key: LAPTOPS_SEEN, value })
  }

  /** Laptops that whoever had the key of an epoch has listed, and that are seen for the first time. */
  const firstSeen = (): FirstSeenKeys => {
    const laptops = readLaptops(vault.doc)
    return Object.fromEntries(
      Object.entries(laptops).flatMap(([id, { box, sign }]) =>
        seen[id] === undefined &&
        ring.epochs.some((epoch) => isProven(laptops, id, ring.vaultKeyOf(epoch)))
          ? [[id, { box, sign, on: day() }]]
          : [],
      ),
    )
  }

  const standing = () =>
    standingOf({
      vault: vaultId,
      laptop: device.id,
      epoch: ring.epoch,
      known: new Set(ring.epochs),
      chain: ring.chain,
      announced: readSuccessions(vault.doc),
      signKeyOf: (id) => (id === device.id ? keys.sign : seen[id]?.sign),
      chosen: new Set(chosen),
    })

  const look = (): void => {
    const more = firstSeen()
    if (Object.keys(more).length > 0) {
      seen = { ...seen, ...more }
      // Not remembered, it is seen for the first time once more.
      remember().catch(() => undefined)
    }
    const [laptops, names] = [readLaptops(vault.doc), readDevices(vault.doc)]
    model.setState({
      standing: standing(),
      laptops: laptopRows({ names, laptops, seen, ring, own: device.id }),
      removedAt: ring.chain.at(-1)?.at ?? '',
    })
  }

  await runOnVault(noteLaptop, {
    id: device.id,
    box: keys.box,
    sign: keys.sign,
    system: device.system,
    seen: day(),
    proof: proofOf(vaultKey, device.id, keys),
  })
  // A removed laptop may have deleted them where they were announced.
  await runOnVault(writeSuccessions, ring.chain)
  const last = ring.chain.at(-1)
  const sheet = last && sheetOf(last, vaultKey)
  if (last !== undefined && sheet !== undefined)
    await runOnVault(takeSheet, { key: sheet, by: last.by, now: last.at, epoch: last.epoch })
  look()
  for (const name of ['laptops', 'successions', 'devices']) vault.doc.getMap(name).observe(look)

  return {
    remove: async (removed) => {
      const rows = model.getState().laptops
      const staying = rows.flatMap(({ id, state }) => {
        const box = id === device.id ? keys.box : seen[id]?.box
        const stays = state === 'this' || state === 'here' || state === 'behind'
        return stays && box !== undefined ? [[id, box] as const] : []
      })
      const one = announce({
        vault: vaultId,
        from: ring.epoch,
        generation: vault.generation(),
        vaultKey,
        by: device.id,
        keys,
        at: now().toISOString(),
        removed,
        staying: Object.fromEntries(staying),
      })
      await runOnVault(writeSuccessions, [one])
      const saving = vault.saving()
      return saving === 'saved' || saving === 'saving' ? ok(undefined) : err(saving)
    },
    choose: async (epoch) => {
      chosen = [...chosen, epoch]
      await remember()
      look()
    },
    follow: async (passphraseKey) => {
      const next = standing()
      if (next.kind !== 'follow') return err('nothing-to-follow')
      const steps: Step[] = []
      for (const succession of next.steps) {
        const former = ring.vaultKeyOf(succession.from) ?? steps.at(-1)?.opened.vaultKey
        const opened = openSuccession(succession, device.id, keys, former)
        if (!opened.ok) return opened
        steps.push({ succession, opened: opened.value })
      }
      await vault.flush()
      const opened = succeed(header.opened(), ring, steps, passphraseKey, vault.generation())
      const left = await header.leave(opened.header)
      return left.ok ? ok(opened) : left
    },
    found: async (all) => {
      const there = new Set(readSuccessions(vault.doc).map(({ signature }) => signature))
      if (all.some(({ signature }) => !there.has(signature)))
        await runOnVault(writeSuccessions, all)
    },
    forget: keys.forget,
  }
}
