/**
 * The same sort of histories on the editor's former model: a tree of elements, bound by y-tiptap. Only what both models
 * can do is in them (typing, splitting, joining, kinds, bold, deletions), since it is there to show what the search for
 * lost words finds.
 */
import { getSchema } from '@tiptap/core'
import { TaskItem, TaskList } from '@tiptap/extension-list'
import { joinBackward, lift, setBlockType, splitBlock, wrapIn } from '@tiptap/pm/commands'
import { splitListItem, wrapInList } from '@tiptap/pm/schema-list'
import { type Command, EditorState, TextSelection } from '@tiptap/pm/state'
import StarterKit from '@tiptap/starter-kit'
import { initProseMirrorDoc, updateYFragment } from '@tiptap/y-tiptap'
import * as Y from 'yjs'
import type { History } from './note-histories'

const schema = getSchema([
  StarterKit.configure({ undoRedo: false }),
  TaskList,
  TaskItem.configure({ nested: true }),
])
const node = (name: string) => {
  const type = schema.nodes[name]
  if (type === undefined) throw new Error(name)
  return type
}
const KINDS: readonly Command[] = [
  setBlockType(node('heading'), { level: 2 }),
  setBlockType(node('paragraph')),
  wrapInList(node('bulletList')),
  wrapInList(node('orderedList')),
  wrapInList(node('taskList')),
  wrapIn(node('blockquote')),
  lift,
]

const openDesk = (record: Y.Doc) => {
  const fragment = record.getXmlFragment('body')
  let state = EditorState.create({ schema })
  let mapping: ReturnType<typeof initProseMirrorDoc>['mapping'] = new Map()
  const load = (): void => {
    const read = initProseMirrorDoc(fragment, schema)
    mapping = read.mapping
    state = EditorState.create({ doc: read.doc, schema })
  }
  load()
  const dispatch = (tr: Parameters<NonNullable<Parameters<Command>[1]>>[0]): void => {
    state = state.apply(tr)
    if (tr.docChanged)
      record.transact(
        () => updateYFragment(record, fragment, state.doc, { mapping, isOMark: new Map() }),
        'editor',
      )
  }
  record.on('afterTransaction', ({ origin, changed }: Y.Transaction) => {
    if (origin !== 'editor' && changed.size > 0) load()
  })
  return { state: () => state, dispatch, run: (command: Command) => command(state, dispatch) }
}

const character = (number: number): string => String.fromCodePoint(0x4e00 + number)

/** How many characters were typed, and how many are gone that nobody who saw them took away. */
export const playFormer = ({
  laptops,
  clients,
  steps,
}: History): { readonly typed: number; readonly lost: number } => {
  const first = new Y.Doc()
  first.clientID = clients + 1
  first.getXmlFragment('body').insert(0, [new Y.XmlElement('paragraph')])
  const all = Array.from({ length: laptops }, (_, index) => {
    const record = new Y.Doc()
    Y.applyUpdate(record, Y.encodeStateAsUpdate(first))
    record.clientID = ((clients + index * 0x9e3779b1) % 2 ** 31) + 2
    return { record, desk: openDesk(record) }
  })
  let typed = 0
  const deleted = new Set<string>()
  const meet = (a: Y.Doc, b: Y.Doc): void => {
    Y.applyUpdate(a, Y.encodeStateAsUpdate(b, Y.encodeStateVector(a)))
    Y.applyUpdate(b, Y.encodeStateAsUpdate(a, Y.encodeStateVector(b)))
  }
  for (const { laptop: which, what, from, to, pick } of steps) {
    const laptop = all[which % laptops]
    const other = all[to % laptops]
    if (laptop === undefined || other === undefined) continue
    const { desk, record } = laptop
    const { doc } = desk.state()
    const place = (number: number): number =>
      TextSelection.near(doc.resolve(number % (doc.content.size + 1))).from
    const [low = 0, high = 0] = [place(from), place(to)].sort((a, b) => a - b)
    const before = doc.textContent
    const caret = (at: number, head = at): void =>
      desk.dispatch(desk.state().tr.setSelection(TextSelection.create(desk.state().doc, at, head)))
    if (what === 'meet') meet(record, other.record)
    else if (what === 'type') {
      const words = Array.from({ length: 1 + (pick % 5) }, () => character(typed++)).join('')
      desk.dispatch(desk.state().tr.insertText(words, low))
    } else if (what === 'split') {
      caret(low)
      if (!desk.run(splitListItem(node('listItem')))) desk.run(splitBlock)
    } else if (what === 'joinBack' || what === 'joinForward') {
      caret(low - doc.resolve(low).parentOffset)
      desk.run(joinBackward)
    } else if (what === 'kind' || what === 'check') {
      caret(low)
      const kind = KINDS[pick % KINDS.length]
      if (kind !== undefined) desk.run(kind)
    } else if (what === 'mark' && low < high)
      desk.dispatch(desk.state().tr.addMark(low, high, schema.mark('bold')))
    else if (what === 'delete' && low < high) desk.dispatch(desk.state().tr.delete(low, high))
    if (what === 'meet') continue
    const after = new Set(desk.state().doc.textContent)
    for (const word of before) if (!after.has(word)) deleted.add(word)
  }
  for (let round = 0; round < 2; round++)
    for (const one of all) for (const two of all) if (one !== two) meet(one.record, two.record)
  const text = all[0]?.desk.state().doc.textContent ?? ''
  let lost = 0
  for (let number = 0; number < typed; number++)
    if (!deleted.has(character(number)) && !text.includes(character(number))) lost++
  return { typed, lost }
}
