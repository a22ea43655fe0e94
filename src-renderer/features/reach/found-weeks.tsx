/** The REACH weeks that a calendar file has: what each is taken for, what would change, and whether it comes in. */
import { Checkbox, ScrollArea, Select, Table, Text } from '@mantine/core'
import { yearOf } from '../../../shared/base/academic-year'
import { classesOn } from '../../../shared/exchange/school-calendar'
import type { FoundWeek, Standing } from '../../../shared/exchange/school-weeks'
import { spoken, t } from '../../../shared/words/words'
import { shortDay } from '../../ui/when'

export interface WeekRow extends FoundWeek {
  readonly taken: boolean
}

const QUARTERS = ['1', '2', '3', '4']
const WHY_NOT: Readonly<Partial<Record<Standing['what'], string>>> = spoken({
  known: 'reach.alreadyHere',
  twice: 'reach.twice',
  'without-class': 'reach.withoutClass',
})

const days = ({ start, end }: Pick<FoundWeek, 'start' | 'end'>): string =>
  t('reach.fromTo', { start: shortDay(start), end: shortDay(end) })

const classOptions = (start: string, turnover: string) =>
  classesOn(start, turnover).map((one) => ({
    value: String(one),
    label: t('reach.classInYear', { class: one, year: yearOf(one, start, turnover) ?? 0 }),
  }))

const Dates = ({ row, standing }: { readonly row: WeekRow; readonly standing: Standing }) => {
  const { week, what } = standing
  const moved = what === 'changed' && week !== undefined && days(week) !== days(row)
  const why = WHY_NOT[what]
  return (
    <>
      <Text size="sm" className="tabular">
        {moved ? t('reach.wasNow', { before: days(week), now: days(row) }) : days(row)}
      </Text>
      {why !== undefined && (
        <Text size="sm" c="dimmed">
          {why}
        </Text>
      )}
    </>
  )
}

export const FoundWeeks = ({
  rows,
  standings,
  turnover,
  change,
}: {
  readonly rows: readonly WeekRow[]
  readonly standings: readonly Standing[]
  readonly turnover: string
  readonly change: (key: string, next: Partial<WeekRow>) => void
}) => (
  <ScrollArea.Autosize mah="45vh">
    <Table aria-label={t('reach.foundWeeks')} stickyHeader verticalSpacing={4}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('common.takeIn')}</Table.Th>
          <Table.Th>{t('calendar.inTheCalendar')}</Table.Th>
          <Table.Th>{t('common.class')}</Table.Th>
          <Table.Th>{t('reach.quarter')}</Table.Th>
          <Table.Th>{t('reach.dates')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {rows.map((row, index) => {
          const standing = standings[index]
          if (standing === undefined) return null
          const { key, words, classYear, quarter, start } = row
          const day = shortDay(start)
          const stays = standing.what !== 'new' && standing.what !== 'changed'
          return (
            <Table.Tr key={key}>
              <Table.Td>
                <Checkbox
                  size="md"
                  aria-label={t('reach.takeInWeek', { words, class: classYear ?? '–', day })}
                  checked={row.taken && !stays}
                  disabled={stays}
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
              <Table.Td>
                <Select
                  aria-label={t('reach.quarterOf', { words, day })}
                  size="xs"
                  w={70}
                  allowDeselect={false}
                  data={QUARTERS}
                  value={String(quarter)}
                  onChange={(value) => change(key, { quarter: Number(value), taken: true })}
                />
              </Table.Td>
              <Table.Td>
                <Dates row={row} standing={standing} />
              </Table.Td>
            </Table.Tr>
          )
        })}
      </Table.Tbody>
    </Table>
  </ScrollArea.Autosize>
)
