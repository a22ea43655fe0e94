/** The chips under the search field: each writes an operator into the line, or takes one out again. */
import { Button, Group, Menu, Pill, ScrollArea } from '@mantine/core'
import { academicYear, academicYearEnd } from '../../../shared/base/academic-year'
import { addDays } from '../../../shared/base/day'
import { SEARCH_KINDS, SEARCH_STATES } from '../../../shared/crdt/about'
import { currentRecords } from '../../../shared/model/projection'
import { displayName } from '../../../shared/model/record/mentee'
import { type Operator, tokensOf, withOperator, withoutToken } from '../../../shared/search/query'
import { t } from '../../../shared/words/words'
import { useModel, useVault } from '../../context/vault/session'
import { searchStateLabels, visibilityLabels } from '../../ui/labels'
import { useToday } from '../../ui/when'

interface Choice {
  readonly operator: Operator
  readonly value: string
  readonly label: string
}

const inOrder = (values: Iterable<string>): readonly string[] =>
  [...new Set(values)].filter(Boolean).sort((a, b) => a.localeCompare(b))

const useChoices = (): readonly (readonly [label: string, choices: readonly Choice[]])[] => {
  const records = currentRecords(useModel((model) => model.records))
  const { turnover } = useVault().settings
  const same = (operator: Operator, values: readonly string[]): readonly Choice[] =>
    values.map((value) => ({ operator, value, label: value }))
  const labelled = (
    operator: Operator,
    values: readonly string[],
    labels: Readonly<Record<string, string>>,
  ) => values.map((value) => ({ operator, value, label: labels[value] ?? value }))
  const day = useToday()
  const { from } = academicYear(academicYearEnd(day, turnover), turnover)
  return [
    [t('common.mentee'), same('mentee', inOrder(records.map(({ mentee }) => displayName(mentee))))],
    [
      t('common.kind'),
      Object.entries(SEARCH_KINDS).map(([value, label]) => ({
        operator: 'kind',
        value,
        label: t(label),
      })),
    ],
    [
      t('common.date'),
      [
        {
          operator: 'after',
          value: addDays(day, -30),
          label: t('search.last30Days'),
        },
        { operator: 'on', value: day.slice(0, 7), label: t('search.thisMonth') },
        { operator: 'after', value: from, label: t('search.thisAcademicYear') },
        { operator: 'before', value: from, label: t('search.earlierYears') },
      ],
    ],
    [
      t('search.theme'),
      same(
        'theme',
        inOrder(
          records.flatMap(({ notes, goals, reflections, sessions }) =>
            [notes, goals, reflections, sessions].flatMap((items) =>
              items.flatMap(({ themes }) => themes),
            ),
          ),
        ),
      ),
    ],
    [
      t('search.visibility'),
      labelled('visibility', ['memory-aid', 'shared', 'program'], visibilityLabels),
    ],
    [
      t('search.rotation'),
      same(
        'rotation',
        inOrder(records.flatMap(({ rotations }) => rotations.map(({ block }) => block))),
      ),
    ],
    [t('search.state'), labelled('is', SEARCH_STATES, searchStateLabels)],
  ]
}

export const SearchChips = ({
  typed,
  onType,
}: {
  readonly typed: string
  readonly onType: (typed: string) => void
}) => {
  const choices = useChoices()
  return (
    <Group gap={6} px="sm" py={8} role="group" aria-label={t('search.narrowDown')}>
      {tokensOf(typed)
        .filter(({ operator }) => operator !== undefined)
        .map(({ raw }) => (
          <Pill
            key={raw}
            size="md"
            withRemoveButton
            removeButtonProps={{
              'aria-label': t('search.removeChip', { condition: raw }),
              'aria-hidden': false,
              tabIndex: 0,
            }}
            onRemove={() => onType(withoutToken(typed, raw))}
          >
            {raw}
          </Pill>
        ))}
      {choices
        .filter(([, values]) => values.length > 0)
        .map(([label, values]) => (
          <Menu key={label} withinPortal shadow="sm" position="bottom-start" zIndex={400}>
            <Menu.Target>
              <Button size="compact-xs" variant="default">
                {label}
              </Button>
            </Menu.Target>
            <Menu.Dropdown>
              <ScrollArea.Autosize mah={260} type="auto">
                {values.map(({ operator, value, label: name }) => (
                  <Menu.Item
                    key={name}
                    onClick={() => onType(withOperator(typed, operator, value))}
                  >
                    {name}
                  </Menu.Item>
                ))}
              </ScrollArea.Autosize>
            </Menu.Dropdown>
          </Menu>
        ))}
    </Group>
  )
}
