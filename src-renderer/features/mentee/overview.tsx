/** A mentee's first tab: the five-minute brief, and the timeline of everything. */
import { Box } from '@mantine/core'
import type { RecordProjection } from '../../../shared/model/projection'
import { t } from '../../../shared/words/words'
import { Section } from '../../ui/section'
import { BriefCards } from './brief'
import classes from './overview.module.css'
import { Timeline } from './timeline'

export const Overview = ({ record }: { readonly record: RecordProjection }) => (
  <Box className={classes.columns ?? ''} pt="sm">
    <BriefCards record={record} />
    <Section dense title={t('mentee.timeline')}>
      <Timeline record={record} />
    </Section>
  </Box>
)
