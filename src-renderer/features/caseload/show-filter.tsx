import { SegmentedControl } from '@mantine/core'
import { t } from '../../../shared/words/words'
import type { CaseloadShow } from './caseload-list'

export const ShowFilter = ({
  show,
  onChange,
}: {
  readonly show: CaseloadShow
  readonly onChange: (show: CaseloadShow) => void
}) => (
  <SegmentedControl
    aria-label={t('common.show')}
    value={show}
    onChange={(value) => onChange(value as CaseloadShow)}
    data={[
      { value: 'current', label: t('caseload.current') },
      { value: 'archived', label: t('caseload.archived') },
    ]}
  />
)
