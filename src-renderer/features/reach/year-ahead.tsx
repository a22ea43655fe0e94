/** Half a year of the whole caseload on one page, to plan by: who is on which rotation, and whose exam is when. */
import { Button, Group, Text, UnstyledButton } from '@mantine/core'
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import { useState } from 'react'
import { addDays } from '../../../shared/base/day'
import type { RecordProjection } from '../../../shared/model/projection'
import { monthsBetween } from '../../../shared/views/insights'
import { type MenteeMonth, yearAhead } from '../../../shared/views/year-ahead'
import { t } from '../../../shared/words/words'
import { go } from '../../context/app-state'
import { useVault } from '../../context/vault/session'
import { QuietButton } from '../../ui/quiet-button'
import { inWords, longDay, shortDay, useToday } from '../../ui/when'
import classes from './year-ahead.module.css'

/** As many as have room for their words side by side. */
const SHOWN = 6
/** So far one can go back and on. */
const DAYS_BACK = 366
const DAYS_ON = 4 * 366

const Month = ({ of }: { readonly of: MenteeMonth }) => (
  <td>
    {of.lasting.map(({ id, title, ends }) => {
      const words =
        ends === null ? title : t('yearAhead.until', { what: title, day: shortDay(ends) })
      return (
        <div key={id} className={classes.lasting} title={words}>
          {words}
        </div>
      )
    })}
    {of.days.map(({ id, title, date }) => (
      <div key={id} className={classes.day} title={`${title}, ${longDay(date)}`}>
        <span className={classes.date}>{Number(date.slice(8))}</span> {title}
      </div>
    ))}
  </td>
)

export const YearAhead = ({ records }: { readonly records: readonly RecordProjection[] }) => {
  const vault = useVault()
  const now = useToday()
  const [offset, setOffset] = useState(0)
  const all = monthsBetween(addDays(now, -DAYS_BACK), addDays(now, DAYS_ON))
  const first = all.indexOf(now.slice(0, 7)) + offset
  const months = all.slice(first, first + SHOWN)
  const words = (month: string): string => inWords(`${month}-01`, 'long month')
  return (
    <>
      <Group gap="xs" mb="sm">
        <QuietButton
          name={t('yearAhead.earlier')}
          icon={IconChevronLeft}
          disabled={first < SHOWN}
          onClick={() => setOffset(offset - SHOWN)}
        />
        <Text fw={600} aria-live="polite">
          {t('reach.fromTo', { start: words(months[0] ?? ''), end: words(months.at(-1) ?? '') })}
        </Text>
        <QuietButton
          name={t('yearAhead.later')}
          icon={IconChevronRight}
          disabled={first + 2 * SHOWN > all.length}
          onClick={() => setOffset(offset + SHOWN)}
        />
        {offset !== 0 && (
          <Button size="compact-sm" variant="subtle" onClick={() => setOffset(0)}>
            {t('yearAhead.fromNow')}
          </Button>
        )}
      </Group>
      <div className={classes.scroll}>
        <table className={classes.year} aria-label={t('yearAhead.table')}>
          <thead>
            <tr>
              <th scope="col">{t('common.mentee')}</th>
              {months.map((month) => (
                <th key={month} scope="col" data-now={now.startsWith(month) || undefined}>
                  {inWords(
                    `${month}-01`,
                    month.endsWith('-01') || month === months[0] ? 'month with year' : 'month',
                  )}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {yearAhead(records, vault, months).map(({ id, name, months: theirs }) => (
              <tr key={id}>
                <th scope="row">
                  <UnstyledButton onClick={() => go({ screen: 'mentee', id, tab: 'record' })}>
                    <Text fw={600}>{name}</Text>
                  </UnstyledButton>
                </th>
                {theirs.map((one) => (
                  <Month key={one.month} of={one} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  )
}
