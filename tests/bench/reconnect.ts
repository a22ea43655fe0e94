/**
 * Coming back to the relay with nothing new and with one change, beside visiting every record's room, as it was before
 * there was a map of changes; and a laptop that has nothing yet, beside plain Yjs documents with the same words over
 * y-websocket's own server. Real sockets and relays; sessions without windows on a store in memory.
 */
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { notes, startNote } from '../../shared/model/record/note'
import { plainLine } from '../../shared/note-text/delta'
import { ON_RELAY } from '../../src-renderer/store/disk/database'
import { startSync } from '../../src-renderer/sync/sync'
import { type Laptop, newDisk, newVault, openLaptop } from '../faults/laptop'
import { CountedSocket, type Traffic, takeTraffic } from './counted-socket'
import { type Figure, figure } from './figure'
import { createRandom, writer } from './invented-words'
import { type Server, startServer } from './network'

const SIZES = (process.env.RECORDS ?? '30,300').split(',').map(Number)
const NOTES = 10
const NOTE_CHARACTERS = 1000

const { text } = writer(createRandom(300))

const until = async (holds: () => boolean): Promise<void> => {
  const end = Date.now() + 600_000
  while (!holds()) {
    if (Date.now() > end) throw new Error(`still waiting for ${holds}`)
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
}

interface Measured extends Traffic {
  readonly ms: number
}

const fill = async (session: Laptop['session'], records: number) => {
  const words: string[][] = []
  for (let mentee = 0; mentee < records; mentee++) {
    const record = await session.addMentee({ name: `Mentee ${mentee}` })
    const texts = Array.from({ length: NOTES }, () => text(NOTE_CHARACTERS))
    words.push(texts)
    await session.run(
      record,
      (doc) => {
        for (const [number, one] of texts.entries())
          startNote(doc, {
            id: notes.add(doc, { title: `Note ${number}` }),
            lines: [plainLine(one)],
          })
      },
      undefined,
    )
  }
  return words
}

const synced = async (laptop: Laptop, server: Server) => {
  const sync = startSync(laptop.session, server.address)
  await until(() => sync.status.getState().state === 'synced')
  return sync
}

/** From the first connection until it says that it is synced. */
const comeBack = async (laptop: Laptop, server: Server): Promise<Measured> => {
  takeTraffic()
  const from = performance.now()
  const sync = await synced(laptop, server)
  const measured = { ms: performance.now() - from, ...takeTraffic() }
  sync.destroy()
  await new Promise((resolve) => setTimeout(resolve, 500))
  return measured
}

/** A laptop that knows the vault's key and has nothing else. */
const joinNew = async (
  vault: Awaited<ReturnType<typeof newVault>>,
  records: number,
  server: Server,
) => {
  const laptop = await openLaptop(newDisk(), vault(), { name: 'new', device: 'n'.repeat(22) })
  const there = (): number =>
    Object.values(laptop.session.model.getState().records).filter(
      (record) => record.notes.length >= NOTES,
    ).length
  takeTraffic()
  const from = performance.now()
  const sync = startSync(laptop.session, server.address)
  await until(() => there() > 0)
  const first = performance.now() - from
  await until(() => there() === records)
  const all = performance.now() - from
  const { bytes } = takeTraffic()
  sync.destroy()
  await laptop.session.close()
  return { first, all, bytes }
}

const joinPlain = async (words: readonly (readonly string[])[]) => {
  const server = await startServer('stock')
  const open = (docs: readonly Y.Doc[]) =>
    docs.map(
      (doc, index) =>
        new WebsocketProvider(server.address, `plain-${index}`, doc, { disableBc: true }),
    )
  const docs = words.map((texts) => {
    const doc = new Y.Doc()
    for (const [number, one] of texts.entries()) {
      doc.getMap('titles').set(String(number), `Note ${number}`)
      doc.getText(String(number)).insert(0, one)
    }
    return doc
  })
  const here = open(docs)
  await until(() => here.every(({ synced: isSynced }) => isSynced))
  await new Promise((resolve) => setTimeout(resolve, 1000))
  const empty = words.map(() => new Y.Doc())
  const there = (): number =>
    empty.filter((doc) => doc.getText(String(NOTES - 1)).length > 0).length
  takeTraffic()
  const from = performance.now()
  const providers = open(empty)
  await until(() => there() > 0)
  const first = performance.now() - from
  await until(() => there() === words.length)
  const all = performance.now() - from
  const { bytes } = takeTraffic()
  for (const provider of [...here, ...providers]) provider.destroy()
  server.stop()
  return { first, all, bytes }
}

const figuresOf = (what: string, now: Measured, former: Measured): readonly Figure[] => [
  figure(`${what}: sockets, over visiting every room`, 'sockets', now.sockets, former.sockets),
  figure(`${what}: messages both ways`, 'messages', now.messages, former.messages),
  figure(`${what}: bytes both ways`, 'bytes', now.bytes, former.bytes),
  figure(`${what}: until synced`, 'ms', now.ms, former.ms),
]

const measure = async (records: number): Promise<readonly Figure[]> => {
  const server = await startServer('ours')
  const vault = await newVault()
  const clinic = await openLaptop(newDisk(), vault(), { name: 'clinic', device: 'c'.repeat(22) })
  const home = await openLaptop(newDisk(), vault(), { name: 'home', device: 'h'.repeat(22) })
  const words = await fill(clinic.session, records)
  for (const laptop of [clinic, home]) (await synced(laptop, server)).destroy()
  // What each has marked is looked at by the other, once.
  for (const laptop of [clinic, home, clinic]) await comeBack(laptop, server)

  const nothing = await comeBack(home, server)
  const [record = ''] = clinic.session.entries().map(({ id }) => id)
  await clinic.session.run(record, (doc) => notes.add(doc, { title: 'one more' }), undefined)
  await comeBack(clinic, server)
  const one = await comeBack(home, server)
  if (home.session.model.getState().records[record]?.notes.length !== NOTES + 1)
    throw new Error('the change has not come')
  // Without what is known of the rooms all are visited.
  await home.database.meta.delete(ON_RELAY)
  const former = await comeBack(home, server)

  const joined = await joinNew(vault, records, server)
  for (const laptop of [clinic, home]) await laptop.session.close()
  server.stop()
  const plain = await joinPlain(words)
  const joining = `new laptop, ${records} records`
  return [
    ...figuresOf(`reconnect, ${records} records, nothing new`, nothing, former),
    ...figuresOf(`reconnect, ${records} records, one change`, one, former),
    figure(`${joining}: until the first mentee can be read`, 'ms', joined.first, plain.first),
    figure(`${joining}: until all are there`, 'ms', joined.all, plain.all),
    figure(`${joining}: bytes both ways`, 'bytes', joined.bytes, plain.bytes),
  ]
}

export const measureReconnect = async (): Promise<readonly Figure[]> => {
  Object.assign(globalThis, { window: new EventTarget(), WebSocket: CountedSocket })
  const figures: Figure[] = []
  for (const records of SIZES) figures.push(...(await measure(records)))
  return figures
}
