/**
 * Where a note's text is, and how one of a former form gets there: the one way to a note's words for everything that
 * reads or writes them.
 *
 * A note's text is a text of the record itself, named after the note (field.ts says why nothing is nested). Up to
 * version 0.2.0 it was a fragment inside of the note. Such a one is read as it is; with the first edit it is carried
 * over. Two laptops may do that apart: from the same words they write the very same text (taking-in.ts), which is one.
 * From different words come two, and if an older version wrote meanwhile, there is what the fragment says now: then
 * none is preferred in silence. One of them is edited, the others are read with it, under a line that says so, until
 * the coach has put them below or left them out. What is carried over knows which of the fragment's words it has seen,
 * so that a fragment whose words are all known is no other version. The fragment stays, for what may still come into it.
 */
import * as v from 'valibot'
import * as Y from 'yjs'
import { fingerprint } from '../../crdt/knowing'
import { itemsOf, NOTE_TEXT, stampSchema } from '../../crdt/record'
import { takeIn } from '../../crdt/taking-in'
import { type Line, plainLine, plainText } from '../../note-text/delta'
import { formerLines, fragmentToNodes } from '../../note-text/former'
import { lineItemIn } from '../../note-text/line-item'
import { appendLines, beginText, plainLines, readLines, readWords } from '../../note-text/text'
import { t } from '../../words/words'

/** `<note>/<version>` to what is known of that version. */
export const CARRIED = 'carried'
/** For each writer of a fragment, how much of what it wrote is known. */
type Seen = Readonly<Record<string, number>>
const CarriedSchema = v.object({
  seen: v.record(v.string(), v.number()),
  /** What its words were, in short, when the coach put them below the text or left them out. */
  settled: v.exactOptional(v.string()),
})
type Carried = v.InferOutput<typeof CarriedSchema>

const carriedOf = (record: Y.Doc, note: string): ReadonlyMap<string, Carried> => {
  const found = new Map<string, Carried>()
  // Of a damaged one no word is known.
  for (const [key, value] of record.getMap(CARRIED))
    if (key.startsWith(`${note}/`))
      found.set(key.slice(note.length + 1), v.is(CarriedSchema, value) ? value : { seen: {} })
  return new Map([...found].sort(([a], [b]) => (a < b ? -1 : 1)))
}

const formerOf = (record: Y.Doc, note: string): Y.XmlFragment | undefined => {
  const body = itemsOf(record, 'notes').get(note)?.get('body')
  return body instanceof Y.XmlFragment ? body : undefined
}

/** The last of each writer's words and elements that stand in a fragment. */
const seenIn = (fragment: Y.XmlFragment): Seen => {
  const seen: Record<string, number> = {}
  const types: { readonly _start: Y.Item | null }[] = [fragment]
  for (let type = types.pop(); type !== undefined; type = types.pop())
    for (let item = type._start; item !== null; item = item.right) {
      if (item.deleted) continue
      const { client, clock } = item.lastId
      seen[client] = Math.max(seen[client] ?? -1, clock)
      if (item.content instanceof Y.ContentType) types.push(item.content.type)
    }
  // In one order, so that the same words make the same version.
  return Object.fromEntries(Object.entries(seen).sort(([a], [b]) => Number(a) - Number(b)))
}

const isKnown = (seen: Seen, carried: Iterable<Carried>): boolean => {
  const known = [...carried]
  return Object.entries(seen).every(([client, clock]) =>
    known.some(({ seen }) => (seen[client] ?? -1) >= clock),
  )
}

const readFormer = (fragment: Y.XmlFragment): readonly Line[] =>
  formerLines(fragmentToNodes(fragment))

const textName = (note: string, version?: string): string =>
  version === undefined ? `${note}/${NOTE_TEXT}` : `${note}/${NOTE_TEXT}/${version}`

/** A version of the text that another laptop has, beside the one that is edited. */
export interface OtherVersion {
  readonly id: string
  readonly lines: readonly Line[]
}

/** What an older version has written since: it has no text of its own yet. */
const LATE = 'late'

const inShort = (record: Y.Doc, note: string, version: string): string =>
  fingerprint(readWords(record.getText(textName(note, version))))

/**
 * The one that is edited first: none that the coach has put below another one, or left out. If another laptop wrote
 * into such a one meanwhile, it is a version again.
 */
