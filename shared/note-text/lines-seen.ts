/** A note's lines as they are, or as they were before a transaction (sight.ts): for now the same as `readLines`. */
import * as Y from 'yjs'
import { type Line, lineAttributes, type Marks, PLAIN_LINE, type Run, run } from './delta'
import { type Readable, type Sight, valueIn } from './sight'
import { plainEmbed } from './text'

const marked = (marks: ReadonlyMap<string, unknown>): Marks => Object.fromEntries(marks)

const isSame = (a: Marks | undefined, b: Marks): boolean =>
  JSON.stringify(a ?? {}) === JSON.stringify(b)

export const linesSeen = (text: Readable, sees: Sight): readonly Line[] => {
  const lines: Line[] = []
  let runs: Run[] = []
  const marks = new Map<string, unknown>()
  const put = (insert: Run['insert']): void => {
    const last = runs.at(-1)
    const attributes = marked(marks)
    if (
      typeof insert === 'string' &&
      typeof last?.insert === 'string' &&
      isSame(last.attributes, attributes)
    )
      runs[runs.length - 1] = run(last.insert + insert, attributes)
    else runs.push(run(insert, attributes))
  }
  for (let item = text._start; item !== null; item = item.right) {
    if (!sees(item)) continue
    const { content } = item
    if (content instanceof Y.ContentString) put(content.str)
    else if (content instanceof Y.ContentFormat) {
      if (content.value === null) marks.delete(content.key)
      else marks.set(content.key, content.value)
    } else if (content instanceof Y.ContentType) {
      const { type } = content
      lines.push({ ...lineAttributes((name) => valueIn(type, name, sees)), runs })
      runs = []
    } else if (content instanceof Y.ContentEmbed) put(plainEmbed(content.embed))
  }
  if (runs.length > 0 || lines.length === 0) lines.push({ ...PLAIN_LINE, runs })
  return lines
}
