/**
 * The one field for everything: type to find in the whole vault, or to do any of the app's commands. A line that
 * begins with ">" is about commands only, and lists them all.
 */
import { t } from '../../../shared/words/words'
import { Icon } from '../../ui/icon'
import '@mantine/spotlight/styles.css'
import { Kbd, Mark } from '@mantine/core'
import { createSpotlight, Spotlight, useSpotlight } from '@mantine/spotlight'
import { IconBolt, IconBookmark, IconPointer, IconSearch } from '@tabler/icons-react'
import { type ReactNode, useEffect, useLayoutEffect, useMemo, useState } from 'react'
import { useStore } from 'zustand'
import { fold } from '../../../shared/base/fold'
import { SEARCH_KINDS } from '../../../shared/crdt/about'
import { kept } from '../../../shared/model/projection'
import { displayName } from '../../../shared/model/record/mentee'
import type { SearchAnswer } from '../../../shared/search/engine'
import type { SearchHit } from '../../../shared/search/hit'
import { isEmptyQuery, parseQuery } from '../../../shared/search/query'
import { go, useApp } from '../../context/app-state'
import { commandsNow, runCommand, useCommand } from '../../context/commands/commands'
import { titleOf } from '../../context/commands/list/all'
import { type ScreenControl, screenControls } from '../../context/commands/screen-controls'
import { keycapsOf } from '../../context/commands/shortcuts'
import { isTypingAhead, typeAhead } from '../../context/typing/type-ahead'
import { useModel, useOpenVault, useVault } from '../../context/vault/session'
import { commandGroupLabels } from '../../ui/labels'
import { shortDay, today } from '../../ui/when'
import { routeOf } from './found-route'
import classes from './palette.module.css'
import { PaletteFooter } from './palette-footer'
import { SearchChips } from './search-chips'

const [store, palette] = createSpotlight()

const MOST_HITS = 40
/** Beside what was found in the vault; after ">" there is no limit. */
const MOST_COMMANDS = 6
const NOTHING: SearchAnswer = { hits: [], total: 0 }
const LIST = 'palette-list'

interface Line {
  readonly key: string
  readonly group: string
  readonly icon: typeof IconBolt
  readonly label: ReactNode
  readonly name: string
  readonly below?: ReactNode
  readonly right?: string
  /** Opens something to type into. */
  readonly types?: boolean
  readonly act: () => void
}

const Passage = ({ passage, marks }: SearchHit) => {
  const parts: ReactNode[] = []
  let at = 0
  for (const [from, to] of marks) {
    parts.push(passage.slice(at, from), <Mark key={from}>{passage.slice(from, to)}</Mark>)
    at = to
  }
  return (
    <>
      {parts}
      {passage.slice(at)}
    </>
  )
}

const openHit = (hit: SearchHit): void => {
  go(routeOf(hit))
  useApp.setState({ finding: { item: hit.id, words: hit.found } })
}

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

const hasWords = (text: string, words: readonly string[]): boolean => {
  const folded = fold(text)
  return words.every((word) => folded.includes(word))
}

/** Whether a line names a command: its first word whole, and the rest as far as it is typed. `new n`, New note. */
const isNamedBy = (title: string, line: string): boolean => {
  const [name, typed] = [fold(title), fold(line).trim()]
  const first = /^\S+/.exec(name)?.[0] ?? ''
  return name.startsWith(typed) && typed.length >= first.length
}

