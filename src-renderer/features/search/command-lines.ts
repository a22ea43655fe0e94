/** The palette's lines for what can be done: commands, and the buttons of the screen behind it. */
import { IconBolt, IconPointer } from '@tabler/icons-react'
import { fold } from '../../../shared/base/fold'
import { t } from '../../../shared/words/words'
import { commandsNow, runCommand } from '../../context/commands/commands'
import { titleOf } from '../../context/commands/list/all'
import type { ScreenControl } from '../../context/commands/screen-controls'
import { keycapsOf } from '../../context/commands/shortcuts'
import { commandGroupLabels } from '../../ui/labels'
import type { Line } from './palette-line'

const hasWords = (text: string, words: readonly string[]): boolean => {
  const folded = fold(text)
  return words.every((word) => folded.includes(word))
}

/** Those whose own words begin so come first: for `end`, End session, and then what is in a calendar. */
export const wordsFirst = (lines: readonly Line[], words: readonly string[]): readonly Line[] => {
  const begins = ({ name }: Line): boolean =>
    words.every((word) => ` ${fold(name)}`.includes(` ${word}`))
  return [...lines.filter(begins), ...lines.filter((line) => !begins(line))]
}

/** Whether a line names a command: its first word whole, and the rest as far as it is typed. `new n`, New note. */
export const isNamedBy = (title: string, line: string): boolean => {
  const [name, typed] = [fold(title), fold(line).trim()]
  const first = /^\S+/.exec(name)?.[0] ?? ''
  return name.startsWith(typed) && typed.length >= first.length
}

/** Under the heads of their groups, or all under one. */
export const commandLines = (words: readonly string[], grouped: boolean): readonly Line[] =>
  commandsNow()
    .filter((command) =>
      hasWords(
        `${titleOf(command)} ${command.also ?? ''} ${commandGroupLabels[command.group]}`,
        words,
      ),
    )
    .map(
      (command): Line => ({
        key: `command/${command.id}`,
        group: grouped ? commandGroupLabels[command.group] : t('search.do'),
        icon: IconBolt,
        label: titleOf(command),
        name: titleOf(command),
        ...(command.within === undefined ? {} : { below: t(command.within) }),
        right: keycapsOf(command),
        types: command.group === 'new' && command.id !== 'capture',
        act: () => runCommand(command.id),
      }),
    )

/** What a command does already is not offered twice. */
export const controlLines = (
  controls: readonly ScreenControl[],
  words: readonly string[],
  commands: readonly Line[],
): readonly Line[] => {
  const titles = new Set(commands.map(({ name }) => name))
  return controls
    .filter(({ name }) => !titles.has(name) && hasWords(name, words))
    .map(
      ({ name, types, press }): Line => ({
        key: `control/${name}`,
        group: t('search.onThisScreen'),
        icon: IconPointer,
        label: name,
        name,
        types,
        act: press,
      }),
    )
}
