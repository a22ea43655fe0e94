/**
 * HTML without a browser: parse5 reads a page as browsers do, in a worker that can be ended, and what it makes is
 * counted while it makes it (a few tags can ask for millions of elements).
 */
import {
  type DefaultTreeAdapterMap,
  type DefaultTreeAdapterTypes,
  defaultTreeAdapter,
  parse,
} from 'parse5'
import { DEEPEST, MOST_ELEMENTS, TooMuch } from '../base/limits'

export type Node = DefaultTreeAdapterTypes.Node
export type Element = DefaultTreeAdapterTypes.Element

/** Reads a page, and throws as soon as it becomes more than a note needs. */
export const parseWithin = (html: string): DefaultTreeAdapterTypes.Document => {
  const depths = new WeakMap<Node, number>()
  let nodes = 0
  const place = (parent: Node, child: Node): void => {
    const depth = (depths.get(parent) ?? 0) + 1
    if (depth > DEEPEST) throw new TooMuch()
    depths.set(child, depth)
  }
  const made = <T>(node: T): T => {
    if (++nodes > MOST_ELEMENTS) throw new TooMuch()
    return node
  }
  return parse<DefaultTreeAdapterMap>(html, {
    treeAdapter: {
      ...defaultTreeAdapter,
      createElement: (...given) => made(defaultTreeAdapter.createElement(...given)),
      createTextNode: (text) => made(defaultTreeAdapter.createTextNode(text)),
      createCommentNode: (text) => made(defaultTreeAdapter.createCommentNode(text)),
      appendChild: (parent, child) => {
        place(parent, child)
        defaultTreeAdapter.appendChild(parent, child)
      },
      insertBefore: (parent, child, next) => {
        place(parent, child)
        defaultTreeAdapter.insertBefore(parent, child, next)
      },
    },
  })
}

export const isElement = (node: Node): node is Element => 'tagName' in node
export const childrenOf = (node: Node): readonly Node[] =>
  'childNodes' in node ? node.childNodes : []
export const attribute = (element: Element, name: string): string =>
  element.attrs.find((one) => one.name === name)?.value ?? ''
export const has = (element: Element, name: string): boolean =>
  element.attrs.some((one) => one.name === name)

export function* elementsIn(node: Node): Generator<Element> {
  for (const child of childrenOf(node)) {
    if (isElement(child)) yield child
    yield* elementsIn(child)
  }
}
export const firstIn = (node: Node, is: (element: Element) => boolean): Element | undefined => {
  for (const element of elementsIn(node)) if (is(element)) return element
  return undefined
}

export const detach = (element: Element): void => defaultTreeAdapter.detachNode(element)
