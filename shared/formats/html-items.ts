/**
 * Which items of lists HTML has: those of its own lists, boxes that are ticked, and what Word writes as a paragraph
 * with a bullet in it.
 */
import { type LineAttributes, PLAIN_LINE } from '../note-text/delta'
import { wordsIn } from './html-words'
import {
  attribute,
  childrenOf,
  type Element,
  firstIn,
  has,
  isElement,
  type Node,
} from './parse-html'

/** Word writes an item of a list as a paragraph with its bullet as text, and says so in the style. */
const WORD_ITEM = /mso-list:\s*l\d+\s+level(\d+)/
export const isWordBullet = (element: Element): boolean =>
  /mso-list:\s*Ignore/.test(attribute(element, 'style'))
const NUMBERED = /^\s*(?:\d+|[a-zA-Z])[.)]/

const tagOf = (node: Node | null): string => (node !== null && isElement(node) ? node.tagName : '')
export const isList = (node: Node | null): boolean => ['ul', 'ol'].includes(tagOf(node))

/** The box that an item begins with, as GitHub and others draw a task; none of the lists inside of it. */
const boxIn = (node: Node): Element | undefined => {
  for (const child of childrenOf(node)) {
    if (!isElement(child) || isList(child)) continue
    const box =
      child.tagName === 'input' && attribute(child, 'type') === 'checkbox' ? child : boxIn(child)
    if (box !== undefined) return box
  }
  return undefined
}

export const itemOf = (element: Element, list: Node | null, depth: number): LineAttributes => {
  const box = boxIn(element)
  const isOwn = list !== null && isElement(list) && attribute(list, 'data-type') === 'taskList'
  if (box !== undefined || isOwn || attribute(element, 'role') === 'checkbox')
    return {
      kind: 'task',
      depth,
      checked:
        (box !== undefined && has(box, 'checked')) ||
        attribute(element, 'data-checked') === 'true' ||
        attribute(element, 'aria-checked') === 'true',
    }
  return {
    ...PLAIN_LINE,
    kind: tagOf(list) === 'ol' ? 'number' : 'bullet',
    depth,
  }
}

export const wordItemOf = (element: Element, depth: number): LineAttributes | undefined => {
  const [, level] = (element.tagName === 'p' && WORD_ITEM.exec(attribute(element, 'style'))) || []
  if (level === undefined) return undefined
  const bullet = firstIn(element, isWordBullet)
  const isNumber = bullet !== undefined && NUMBERED.test(wordsIn(bullet))
  return {
    ...PLAIN_LINE,
    kind: isNumber ? 'number' : 'bullet',
    depth: depth + Math.max(1, Number(level)) - 1,
  }
}