const carriedVersions = (record: Y.Doc, note: string): readonly string[] => {
  const [never, again]: [string[], string[]] = [[], []]
  for (const [version, { settled }] of carriedOf(record, note))
    if (settled === undefined) never.push(version)
    else if (settled !== inShort(record, note, version)) again.push(version)
  return [...never, ...again]
}

/** The text to edit, or nothing while the note has only a former one. */
export const noteText = (record: Y.Doc, note: string): Y.Text | undefined => {
  if (!itemsOf(record, 'notes').has(note)) return undefined
  if (formerOf(record, note) === undefined) return record.getText(textName(note))
  const [version] = carriedVersions(record, note)
  return version === undefined ? undefined : record.getText(textName(note, version))
}

/** The lines of the text to edit, in whichever form it is. */
export const noteLines = (record: Y.Doc, note: string): readonly Line[] => {
  const text = noteText(record, note)
  if (text !== undefined) return readLines(text)
  const former = formerOf(record, note)
  return former === undefined ? [plainLine('')] : readFormer(former)
}

export const otherVersions = (record: Y.Doc, note: string): readonly OtherVersion[] => {
  const former = formerOf(record, note)
  const carried = carriedOf(record, note)
  if (former === undefined || carried.size === 0) return []
  const [shown, ...others] = carriedVersions(record, note)
  const text = plainText(noteLines(record, note))
  const found = others.map((id) => ({ id, lines: readLines(record.getText(textName(note, id))) }))
  const late = isKnown(seenIn(former), carried.values())
    ? []
    : [{ id: LATE, lines: readFormer(former) }]
  return shown === undefined
    ? []
    : [...found, ...late].filter(({ lines }) => plainText(lines) !== text)
}

/** A task that became an action item is ticked when that is done, whatever its line says. */
const asItemIs = (record: Y.Doc, line: Line): Line => {
  const became = line.kind === 'task' ? lineItemIn(line) : undefined
  const item =
    became?.kind === 'actionItems' ? itemsOf(record, 'actionItems').get(became.id) : undefined
  return item === undefined ? line : { ...line, checked: typeof item.get('doneOn') === 'string' }
}

const allOthers = (record: Y.Doc, note: string): readonly Line[] =>
  otherVersions(record, note).flatMap(({ lines }) => [
    plainLine(t('note.anotherVersion'), { kind: 'heading3' }),
    ...lines,
  ])

/** Everything that the note says: what search, reports, hand-overs and exports read. */
export const allLines = (record: Y.Doc, note: string): readonly Line[] =>
  [...noteLines(record, note), ...allOthers(record, note)].map((line) => asItemIs(record, line))

/** The same, one by one and without their marks, for whoever wants the first few. */
export function* eachLine(record: Y.Doc, note: string): Generator<Line> {
  const text = noteText(record, note)
  if (text === undefined) yield* noteLines(record, note)
  else yield* plainLines(text)
  yield* allOthers(record, note)
}

const keep = (record: Y.Doc, note: string, lines: readonly Line[], carried: Carried): string =>
  takeIn(record, (into, version) => {
    appendLines(into.getText(textName(note, version)), lines)
    into.getMap(CARRIED).set(`${note}/${version}`, carried)
  })

/** The text to write into; one of a former form is carried over first. */
export const textForWriting = (record: Y.Doc, note: string): Y.Text | undefined =>
  record.transact(() => {
    const former = formerOf(record, note)
    if (former !== undefined && noteText(record, note) === undefined) {
      stampSchema(record)
      keep(record, note, readFormer(former), { seen: seenIn(former) })
    }
    const text = noteText(record, note)
    if (text !== undefined) beginText(text)
    return text
  })

/** Puts another version's lines below the text, or leaves them out; either way it is no other version any more. */
export const settleVersion = (
  record: Y.Doc,
  {
    id: note,
    version,
    below,
  }: { readonly id: string; readonly version: string; readonly below: boolean },
): void =>
  record.transact(() => {
    const other = otherVersions(record, note).find(({ id }) => id === version)
    const former = formerOf(record, note)
    if (other === undefined || former === undefined) return
    const text = textForWriting(record, note)
    if (below && text !== undefined) appendLines(text, other.lines)
    const carried =
      version === LATE ? { seen: seenIn(former) } : carriedOf(record, note).get(version)
    const id =
      version === LATE ? keep(record, note, other.lines, { seen: seenIn(former) }) : version
    record
      .getMap(CARRIED)
      .set(`${note}/${id}`, { seen: {}, ...carried, settled: inShort(record, note, id) })
  })
