/** What the insights are about: a time, a class, a group. All of them stand under it. */
import { Group, Select } from '@mantine/core'
import type { RecordProjection } from '../../../shared/model/projection'
import { classOn } from '../../../shared/model/record/enrolment'
import type { InsightFilter } from '../../../shared/views/insights'
import { t } from '../../../shared/words/words'
import { DayField } from '../../forms/day-field'

export const InsightFilterFields = ({
  filter,
  records,
  onChange,
}: {
  readonly filter: InsightFilter
  /** Whose classes and groups there are to choose from. */
  readonly records: readonly RecordProjection[]
  readonly onChange: (next: Partial<InsightFilter>) => void
}) => {
  const groups = [...new Set(records.map(({ mentee }) => mentee.reachGroup).filter(Boolean))].sort()
  const classes = [...new Set(records.flatMap((record) => classOn(record, filter.to) ?? []))].sort(
    (a, b) => a - b,
  )
  return (
    <Group align="flex-end" gap="sm">
      <DayField
        label={t('common.fromDay')}
        value={filter.from}
        onChange={(from) => onChange({ from })}
      />
      <DayField label={t('common.toDay')} value={filter.to} onChange={(to) => onChange({ to })} />
      <Select
        label={t('common.class')}
        placeholder={t('insights.all')}
        clearable
        w={120}
        data={classes.map(String)}
        value={filter.classYear === null ? null : String(filter.classYear)}
        onChange={(year) => onChange({ classYear: year === null ? null : Number(year) })}
      />
      <Select
        label={t('common.reachGroup')}
        placeholder={t('insights.all')}
        clearable
        w={120}
        data={groups}
        value={filter.group}
        onChange={(group) => onChange({ group })}
      />
    </Group>
  )
}
