/** Mentees by months: the darker a field, the more meetings. A table, so that it is read like one. */
import { Text, Tooltip, UnstyledButton } from '@mantine/core'
import { Fragment } from 'react'
import { type Cell, monthsBetween } from '../../../shared/views/insights'
import { t } from '../../../shared/words/words'
import { go } from '../../context/app-state'
import { inWords } from '../../ui/when'
import classes from './heat-map.module.css'

const DARKEST = 4

export const HeatMap = ({
  cells,
  from,
  to,
}: {
  readonly cells: readonly Cell[]
  readonly from: string
  readonly to: string
}) => {
  const months = monthsBetween(from, to)
  const names = [...new Set(cells.map(({ row }) => row))]
  const at = new Map(cells.map((cell) => [`${cell.row}\n${cell.column}`, cell]))
  return (
    <div className={classes.scroll}>
      <table className={classes.map} aria-label={t('insights.meetingsByMonth')}>
        <thead>
          <tr>
            <td />
            {months.map((month) => (
              <th key={month} scope="col">
                {inWords(
                  `${month}-01`,
                  month.endsWith('-01') || month === months[0] ? 'month with year' : 'month',
                )}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {names.map((name) => (
            <tr key={name}>
              <th scope="row">
                <UnstyledButton
                  onClick={() =>
                    go({
                      screen: 'mentee',
                      id: at.get(`${name}\n${months[0]}`)?.records[0] ?? '',
                      tab: 'overview',
                    })
                  }
                >
                  <Text size="sm" truncate maw={180}>
                    {name}
                  </Text>
                </UnstyledButton>
              </th>
              {months.map((month) => {
                const value = at.get(`${name}\n${month}`)?.value ?? 0
                return (
                  <Fragment key={month}>
                    <Tooltip
                      label={`${name}, ${inWords(`${month}-01`, 'long month')}: ${t('count.meeting', { count: value })}`}
                    >
                      <td className={classes.field} data-level={Math.min(value, DARKEST)}>
                        {value === 0 ? '' : value}
                      </td>
                    </Tooltip>
                  </Fragment>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
