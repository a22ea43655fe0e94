/** Which column of a roster is what: guessed from its heads, and said by the coach. */
import { Select, SimpleGrid, Title } from '@mantine/core'
import { type Mapping, ROSTER_FIELDS, rosterHeadings } from '../../../shared/exchange/roster'
import { t } from '../../../shared/words/words'

export const RosterColumns = ({
  columns,
  mapping,
  onChange,
}: {
  readonly columns: readonly string[]
  readonly mapping: Mapping
  readonly onChange: (mapping: Mapping) => void
}) => (
  <>
    <Title order={2}>{t('roster.columns')}</Title>
    <SimpleGrid cols={{ base: 2, sm: 4 }} spacing="sm">
      {ROSTER_FIELDS.map((field) => (
        <Select
          key={field}
          label={rosterHeadings[field]}
          placeholder={t('roster.notInFile')}
          size="xs"
          clearable
          data={columns.map((column, index) => ({
            value: String(index),
            label: column || t('roster.columnNumber', { number: index + 1 }),
          }))}
          value={mapping[field] === undefined ? null : String(mapping[field])}
          onChange={(column) => {
            const { [field]: _, ...others } = mapping
            onChange(column === null ? others : { ...others, [field]: Number(column) })
          }}
        />
      ))}
    </SimpleGrid>
  </>
)
