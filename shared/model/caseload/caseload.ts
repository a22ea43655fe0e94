/** What the coach set for the whole caseload: how the school's year runs, and the words of the goal form. */

import * as v from 'valibot'
import type * as Y from 'yjs'
import { DEFAULT_TURNOVER } from '../../base/academic-year'
import { noteEditIn } from '../../crdt/conflict'
import { spoken } from '../../words/words'
import { DEFAULT_CADENCE_WEEKS } from '../record/mentee'
import { DEFAULT_FRAMEWORK } from './competency'

const monthDay = v.pipe(v.string(), v.regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/))
const short = v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(60))

export const settingsSchemas = {
  turnover: monthDay,
  cadenceWeeks: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(52)),
  retentionYears: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(50)),
  competencyFramework: v.pipe(v.string(), v.maxLength(60)),
  letterhead: v.pipe(v.string(), v.maxLength(500)),
  smartImportant: short,
  smartSpecific: short,
  smartMeasurable: short,
  smartAttainable: short,
  smartRelevant: short,
  smartTimely: short,
} as const

export interface CaseloadSettings {
  readonly turnover: string
  readonly cadenceWeeks: number
  /** Years after the end of coaching at which the coach is asked what to do with a record; nothing is deleted silently. */
  readonly retentionYears: number
  readonly competencyFramework: string
  /** Stands at the top of every report: the coach's name, office, address. */
  readonly letterhead: string
  readonly smartImportant: string
  readonly smartSpecific: string
  readonly smartMeasurable: string
  readonly smartAttainable: string
  readonly smartRelevant: string
  readonly smartTimely: string
}

export const DEFAULT_SETTINGS: CaseloadSettings = spoken(
  {
    smartImportant: 'goal.smartImportant',
    smartSpecific: 'goal.smartSpecific',
    smartMeasurable: 'goal.smartMeasurable',
    smartAttainable: 'goal.smartAttainable',
    smartRelevant: 'goal.smartRelevant',
    smartTimely: 'goal.smartTimely',
  },
  {
    turnover: DEFAULT_TURNOVER,
    cadenceWeeks: DEFAULT_CADENCE_WEEKS,
    retentionYears: 1,
    competencyFramework: DEFAULT_FRAMEWORK,
    letterhead: '',
  },
)

const settingsOf = (vault: Y.Doc): Y.Map<unknown> => vault.getMap('settings')
export const SETTINGS = 'settings'

export const setSettings = (vault: Y.Doc, next: Partial<CaseloadSettings>): void =>
  vault.transact(() => {
    for (const [name, value] of Object.entries(next)) {
      if (settingsOf(vault).get(name) === value) continue
      settingsOf(vault).set(name, value)
      noteEditIn(vault, SETTINGS, name, value)
    }
  })

export const readSettings = (vault: Y.Doc): CaseloadSettings => {
  const stored = settingsOf(vault)
  const settings: Record<string, unknown> = { ...DEFAULT_SETTINGS }
  for (const [name, schema] of Object.entries(settingsSchemas)) {
    const parsed = v.safeParse(schema as v.GenericSchema, stored.get(name))
    if (parsed.success) settings[name] = parsed.output
  }
  return settings as unknown as CaseloadSettings
}
