/** Competency frameworks: shipped as data, and imported ones beside them in the vault record. */
import * as v from 'valibot'
import { err, ok, type Result } from '../../base/result'
import { field, line, structure } from '../../crdt/field'
import { defineKind, kept, type Of } from '../../crdt/kind'
import shippedFrameworks from './competencies.json' with { type: 'json' }

const competency = v.object({
  id: v.pipe(v.string(), v.nonEmpty(), v.maxLength(120)),
  title: v.pipe(v.string(), v.nonEmpty(), v.maxLength(300)),
})
const frameworkFile = v.object({
  id: v.pipe(v.string(), v.regex(/^[\w.-]{1,60}$/)),
  title: v.pipe(v.string(), v.nonEmpty(), v.maxLength(300)),
  attribution: v.optional(v.pipe(v.string(), v.maxLength(300)), ''),
  competencies: v.pipe(v.array(competency), v.minLength(1), v.maxLength(1000)),
})
export type CompetencyFramework = v.InferOutput<typeof frameworkFile>
export type Competency = v.InferOutput<typeof competency>

export const DEFAULT_FRAMEWORK = 'ume'
export const SHIPPED_COMPETENCIES: readonly CompetencyFramework[] = shippedFrameworks

export const importedFrameworks = defineKind(
  'competencyFrameworks',
  {
    key: field(line(), null),
    title: field(line(), 'common.title'),
    attribution: field(line(), 'heading.attribution'),
    competencies: field(
      structure<readonly Competency[]>(v.pipe(v.array(competency), v.readonly()), []),
      'goal.competencies',
    ),
  },
  {
    label: 'label.competencyFramework',
    count: 'count.competencyFramework',
    title: ({ title }) => title,
    bin: false,
    leavesFor: ['coach'],
    opens: { screen: 'settings' },
    search: null,
    timeline: null,
  },
)

/** Reads a framework file: `{ id, title, attribution, competencies: [{ id, title }] }`. */
export const readFrameworkFile = (
  text: string,
): Result<CompetencyFramework, 'not-json' | 'wrong-shape'> => {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    return err('not-json')
  }
  const parsed = v.safeParse(frameworkFile, json)
  return parsed.success ? ok(parsed.output) : err('wrong-shape')
}

/** Of several under one id, the newest, where the first one stood. */
const newest = <T extends { readonly id: string }>(all: readonly T[]): T[] => [
  ...new Map(all.map((one) => [one.id, one])).values(),
]

/** Each once, though the same file was taken in again, or on another laptop: nothing can be chosen among doubles. */
export const competencyFrameworks = (
  imported: readonly Of<typeof importedFrameworks>[],
): readonly CompetencyFramework[] =>
  newest([
    ...SHIPPED_COMPETENCIES,
    ...kept(imported).map(({ key, title, attribution, competencies }) => ({
      id: key,
      title,
      attribution,
      competencies: newest(competencies),
    })),
  ])

/** To choose from, under their framework's title. Where two frameworks have a competency, it is the first one's. */
export const competencyChoices = (
  frameworks: readonly CompetencyFramework[],
): readonly { readonly value: string; readonly label: string }[] => {
  const labels = new Map<string, string>()
  for (const { title: of, competencies } of frameworks)
    for (const { id, title } of competencies)
      if (!labels.has(id)) labels.set(id, `${title} (${of})`)
  return [...labels].map(([value, label]) => ({ value, label }))
}

export const competencyTitle = (frameworks: readonly CompetencyFramework[], id: string): string => {
  for (const { competencies } of frameworks)
    for (const one of competencies) if (one.id === id) return one.title
  return id
}
