/**
 * The laptops of the open vault: what this one says of itself, what is known of the others, removing one, and following
 * a removal that was announced (vault/succession.ts, vault/lineage.ts). Only the keys that a laptop was first seen with
 * are sealed to, and believed (laptop-memory.ts).
 */
import { err, ok } from '../../../shared/base/result'
import type { Host } from '../../../shared/bridge/host'
import { freeName, nameDevice, readDevices } from '../../../shared/model/caseload/device'
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
import { type LaptopKeys, type PublicKeys, proofOf } from '../../../shared/vault/laptop-keys'
import { type LaptopStanding, laptopStanding, stillIn } from '../../../shared/vault/lineage'
import { announce, openSuccession, sheetOf } from '../../../shared/vault/succession'
import type { Database } from '../disk/database'
import type { StoredState } from '../disk/stored-state'
import type { LiveRecord } from '../record/live-record'
import type { KeptHeader } from './kept-header'
import { type LaptopMemory, ownLaptopKeys, recallLaptops, rememberLaptops } from './laptop-memory'
import { isProven, laptopRows } from './laptop-rows'
import type { LaptopsOfVault, VaultSession } from './open-vault'
import type { Running } from './running'

export interface ThisLaptop {
  readonly id: string
  readonly name: string
  readonly system: System
}

interface Parts {
  readonly host: Host
  readonly database: Database
  readonly stored: StoredState
  readonly ring: KeyRing
  readonly unlocked: OpenedVault
  readonly header: KeptHeader
  readonly vault: LiveRecord
  readonly model: VaultSession['model']
  readonly device: ThisLaptop
  readonly runOnVault: Running['runOnVault']
}

const dayNow = (): string => new Date().toISOString().slice(0, 10)

/** What the vault record is to say once this laptop has it open. */
const noteHere = async (
  { vault, device, ring, unlocked: { vaultKey }, runOnVault }: Parts,
  keys: LaptopKeys,
): Promise<void> => {
  const { id, name, system } = device
  const names = readDevices(vault.doc)
  if (names[id] === undefined) await runOnVault(nameDevice, { id, name: freeName(name, names) })
  const proof = proofOf(vaultKey, id, keys)
  const { box, sign } = keys
  await runOnVault(noteLaptop, { id, box, sign, system, seen: dayNow(), proof })
  const last = ring.chain.at(-1)
  if (last === undefined) return
  // A removed laptop may have deleted them where they were announced.
  await runOnVault(writeSuccessions, ring.chain)
  const key = sheetOf(last, vaultKey)
  if (key !== undefined)
    await runOnVault(takeSheet, { key, by: last.by, now: last.at, epoch: last.epoch })
}

/** What there is to see of the laptops, in the read model, now and whenever it changes; and what is remembered for it. */
const watchLaptops = (parts: Parts, keys: LaptopKeys) => {
  const { database, stored, ring, unlocked, vault, model, device } = parts
  let memory = recallLaptops(stored.meta, ring)
  const remember = (next: LaptopMemory): Promise<void> => {
    memory = next
    return rememberLaptops(database, unlocked.vaultKey, next)
  }

  /** Laptops that whoever had the key of an epoch has listed, and that are seen for the first time. */
  const meet = (): void => {
    const laptops = readLaptops(vault.doc)
    const met = Object.entries(laptops).flatMap(([id, { box, sign }]) =>
      memory.seen[id] === undefined &&
      ring.epochs.some((epoch) => isProven(laptops, id, ring.vaultKeyOf(epoch)))
        ? [[id, { box, sign, on: dayNow() }] as const]
        : [],
    )
    if (met.length === 0) return
    const seen = { ...memory.seen, ...Object.fromEntries(met) }
    // Not remembered, they are seen for the first time once more.
    remember({ ...memory, seen }).catch(() => undefined)
  }

  const standing = (): LaptopStanding =>
    laptopStanding({
      vault: unlocked.header.vaultId,
      laptop: device.id,
      epoch: ring.epoch,
      keys: ring.keys,
      chain: ring.chain,
      announced: readSuccessions(vault.doc),
      signKeyOf: (id) => (id === device.id ? keys.sign : memory.seen[id]?.sign),
      chosen: new Set(memory.chosen),
    })

  const look = (): void => {
    meet()
    const [laptops, names] = [readLaptops(vault.doc), readDevices(vault.doc)]
    const { seen } = memory
    model.setState({
      standing: standing(),
      laptops: laptopRows({ names, laptops, seen, ring, own: device.id }),
      removedAt: ring.chain.at(-1)?.at ?? '',
    })
  }
  look()
  for (const name of ['laptops', 'successions', 'devices']) vault.doc.getMap(name).observe(look)

  return {
    standing,
    /** With the keys that they are sealed to; not those that show others than at first, or have none. */
    staying: (): Readonly<Record<string, PublicKeys>> =>
      Object.fromEntries(
        model.getState().laptops.flatMap(({ id, state }) => {
          const own = state === 'this' ? keys : memory.seen[id]
          const stays = state === 'this' || state === 'here' || state === 'behind'
          return stays && own !== undefined ? [[id, { box: own.box, sign: own.sign }]] : []
        }),
      ),
    choose: async (epoch: number): Promise<void> => {
      await remember({ ...memory, chosen: [...memory.chosen, epoch] })
      look()
    },
  }
}

export const createLaptops = async (
  parts: Parts,
): Promise<LaptopsOfVault & { readonly forget: () => void }> => {
  const { host, ring, unlocked, header, vault, device, runOnVault } = parts
  const { vaultKey } = unlocked
  const keys = await ownLaptopKeys(host, ring, vaultKey)
  await noteHere(parts, keys)
  const watch = watchLaptops(parts, keys)

  /** Opens the boxes of announcements, one after the other. */
  const openAll = (standing: LaptopStanding & { readonly kind: 'follow' }) => {
    const steps: Step[] = []
    for (const succession of standing.steps) {
      const former = ring.vaultKeyOf(succession.from) ?? steps.at(-1)?.opened.vaultKey
      const opened = openSuccession(succession, device.id, keys, former)
      if (!opened.ok) return opened
      steps.push({ succession, opened: opened.value })
    }
    return ok(steps)
  }

  const remove: LaptopsOfVault['remove'] = async (removed) => {
    const one = announce({
      vault: unlocked.header.vaultId,
      from: ring.epoch,
      generation: vault.generation(),
      vaultKey,
      by: device.id,
      keys,
      at: new Date().toISOString(),
      removed,
      staying: watch.staying(),
    })
    await runOnVault(writeSuccessions, [one])
    const saving = vault.saving()
    return saving === 'saved' || saving === 'saving' ? ok(undefined) : err(saving)
  }
  const still = watch.standing().kind === 'current' ? stillIn(ring.epoch, ring.chain) : []
  // Refused by a full disk, it is done at the next unlock.
  if (still.length > 0) await remove(still)

  return {
    remove,
    choose: watch.choose,
    follow: async (passphraseKey) => {
      const standing = watch.standing()
      if (standing.kind !== 'follow') return err('nothing-to-follow')
      const steps = openAll(standing)
      if (!steps.ok) return steps
      await vault.flush()
      const opened = succeed(header.opened(), ring, steps.value, passphraseKey, vault.generation())
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
