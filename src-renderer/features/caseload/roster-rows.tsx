/** Every row of a roster, before anything is imported: what happens with it, and why. */
import { Badge, Table, Text } from '@mantine/core'
import { type RosterRow, rosterHeadings } from '../../../shared/exchange/roster'
import { spoken, t } from '../../../shared/words/words'

const WHAT = {
  new: spoken({ label: 'roster.new' }, { color: 'teal' }),
  update: spoken({ label: 'roster.update' }, { color: 'blue' }),
  unchanged: spoken({ label: 'roster.noChange' }, { color: 'gray' }),
  duplicate: spoken({ label: 'roster.leftOut' }, { color: 'amber' }),
  error: spoken({ label: 'roster.leftOut' }, { color: 'red' }),
} as const

const changesOf = (row: RosterRow): string =>
  row.problem ??
  (row.what === 'update' && row.next !== undefined
    ? Object.entries(row.next)
        .map(
          ([field, value]) =>
            `${rosterHeadings[field as keyof typeof rosterHeadings]}: ${Array.isArray(value) ? value.join(', ') : value}`,
        )
        .join('; ')
    : '')

export const RosterRows = ({ rows }: { readonly rows: readonly RosterRow[] }) => (
  <Table.ScrollContainer minWidth={600} mah={420}>
    <Table aria-label={t('roster.rows')} stickyHeader verticalSpacing={4}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('roster.row')}</Table.Th>
          <Table.Th>{t('common.name')}</Table.Th>
          <Table.Th>{t('roster.whatHappens')}</Table.Th>
          <Table.Th>{t('roster.why')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {rows.map((row) => (
          <Table.Tr key={row.line}>
            <Table.Td className="tabular">{row.line}</Table.Td>
            <Table.Td>{row.name || '–'}</Table.Td>
            <Table.Td>
              <Badge color={WHAT[row.what].color}>{WHAT[row.what].label}</Badge>
            </Table.Td>
            <Table.Td>
              {changesOf(row)}
              {row.warnings?.map((warning) => (
                <Text key={warning} size="sm" c="var(--care)">
                  {warning}
                </Text>
              ))}
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  </Table.ScrollContainer>
)
