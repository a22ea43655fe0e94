/** Said above the record of access when it is not as it was written (store/disk/access-chain.ts). */
import { Alert, List, Text } from '@mantine/core'
import { t } from '../../../../shared/words/words'
import type { Gap } from '../../../store/disk/access-chain'
import { inWords } from '../../../ui/when'

const moment = (at: string): string => inWords(at, 'moment')

const sentenceOf = ({ since, until, missing }: Gap): string => {
  const entries = t('count.entry', { count: missing })
  if (missing === 0) return t('missing.entryDiffers', { time: moment(until ?? since ?? '') })
  if (since !== undefined && until !== undefined)
    return t('missing.between', { entries, since: moment(since), until: moment(until) })
  if (until !== undefined) return t('missing.before', { entries, until: moment(until) })
  if (since !== undefined) return t('missing.after', { entries, since: moment(since) })
  return t('missing.all', { entries })
}

export const MissingEntries = ({ gaps }: { readonly gaps: readonly Gap[] }) =>
  gaps.length > 0 && (
    <Alert color="amber" role="alert" title={t('missing.notAsItWasWritten')}>
      <List size="sm" spacing={4}>
        {gaps.map((gap) => (
          <List.Item key={`${gap.since} ${gap.until} ${gap.missing}`}>{sentenceOf(gap)}</List.Item>
        ))}
      </List>
      <Text size="sm" mt="xs">
        {t('missing.theFileWasChanged')}
      </Text>
    </Alert>
  )
