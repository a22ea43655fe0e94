/**
 * The export: everything, readable, for the coach alone; and back into a vault. JSON is the whole of it and can be
 * taken in again; Markdown is for reading. Escalations stay in the vault, as in every list and hand-over, and so does
 * what is in the bin.
 */

import * as v from 'valibot'
import type * as Y from 'yjs'
import { idSchema } from '../base/id'
import { err, ok, type Result } from '../base/result'
import { type AnyKind, kept } from '../crdt/kind'
import { takeIn } from '../crdt/taking-in'
import { linesToMarkdown } from '../formats/markdown'
import { captures } from '../model/caseload/capture'
import { setSettings, settings } from '../model/caseload/caseload'
import {
  fieldLabel,
  itemTitle,
  kindLabel,
  kindNamed,
  VAULT_KINDS,
  type VaultKind,
  vaultKinds,
} from '../model/kinds'
import type { VaultProjection } from '../model/projection'
import { groupSessions } from '../model/record/group-session'
import { menteeProfile } from '../model/record/mentee'
import { type Line, linesOf } from '../note-text/delta'
import { spoken, type TextKey, t } from '../words/words'
import { addPortableItem, PortableSchema } from './portable'

const FORMAT = 'confidant-export'
/** 2: a note's text is a delta (note-text/delta.ts). */
const VERSION = 2

/** What belongs to the caseload as a whole; certificates and what a substitute holds are this vault's own business. */
const EXPORTED: readonly VaultKind[] = vaultKinds
  .filter(([, { about }]) => about.leavesFor.includes('coach'))
  .map(([name]) => name)

const plain = v.record(v.string(), v.unknown())
const Export = v.object({
  format: v.literal(FORMAT),
  version: v.union([v.literal(1), v.literal(VERSION)]),
  exportedAt: v.string(),
  settings: plain,
  caseload: v.record(v.string(), v.array(v.looseObject({ id: idSchema }))),
  records: v.array(PortableSchema),
})
export type Export = v.InferOutput<typeof Export>

export const makeExport = (
  vault: VaultProjection,
  records: Export['records'],
  exportedAt: string,
): Export => ({
  format: FORMAT,
  version: VERSION,
  exportedAt,
  settings: { ...vault.settings },
  caseload: Object.fromEntries(
    EXPORTED.map((name) => [
      name,
      kept(vault[name] as readonly { id: string; deletedAt: string | null }[]).map((item) => ({
        ...item,
      })),
    ]),
  ),
  records,
})

export type ExportProblem = 'not-an-export' | 'newer' | 'damaged'

export const readExport = (text: string): Result<Export, ExportProblem> => {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    return err('not-an-export')
  }
  const head = v.safeParse(v.object({ format: v.literal(FORMAT), version: v.number() }), json)
  if (!head.success) return err('not-an-export')
  if (head.output.version > VERSION) return err('newer')
  const read = v.safeParse(Export, json)
  return read.success ? ok(read.output) : err('damaged')
}

/** Group sessions and captures name records, which are taken in under ids of their own. */
const nameRecords = (vault: Y.Doc, records: ReadonlyMap<string, string>): void => {
  const idNow = (id: string): string => records.get(id) ?? id
  for (const { id, present } of groupSessions.readAll(vault))
    groupSessions.edit(vault, { id, next: { present: present.map(idNow) } })
  for (const { id, about } of captures.readAll(vault))
    captures.edit(vault, { id, next: { about: idNow(about) } })
}

/**
 * Takes in what belongs to the caseload as a whole, under the ids that the records' marks and lines know it by; returns
 * how many items could not be taken. `records`: the ids of the export's records, and the id of each here.
 */
export const takeInCaseload = (
  vault: Y.Doc,
  { given, records }: { readonly given: Export; readonly records: ReadonlyMap<string, string> },
): number =>
  vault.transact(() => {
    const taken = Object.entries(settings.fields).flatMap(([name, { input }]) => {
      const parsed = v.safeParse<v.GenericSchema>(input, given.settings[name])
      return parsed.success ? [[name, parsed.output]] : []
    })
    setSettings(vault, Object.fromEntries(taken))
    let left = 0
    for (const name of EXPORTED) {
      const kind = VAULT_KINDS[name] as AnyKind
      for (const item of given.caseload[name] ?? []) {
        if (kind.items(vault)?.has(item.id) === true) continue
        const add = (into: Y.Doc): boolean => addPortableItem(into, kind, item.id, item)
        takeIn(vault, add)
        // Not there: it was taken in once and thrown away since, or it is not what the kind takes.
        if (kind.items(vault)?.has(item.id) !== true && !add(vault)) left++
      }
    }
    nameRecords(vault, records)
    return left
  })

const HIDDEN = [
  'id',
  'createdAt',
  'deletedAt',
  'returned',
  'cameFrom',
  'order',
  'body',
  'others',
  'kind',
  'visibility',
  'provenance',
]

