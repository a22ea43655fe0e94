/**
 * The diagnosis: what somebody who helps has to know of this Confidant, and nothing of what it keeps. It is made of numbers,
 * switches and a few known words; a text that is none of those does not get in, whoever hands it in (`plain`). In English,
 * since it is read by whoever helps. The coach sees all of it before it goes anywhere.
 */
import type { Failure } from './failures'

type Value = string | number | boolean | null
export interface DiagnosisPart {
  readonly of: string
  readonly lines: readonly (readonly [name: string, value: Value])[]
}

/** What main knows: the page adds its own. */
export interface DiagnosisFacts {
  readonly parts: readonly DiagnosisPart[]
  readonly failures: readonly Failure[]
}

/** Versions, systems, states: one short word, or a few numbers. No name, path, address or sentence looks like it. */
const KNOWN_WORDS = /^[A-Za-z0-9][\w.+-]{0,39}$/
const plain = (value: Value): string => {
  if (value === null) return 'none'
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (typeof value === 'number') return String(Math.round(value * 100) / 100)
  return KNOWN_WORDS.test(value) ? value : '(left out)'
}

export const diagnosisText = (
  day: string,
  { parts, failures }: DiagnosisFacts,
  page: DiagnosisFacts,
): string => {
  const told = [...failures, ...page.failures]
  return [
    `Confidant diagnosis, ${day}`,
    ...[...parts, ...page.parts].flatMap(({ of, lines }) => [
      '',
      of,
      ...lines.map(([name, value]) => `  ${name}: ${plain(value)}`),
    ]),
    '',
    'failures',
    ...(told.length === 0 ? ['  none'] : []),
    ...told.map(({ at, kind, places }) => `  ${[at, kind, ...places].join('  ')}`),
    '',
  ].join('\n')
}
