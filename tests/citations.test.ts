/**
 * What comments and docs send a reader to is there: every source file and document that they name, every link with its
 * heading, and, where a link's words are code, that name in the file it leads to; every test that is said
 * to hold a promise. And every package has its reason.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { expect, test } from 'vitest'

const HOMES = ['shared', 'src-main', 'src-renderer', 'src-relay', 'tests', 'scripts', 'docs']
const inHomes = HOMES.flatMap((home) =>
  readdirSync(home, { recursive: true, encoding: 'utf8' }).map((name) =>
    join(home, name).replaceAll('\\', '/'),
  ),
)
const atTop = readdirSync('.', { withFileTypes: true }).flatMap((entry) =>
  entry.isFile() ? [entry.name] : [],
)
const files = [...inHomes, ...atTop]
/** Each file by its name and by every shorter path that ends in it: `store/disk/database.ts`, `database.ts`. */
const known = new Set(
  files.flatMap((path) => path.split('/').map((_part, at, parts) => parts.slice(at).join('/'))),
)

const COMMENT = /\/\*[\s\S]*?\*\/|(?<![:'"`\w])\/\/.*/g
const NAMED = /(?<![\w/.<*-])(?:[\w-][\w.-]*\/)*[\w-][\w.-]*\.(?:tsx?|mjs|cjs|md)\b(?![\w*])/g
const sources = files.filter((path) => /\.(?:tsx?|mjs|cjs|css)$/.test(path))
const documents = files.filter((path) => path.endsWith('.md'))

/** What the build makes is there only after one. */
const namedIn = (text: string): readonly string[] =>
  (text.match(NAMED) ?? []).filter((name) => !name.startsWith('out/'))
const commentsIn = (path: string): string =>
  (readFileSync(path, 'utf8').match(COMMENT) ?? []).join('\n')

test.each([
  ['comments', sources.map((path) => [path, commentsIn(path)] as const)],
  [
    'docs',
    documents.map(
      (path) => [path, readFileSync(path, 'utf8').replace(/\]\([^)]*\)/g, ']')] as const,
    ),
  ],
])('every file that %s name is there', (_where, texts) => {
  const missing = texts.flatMap(([path, text]) =>
    namedIn(text).flatMap((name) => (known.has(name) ? [] : [`${path}: ${name}`])),
  )
  expect(texts.flatMap(([, text]) => namedIn(text)).length).toBeGreaterThan(20)
  expect(missing).toEqual([])
})

/** A heading's anchor, as the forges make it. */
const anchorOf = (heading: string): string =>
  heading
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .trim()
    .toLowerCase()
    .replace(/\s/g, '-')

const LINK = /\[([^\]]*)\]\(([^)\s]+)\)/g

