/**
 * A report: one plain structure from which the preview, the PDF and the Markdown are made, so that all three say the
 * same. Whatever is in it went through `leaving` (model/leaving.ts); its foot says what was left out, by class.
 */
import { fold } from '../base/fold'

export type ReportBlock =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'facts'; readonly rows: readonly (readonly [label: string, value: string])[] }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | {
      readonly kind: 'table'
      readonly head: readonly string[]
      readonly rows: readonly (readonly string[])[]
    }
  /** One thing with a title and its words; a page never breaks inside a short one. */
  | {
      readonly kind: 'item'
      readonly title: string
      readonly about: string
      readonly texts: readonly (readonly [label: string, text: string])[]
    }

export interface Report {
  readonly title: string
  readonly subtitle: string
  /** The coach's own, from the settings: name, office, address. */
  readonly letterhead: string
  readonly blocks: readonly ReportBlock[]
  /** What was left out, and why. */
  readonly foot: readonly string[]
}

/** Only of things that have words. */
export const texts = (
  ...given: readonly (readonly [label: string, text: string])[]
): readonly (readonly [string, string])[] => given.filter(([, text]) => text.trim() !== '')

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ')

const blockToMarkdown = (block: ReportBlock): readonly string[] => {
  switch (block.kind) {
    case 'heading':
      return [`## ${block.text}`, '']
    case 'text':
      return [block.text, '']
    case 'facts':
      return [...block.rows.map(([label, value]) => `- ${label}: ${value}`), '']
    case 'list':
      return [...block.items.map((item) => `- ${item}`), '']
    case 'table':
      return [
        `| ${block.head.map(cell).join(' | ')} |`,
        `| ${block.head.map(() => '---').join(' | ')} |`,
        ...block.rows.map((row) => `| ${row.map(cell).join(' | ')} |`),
        '',
      ]
    case 'item':
      return [
        `### ${block.title}`,
        '',
        ...(block.about === '' ? [] : [`*${block.about}*`, '']),
        ...block.texts.flatMap(([label, text]) => [
          label === '' ? text : `**${label}**: ${text}`,
          '',
        ]),
      ]
  }
}

export const reportToMarkdown = ({ title, subtitle, letterhead, blocks, foot }: Report): string =>
  `${[
    ...(letterhead.trim() === ''
      ? []
      : [
          ...letterhead
            .trim()
            .split('\n')
            .map((line) => `${line}  `),
          '',
        ]),
    `# ${title}`,
    '',
    ...(subtitle === '' ? [] : [subtitle, '']),
    ...blocks.flatMap(blockToMarkdown),
    '---',
    '',
    ...foot.map((line) => `${line}  `),
  ].join('\n')}\n`

/** Everything that a report says, as one text: what a proof looks through. */
const wordsOfReport = (report: Report): string => reportToMarkdown({ ...report, letterhead: '' })

export interface Proof {
  readonly names: number
  readonly texts: number
  /** What stands in the report and should not: empty, or the report must not be saved. */
  readonly found: readonly string[]
}

/** Shorter texts are words that any report has. */
const SHORTEST_TEXT = 12

/** Looks whether any of the names, or the words of anything that stays behind, stands in the report after all. */
export const prove = (
  report: Report,
  names: readonly string[],
  staying: readonly string[],
): Proof => {
  const said = fold(wordsOfReport(report))
  const long = staying.map((text) => text.trim()).filter((text) => text.length >= SHORTEST_TEXT)
  const whole = (name: string): boolean =>
    new RegExp(
      `(?<![\\p{L}\\d])${fold(name).replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?![\\p{L}\\d])`,
      'u',
    ).test(said)
  return {
    names: names.length,
    texts: long.length,
    found: [...names.filter(whole), ...long.filter((text) => said.includes(fold(text)))],
  }
}
