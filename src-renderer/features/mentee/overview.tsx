/** A mentee's first tab: the five-minute brief, and beside it the timeline of everything. */
import { Box } from '@mantine/core'
import type { RecordProjection } from '../../../shared/model/projection'
import { t } from '../../../shared/words/words'
import { Section } from '../../ui/section'
import { BriefCards } from './brief'
import classes from './overview.module.css'
import { Timeline } from './timeline'

export const Overview = ({ record }: { readonly record: RecordProjection }) => (
  <Box className={classes.columns ?? ''} pt="md">
    <BriefCards record={record} />
    <Section title={t('mentee.timeline')}>
      <Timeline record={record} />
    </Section>
  </Box>
)
