/** The text of a note: a rich-text editor on the record's own fragment, bound only when that is safe. */
import { Alert, Collapse, Paper, Portal, Skeleton, Stack, Text, UnstyledButton } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { RichTextEditor, RichTextEditorContent } from '@mantine/tiptap'
import { IconCheckbox, IconTarget } from '@tabler/icons-react'
import Collaboration from '@tiptap/extension-collaboration'
import { Placeholder } from '@tiptap/extensions'
import { Editor } from '@tiptap/react'
import { type CSSProperties, useEffect, useRef, useState } from 'react'
import type { Hint } from '../../../shared/model/hints'
import { useOpenVault } from '../../app/session'
import { bindNote } from '../../store/note-binding'
import { count } from '../../ui/labels'
import { hintsInDocument, NoteHints } from './note-hints'
import { noteExtensions, noteSchema } from './note-schema'
import classes from './note-text.module.css'
import { createSlashMenu, type SlashCommand, type SlashState, selectedWords } from './slash-menu'

type Face = { readonly editor: Editor } | { readonly readOnly: string } | undefined

const HINTS_PAUSE_MS = 600
/** As in note-text.module.css. */
const SLASH_HEIGHT = 260

interface Props {
  readonly recordId: string
  readonly noteId: string
  /** The accessible name of the text. */
  readonly label?: string
  readonly placeholder?: string
  readonly commands?: readonly SlashCommand[]
  readonly autoFocus?: boolean
}

const useNoteEditor = (
  { recordId, noteId, label = 'Note text', placeholder, commands, autoFocus }: Props,
  showSlash: (state: SlashState | undefined) => void,
  showHints: (hints: readonly Hint[]) => void,
): Face => {
  const { session } = useOpenVault()
  const [face, setFace] = useState<Face>()
  const latest = useRef(commands ?? [])
  latest.current = commands ?? []
  useEffect(() => {
    let editor: Editor | undefined
    let stop = (): void => undefined
    let ended = false
    let pause: ReturnType<typeof setTimeout> | undefined
    void session.acquire(recordId).then((live) => {
      if (ended || live === undefined) return
      const bound = bindNote(live.doc, noteId, noteSchema, (text) => {
        editor?.destroy()
        setFace({ readOnly: text })
      })
      if (bound === undefined) return
      if ('text' in bound) return setFace({ readOnly: bound.text })
      stop = bound.stop
      const look = (): void => {
        if (editor !== undefined && !editor.isDestroyed) showHints(hintsInDocument(editor.state.doc))
      }
      editor = new Editor({
        extensions: [
          ...noteExtensions,
          NoteHints,
          createSlashMenu(() => latest.current, showSlash),
          Placeholder.configure({
            placeholder:
              placeholder ?? 'Write here. # makes a heading, - a list, [ ] a task, / a goal or an action.',
          }),
          Collaboration.configure({ fragment: bound.fragment }),
        ],
        autofocus: autoFocus === true ? 'end' : false,
        editorProps: { attributes: { 'aria-label': label, role: 'textbox', 'aria-multiline': 'true' } },
        onUpdate: () => {
          clearTimeout(pause)
          pause = setTimeout(look, HINTS_PAUSE_MS)
        },
      })
      look()
      setFace({ editor })
    })
    return () => {
      ended = true
      clearTimeout(pause)
      stop()
      editor?.destroy()
      setFace(undefined)
      session.release(recordId)
    }
  }, [session, recordId, noteId, label, placeholder, autoFocus, showSlash, showHints])
  return face
}

