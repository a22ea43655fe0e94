/** The list of suggestions on the screen: at the caret's line wherever that is, above everything, inside the window. */
import { Paper, Portal, Text, UnstyledButton } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import classes from '../note-text.module.css'
import { placeBeside, type SuggestionState } from './suggestions'

export const SuggestionList = ({ name, entries, index, line, choose }: SuggestionState) => {
  const [, redraw] = useState(0)
  useEffect(() => {
    const moved = (): void => redraw((times) => times + 1)
    // Whatever scrolls: the page, the text, a dialog.
    window.addEventListener('scroll', moved, { capture: true, passive: true })
    window.addEventListener('resize', moved)
    return () => {
      window.removeEventListener('scroll', moved, { capture: true })
      window.removeEventListener('resize', moved)
    }
  }, [])
  const selected = useRef<HTMLButtonElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: when another entry is the selected one, or is another one
  useEffect(() => void selected.current?.scrollIntoView({ block: 'nearest' }), [index, entries])
  const at = line()
  if (at == null) return null
  return (
    <Portal>
      <Paper
        role="listbox"
        aria-label={name}
        shadow="sm"
        p={4}
        className={classes.suggestions ?? ''}
        style={placeBeside(at, { width: window.innerWidth, height: window.innerHeight })}
      >
        {entries.map((entry, place) => (
          <UnstyledButton
            key={entry.id}
            role="option"
            aria-selected={place === index}
            className={classes.suggestion ?? ''}
            ref={place === index ? selected : undefined}
            onMouseDown={(event) => {
              event.preventDefault()
              choose(entry.id)
            }}
          >
            {entry.label}
            {entry.about !== '' && (
              <Text span size="xs" c="dimmed" ml="sm">
                {entry.about}
              </Text>
            )}
          </UnstyledButton>
        ))}
      </Paper>
    </Portal>
  )
}
