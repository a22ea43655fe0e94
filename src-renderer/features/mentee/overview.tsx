/** A mentee's first tab: the five-minute brief, and the timeline of everything. */
import { Stack } from '@mantine/core'
import type { RecordProjection } from '../../../shared/model/projection'
import { Section } from '../../ui/section'
import { BriefCards } from './brief'
import { Timeline } from './timeline'

export const Overview = ({ record }: { readonly record: RecordProjection }) => (
  <Stack gap="md" pt="md">
    <BriefCards record={record} />
    <Section title="Timeline">
      <Timeline record={record} />
    </Section>
  </Stack>
)
