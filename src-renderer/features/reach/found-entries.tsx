/** What the school's calendar has of one sort: what each entry is taken for, what would change, and whether it comes in. */
import { Checkbox, ScrollArea, Select, Table, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import { yearOf } from '../../../shared/base/academic-year'
import { classesOn } from '../../../shared/exchange/school-calendar'
import type { WeekStanding } from '../../../shared/exchange/school-weeks'
import { spoken, t } from '../../../shared/words/words'
import { shortDay } from '../../ui/when'

interface Entry {
  readonly key: string
  readonly words: string
  readonly classYear: number | null
  readonly start: string
  readonly taken: boolean
}

type What = WeekStanding['what']

/** It comes in if it is taken. */
export const canComeIn = (what: What | undefined): boolean => what === 'new' || what === 'changed'

const WHY_NOT: Readonly<Partial<Record<What, string>>> = spoken({
  known: 'reach.alreadyHere',
  twice: 'reach.twice',
  'without-class': 'reach.withoutClass',
})

const classOptions = (start: string, turnover: string) =>
  classesOn(start, turnover).map((one) => ({
    value: String(one),
    label: t('reach.classInYear', { class: one, year: yearOf(one, start, turnover) ?? 0 }),
  }))

export const FoundEntries = <E extends Entry>({
  name,
  entries,
  whatOf,
  columns,
  turnover,
  change,
}: {
  readonly name: string
  readonly entries: readonly E[]
  readonly whatOf: (index: number) => What | undefined
  /** What it is taken for. */
  readonly columns: readonly {
    readonly label: string
    readonly cell: (entry: E, index: number) => ReactNode
  }[]
  readonly turnover: string
  readonly change: (key: string, next: Partial<Entry>) => void
}) => (
  <Table aria-label={name} stickyHeader verticalSpacing={4}>
    <Table.Thead>
      <Table.Tr>
        <Table.Th>{t('common.takeIn')}</Table.Th>
        <Table.Th>{t('calendar.inTheCalendar')}</Table.Th>
        <Table.Th>{t('common.class')}</Table.Th>
        {columns.map(({ label }) => (
          <Table.Th key={label}>{label}</Table.Th>
        ))}
      </Table.Tr>
    </Table.Thead>
    <Table.Tbody>
      {entries.map((entry, index) => {
        const { key, words, classYear, start, taken } = entry
        const what = whatOf(index)
        const day = shortDay(start)
        return (
          <Table.Tr key={key}>
            <Table.Td>
              <Checkbox
                size="md"
                aria-label={t('reach.takeInEntry', { words, class: classYear ?? '–', day })}
                checked={taken && canComeIn(what)}
                disabled={!canComeIn(what)}
                onChange={(event) => change(key, { taken: event.currentTarget.checked })}
              />
            </Table.Td>
            <Table.Td>{words}</Table.Td>
            <Table.Td>
              <Select
                aria-label={t('reach.classOf', { words, day })}
                placeholder={t('reach.chooseClass')}
                size="xs"
                w={130}
                allowDeselect={false}
                data={classOptions(start, turnover)}
                value={classYear === null ? null : String(classYear)}
                onChange={(value) => change(key, { classYear: Number(value), taken: true })}
              />
            </Table.Td>
            {columns.map(({ label, cell }) => (
              <Table.Td key={label}>{cell(entry, index)}</Table.Td>
            ))}
          </Table.Tr>
        )
      })}
    </Table.Tbody>
  </Table>
)

/** What there was, an arrow, and what there would be; and why it does not come in. */
export const Moved = ({
  before,
  now,
  what,
}: {
  readonly before?: string | undefined
  readonly now: string
  readonly what: What | undefined
}) => {
  const why = what === undefined ? undefined : WHY_NOT[what]
  return (
    <>
      {what === 'changed' && before !== undefined && before !== now && (
        <Text size="sm" c="dimmed" className="tabular">
          {t('reach.movesFrom', { dates: before })}
        </Text>
      )}
      <Text size="sm" className="tabular">
        {now}
      </Text>
      {why !== undefined && (
        <Text size="sm" c="dimmed">
          {why}
        </Text>
      )}
    </>
  )
}

/** They scroll by themselves, so that what is done with them stays in sight. */
export const Scrolled = ({ children }: { readonly children: ReactNode }) => (
  <ScrollArea.Autosize mah="45vh">{children}</ScrollArea.Autosize>
)
