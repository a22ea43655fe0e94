/** The laptops of a vault, by the name that the coach gave them; and who wrote what, for "from the clinic laptop". */
import * as v from 'valibot'
import * as Y from 'yjs'
import { type Field, field, line } from '../../crdt/field'
import { defineKeyed } from '../../crdt/keyed'
import { NOTE_TEXT, rootName } from '../../crdt/record'

/** Of two names that a laptop was given at once one stands, and nobody is asked. */
const deviceName: Field<string> = {
  ...line(),
  input: v.pipe(v.unknown(), v.transform(String)),
  write: (devices, id, _of, _base, next) => {
    if (devices.get(id) !== next) devices.set(id, next)
  },
}

/** By the laptop's id. */
export const devices = defineKeyed('devices', field(deviceName, 'thisLaptop.name'), {
  label: 'opens.laptop',
  count: 'count.laptop',
  title: () => '',
  bin: false,
  // Which laptops there are is this vault's own business.
  leavesFor: [],
  opens: { screen: 'settings' },
  search: null,
  timeline: null,
})

export const nameDevice = (
  vault: Y.Doc,
  { id, name }: { readonly id: string; readonly name: string },
): void => devices.set(vault, { key: id, value: name })

export const readDevices = devices.readAll

/** The name, or with a number behind it when another laptop of the vault has it: "clinic", "clinic 2". */
export const freeName = (name: string, devices: Readonly<Record<string, string>>): string => {
  const taken = new Set(Object.values(devices))
  for (let number = 1; ; number++) {
    const free = number === 1 ? name : `${name} ${number}`
    if (!taken.has(free)) return free
  }
}

const authorsOf = (record: Y.Doc): Y.Map<unknown> => record.getMap('authors')

/** Written with the first change that a device makes in a record it has opened: the document's client is the device. */
export const noteAuthor = (record: Y.Doc, device: string): void => {
  const client = String(record.clientID)
  if (authorsOf(record).get(client) === undefined) authorsOf(record).set(client, device)
}

const authorOf = (record: Y.Doc, client: number): string | undefined => {
  const device = authorsOf(record).get(String(client))
  return typeof device === 'string' ? device : undefined
}

export interface Touched {
  /** The kind (a root of the record) and the item's id, or a key of a flat kind such as REACH marks. */
  readonly kind: string
  readonly id: string
}

/** Roots that are the record's own book-keeping, and no item of the coach's. */
const BOOKKEEPING = [
  'meta',
  'carried',
  'edits',
  'authors',
  'goalMoves',
  'supportOwed',
  'records',
  'devices',
  'marks',
  'recovery',
  'headers',
  'destroyed',
  'seenDays',
  'laptops',
  'successions',
  'holdings',
]

/** Which items a transaction changed, however deep in them. */
export const touchedIn = (transaction: Y.Transaction): readonly Touched[] => {
  const { doc } = transaction
  const found = new Map<string, Touched>()
  const add = (kind: string | undefined, id: string): void => {
    // A text of the record itself, named after its item (field.ts).
    const [item = '', field] = kind?.split('/') ?? []
    const touched =
      field === undefined
        ? { kind: kind ?? '', id }
        : { kind: field === NOTE_TEXT ? 'notes' : '', id: item }
    if (!BOOKKEEPING.includes(touched.kind)) found.set(`${touched.kind}/${touched.id}`, touched)
  }
  for (const [type, keys] of transaction.changed) {
    let inner: unknown = type
    let key: string | null = null
    while (inner instanceof Y.AbstractType && inner._item !== null) {
      key = inner._item.parentSub
      inner = inner._item.parent
    }
    const root = rootName(doc, inner)
    if (root === 'mentee') add(root, 'mentee')
    else if (type._item === null) for (const one of keys) add(root, one ?? '')
    else add(root, key ?? '')
  }
  return [...found.values()]
}

/** The devices whose changes a transaction brought. */
export const authorsIn = (transaction: Y.Transaction): readonly string[] => {
  const authors = new Set<string>()
  for (const [client, clock] of transaction.afterState)
    if ((transaction.beforeState.get(client) ?? 0) < clock) {
      const device = authorOf(transaction.doc, client)
      if (device !== undefined) authors.add(device)
    }
  return [...authors]
}
