/**
 * The one field for everything: type to find in the whole vault, or to do any of the app's commands. A line that
 * begins with ">" is about commands only, and lists them all.
 */
import { Spotlight, useSpotlight } from '@mantine/spotlight'
import '@mantine/spotlight/styles.css'
import { IconSearch } from '@tabler/icons-react'
import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { useStore } from 'zustand'
import type { SearchAnswer } from '../../../shared/search/engine'
import { isEmptyQuery, parseQuery } from '../../../shared/search/query'
import { t } from '../../../shared/words/words'
import { useApp } from '../../context/app-state'
import { useCommand } from '../../context/commands/commands'
import { type ScreenControl, screenControls } from '../../context/commands/screen-controls'
import { isTypingAhead, typeAhead } from '../../context/typing/type-ahead'
import { useOpenVault } from '../../context/vault/session'
import { Icon } from '../../ui/icon'
import { today } from '../../ui/when'
import { PaletteFooter } from './palette-footer'
import type { Line } from './palette-line'
import { isForCommands, lineNamedBy, useLines } from './palette-lines'
import { LIST, PaletteList } from './palette-list'
import { palette, store } from './palette-store'
import { SearchChips } from './search-chips'

const MOST_HITS = 40
/** The list stays as it was for so long; then it has what needs no answer. */
const ANSWERED_MS = 200

/** `typed` is the line that it answers; what was found may be still to come. */
interface Answered {
  readonly typed: string
  readonly answer: SearchAnswer
  readonly whole: boolean
}

const NOTHING: SearchAnswer = { hits: [], total: 0 }
const NO_ANSWER: Answered = { typed: '', answer: NOTHING, whole: true }

/**
 * What the index answers to the line, asked anew whenever something in it has changed, on whichever laptop. What is
 * shown is one line's answer, and never the last one's under new words.
 */
const useAnswer = (typed: string, shown: boolean): Answered => {
  const { search } = useOpenVault()
  const changes = useStore(search.progress, (progress) => progress.changes)
  const presenting = useApp((state) => state.presenting)
  const [answered, setAnswered] = useState(NO_ANSWER)
  const asked = shown && !isForCommands(typed) && !isEmptyQuery(parseQuery(typed))
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is found may be another thing now
  useEffect(() => {
    if (!asked) return setAnswered(NO_ANSWER)
    const first = setTimeout(
      () =>
        setAnswered((now) =>
          now.typed === typed ? now : { typed, answer: NOTHING, whole: false },
        ),
      ANSWERED_MS,
    )
    let late = false
    void search.search(typed, { today: today(), limit: MOST_HITS, presenting }).then((answer) => {
      if (!late) setAnswered({ typed, answer, whole: true })
    })
    return () => {
      clearTimeout(first)
      late = true
    }
  }, [search, typed, asked, presenting, changes])
  return asked ? answered : { typed, answer: NOTHING, whole: true }
}

const field = (): HTMLInputElement | null =>
  document.querySelector<HTMLInputElement>(`[aria-controls="${LIST}"]`)

/** A dialog that closes gives the focus back a moment later; by then it is this field's, unless a text is being opened. */
const keepFocus = ({ target }: FocusEvent): void => {
  if (isTypingAhead()) return
  if (target instanceof Element && target.closest('[role="dialog"]') === null) field()?.focus()
}

/** The line that the arrows chose, if it is still there, and else the first. */
const select = (chosen: boolean): void => {
  const all = [...document.querySelectorAll(`#${LIST} [data-action]`)]
  const before = chosen ? all.findIndex((one) => one.matches('[data-selected]')) : -1
  const selected = Math.min(Math.max(before, 0), all.length - 1)
  for (const [index, one] of all.entries())
    if (index === selected) one.setAttribute('data-selected', 'true')
    else one.removeAttribute('data-selected')
  if (store.getState().selected !== selected) store.updateState((state) => ({ ...state, selected }))
}

const take = (line: Line, type: (words: string) => void): void => {
  const { act, types } = line
  if (typeof act === 'string') return type(act)
  if (types === true) typeAhead()
  // Both before the next key: it would go to what had the focus before, and a space would press that.
  flushSync(palette.close)
  flushSync(act)
}

export const Palette = () => {
  const [typed, setTyped] = useState('')
  const [controls, setControls] = useState<readonly ScreenControl[]>([])
  const { opened, selected } = useSpotlight(store)
  /** For which line typed the arrows have chosen, and Enter was pressed. */
  const chosenFor = useRef<string>(undefined)
  const enteredFor = useRef<string>(undefined)
  const answered = useAnswer(typed, opened)
  const lines = useLines(answered.typed, answered.answer, controls)
  const isAnswered = answered.typed === typed && answered.whole
  const open = (): void => {
    setControls(screenControls())
    setTyped('')
    chosenFor.current = undefined
    enteredFor.current = undefined
    palette.open()
  }
  // Asked for again while it is open, it waits for another line.
  useCommand('search', opened ? () => field()?.select() : open)
  useEffect(() => {
    if (opened) document.addEventListener('focusin', keepFocus)
    return () => document.removeEventListener('focusin', keepFocus)
  }, [opened])
  const onTake = useCallback((line: Line) => take(line, setTyped), [])
  // The first line is the one that Enter takes, however late the answer came; what comes in does not move what was chosen.
  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever there are other lines
  useLayoutEffect(() => {
    if (opened) select(chosenFor.current === typed)
  }, [opened, lines])
  useLayoutEffect(() => {
    if (!opened || !isAnswered || enteredFor.current !== typed) return
    enteredFor.current = undefined
    const [first] = lines
    // What it opens can be drawn at once, once this is.
    if (first !== undefined) queueMicrotask(() => onTake(first))
  }, [opened, isAnswered, typed, lines, onTake])
  return (
    <Spotlight.Root
      store={store}
      query={typed}
      onQueryChange={setTyped}
      shortcut={null}
      clearQueryOnClose={false}
      transitionProps={{ duration: 0 }}
      size={680}
      attributes={{ content: { 'aria-label': t('search.field') } }}
    >
      <Spotlight.Search
        placeholder={t('search.field')}
        aria-label={t('search.field')}
        role="combobox"
        aria-expanded
        aria-controls={LIST}
        aria-activedescendant={selected >= 0 ? `${LIST}-${selected}` : undefined}
        autoComplete="off"
        autoFocus
        onKeyDownCapture={(event) => {
          if (event.key.startsWith('Arrow')) chosenFor.current = typed
          // What is on the screen answers fewer words than are typed: it is not what is meant.
          if (event.key !== 'Enter' || isAnswered || chosenFor.current === typed) return
          if (event.nativeEvent.isComposing) return
          event.preventDefault()
          event.stopPropagation()
          const named = lineNamedBy(typed)
          if (named === undefined) enteredFor.current = typed
          else onTake(named)
        }}
        leftSection={<Icon of={IconSearch} size="large" />}
      />
      {!isForCommands(typed) && <SearchChips typed={typed} onType={setTyped} />}
      <PaletteList lines={lines} selected={selected} onTake={onTake} />
      <PaletteFooter typed={typed} answer={answered.answer} />
    </Spotlight.Root>
  )
}
