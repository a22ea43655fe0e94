/**
 * The carets of the coach's other laptops in a note that is open here too: a bar where each is, with the laptop's name
 * for as long as it moves. They are drawn over the text and are no part of it: nothing is copied, exported, printed or
 * stored of them. A keystroke moves them along; where they really are is looked up in a pause.
 */
import { Extension } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { Plugin, PluginKey } from '@tiptap/pm/state'
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view'
import { t } from '../../../shared/words/words'
import { useApp } from '../../context/app-state'
import type { NoteBinding } from '../../store/record/note-binding/note-binding'
import type { VaultSession } from '../../store/session/vault-session'
import type { OtherCaret } from '../../sync/awareness/carets'
import type { Sync } from '../../sync/sync'

const PAUSE_MS = 300
/** Colours of note-text.module.css. */
const COLOURS = 3

const key = new PluginKey<DecorationSet>('other carets')

interface Drawn {
  readonly device: string
  readonly position: number
}

const createCaret = (name: string, colour: number): HTMLElement => {
  const caret = document.createElement('span')
  caret.className = 'other-caret'
  caret.dataset.colour = String(colour)
  // Who is in the note is said under it, once (changed-mark.tsx); a reader of the text hears the text.
  caret.setAttribute('aria-hidden', 'true')
  caret.dataset.name = name
  return caret
}

const draw = (doc: Node, carets: readonly Drawn[], nameOf: (device: string) => string) =>
  DecorationSet.create(
    doc,
    carets.map(({ device, position }, index) =>
      Decoration.widget(position, () => createCaret(nameOf(device), index % COLOURS), {
        // Behind what the other one types there.
        side: 1,
        // Moved, it is drawn anew, and says its name once more.
        key: `${device} ${nameOf(device)} ${position}`,
        name: nameOf(device),
        ignoreSelection: true,
        marks: [],
      }),
    ),
  )

const drawnIn = (set: DecorationSet | undefined): string =>
  (set?.find() ?? []).map(({ from, spec }) => `${from} ${String(spec.name)}`).join()

/** Tells where the caret is here, and draws where the others are; one for each editor of a note. */
const follow = (
  view: EditorView,
  bound: NoteBinding,
  join: (hear: (others: readonly OtherCaret[]) => void) => ReturnType<Sync['carets']['open']>,
  nameOf: (device: string) => string,
  showOthers: (devices: readonly string[]) => void,
) => {
  let others: readonly OtherCaret[] = []
  let timer: ReturnType<typeof setTimeout> | undefined
  const place = (): Uint8Array | undefined =>
    view.isDestroyed ? undefined : bound.placeOf(view.state.doc, view.state.selection.head)

  const show = (): void => {
    clearTimeout(timer)
    timer = undefined
    if (view.isDestroyed || view.composing) return
    const { doc, tr } = view.state
    const found = others.flatMap(({ device, at }) => {
      const position = at === undefined ? undefined : bound.positionOf(doc, at)
      return position === undefined ? [] : [{ device, position }]
    })
    const drawn = draw(doc, found, nameOf)
    if (drawnIn(drawn) === drawnIn(key.getState(view.state))) return
    view.dispatch(tr.setMeta(key, drawn).setMeta('addToHistory', false))
  }
  const showSoon = (wait = PAUSE_MS): void => {
    timer ??= setTimeout(show, wait)
  }
  const opened = join((now) => {
    others = now
    showOthers(now.map(({ device }) => device))
    // Not while the editor is being made.
    showSoon(0)
  })
  // Whoever presents shows nobody the names of their laptops.
  const stop = useApp.subscribe(({ presenting }, before) => {
    if (presenting !== before.presenting) showSoon(0)
  })
  return {
    update: (_view: EditorView, before: EditorView['state']) => {
      const changed = view.state.doc !== before.doc
      if (changed && others.length > 0) showSoon()
      if ((changed || !view.state.selection.eq(before.selection)) && view.hasFocus())
        opened.moved(place)
    },
    destroy: () => {
      clearTimeout(timer)
      stop()
      opened.leave()
      showOthers([])
    },
  }
}

export const createOtherCarets = (
  session: VaultSession,
  sync: Sync,
  recordId: string,
  noteId: string,
  bound: NoteBinding,
  /** Who else has the note open, now and whenever that changes. */
  showOthers: (devices: readonly string[]) => void,
) =>
  Extension.create({
    name: 'otherCarets',
    addProseMirrorPlugins: () => [
      new Plugin<DecorationSet>({
        key,
        state: {
          init: () => DecorationSet.empty,
          apply: (transaction, before) =>
            (transaction.getMeta(key) as DecorationSet | undefined) ??
            (transaction.docChanged ? before.map(transaction.mapping, transaction.doc) : before),
        },
        props: { decorations: (state) => key.getState(state) },
        view: (view) =>
          follow(
            view,
            bound,
            (hear) => sync.carets.open(recordId, noteId, hear),
            (device) =>
              useApp.getState().presenting
                ? ''
                : (session.model.getState().vault.devices[device] ?? t('common.anotherLaptop')),
            showOthers,
          ),
      }),
    ],
  })
