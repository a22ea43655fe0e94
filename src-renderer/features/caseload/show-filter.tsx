import { SegmentedControl } from '@mantine/core'
import type { CaseloadShow } from './caseload-list'

export const ShowFilter = ({
  show,
  onChange,
}: {
  readonly show: CaseloadShow
  readonly onChange: (show: CaseloadShow) => void
}) => (
  <SegmentedControl
    aria-label="Show"
    value={show}
    onChange={(value) => onChange(value as CaseloadShow)}
    data={[
      { value: 'current', label: 'Current' },
      { value: 'archived', label: 'Archived' },
    ]}
  />
)