test('every link in the docs leads somewhere, and to the names that it says', () => {
  const links = documents.flatMap((path) =>
    [...readFileSync(path, 'utf8').matchAll(LINK)].map(([, words = '', target = '']) => ({
      path,
      words,
      target,
    })),
  )
  const broken = links.flatMap(({ path, words, target }) => {
    if (/^[a-z]+:/.test(target)) return []
    const [file = '', anchor] = target.split('#')
    const to = file === '' ? path : normalize(join(dirname(path), file))
    if (!existsSync(to)) return [`${path}: ${target}`]
    if (anchor !== undefined) {
      const headings = readFileSync(to, 'utf8').match(/^#+ .*$/gm) ?? []
      if (!headings.some((heading) => anchorOf(heading.replace(/^#+ /, '')) === anchor))
        return [`${path}: ${target}`]
    }
    const [, name] = /^`(\w+)(?:\(\))?`$/.exec(words) ?? []
    const says = name === undefined || new RegExp(`\\b${name}\\b`).test(readFileSync(to, 'utf8'))
    return says ? [] : [`${path}: ${target} has no ${name}`]
  })
  expect(links.length).toBeGreaterThan(20)
  expect(broken).toEqual([])
})

test('every trap and every decision that is cited by number is there', () => {
  const traps = readFileSync('docs/traps.md', 'utf8')
  const cited = [...sources, ...documents].flatMap((path) =>
    [...readFileSync(path, 'utf8').matchAll(/\btraps\.md (\d+)/g)].map(([, number]) => number),
  )
  const decisions = new Set(readdirSync('docs/decisions').map((name) => Number(name.slice(0, 4))))
  const decided = [...sources, ...documents].flatMap((path) =>
    [...readFileSync(path, 'utf8').matchAll(/\b[Dd]ecision (\d+)/g)].map(([, number]) =>
      Number(number),
    ),
  )
  expect([cited.length, decided.length].every((length) => length > 5)).toBe(true)
  expect(cited.filter((number) => !traps.includes(`\n## ${number}. `))).toEqual([])
  expect(decided.filter((number) => !decisions.has(number))).toEqual([])
})

/** `vault.test "modification"`, `e2e/secrecy "captures", "crash dumps"`: test files, each with words of titles in it. */
const CITED =
  /(?<![\w/])((?:e2e|faults|property|relay)(?:\/[\w-]+)+|(?:[\w-]+\/)*[\w-]+\.test)((?:,? "[^"]+")*)/g
const tests = files.filter((path) => /\.(?:test|spec)\.tsx?$/.test(path))

test('every test that the threat model, the answers for IT and the migrations name is there', () => {
  const cited = ['docs/threat-model.md', 'docs/security.md', 'docs/migrations.md'].flatMap(
    (path) => [...readFileSync(path, 'utf8').replace(/\s+/g, ' ').matchAll(CITED)],
  )
  const missing = cited.flatMap(([, name = '', words = '']) => {
    const short = name.replace(/^e2e\/|\.test$/g, '')
    const named = tests.filter((path) => path.replace(/\.\w+\.tsx?$/, '').endsWith(`/${short}`))
    if (named.length === 0) return [name]
    const titles = named.flatMap((path) => readFileSync(path, 'utf8').match(/'[^'\n]+'/g) ?? [])
    return [...words.matchAll(/"([^"]+)"/g)].flatMap(([, said = '']) =>
      titles.some((title) => title.includes(said)) ? [] : [`${name} "${said}"`],
    )
  })
  expect(cited.length).toBeGreaterThan(100)
  expect(missing).toEqual([])
})

test('every case of merging that is told is tested under that name', () => {
  const titles = tests.flatMap((path) =>
    /\/merging[\w-]*\.test/.test(path)
      ? (readFileSync(path, 'utf8').match(/'[^'\n]+'/g) ?? [])
      : [],
  )
  const cases = [...readFileSync('docs/merging.md', 'utf8').matchAll(/\(_([^_]+)_\)/g)].map(
    ([, words = '']) => words.replace(/\s+/g, ' ').replace(/^… | …$/g, ''),
  )
  expect(cases.length).toBeGreaterThan(20)
  expect(cases.filter((one) => !titles.some((title) => title.includes(one)))).toEqual([])
})

test('every package that is used has its line in docs/dependencies.md', () => {
  const { dependencies, devDependencies } = JSON.parse(
    readFileSync('package.json', 'utf8'),
  ) as Readonly<Record<'dependencies' | 'devDependencies', Readonly<Record<string, string>>>>
  const used = Object.keys({ ...dependencies, ...devDependencies }).filter(
    (name) => !name.startsWith('@types/'),
  )
  const named = readFileSync('docs/dependencies.md', 'utf8')
    .split('\n')
    .flatMap((line) => /^\| ([^|]+?) +\|/.exec(line)?.[1]?.split(/[, ]+/) ?? [])
  // `@mantine/core, hooks` and `micromark-extension-gfm-table, -gfm-strikethrough` leave out what they share.
  const isNamed = (used: string): boolean =>
    named.some(
      (name) =>
        name !== '' && (used === name || used.endsWith(name.startsWith('-') ? name : `/${name}`)),
    )
  expect(used.filter((name) => !isNamed(name))).toEqual([])
})