const Toolbar = ({
  editor,
  commands,
}: {
  readonly editor: Editor
  readonly commands: readonly SlashCommand[]
}) => (
  <RichTextEditor.Toolbar className={classes.toolbar ?? ''}>
    <RichTextEditor.ControlsGroup>
      <RichTextEditor.H2 />
      <RichTextEditor.H3 />
    </RichTextEditor.ControlsGroup>
    <RichTextEditor.ControlsGroup>
      <RichTextEditor.Bold />
      <RichTextEditor.Italic />
      <RichTextEditor.Link />
    </RichTextEditor.ControlsGroup>
    <RichTextEditor.ControlsGroup>
      <RichTextEditor.BulletList />
      <RichTextEditor.OrderedList />
      <RichTextEditor.TaskList />
      <RichTextEditor.Blockquote />
    </RichTextEditor.ControlsGroup>
    <RichTextEditor.ControlsGroup>
      <RichTextEditor.Undo />
      <RichTextEditor.Redo />
    </RichTextEditor.ControlsGroup>
    <RichTextEditor.ControlsGroup>
      {commands
        .filter(({ id }) => id === 'action' || id === 'goal')
        .map((command) => (
          <RichTextEditor.Control
            key={command.id}
            aria-label={`${command.label} from this line`}
            title={`${command.label} from the selected words or this line (Ctrl Shift ${command.id === 'action' ? 'A' : 'G'})`}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => command.run(selectedWords(editor), editor)}
          >
            {command.id === 'action' ? (
              <IconCheckbox size={16} stroke={1.5} />
            ) : (
              <IconTarget size={16} stroke={1.5} />
            )}
          </RichTextEditor.Control>
        ))}
    </RichTextEditor.ControlsGroup>
  </RichTextEditor.Toolbar>
)

/** Under the line, or above it where the window ends. */
const placeOf = ({ left, top, bottom }: SlashState): CSSProperties =>
  bottom + SLASH_HEIGHT > window.innerHeight
    ? { left, bottom: window.innerHeight - top + 4 }
    : { left, top: bottom + 4 }

const SlashList = ({ state }: { readonly state: SlashState }) => (
  <Portal>
    <Paper
      role="listbox"
      aria-label="Insert"
      shadow="sm"
      p={4}
      className={classes.slash ?? ''}
      style={placeOf(state)}
    >
      {state.commands.map((command, index) => (
        <UnstyledButton
          key={command.id}
          role="option"
          aria-selected={index === state.index}
          className={classes.slashItem ?? ''}
          onMouseDown={(event) => {
            event.preventDefault()
            state.choose(command)
          }}
        >
          {command.label}
          <Text span size="xs" c="dimmed" ml="sm">
            /{command.word}
          </Text>
        </UnstyledButton>
      ))}
    </Paper>
  </Portal>
)

/** The same hints in words, for whoever does not hover. */
const HintList = ({ hints }: { readonly hints: readonly Hint[] }) => {
  const [open, { toggle }] = useDisclosure(false)
  if (hints.length === 0) return null
  return (
    <Stack gap={4}>
      <UnstyledButton onClick={toggle} aria-expanded={open}>
        <Text size="sm" c="var(--care)">
          {count(hints.length, 'hint')} on the wording. {open ? 'Hide' : 'Show why'}
        </Text>
      </UnstyledButton>
      <Collapse expanded={open} transitionDuration={0}>
        {hints.map((hint) => (
          <Text key={hint.from} size="sm">
            {hint.why} {hint.better}
          </Text>
        ))}
      </Collapse>
    </Stack>
  )
}

const NO_COMMANDS: readonly SlashCommand[] = []

export const NoteText = (props: Props) => {
  const [slash, setSlash] = useState<SlashState>()
  const [hints, setHints] = useState<readonly Hint[]>([])
  const face = useNoteEditor(props, setSlash, setHints)
  if (face === undefined) return <Skeleton h={280} animate={false} />
  if ('readOnly' in face)
    return (
      <>
        <Alert color="amber" title="Read-only">
          A newer Confidant has written something here that this version does not know. The text is shown and
          left untouched; update Confidant to edit it.
        </Alert>
        <Text className={classes.readOnly ?? ''} aria-label={`${props.label ?? 'Note text'}, read-only`}>
          {face.readOnly}
        </Text>
      </>
    )
  return (
    <Stack gap={6}>
      <RichTextEditor editor={face.editor} className={classes.editor ?? ''} withTypographyStyles={false}>
        <Toolbar editor={face.editor} commands={props.commands ?? NO_COMMANDS} />
        <RichTextEditorContent className={classes.content ?? ''} />
      </RichTextEditor>
      <HintList hints={hints} />
      {slash !== undefined && <SlashList state={slash} />}
    </Stack>
  )
}
