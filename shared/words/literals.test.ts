/**
 * What reaches the screen comes from the catalogue. Looked for in the syntax tree: text between tags, and strings in
 * the places whose words a coach reads or hears. (Names are the same in every language, and may stand.)
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseSync } from 'vite'
import { expect, it } from 'vitest'
import { isNode, type Node } from '../../tests/steps/syntax-tree'
import en from './en.json' with { type: 'json' }

const SHOWN = new Set([
  'label',
  'title',
  'placeholder',
  'aria-label',
  'ariaLabel',
  'description',
  'alt',
  'tooltip',
])
const SHOWN_BY_MAIN = new Set(['message', 'detail', 'body', 'buttons'])
/** Calls that say something to the coach. */
const SAYING = new Set(['offerNote', 'offerUndo', 'setProblem', 'setToolTip'])
/** Properties of an element that put a text on a page without React. */
const WRITTEN = new Set(['textContent', 'innerText', 'placeholder', 'title'])
/** Sentences that stay as they are in every language, each for the reason that its file gives. */
const AS_THEY_ARE = [
  'shared/demo/',
  'shared/exchange/roster.ts',
  'shared/model/record/check-in.ts',
  'shared/model/sources.ts',
]
const NAMES = new Set(['REACH', 'Confidant', 'Markdown', 'PDF', 'WHO-5', 'GROW', 'WOOP'])

const walk = (value: unknown, visit: (node: Node) => void): void => {
  if (Array.isArray(value)) for (const one of value) walk(one, visit)
  else if (typeof value === 'object' && value !== null) {
    if (isNode(value)) visit(value)
    for (const one of Object.values(value)) walk(one, visit)
  }
}

/** The strings that an expression may come to, without those that are only compared, looked up or handed on. */
const stringsOf = (value: unknown): readonly string[] => {
  if (Array.isArray(value)) return value.flatMap(stringsOf)
  if (!isNode(value)) return []
  switch (value.type) {
    case 'Literal':
      return typeof value.value === 'string' ? [value.value] : []
    case 'TemplateElement':
      return [(value.value as { readonly cooked: string }).cooked]
    case 'TemplateLiteral':
      return [...stringsOf(value.quasis), ...stringsOf(value.expressions)]
    case 'ConditionalExpression':
      return [...stringsOf(value.consequent), ...stringsOf(value.alternate)]
    case 'LogicalExpression':
      return [...(value.operator === '&&' ? [] : stringsOf(value.left)), ...stringsOf(value.right)]
    case 'BinaryExpression':
      return value.operator === '+' ? [...stringsOf(value.left), ...stringsOf(value.right)] : []
    case 'ArrayExpression':
      return stringsOf(value.elements)
    case 'JSXExpressionContainer':
      return stringsOf(value.expression)
    default:
      return []
  }
}
/** A key is no text: it is declared where its text is asked for later. */
const KEYS = new Set(Object.keys(en).map((key) => key.replace(/_(one|other)$/, '')))
const readable = (text: string): boolean =>
  !KEYS.has(text) && /\p{L}{2}/u.test(text.replace(/&\w+;/g, '')) && !NAMES.has(text.trim())

const nameOf = (key: unknown): string => {
  if (!isNode(key)) return ''
  const name = key.name ?? key.value
  return typeof name === 'string' ? name : isNode(name) ? nameOf(name) : ''
}

