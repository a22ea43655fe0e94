/** The lines of the palette: what was found, commands, and the buttons of the screen, for what is typed. */
import { IconBookmark } from '@tabler/icons-react'
import { useMemo } from 'react'
import { kept } from '../../../shared/model/projection'
import type { SearchAnswer } from '../../../shared/search/engine'
import { parseQuery } from '../../../shared/search/query'
import { t } from '../../../shared/words/words'
import type { ScreenControl } from '../../context/commands/screen-controls'
import { useModel, useVault } from '../../context/vault/session'
import { commandLines, controlLines, isNamedBy, wordsFirst } from './command-lines'
import { foundLine } from './found-lines'
import type { Line } from './palette-line'
import { useStartLines } from './palette-start'

/** Beside what was found in the vault; after ">" there is no limit. */
const MOST_COMMANDS = 6
const MOST_FIRST = 10
/** The palette does not offer itself. */
const ITSELF = 'command/search'

/** A line that begins with ">" is about commands only. */
export const isForCommands = (typed: string): boolean => typed.trimStart().startsWith('>')

/** The command that is named by what is typed, and comes first whatever else is found. */
export const lineNamedBy = (typed: string): Line | undefined => {
  const { words, phrases, filters } = parseQuery(typed)
  if (Object.keys(filters).length > 0) return undefined
  return commandLines([...words, ...phrases], false).find(({ name }) => isNamedBy(name, typed))
}

/** As they are drawn: each group whole, in the order in which it comes first. */
const byGroup = (lines: readonly Line[]): readonly Line[] =>
  [...new Set(lines.map(({ group }) => group))].flatMap((name) =>
    lines.filter(({ group }) => group === name),
  )

export const useLines = (
  typed: string,
  answer: SearchAnswer,
  controls: readonly ScreenControl[],
): readonly Line[] => {
  const records = useModel((model) => model.records)
  const vault = useVault()
  const start = useStartLines()
  return useMemo(() => {
    const onlyCommands = isForCommands(typed)
    const line = onlyCommands ? typed.trimStart().slice(1) : typed
    const query = parseQuery(line)
    const words = [...query.words, ...query.phrases]
    const narrowed = Object.keys(query.filters).length > 0
    const asked = onlyCommands || (words.length > 0 && !narrowed)
    const commands = commandLines(words, onlyCommands)
    const here = wordsFirst(controlLines(controls, words, commands), words)
    const found = answer.hits.map((hit) => foundLine(hit, records))
    const saved = kept(vault.savedSearches).map(
      ({ id, query: line }): Line => ({
        key: `saved/${id}`,
        group: t('search.saved'),
        icon: IconBookmark,
        label: line,
        name: t('search.savedNamed', { search: line }),
        // Words are typed behind it.
        act: `${line} `,
      }),
    )
    // A command that is being named comes first; whatever else merely has the words comes after what was written.
    const named = commands.filter(({ name }) => isNamedBy(name, line))
    const others = wordsFirst(
      commands.filter((command) => !named.includes(command)),
      words,
    )
    if (onlyCommands) {
      const namedHere = here.filter(({ name }) => isNamedBy(name, line))
      return byGroup([
        ...named,
        ...namedHere,
        ...others,
        ...here.filter((one) => !namedHere.includes(one)),
      ])
    }
    if (words.length === 0 && !narrowed)
      return [
        ...start,
        ...saved,
        ...commands.filter(({ key }) => key !== ITSELF).slice(0, MOST_FIRST),
      ]
    if (!asked) return found
    return byGroup([
      ...named,
      ...found,
      ...others
        .slice(0, MOST_COMMANDS)
        .map((command) => ({ ...command, group: t('search.commandsAndSettings') })),
      ...here.slice(0, MOST_COMMANDS),
    ])
  }, [typed, answer, controls, records, vault, start])
}
