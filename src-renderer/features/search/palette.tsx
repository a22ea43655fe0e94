/**
 * The one field for everything: type to find in the whole vault, or to do any of the app's commands. A line that
 * begins with ">" is about commands only, and lists them all.
 */
import { Kbd } from '@mantine/core'
import { Spotlight, useSpotlight } from '@mantine/spotlight'
import '@mantine/spotlight/styles.css'
import { IconSearch } from '@tabler/icons-react'
import { useEffect, useLayoutEffect, useRef, useState } from 'react'
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
import classes from './palette.module.css'
import { PaletteFooter } from './palette-footer'
import { useLines } from './palette-lines'
import { palette, store } from './palette-store'
import { SearchChips } from './search-chips'

const MOST_HITS = 40
const NOTHING: SearchAnswer = { hits: [], total: 0 }
const LIST = 'palette-list'

/** What the index answers to the line, asked anew whenever something in it has changed, on whichever laptop. */
const useAnswer = (typed: string, shown: boolean): SearchAnswer => {
  const { search } = useOpenVault()
  const changes = useStore(search.progress, (progress) => progress.changes)
  const presenting = useApp((state) => state.presenting)
  const [answer, setAnswer] = useState(NOTHING)
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is found may be another thing now
  useEffect(() => {
    if (!shown || isEmptyQuery(parseQuery(typed))) return setAnswer(NOTHING)
    let late = false
    void search.search(typed, { today: today(), limit: MOST_HITS, presenting }).then((found) => {
      if (!late) setAnswer(found)
    })
    return () => {
      late = true
    }
  }, [search, typed, shown, presenting, changes])
  return answer
}

const selectTyped = (): void =>
  document.querySelector<HTMLInputElement>(`[aria-controls="${LIST}"]`)?.select()

/** A dialog that closes gives the focus back a moment later; by then it is this field's, unless a text is being opened. */
const keepFocus = ({ target }: FocusEvent): void => {
  if (isTypingAhead()) return
  if (target instanceof Element && target.closest('[role="dialog"]') === null)
    document.querySelector<HTMLInputElement>(`[aria-controls="${LIST}"]`)?.focus()
}

/** The line that the arrows chose, if it is still there, and else the first. */
const select = (chosen: boolean): void => {
  const all = [...document.querySelectorAll(`#${LIST} [data-action]`)]
  const before = chosen ? all.findIndex((one) => one.matches('[data-selected]')) : -1
  const selected = Math.min(Math.max(before, 0), all.length - 1)
  for (const [index, one] of all.entries())
    if (index === selected) one.setAttribute('data-selected', 'true')
    else one.removeAttribute('data-selected')
  store.updateState((state) => ({ ...state, selected }))
}

export const Palette = () => {
  const [typed, setTyped] = useState('')
  const [controls, setControls] = useState<readonly ScreenControl[]>([])
  const { opened, selected } = useSpotlight(store)
  /** For which line typed the arrows have chosen. */
  const chosenFor = useRef<string>(undefined)
  const answer = useAnswer(typed, opened && !typed.trimStart().startsWith('>'))
  const lines = useLines(typed, answer, controls)
  const open = (): void => {
    setControls(screenControls())
    setTyped('')
    chosenFor.current = undefined
    palette.open()
  }
  // Asked for again while it is open, it waits for another line.
  useCommand('search', opened ? selectTyped : open)
  useEffect(() => {
    if (opened) document.addEventListener('focusin', keepFocus)
    return () => document.removeEventListener('focusin', keepFocus)
  }, [opened])
  // The first line is the one that Enter takes, however late the answer came; what comes in does not move what was chosen.
  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever there are other lines
  useLayoutEffect(() => {
    if (opened) select(chosenFor.current === typed)
  }, [opened, lines])
  const groups = [...new Set(lines.map(({ group }) => group))]
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
        onKeyDown={(event) => {
          if (event.key.startsWith('Arrow')) chosenFor.current = typed
          if (event.key === 'Enter' && document.querySelector(`#${LIST} [data-selected]`) === null)
            select(false)
        }}
        leftSection={<Icon of={IconSearch} size="large" />}
      />
      {!typed.trimStart().startsWith('>') && <SearchChips typed={typed} onType={setTyped} />}
      <Spotlight.ActionsList id={LIST} role="listbox" aria-label={t('search.results')} mah="50vh">
        {groups.map((group) => (
          <Spotlight.ActionsGroup key={group} label={group} role="group" aria-label={group}>
            {lines.map((line, index) =>
              line.group !== group ? null : (
                <Spotlight.Action
                  key={line.key}
                  // Spotlight keeps an id for itself; the field points to the line that is selected.
                  ref={(element) => element?.setAttribute('id', `${LIST}-${index}`)}
                  role="option"
                  aria-selected={index === selected}
                  data-name={line.name}
                  closeSpotlightOnTrigger={!line.key.startsWith('saved/')}
                  className={classes.line ?? ''}
                  onClick={() => {
                    if (line.types === true) typeAhead()
                    if (line.key.startsWith('saved/')) setTyped(`${String(line.label)} `)
                    // The dialog gives the focus back first: a command may put it somewhere else.
                    else setTimeout(line.act, 0)
                  }}
                >
                  <line.icon size={18} stroke={1.6} className={classes.icon} />
                  <span className={classes.words}>
                    <span className={classes.label}>{line.label}</span>
                    {line.below !== undefined && (
                      <span className={classes.below}>{line.below}</span>
                    )}
                  </span>
                  {line.right !== undefined && line.right !== '' && (
                    <Kbd size="xs" aria-hidden="true">
                      {line.right}
                    </Kbd>
                  )}
                </Spotlight.Action>
              ),
            )}
          </Spotlight.ActionsGroup>
        ))}
        {lines.length === 0 && <Spotlight.Empty>{t('search.nothingFound')}</Spotlight.Empty>}
      </Spotlight.ActionsList>
      <PaletteFooter typed={typed} answer={answer} />
    </Spotlight.Root>
  )
}