/** The literals that a coach would see, each with its line; `main` adds what the system's own dialogs show. */
const literalsOf = (source: string, main: boolean): readonly string[] => {
  const found: string[] = []
  const { program } = parseSync('source.tsx', source)
  walk(program, (node) => {
    const shown =
      node.type === 'JSXText'
        ? [String(node.value)]
        : (node.type === 'JSXAttribute' && SHOWN.has(nameOf(node.name))) ||
            (node.type === 'Property' && SHOWN.has(nameOf(node.key))) ||
            (main && node.type === 'Property' && SHOWN_BY_MAIN.has(nameOf(node.key)))
          ? stringsOf(node.value)
          : node.type === 'AssignmentExpression' &&
              isNode(node.left) &&
              WRITTEN.has(nameOf(node.left.property))
            ? stringsOf(node.right)
            : node.type === 'CallExpression' && SAYING.has(nameOf(node.callee))
              ? stringsOf(node.arguments)
              : []
    for (const text of shown.filter(readable))
      found.push(`${source.slice(0, node.start).split('\n').length}: ${text.trim()}`)
  })
  // What an element holds between its tags, in braces.
  walk(program, (node) => {
    if (node.type !== 'JSXElement' && node.type !== 'JSXFragment') return
    for (const child of node.children as readonly Node[])
      if (child.type === 'JSXExpressionContainer')
        for (const text of stringsOf(child).filter(readable))
          found.push(`${source.slice(0, child.start).split('\n').length}: ${text.trim()}`)
  })
  return found
}

/** What reads like a sentence, wherever it stands: three words, the first with a capital. */
const sentencesOf = (source: string): readonly string[] => {
  const found: string[] = []
  walk(parseSync('source.tsx', source).program, (node) => {
    const text = ['Literal', 'TemplateLiteral', 'JSXText'].includes(node.type)
      ? node.type === 'JSXText'
        ? String(node.value)
        : stringsOf(node).join('')
      : ''
    if (readable(text) && /(^|>)\s*\p{Lu}\p{L}*[,:]?( [^\s<]+){2,}/u.test(text))
      found.push(`${source.slice(0, node.start).split('\n').length}: ${text.trim()}`)
  })
  return found
}

const codeIn = (...folders: readonly string[]): readonly string[] =>
  folders.flatMap((folder) =>
    readdirSync(folder, { withFileTypes: true, recursive: true })
      .filter(({ name }) => /\.tsx?$/.test(name) && !/\.test\.tsx?$/.test(name))
      .map(({ parentPath, name }) => join(parentPath, name)),
  )

it('finds text between tags, in braces, in what is read aloud and in a dialog of the system', () => {
  expect(
    literalsOf(
      "const a = <p title='One two' className='big'>Three four {late ? 'five' : t('six.seven')} <b aria-label={`eight ` + n} /></p>",
      false,
    ),
  ).toEqual(['1: One two', '1: Three four', '1: eight', '1: five'])
  expect(literalsOf("state.textContent = full ? 'Ten eleven' : words.disk", false)).toEqual([
    '1: Ten eleven',
  ])
  expect(literalsOf("box({ message: 'Nine ten', type: 'warning' })", true)).toEqual(['1: Nine ten'])
})

it('no literal reaches the screen beside the catalogue', () => {
  const found = codeIn('src-renderer', 'src-main').flatMap((path) =>
    literalsOf(readFileSync(path, 'utf8'), path.startsWith('src-main')).map(
      (literal) => `${path}:${literal}`,
    ),
  )
  expect(found).toEqual([])
})

it('no sentence stands in the code, of whatever it is made', () => {
  expect(
    sentencesOf(`const a = "What was hard?" + \`<p>For \${name}. Write here.</p>\` + "a b c"`),
  ).toEqual(['1: What was hard?', '1: <p>For . Write here.</p>'])
  const found = codeIn('src-renderer', 'src-main', 'shared')
    .filter((path) => !AS_THEY_ARE.some((place) => path.startsWith(place)))
    .flatMap((path) => sentencesOf(readFileSync(path, 'utf8')).map((text) => `${path}:${text}`))
  expect(found).toEqual([])
})

it('the pages themselves hold the name of the app and nothing else to read', () => {
  for (const page of ['index.html', 'capture.html']) {
    const html = readFileSync(join('src-renderer', page), 'utf8')
    expect([...html.matchAll(/>([^<]*\p{L}[^<]*)</gu)].map(([, text]) => text)).toEqual(
      page === 'index.html' ? ['Confidant'] : ['Confidant', 'Confidant'],
    )
    expect(html).not.toMatch(/(placeholder|title|aria-label)=/)
  }
})
