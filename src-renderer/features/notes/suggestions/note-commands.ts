/** All that "/" offers in a note: what its words can become, and what can be put into its text. */
import { useMemo } from 'react'
import type { Note } from '../../../../shared/model/record/note'
import { useItemCommands } from './item-commands'
import type { SlashCommand } from './slash-menu'
import { useTextCommands } from './text-commands'

export const useNoteCommands = (
  recordId: string,
  note: Pick<Note, 'session' | 'role'>,
): readonly SlashCommand[] => {
  const items = useItemCommands(recordId, note)
  const texts = useTextCommands(recordId)
  return useMemo(() => [...items, ...texts], [items, texts])
}
