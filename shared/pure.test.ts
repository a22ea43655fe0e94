/**
 * shared/ is pure: what happens in it follows from what it is given. Looked for in the syntax tree: a clock, a die or
 * anything else of the platform that is asked for and not handed in, and, here and in what is built on shared/, a text
 * that is spoken while a file loads, when nobody has said yet in which language.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseSync } from 'vite'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { isNode, type Node } from '../tests/steps/syntax-tree'

/** What the platform has and shared/ is handed instead. That its dates, maths and text coders are there, it may know. */
const PLATFORM = new Set(
  `crypto performance process localStorage sessionStorage indexedDB window self globalThis document navigator location
  console fetch setTimeout setInterval setImmediate queueMicrotask requestAnimationFrame DOMParser Buffer require`.split(
    /\s+/,
  ),
)
/** The one file that may take from the platform, and what. */
const MAY: Readonly<Record<string, string>> = { 'shared/base/random.ts': 'crypto' }

const FUNCTIONS = ['FunctionDeclaration', 'FunctionExpression', 'ArrowFunctionExpression']
/** Of what only types have, there is nothing at run time; these have a value in them. */
const VALUES = ['TSAsExpression', 'TSSatisfiesExpression', 'TSNonNullExpression']

const isNamed = (value: unknown, name: string): boolean =>
  isNode(value) && value.type === 'Identifier' && value.name === name

/** The values that a node is made of; what only names a member of something is none. */
const partsOf = (node: Node): readonly Node[] =>
  Object.entries(node)
    .filter(([field]) => !(['property', 'key'].includes(field) && node.computed === false))
    .flatMap(([, value]) => (Array.isArray(value) ? value : [value]))
    .filter(isNode)
    .filter(({ type }) => !type.startsWith('TS') || VALUES.includes(type))

/** The names that a file declares: one of the platform's may also be a parameter's. */
const declaredIn = (node: Node): readonly string[] => {
  const binding = (value: unknown): readonly string[] => {
    if (Array.isArray(value)) return value.flatMap(binding)
    if (!isNode(value)) return []
    return value.type === 'Identifier'
      ? [String(value.name)]
      : [value.left, value.argument, value.elements, value.properties, value.value].flatMap(binding)
  }
  const own = [
    ...(FUNCTIONS.includes(node.type) ? binding(node.params) : []),
    ...(node.type === 'VariableDeclarator' || node.type === 'FunctionDeclaration'
      ? binding(node.id)
      : []),
    ...(node.type.startsWith('Import') ? binding(node.local) : []),
    ...(node.type === 'CatchClause' ? binding(node.param) : []),
  ]
  return [...own, ...partsOf(node).flatMap(declaredIn)]
}

const memberOf = (node: Node, of: string): unknown =>
  node.type === 'MemberExpression' && isNamed(node.object, of)
    ? isNode(node.property) && (node.property.name ?? node.property.value)
    : undefined

/** What a node takes from outside, in words; `within`: the node that it is a part of. */
const takenBy = (node: Node, within: Node): string | undefined => {
  const nothingGiven = (node.arguments as readonly unknown[] | undefined)?.length === 0
  if (memberOf(node, 'Math') === 'random') return 'Math.random'
  if (node.type === 'CallExpression' && isNamed(node.callee, 'dayjs') && nothingGiven)
    return 'dayjs()'
  if (node.type !== 'Identifier') return undefined
  const name = String(node.name)
  if (name === 'Date') {
    const given = (within.arguments as readonly unknown[] | undefined)?.length ?? 0
    const isGiven = within.type === 'NewExpression' && given > 0
    return isGiven || ['UTC', 'parse'].includes(String(memberOf(within, 'Date')))
      ? undefined
      : 'Date'
  }
  return PLATFORM.has(name) ? name : undefined
}

const rootOf = (file: string, source: string): Node => {
  const { program, errors } = parseSync(file, source)
  if (errors.length > 0) throw new Error(`${file} is not read: ${errors[0]?.message}`)
  return program as unknown as Node
}
const placeOf = (file: string, source: string, { start }: Node): string =>
  `${file}:${source.slice(0, start).split('\n').length}`

/** What a source takes from outside. */
const takenIn = (file: string, source: string): readonly string[] => {
  const root = rootOf(file, source)
  const found: string[] = []
  const visit = (node: Node, within: Node): void => {
    const what = takenBy(node, within)
    if (what !== undefined && MAY[file] !== what && !declaredIn(root).includes(what))
      found.push(`${placeOf(file, source, node)}: ${what}`)
    for (const part of partsOf(node)) visit(part, node)
  }
  visit(root, root)
  return found
}

