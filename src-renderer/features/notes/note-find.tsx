/** Find and replace within one note. */
import { Button, Group, Text, TextInput } from '@mantine/core'
import { type Editor, Extension } from '@tiptap/core'
import type { EditorState } from '@tiptap/pm/state'
import {
  findNext,
  findPrev,
  replaceAll,
  replaceNext,
  SearchQuery,
  search,
  setSearchState,
} from 'prosemirror-search'
import { useEffect, useState } from 'react'
import { t } from '../../../shared/words/words'

export const NoteFind = Extension.create({
  name: 'noteFind',
  addProseMirrorPlugins: () => [search()],
})

const countIn = (state: EditorState, query: SearchQuery): number => {
  if (!query.valid) return 0
  let found = 0
  for (let at = 0; ; found++) {
    const next = query.findNext(state, at)
    if (next === null) return found
    at = next.to
  }
}

export const FindBar = ({
  editor,
  onClose,
}: {
  readonly editor: Editor
  readonly onClose: () => void
}) => {
  const [typed, setTyped] = useState(() => {
    const { from, to } = editor.state.selection
    return editor.state.doc.textBetween(from, to, ' ').slice(0, 100)
  })
  const [replacement, setReplacement] = useState('')
  const [found, setFound] = useState(0)
  useEffect(() => {
    const query = new SearchQuery({ search: typed, replace: replacement, literal: true })
    editor.view.dispatch(setSearchState(editor.state.tr, query))
    const look = (): void => setFound(countIn(editor.state, query))
    look()
    editor.on('update', look)
    return () => {
      editor.off('update', look)
    }
  }, [editor, typed, replacement])
  useEffect(
    () => () => {
      if (!editor.isDestroyed)
        editor.view.dispatch(setSearchState(editor.state.tr, new SearchQuery({ search: '' })))
    },
    [editor],
  )
  const close = (): void => {
    onClose()
    editor.view.focus()
  }
  const act = (command: typeof findNext): void => {
    command(editor.state, editor.view.dispatch, editor.view)
    editor.commands.scrollIntoView()
  }
  return (
    <Group
      gap="xs"
      p={6}
      role="group"
      aria-label={t('find.title')}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.stopPropagation()
        close()
      }}
    >
      <TextInput
        size="xs"
        w={180}
        autoFocus
        aria-label={t('find.find')}
        placeholder={t('find.find')}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        onKeyDown={(event) => event.key === 'Enter' && act(event.shiftKey ? findPrev : findNext)}
      />
      <TextInput
        size="xs"
        w={180}
        aria-label={t('find.replaceWith')}
        placeholder={t('find.replaceWith')}
        value={replacement}
        onChange={(event) => setReplacement(event.currentTarget.value)}
        onKeyDown={(event) => event.key === 'Enter' && act(replaceNext)}
      />
      <Button
        size="compact-xs"
        variant="default"
        disabled={found === 0}
        onClick={() => act(findPrev)}
      >
        {t('find.previous')}
      </Button>
      <Button
        size="compact-xs"
        variant="default"
        disabled={found === 0}
        onClick={() => act(findNext)}
      >
        {t('find.next')}
      </Button>
      <Button
        size="compact-xs"
        variant="default"
        disabled={found === 0}
        onClick={() => act(replaceNext)}
      >
        {t('find.replace')}
      </Button>
      <Button
        size="compact-xs"
        variant="default"
        disabled={found === 0}
        onClick={() => act(replaceAll)}
      >
        {t('find.replaceAll')}
      </Button>
      <Text size="xs" c="dimmed" role="status">
        {typed === '' ? '' : t('count.place', { count: found })}
      </Text>
      <Button size="compact-xs" variant="subtle" ml="auto" onClick={close}>
        {t('common.close')}
      </Button>
    </Group>
  )
}
