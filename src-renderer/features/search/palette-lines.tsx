/** The lines of the palette: what was found, commands, and the buttons of the screen, for what is typed. */
import { Mark } from '@mantine/core'
import {
  IconArrowRight,
  IconBolt,
  IconBookmark,
  IconBooks,
  IconCalendarEvent,
  IconCheckbox,
  IconClipboardText,
  IconFileText,
  IconHeartbeat,
  IconInbox,
  IconMapPin,
  IconMessages,
  IconNote,
  IconPointer,
  IconShare,
  IconTarget,
  IconTemplate,
  IconUser,
  IconWriting,
} from '@tabler/icons-react'
import { type ReactNode, useMemo } from 'react'
import { fold } from '../../../shared/base/fold'
import { SEARCH_KINDS, type SearchKind } from '../../../shared/crdt/about'
import { kept } from '../../../shared/model/projection'
import { displayName } from '../../../shared/model/record/mentee'
import type { SearchAnswer } from '../../../shared/search/engine'
import { inOneLine, type SearchHit } from '../../../shared/search/hit'
import { parseQuery } from '../../../shared/search/query'
import { t } from '../../../shared/words/words'
import { go, useApp } from '../../context/app-state'
import { commandsNow, runCommand } from '../../context/commands/commands'
import { titleOf } from '../../context/commands/list/all'
import type { ScreenControl } from '../../context/commands/screen-controls'
import { keycapsOf } from '../../context/commands/shortcuts'
import { useModel, useVault } from '../../context/vault/session'
import { commandGroupLabels } from '../../ui/labels'
import { shortDay } from '../../ui/when'
import { routeOf } from './found-route'
import type { Line } from './palette-line'
import { useStartLines } from './palette-start'
import { palette } from './palette-store'

/** Beside what was found in the vault; after ">" there is no limit. */
const MOST_COMMANDS = 6
const MOST_FIRST = 10
/** The palette does not offer itself. */
const ITSELF = 'command/search'

const KIND_ICONS: Readonly<Record<SearchKind, typeof IconBolt>> = {
  mentee: IconUser,
  note: IconNote,
  session: IconMessages,
  goal: IconTarget,
  reflection: IconWriting,
  'check-in': IconHeartbeat,
  action: IconCheckbox,
  referral: IconArrowRight,
  plan: IconMapPin,
  agreement: IconFileText,
  date: IconCalendarEvent,
  prep: IconClipboardText,
  shared: IconShare,
  resource: IconBooks,
  template: IconTemplate,
  capture: IconInbox,
}

const Passage = ({ passage, marks }: SearchHit) => {
  const parts: ReactNode[] = []
  const end = passage.trimEnd().length
  let at = passage.length - passage.trimStart().length
  for (const [from, to] of marks) {
    parts.push(
      inOneLine(passage.slice(at, from)),
      <Mark key={from} color="amber">
        {inOneLine(passage.slice(from, to))}
      </Mark>,
    )
    at = to
  }
  return (
    <>
      {parts}
      {inOneLine(passage.slice(at, end))}
    </>
  )
}

const openHit = (hit: SearchHit): void => {
  go(routeOf(hit))
  useApp.setState({ finding: { item: hit.id, words: hit.found } })
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

export const useLines = (
  typed: string,
  answer: SearchAnswer,
  controls: readonly ScreenControl[],
): readonly Line[] => {
  const records = useModel((model) => model.records)
  const vault = useVault()
  const start = useStartLines()
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
          ...(command.within === undefined ? {} : { below: t(command.within) }),
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
        icon: KIND_ICONS[hit.kind],
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
    // A command that is being named comes first; whatever else merely has the words comes after what was written.
    const named = commands.filter(({ name }) => isNamedBy(name, line))
    const others = commands.filter((command) => !named.includes(command))
    if (onlyCommands) return [...named, ...others, ...here]
    if (words.length === 0 && !narrowed)
      return [
        ...start,
        ...saved,
        ...commands.filter(({ key }) => key !== ITSELF).slice(0, MOST_FIRST),
      ]
    if (!asked) return found
    return [
      ...named,
      ...found,
      ...others
        .slice(0, MOST_COMMANDS)
        .map((command) => ({ ...command, group: t('search.commandsAndSettings') })),
      ...here.slice(0, MOST_COMMANDS),
    ]
  }, [typed, answer, controls, records, vault, start])
}