/** The texts that a source speaks while it loads: what is in a function is for later. */
const spokenIn = (file: string, source: string): readonly string[] => {
  const found: string[] = []
  const visit = (node: Node): void => {
    if (FUNCTIONS.includes(node.type)) return
    if (node.type === 'CallExpression' && isNamed(node.callee, 't'))
      found.push(placeOf(file, source, node))
    partsOf(node).forEach(visit)
  }
  if (/\bt\(/.test(source)) visit(rootOf(file, source))
  return found
}

const sources = (...folders: readonly string[]): ReadonlyMap<string, string> =>
  new Map(
    folders.flatMap((folder) =>
      readdirSync(folder, { withFileTypes: true, recursive: true })
        .filter(({ name }) => /\.tsx?$/.test(name) && !/\.test\.tsx?$/.test(name))
        .map(({ parentPath, name }) => join(parentPath, name))
        .map((path) => [path, readFileSync(path, 'utf8')] as const),
    ),
  )

describe('the look for what is not handed in', () => {
  const taken = (source: string) => takenIn('source.ts', source)
  it.each([
    ['const at = new Date().toISOString()', 'Date'],
    ['const at = Date.now()', 'Date'],
    ['const clock = Date.now', 'Date'],
    ['const { now } = Date', 'Date'],
    ["const at = Date['now']()", 'Date'],
    ['const late = () => dayjs().add(1)', 'dayjs()'],
    ['const x = Math.random()', 'Math.random'],
    ['const started = performance.now()', 'performance'],
    ['const id = crypto.randomUUID()', 'crypto'],
    ["const kept = localStorage.getItem('a')", 'localStorage'],
    ['const of = window as Window', 'window'],
    ['const own = (lang = navigator.language) => lang', 'navigator'],
    ['if (process.env.X) go(globalThis)', 'process'],
    ['const wait = (done: () => void) => setTimeout(done, 1)', 'setTimeout'],
    ['export class Page { body = document.body }', 'document'],
  ])('finds %s', (source, what) => {
    expect(taken(source)[0]).toBe(`source.ts:1: ${what}`)
  })
  it.each([
    'const at = (clock: Clock) => new Date(clock())',
    "const day = Date.UTC(2026, 1, 1) + Date.parse('2026-01-01')",
    "const day = dayjs('2026-01-01')",
    'const words = (document: SearchDocument) => document.words',
    'const shown = { window: 1, document: page.document }',
    'type Host = { readonly window: (process: string) => Date }',
    "import { document } from './page'\nexport const a = document",
    'const most = Math.max(1, 2)',
  ])('lets %s stand', (source) => {
    expect(taken(source)).toEqual([])
  })
  it('finds a text that is spoken while a file loads, however deep in what it makes', () => {
    const spoken = (source: string) => spokenIn('source.tsx', source)
    expect(spoken("const A = t('a.b')\nconst B = [{ label: t('a.b', { n: 1 }) }]")).toEqual([
      'source.tsx:1',
      'source.tsx:2',
    ])
    expect(spoken("const head = <b>{t('a.b')}</b>")).toEqual(['source.tsx:1'])
    expect(spoken("const a = () => t('a.b')\nfunction b(x = t('a.b')) { return x }")).toEqual([])
    expect(spoken("const a = { get label() { return t('a.b') } }")).toEqual([])
  })
})

it('shared/ has no clock, no die and no globals of its own', () => {
  expect([...sources('shared')].flatMap(([path, text]) => takenIn(path, text))).toEqual([])
})

it('nothing is spoken while a file loads: a language that is chosen later reaches every text', () => {
  expect(
    [...sources('shared', 'src-renderer', 'src-main')].flatMap(([path, text]) =>
      spokenIn(path, text),
    ),
  ).toEqual([])
})

describe('shared/ while it loads', () => {
  const asked = vi.fn((key: string) => key)
  beforeAll(async () => {
    vi.doMock('i18next', () => ({
      createInstance: () => ({ init: async () => undefined, t: asked, language: 'en' }),
    }))
    const modules = import.meta.glob(['./**/*.ts', '!./**/*.test.ts'])
    await Promise.all(Object.values(modules).map((load) => load()))
  })
  it('asks for no text, neither itself nor through a function that it calls', async () => {
    expect(asked.mock.calls).toEqual([])
    const { t } = await import('./words/words')
    expect(t('common.what')).toBe('common.what')
  })
})