const useLines = (
  typed: string,
  answer: SearchAnswer,
  controls: readonly ScreenControl[],
): readonly Line[] => {
  const records = useModel((model) => model.records)
  const vault = useVault()
  return useMemo(() => {
    const onlyCommands = typed.trimStart().startsWith('>')
    const line = onlyCommands ? typed.trimStart().slice(1) : typed
    const query = parseQuery(line)
    const words = [...query.words, ...query.phrases]
    const narrowed = Object.keys(query.filters).length > 0
    const asked = onlyCommands || (words.length > 0 && !narrowed)
    const commands = commandsNow()
      .filter((command) =>
        hasWords(
          `${titleOf(command)} ${command.also ?? ''} ${commandGroupLabels[command.group]}`,
          words,
        ),
      )
      .map(
        (command): Line => ({
          key: `command/${command.id}`,
          group: onlyCommands ? commandGroupLabels[command.group] : t('search.do'),
          icon: IconBolt,
          label: titleOf(command),
          name: titleOf(command),
          right: keycapsOf(command),
          types: command.group === 'new' && command.id !== 'capture',
          act: () => runCommand(command.id),
        }),
      )
    const titles = new Set(commands.map(({ name }) => name))
    const here = controls
      .filter(({ name }) => !titles.has(name) && hasWords(name, words))
      .map(
        ({ name, press }): Line => ({
          key: `control/${name}`,
          group: t('search.onThisScreen'),
          icon: IconPointer,
          label: name,
          name,
          act: press,
        }),
      )
    const found = answer.hits.map((hit): Line => {
      const mentee = records[hit.record]?.mentee
      const name = mentee === undefined ? '' : displayName(mentee)
      const title = (hit.kind === 'mentee' ? name : hit.title) || name || t(SEARCH_KINDS[hit.kind])
      const about = [
        t(SEARCH_KINDS[hit.kind]),
        title === name ? '' : name,
        ...hit.themes,
        hit.date === '' ? '' : shortDay(hit.date),
      ]
        .filter(Boolean)
        .join(' · ')
      return {
        key: hit.key,
        group: t('search.foundGroup'),
        icon: IconSearch,
        label: title,
        name: `${title}, ${about}`,
        below: (
          <>
            {about}
            {hit.passage !== '' && (
              <>
                <br />
                <Passage {...hit} />
              </>
            )}
          </>
        ),
        act: () => openHit(hit),
      }
    })
    const saved = kept(vault.savedSearches).map(
      ({ id, query: line }): Line => ({
        key: `saved/${id}`,
        group: t('search.saved'),
        icon: IconBookmark,
        label: line,
        name: t('search.savedNamed', { search: line }),
        act: () => palette.open(),
      }),
    )
    if (onlyCommands) return [...commands, ...here]
    if (words.length === 0 && !narrowed) return [...saved, ...commands.slice(0, MOST_COMMANDS + 4)]
    if (!asked) return found
    // A command that is being named comes first; whatever else merely has the words comes after what was written.
    const named = commands.filter(({ name }) => isNamedBy(name, line))
    const others = commands.filter((command) => !named.includes(command))
    return [
      ...named,
      ...found,
      ...others
        .slice(0, MOST_COMMANDS)
        .map((command) => ({ ...command, group: t('search.commandsAndSettings') })),
      ...here.slice(0, MOST_COMMANDS),
    ]
  }, [typed, answer, controls, records, vault])
}

const selectTyped = (): void =>
  document.querySelector<HTMLInputElement>(`[aria-controls="${LIST}"]`)?.select()

/** A dialog that closes gives the focus back a moment later; by then it is this field's, unless a text is being opened. */
const keepFocus = ({ target }: FocusEvent): void => {
  if (isTypingAhead()) return
  if (target instanceof Element && target.closest('[role="dialog"]') === null)
    document.querySelector<HTMLInputElement>(`[aria-controls="${LIST}"]`)?.focus()
}

const selectFirst = (): void => {
  const all = document.querySelectorAll(`#${LIST} [data-action]`)
  for (const one of all) one.removeAttribute('data-selected')
  all[0]?.setAttribute('data-selected', 'true')
  store.updateState((state) => ({ ...state, selected: all.length > 0 ? 0 : -1 }))
}

export const Palette = () => {
  const [typed, setTyped] = useState('')
  const [controls, setControls] = useState<readonly ScreenControl[]>([])
  const { opened, selected } = useSpotlight(store)
  const answer = useAnswer(typed, opened && !typed.trimStart().startsWith('>'))
  const lines = useLines(typed, answer, controls)
  const open = (): void => {
    setControls(screenControls())
    setTyped('')
    palette.open()
  }
  // Asked for again while it is open, it waits for another line.
  useCommand('search', opened ? selectTyped : open)
  useEffect(() => {
    if (opened) document.addEventListener('focusin', keepFocus)
    return () => document.removeEventListener('focusin', keepFocus)
  }, [opened])
  // The first line is the one that Enter takes, however late the answer came.
  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever there are other lines
  useLayoutEffect(() => {
    if (opened) selectFirst()
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
          if (event.key === 'Enter' && document.querySelector(`#${LIST} [data-selected]`) === null)
            selectFirst()
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
