/**
 * What an effect returns is called at its end, so it returns a function or nothing, and the compiler does not see to it:
 * to its types a scroll returns nothing, and to a Chromium of today a promise, upon which the screen would fail.
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
  typeof value === 'object' && typeof (value as { type?: unknown } | null)?.type === 'string'

/** An arrow without braces that returns what may be anything: what `?.` calls is never known to be there. */
const isUnsure = (effect: unknown): boolean => {
  if (!isNode(effect) || effect.type !== 'ArrowFunctionExpression' || !isNode(effect.body))
    return false
  const { body } = effect
  if (body.type === 'CallExpression' && isNode(body.callee) && isNode(body.callee.property))
    return /^scroll/.test(String(body.callee.property.name))
  return body.type === 'ChainExpression'
}

const unsureEffects = (node: unknown): readonly Node[] => {
  if (Array.isArray(node)) return node.flatMap(unsureEffects)
  if (!isNode(node)) return []
  const within = Object.values(node).flatMap(unsureEffects)
  const isEffect =
    node.type === 'CallExpression' &&
    isNode(node.callee) &&
    /^use(Layout)?Effect$/.test(String(node.callee.name))
  return isEffect && isUnsure((node.arguments as readonly unknown[])[0])
    ? [node, ...within]
    : within
}

const found = (file: string, source: string): readonly string[] =>
  unsureEffects(parseSync(file, source).program).map(
    ({ start }) => `${file}:${source.slice(0, start).split('\n').length}`,
  )

test('no effect returns what it only does', () => {
  const files = readdirSync('src-renderer', { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && !/\.test\./.test(file))
    .map((file) => join('src-renderer', file))
  expect(files.length).toBeGreaterThan(100)
  expect(files.flatMap((file) => found(file, readFileSync(file, 'utf8')))).toEqual([])
})

test('a scroll that is returned is found, a cleanup and a `void` are not', () => {
  expect(found('a.ts', 'useEffect(() => box.current?.scrollTo(0, 0), [])')).toEqual(['a.ts:1'])
  expect(found('a.ts', 'useLayoutEffect(() => box.scrollIntoView())')).toEqual(['a.ts:1'])
  expect(found('a.ts', 'useEffect(() => void box.current?.scrollTo(0, 0), [])')).toEqual([])
  expect(found('a.ts', 'useEffect(() => () => reader.stop(), [])')).toEqual([])
  expect(found('a.ts', 'useEffect(() => history.follow(record), [])')).toEqual([])
})
