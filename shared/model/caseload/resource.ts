/**
 * Resources: the support services of the school, editable, with what each office must report; and the support card,
 * which shows the few that count on a hard day. Shipped entries name the service and leave the contact to be filled
 * in: no number is invented. 911 and 988 are the United States' own emergency and crisis lines.
 */
import * as v from 'valibot'
import type * as Y from 'yjs'
import { fold } from '../../base/fold'
import {
  field,
  line,
  oneOf,
  optionalDate,
  requiredLine,
  setOf,
  setOfDays,
  structure,
  text,
  type Values,
} from '../../crdt/field'
import { defineKind, kept, type Of } from '../../crdt/kind'
import {
  REPORTING,
  RESOURCE_CATEGORIES,
  type ResourceCategory,
  SHIPPED_RESOURCES,
} from './shipped-resources'
import { type CardLine, SHIPPED_CARD } from './support-card'

export { RESOURCE_CATEGORIES, type ResourceCategory } from './shipped-resources'

export const resources = defineKind(
  'resources',
  {
    name: field(requiredLine('resource.nameMissing'), 'common.name'),
    category: field(oneOf(RESOURCE_CATEGORIES, 'academic'), 'common.category'),
    purpose: field(text, 'resource.whatFor', { search: 'body' }),
    /** Years in school, '1' to '4'; none means all. */
    years: field(setOf, 'resource.yearsHint'),
    /** The clinical sites where it is; it is shown when a mentee begins at one of them. */
    sites: field(setOf, 'resource.sites', { search: 'detail' }),
    where: field(line(), 'resource.where', { search: 'detail' }),
    hours: field(line(), 'resource.hours', { search: 'detail' }),
    contact: field(line(), 'resource.contact', { search: 'detail' }),
    link: field(line(), 'resource.link'),
    reporting: field(oneOf(REPORTING, 'unknown'), 'resource.mustReport'),
    /** What the office answers to "who can see that I went?". */
    whoSees: field(text, 'resource.whoSees', { search: 'body' }),
    /** When a workshop takes place. */
    dates: field(setOfDays, 'resource.dates'),
    /** Whose goals have one of these are told of its dates; with none, everyone is. */
    themes: field(setOf, 'common.themes', { search: 'detail' }),
    /** When somebody last made sure that the contact is right. */
    checkedOn: field(optionalDate, 'resource.checkedOn'),
    /** The shipped entry that it replaces. */
    shipped: field(line(), null),
  },
  {
    label: 'label.resource',
    count: 'count.resource',
    title: ({ name }) => name,
    bin: false,
    leavesFor: ['coach'],
    opens: { screen: 'resources' },
    search: { kind: 'resource', shipped: true },
    timeline: null,
  },
)
export type Resource = Of<typeof resources>

export const supportCards = defineKind(
  'supportCards',
  {
    lines: field(
      structure<readonly CardLine[]>(
        v.pipe(
          v.array(v.object({ name: v.string(), reach: v.string(), when: v.string() })),
          v.readonly(),
        ),
        SHIPPED_CARD,
      ),
      'fields.lines',
    ),
  },
  {
    label: 'label.supportCard',
    count: 'count.supportCard',
    title: () => '',
    bin: false,
    leavesFor: ['coach'],
    opens: { screen: 'settings' },
    search: null,
    timeline: null,
  },
)

export type SupportCard = Of<typeof supportCards>

/** The lines of the coach's own card, or nothing; of two laptops' first cards, the lines of both. */
export const linesOfCards = (all: readonly SupportCard[]): readonly CardLine[] | undefined => {
  const cards = kept(all)
  const lines = cards.flatMap((card) =>
    card.lines.map((line) => [JSON.stringify(line), line] as const),
  )
  return cards.length === 0 ? undefined : [...new Map(lines).values()]
}

/** Makes these the lines of the one card. */
export const keepCard = (vault: Y.Doc, lines: readonly CardLine[]): void =>
  vault.transact(() => {
    const [card, ...others] = kept(supportCards.readAll(vault))
    if (card === undefined) supportCards.add(vault, { lines })
    else supportCards.edit(vault, { id: card.id, next: { lines } })
    for (const { id } of others) supportCards.remove(vault, { id, deleted: true })
  })

/** Whether it says how to reach the service. */
export const isReachable = ({ where, hours, contact, link }: Resource): boolean =>
  [where, hours, contact, link].some((text) => text.trim() !== '')

/** It is taught to everyone, and nobody is sent there. */
export const isCurriculum = ({ category }: Pick<Resource, 'category'>): boolean =>
  category === 'resilience'

/** The resources for a mentee's year, in a category, that contain the words. */
export const filterResources = (
  all: readonly Resource[],
  wanted: {
    readonly year?: number | null
    readonly category?: ResourceCategory | null
    readonly query?: string
  },
): readonly Resource[] => {
  const words = (wanted.query ?? '').toLowerCase().split(/\s+/).filter(Boolean)
  return all.filter(
    (one) =>
      one.deletedAt === null &&
      (wanted.year == null || one.years.length === 0 || one.years.includes(String(wanted.year))) &&
      (wanted.category == null || one.category === wanted.category) &&
      words.every((word) =>
        `${one.name} ${one.purpose} ${one.where} ${one.sites.join(' ')}`
          .toLowerCase()
          .includes(word),
      ),
  )
}

/** What there is at a clinical site. */
export const resourcesAt = (all: readonly Resource[], site: string): readonly Resource[] =>
  all.filter(({ sites }) => sites.some((one) => fold(one) === fold(site)))

const SHIPPED = 'shipped:'

/**
 * The directory: the shipped entries, but for those that the coach has changed or removed, and the coach's own. The
 * shipped ones are not stored, so that two laptops cannot fill a directory twice.
 */
export const directoryOf = (stored: readonly Resource[]): readonly Resource[] => {
  const replaced = new Set(stored.map(({ shipped }) => shipped))
  return [
    ...SHIPPED_RESOURCES.filter(({ id }) => !replaced.has(id)).map(
      ({ id, name, category, purpose, years = [], reporting = 'unknown' }): Resource => ({
        ...resources.empty,
        id: `${SHIPPED}${id}`,
        createdAt: '1970-01-01T00:00:00.000Z',
        deletedAt: null,
        returned: false,
        order: '',
        name,
        category,
        purpose,
        years,
        reporting,
        shipped: id,
      }),
    ),
    ...stored.filter(({ deletedAt }) => deletedAt === null),
  ]
}

type ResourceInput = Values<typeof resources.fields>

/** A shipped entry becomes the coach's own, under an id of its own: two laptops may each make one of it. */
const stored = (vault: Y.Doc, resource: Resource, next: ResourceInput): string => {
  if (resources.items(vault)?.has(resource.id) === true) return resource.id
  const own = Object.keys(resources.fields).map((name) => [name, next[name as keyof ResourceInput]])
  return resources.add(vault, { ...Object.fromEntries(own), shipped: resource.shipped })
}

/** Changes an entry; a shipped one becomes the coach's own with it. Returns the id of the stored one. */
export const editResource = (
  vault: Y.Doc,
  input: { readonly resource: Resource; readonly next: ResourceInput },
): string =>
  vault.transact(() => {
    const { resource, next } = input
    const id = stored(vault, resource, next)
    if (id === resource.id) resources.edit(vault, { id, base: resource, next })
    return id
  })

/** Removes an entry; returns the id under which it can be brought back. */
export const removeResource = (vault: Y.Doc, resource: Resource): string =>
  vault.transact(() => {
    const id = stored(vault, resource, resource)
    resources.remove(vault, { id, deleted: true })
    return id
  })
