/** The editor of a note's text: made on the record's own fragment, bound only when that is safe. */
import { Placeholder } from '@tiptap/extensions'
import type { Node } from '@tiptap/pm/model'
import { Editor } from '@tiptap/react'
import { useEffect, useRef, useState } from 'react'
import { kept } from '../../../shared/crdt/kind'
import { ownWords } from '../../../shared/model/caseload/snippet'
import { allLines } from '../../../shared/model/record/note-text'
import { plainText } from '../../../shared/note-text/delta'
import type { LineItem } from '../../../shared/note-text/line-item'
import type { Hint } from '../../../shared/views/hints'
import { presentRecord } from '../../../shared/views/presenting'
import { t } from '../../../shared/words/words'
import { useApp } from '../../context/app-state'
import { useOpenVault } from '../../context/vault/session'
import { createBindingExtension } from '../../store/record/note-binding/binding-extension'
import { bindNote, type NoteBinding } from '../../store/record/note-binding/note-binding'
import { docOf } from '../../store/record/note-binding/units'
import type { Lease } from '../../store/record/open-records'
import type { VaultSession } from '../../store/session/vault-session'
import { createPause } from '../../ui/pause'
import { CaretInSight } from './caret-in-sight'
import { NotePaste } from './clipboard/note-paste'
import { createLineItems } from './lines/line-items'
import { NoteMove } from './lines/note-move'
import { noteExtensions, noteSchema } from './lines/note-schema'
import { NoteFind } from './note-find'
import { hintsInDocument, NoteHints } from './note-hints'
import { createNoteItems } from './note-items'
import { createOtherCarets } from './other-carets'
import { createNoteLinks } from './suggestions/note-links'
import { createNoteSpelling } from './suggestions/note-spelling'
import { createSlashMenu, type SlashCommand } from './suggestions/slash-menu'
import { theSpelling } from './suggestions/spelling'
import type { ShowSuggestions } from './suggestions/suggestions'
import { countWords } from './word-count'

export type NoteFace =
  | { readonly editor: Editor }
  | { readonly readOnly: string }
  /** Its record could not be opened just now. */
  | { readonly unread: true }
  | undefined

/** What is said about a text, looked up in a pause of typing. */
export interface NoteFacts {
  readonly hints: readonly Hint[]
  readonly words: number
}
export const NO_FACTS: NoteFacts = { hints: [], words: 0 }

const PAUSE_MS = 600

export interface NoteProps {
  readonly recordId: string
  readonly noteId: string
  /** The accessible name of the text. */
  readonly label?: string
  readonly placeholder?: string
  readonly commands?: readonly SlashCommand[]
  /** Puts the caret into the text; another number does so again, and none leaves the focus where it is. */
  readonly caret?: number
  /** The same, at the beginning of the text. */
  readonly start?: number
}

const factsOf = (doc: Node): NoteFacts => ({
  hints: hintsInDocument(doc),
  words: countWords(doc.textBetween(0, doc.content.size, ' ')),
})

/** What a mention may offer: in presenter mode nothing that others must not see. */
const mentionable =
  ({ model }: VaultSession, recordId: string) =>
  () => {
    const record = model.getState().records[recordId]
    return record !== undefined && useApp.getState().presenting ? presentRecord(record) : record
  }

/** It knows the vault's own words, and the mentees by their names. */
const spellingOf = ({ model }: VaultSession) => {
  const speller = theSpelling()
  const { records, vault } = model.getState()
  speller.know([
    ...kept(vault.ownWords).map(({ word }) => word),
    ...Object.values(records).flatMap(({ mentee }) =>
      `${mentee.name} ${mentee.preferredName}`.split(/[\s-]+/).filter(Boolean),
    ),
  ])
  return speller
}

export const useNoteEditor = (
  { recordId, noteId, label = t('note.text'), placeholder, commands }: NoteProps,
  show: ShowSuggestions,
  showFacts: (facts: NoteFacts) => void,
  openItem: (item: LineItem) => void,
  showOthers: (devices: readonly string[]) => void,
): NoteFace => {
  const { session, sync } = useOpenVault()
  const spelled = useApp(({ environment }) => environment?.settings.spelling !== false)
  const [face, setFace] = useState<NoteFace>()
  const latest = useRef(commands ?? [])
  latest.current = commands ?? []
  useEffect(() => {
    let editor: Editor | undefined
    let stop = (): void => undefined
    let ended = false
    const look = (): void => {
      if (editor !== undefined && !editor.isDestroyed) showFacts(factsOf(editor.state.doc))
    }
    const pause = createPause(PAUSE_MS, look)
    const speller = spelled ? spellingOf(session) : undefined
    const extensions = (bound: NoteBinding) => [
      ...noteExtensions,
      NoteHints,
      CaretInSight,
      NotePaste,
      createLineItems(createNoteItems(session, recordId, noteId, openItem)),
      NoteMove,
      NoteFind,
      createNoteSpelling(
        () => speller,
        (word) => void session.runOnVault(ownWords.add, { word }),
        show,
      ),
      createSlashMenu(() => latest.current, show),
      createNoteLinks(mentionable(session, recordId), recordId, noteId, show),
      Placeholder.configure({
        placeholder: placeholder ?? t('note.writeHere'),
      }),
      ...(sync === undefined
        ? []
        : [createOtherCarets(session, sync, recordId, noteId, bound, showOthers)]),
      createBindingExtension(bound),
    ]
    const lease = session.acquire(recordId)
    const begin = (lent: Lease | undefined): void => {
      if (ended || lent === undefined) return
      const { doc: record } = lent.live
      const showReadOnly = (): void => {
        editor?.destroy()
        setFace({ readOnly: plainText(allLines(record, noteId)) })
      }
      const bound = bindNote(record, noteId, showReadOnly, session.undosOf(recordId))
      if (bound === undefined) return showReadOnly()
      stop = bound.stop
      editor = new Editor({
        extensions: extensions(bound),
        content: docOf(noteSchema, bound.lines).toJSON(),
        editorProps: {
          attributes: { 'aria-label': label, role: 'textbox', 'aria-multiline': 'true' },
        },
        onUpdate: pause.putOff,
      })
      look()
      setFace({ editor })
    }
    lease.then(begin, () => {
      if (!ended) setFace({ unread: true })
    })
    return () => {
      ended = true
      pause.stop()
      stop()
      editor?.destroy()
      setFace(undefined)
      void lease.then(
        (lent) => lent?.release(),
        () => undefined,
      )
    }
  }, [
    session,
    sync,
    recordId,
    noteId,
    label,
    placeholder,
    spelled,
    show,
    showFacts,
    openItem,
    showOthers,
  ])
  return face
}
