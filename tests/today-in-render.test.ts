/**
 * A screen that is left open turns at midnight: what it draws takes the day from `useToday()`. `today()` is for what is
 * done, so it is only called in an action: a function that says so by its type (void or a promise), one given to
 * an `on…` property, an effect or a command, or one that saves a line.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseSync } from 'vite'
import { expect, test } from 'vitest'

interface Node {
  readonly type: string
  readonly start: number
  readonly [key: string]: unknown
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' &&
  value !== null &&
  typeof (value as { type?: unknown }).type === 'string'

const nameOf = (node: unknown): string =>
  isNode(node) ? String(node.name ?? (isNode(node.property) ? node.property.name : '')) : ''

const isAction = (node: Node): boolean => {
  if (node.type === 'JSXAttribute') return /^on[A-Z]/.test(nameOf(node.name))
  if (node.type === 'CallExpression')
    return ['enter', 'submit', 'useCommand', 'useEffect'].includes(nameOf(node.callee))
  if (!/Function/.test(node.type)) return false
  const { returnType } = node
  const typed =
    isNode(returnType) && isNode(returnType.typeAnnotation) ? returnType.typeAnnotation : undefined
  return (
    node.async === true || typed?.type === 'TSVoidKeyword' || nameOf(typed?.typeName) === 'Promise'
  )
}

/** Calls of `today()` that are made while drawing. */
const drawnToday = (node: unknown, within: readonly Node[] = []): readonly Node[] => {
  if (Array.isArray(node)) return node.flatMap((one) => drawnToday(one, within))
  if (!isNode(node)) return []
  if (node.type === 'CallExpression' && nameOf(node.callee) === 'today' && !within.some(isAction))
    return [node]
  return Object.values(node).flatMap((value) => drawnToday(value, [...within, node]))
}

const found = (file: string, source: string): readonly string[] =>
  drawnToday(parseSync(file, source).program).map(
    ({ start }) => `${file}:${source.slice(0, start).split('\n').length}`,
  )

test('no screen draws by a day that does not turn', () => {
  const files = readdirSync('src-renderer', { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.tsx') && !file.endsWith('.test.tsx'))
    .map((file) => join('src-renderer', file))
  expect(files.length).toBeGreaterThan(100)
  expect(files.flatMap((file) => found(file, readFileSync(file, 'utf8')))).toEqual([])
})

test('a day that is drawn is found, one of an action is not', () => {
  expect(found('a.tsx', 'const A = () => <b>{days.filter((day) => day < today())}</b>')).toEqual([
    'a.tsx:1',
  ])
  expect(
    found(
      'a.tsx',
      `const A = () => {
        const add = async () => run(today())
        const line = useLine()
        const enter = line.enter(({ text }) => run(text, today()))
        return <b onClick={() => run(today())} />
      }`,
    ),
  ).toEqual([])
})
