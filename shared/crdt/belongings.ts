/**
 * Belongings: what is seen only with its owner, as a session's two texts and its agenda are. They go to the bin with it
 * and come back with it. And since a device that deletes an owner takes along all that it knew of, a belonging that is
 * not deleted was written elsewhere meanwhile, and the owner is back with it: nothing hangs on what nobody can open.
 */
import type * as Y from 'yjs'
import type { Item } from './item'
import type { AnyKind, Stamp } from './kind'
import { knewAll } from './knowing'

export interface Belonging {
  /** The kind that belongs, and the field that names its owner. */
  readonly kind: AnyKind
  readonly link: string
  /** Version 0.2.0 took it along, too, without saying so. */
  readonly always?: true
}

type Linked = Stamp & Readonly<Record<string, unknown>>

const wentWith = ({ always }: Belonging, item: Item | undefined, owner: string): boolean => {
  const along = item?.get('deletedWith')
  return along === owner || (along === undefined && always === true)
}

const isGone = ({ deletedAt, returned }: Stamp): boolean => deletedAt !== null || returned

/** The owner's kind, whose items go to the bin and come back with what belongs to them. */
export const owning = <K extends AnyKind>(kind: K, belongings: readonly Belonging[]): K => ({
  ...kind,
  remove: (record, input) =>
    record.transact(() => {
      const { id, deleted } = input
      kind.remove(record, input)
      for (const belonging of belongings)
        for (const one of belonging.kind.readAll(record) as readonly Linked[]) {
          if (one[belonging.link] !== id) continue
          if (deleted && one.deletedAt === null)
            belonging.kind.remove(record, { id: one.id, deleted, along: id })
          if (
            !deleted &&
            isGone(one) &&
            wentWith(belonging, belonging.kind.items(record)?.get(one.id), id)
          )
            belonging.kind.remove(record, { id: one.id, deleted })
        }
    }),
})

/** A deletion by an older version left some belongings where they were: those bring nothing back. */
const tookAllAlong = (item: Item | undefined): boolean =>
  knewAll(item?.get('deletedAt'), item?.get('deletedKnowing'), () => '') !== undefined

/** The lists, with the owners that are back for what belongs to them, and what went to the bin with one that is back. */
export const withReturned = <L extends Readonly<Record<string, readonly Stamp[]>>>(
  record: Y.Doc,
  lists: L,
  owner: AnyKind,
  belongings: readonly Belonging[],
): L => {
  const owners = lists[owner.name] ?? []
  const gone = owners.filter(isGone)
  if (gone.length === 0) return lists
  const linked = ({ kind }: Belonging) => (lists[kind.name] ?? []) as readonly Linked[]
  const isBackFor = (id: string, belonging: Belonging): boolean =>
    (belonging.always === true || tookAllAlong(owner.items(record)?.get(id))) &&
    linked(belonging).some((one) => one[belonging.link] === id && one.deletedAt === null)
  const back = new Set(
    gone
      .filter(
        ({ id, returned }) => returned || belongings.some((belonging) => isBackFor(id, belonging)),
      )
      .map(({ id }) => id),
  )
  if (back.size === 0) return lists
  const followed = (belonging: Belonging): readonly Stamp[] =>
    linked(belonging).map((one) => {
      const of = String(one[belonging.link])
      const follows =
        isGone(one) &&
        back.has(of) &&
        wentWith(belonging, belonging.kind.items(record)?.get(one.id), of)
      return follows ? { ...one, deletedAt: null, returned: false } : one
    })
  return {
    ...lists,
    [owner.name]: owners.map((one) =>
      back.has(one.id) ? { ...one, deletedAt: null, returned: true } : one,
    ),
    ...Object.fromEntries(
      belongings.map((belonging) => [belonging.kind.name, followed(belonging)]),
    ),
  }
}
