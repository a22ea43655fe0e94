/**
 * The plain form of a note's text: a delta, as Quill defines it (quilljs.com/docs/delta), the one that exports,
 * hand-overs and every reader use. Words are inserted with their marks; each line ends in a line break that carries
 * what the line is:
 *
 *     [{ insert: 'Plan' }, { insert: '\n', attributes: { kind: 'heading2' } },
 *      { insert: 'sleep by ' }, { insert: 'eleven', attributes: { bold: true } },
 *      { insert: '\n', attributes: { kind: 'task', checked: true } }]
 *
 * Code reads it as lines. A note is never without one: an empty text is one empty paragraph.
 */
import * as v from 'valibot'

/** What a line is. A `rule` is a paragraph under a line across the page. */
export const LINE_KINDS = [
  'paragraph',
  'heading1',
  'heading2',
  'heading3',
  'bullet',
  'number',
  'task',
  'quote',
  'code',
  'rule',
] as const
export type LineKind = (typeof LINE_KINDS)[number]

/** A line is indented so often at most. */
export const MOST_DEPTH = 8

export interface LineAttributes {
  readonly kind: LineKind
  /** How often it is indented: 0 to `MOST_DEPTH`. */
  readonly depth: number
  /** Ticked; only a task shows it. */
  readonly checked: boolean
}

/** By name: `bold`, `italic`, `strike`, `underline`, `code`: true; `link`: its address. */
export type Marks = Readonly<Record<string, unknown>>
/** A break inside of a line (Shift Enter). */
export const HARD_BREAK = { hardBreak: true } as const

export interface Run {
  /** Words without a line break in them, or what stands in one place among them. */
  readonly insert: string | Readonly<Record<string, unknown>>
  readonly attributes?: Marks
}

export interface Line extends LineAttributes {
  readonly runs: readonly Run[]
}

export type Delta = readonly Run[]

export const PLAIN_LINE: LineAttributes = { kind: 'paragraph', depth: 0, checked: false }

const attributes = v.record(v.string(), v.unknown())
export const DeltaSchema: v.GenericSchema<unknown, Delta> = v.array(
  v.object({ insert: v.union([v.string(), attributes]), attributes: v.exactOptional(attributes) }),
)

const isKind = (kind: unknown): kind is LineKind => LINE_KINDS.some((one) => one === kind)

/** What a line is, from whatever is stored of it: what this version does not know is a paragraph. */
export const lineAttributes = (stored: (name: string) => unknown): LineAttributes => {
  const [kind, depth] = [stored('kind'), stored('depth')]
  return {
    kind: isKind(kind) ? kind : 'paragraph',
    depth:
      typeof depth === 'number' && Number.isInteger(depth)
        ? Math.min(Math.max(depth, 0), MOST_DEPTH)
        : 0,
    checked: stored('checked') === true,
  }
}

/** Of a line's attributes, those that are not as in any line. */
export const tellingAttributes = ({
  kind,
  depth,
  checked,
}: LineAttributes): Readonly<Record<string, unknown>> => ({
  ...(kind === 'paragraph' ? {} : { kind }),
  ...(depth === 0 ? {} : { depth }),
  ...(checked ? { checked } : {}),
})

const hasAny = (attributes: Marks | undefined): attributes is Marks =>
  attributes !== undefined && Object.keys(attributes).length > 0

export const run = (insert: Run['insert'], attributes?: Marks): Run => ({
  insert,
  ...(hasAny(attributes) ? { attributes } : {}),
})

export const plainLine = (text: string, attributes: Partial<LineAttributes> = {}): Line => ({
  ...PLAIN_LINE,
  ...attributes,
  runs: text === '' ? [] : [run(text)],
})

export const deltaOf = (lines: readonly Line[]): Delta =>
  lines.flatMap((line) => [...line.runs, run('\n', tellingAttributes(line))])

/** The lines of a delta. Words behind its last line break are a line, too, as text fields of every sort have it. */
export const linesOf = (delta: Delta): readonly Line[] => {
  const lines: Line[] = []
  let runs: Run[] = []
  for (const { insert, attributes = {} } of delta) {
    if (typeof insert !== 'string') {
      runs.push(run(insert, attributes))
      continue
    }
    const [first = '', ...rest] = insert.split('\n')
    if (first !== '') runs.push(run(first, attributes))
    for (const next of rest) {
      lines.push({ ...lineAttributes((name) => attributes[name]), runs })
      runs = next === '' ? [] : [run(next, attributes)]
    }
  }
  if (runs.length > 0 || lines.length === 0) lines.push({ ...PLAIN_LINE, runs })
  return lines
}

/** A line's words; what stands among them and is none is a space. */
export const wordsOf = ({ runs }: Pick<Line, 'runs'>): string =>
  runs.map(({ insert }) => (typeof insert === 'string' ? insert : ' ')).join('')

/** The words alone, a line a line. */
export const plainText = (lines: readonly Line[]): string => lines.map(wordsOf).join('\n')

export const isBlank = (lines: readonly Line[]): boolean =>
  lines.every((line) => line.kind === 'paragraph' && wordsOf(line).trim() === '')