const CLASS_WORDS: Readonly<Record<string, string>> = spoken({
  'memory-aid': 'visibility.privateLower',
  shared: 'visibility.sharedLower',
  program: 'visibility.programLower',
})
const WHOSE_WORDS: Readonly<Record<string, string>> = spoken({
  coach: 'visibility.byCoachLower',
  mentee: 'visibility.menteesOwnLower',
  'third-party': 'visibility.thirdPartyLower',
})

/** A field's label begins a line here, whatever it begins elsewhere. */
const asHead = (label: string): string => label.replace(/^./, (first) => first.toUpperCase())
const words = (name: string): string => name.replace(/([A-Z])/g, ' $1')

/** Parts of an item that are kinds themselves. */
const PARTS: ReadonlyMap<string, TextKey> = new Map([
  ['milestones', 'report.milestones'],
  ['progress', 'report.progress'],
  ['ratings', 'report.ratings'],
])

const factLabel = (kind: string, name: string): string => {
  const known = kindNamed(kind)
  const part = PARTS.get(name)
  if (part !== undefined && known?.nested?.[name] !== undefined) return t(part)
  return asHead((known === undefined ? undefined : fieldLabel(known.fields, name)) ?? words(name))
}

/** What is kept as a code, in the coach's words; anything else as it stands. */
export type Say = (code: string) => string

const valueToMarkdown = (value: unknown, say: Say): string => {
  if (Array.isArray(value))
    return value
      .map((one) =>
        typeof one === 'object' && one !== null
          ? fieldsToLine(one as Record<string, unknown>, say)
          : say(String(one)),
      )
      .filter(Boolean)
      .join('; ')
  if (typeof value === 'object' && value !== null)
    return fieldsToLine(value as Record<string, unknown>, say)
  return say(String(value ?? '').trim())
}

const fieldsToLine = (item: Readonly<Record<string, unknown>>, say: Say): string =>
  Object.entries(item)
    .filter(([name]) => !HIDDEN.includes(name))
    .map(([, value]) => valueToMarkdown(value, say))
    .filter(Boolean)
    .join(', ')

export interface RecordSection {
  readonly title: string
  readonly items: readonly {
    readonly kind: string
    readonly id: string
    readonly title: string
    /** Its class and whose words it is. */
    readonly about: string
    readonly facts: readonly (readonly [label: string, value: string])[]
    /** A note's own text. */
    readonly text: readonly Line[]
  }[]
}

export const recordFacts = (
  mentee: Readonly<Record<string, unknown>>,
  say: Say,
): readonly (readonly [string, string])[] =>
  Object.entries(mentee)
    .filter(([name, value]) => !HIDDEN.includes(name) && name !== 'name' && value !== false)
    .map(
      ([name, value]) =>
        [
          asHead(fieldLabel(menteeProfile.fields, name) ?? words(name)),
          valueToMarkdown(value, say),
        ] as const,
    )
    .filter(([, value]) => value !== '')

/** Every item under its kind's heading, with its class and whose words it is. */
export const recordSections = (
  record: Export['records'][number],
  say: Say,
): readonly RecordSection[] =>
  [...new Set(record.items.map(({ kind }) => kind))].map((kind) => ({
    title: kindLabel(kind),
    items: record.items
      .filter((item) => item.kind === kind)
      .map(({ id, values }) => {
        const own = itemTitle(kind, values).trim()
        const title = say(own.split('\n')[0] ?? '') || kindLabel(kind)
        return {
          kind,
          id,
          title,
          about:
            typeof values.visibility === 'string'
              ? `${CLASS_WORDS[values.visibility] ?? values.visibility}, ${WHOSE_WORDS[String(values.provenance)] ?? ''}`
              : '',
          facts: Object.entries(values).flatMap(([name, value]) => {
            // Links are between ids; "no" is what a box says that was not ticked.
            const said = HIDDEN.includes(name) || value === false ? '' : valueToMarkdown(value, say)
            // What the heading says whole is not said twice.
            return said === '' || said === title || v.is(idSchema, said)
              ? []
              : [[factLabel(kind, name), said] as const]
          }),
          text: record.texts[id] === undefined ? [] : linesOf(record.texts[id]),
        }
      }),
  }))

/** One mentee as a Markdown page. */
export const recordToMarkdown = (record: Export['records'][number], say: Say): string => {
  const lines = [
    `# ${String(record.mentee.name ?? '')}`,
    '',
    ...recordFacts(record.mentee, say).map(([label, value]) => `- ${label}: ${value}`),
  ]
  if (record.summary !== '') lines.push('', record.summary)
  for (const section of recordSections(record, say)) {
    lines.push('', `## ${section.title}`)
    for (const { title, about, facts, text } of section.items) {
      lines.push('', `### ${title}`, '')
      if (about !== '') lines.push(`*${about}*`, '')
      for (const [label, value] of facts) lines.push(`- ${label}: ${value.replace(/\n/g, '\n  ')}`)
      const words = linesToMarkdown(text, 1).trimEnd()
      if (words !== '') lines.push('', words)
    }
  }
  return `${lines.join('\n')}\n`
}
