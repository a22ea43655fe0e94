/** The brief in words only: beside a session, and on paper. */
import { Stack, Text } from '@mantine/core'
import type { Brief } from '../../../shared/model/brief'
import { firstWords } from '../../../shared/model/reflection'
import { relativeDay, shortDay } from '../../ui/when'
import { checkInSummary } from '../check-ins/check-in-words'

const MOST_GOALS = 4

const Heading = ({ children }: { readonly children: string }) => (
  <Text component="h3" size="sm" fw={600} m={0}>
    {children}
  </Text>
)

export const BriefContent = ({
  brief,
  compact = false,
}: {
  readonly brief: Brief
  readonly compact?: boolean
}) => {
  return (
    <Stack gap="sm">
      <Text size="sm" c="dimmed">
        {brief.daysSince === null
          ? 'You have not met yet.'
          : `Last contact ${relativeDay(brief.lastContact ?? '')}.`}
      </Text>
      {brief.takeaway !== '' && (
        <div>
          <Heading>From last time</Heading>
          <Text size="sm" lineClamp={compact ? 5 : 8} style={{ whiteSpace: 'pre-line' }}>
            {brief.takeaway}
          </Text>
        </div>
      )}
      {brief.actions.length > 0 && (
        <div>
          <Heading>Open action items</Heading>
          {brief.actions.map((item) => (
            <Text key={item.id} size="sm">
              {item.whose === 'coach' ? 'Me: ' : ''}
              {item.what}
              {item.due === null ? '' : `, due ${shortDay(item.due)}`}
            </Text>
          ))}
        </div>
      )}
      {brief.goals.length > 0 && (
        <div>
          <Heading>Goals</Heading>
          {brief.goals.slice(0, MOST_GOALS).map(({ goal, confidence, score }) => (
            <Text key={goal.id} size="sm">
              {goal.title}
              <Text span c="dimmed" size="sm">
                {[score !== null && ` · ${score} of 10`, confidence !== null && ` · confidence ${confidence}`]
                  .filter(Boolean)
                  .join('')}
              </Text>
            </Text>
          ))}
        </div>
      )}
      {brief.ask.length > 0 && (
        <div>
          <Heading>Ask</Heading>
          {brief.ask.map((item) => (
            <Text key={item.id} size="sm">
              {item.text}
            </Text>
          ))}
        </div>
      )}
      {brief.avoid !== '' && (
        <div>
          <Heading>Rather not</Heading>
          <Text size="sm" style={{ whiteSpace: 'pre-line' }}>
            {brief.avoid}
          </Text>
        </div>
      )}
      {brief.reflection !== undefined && (
        <div>
          <Heading>Latest reflection</Heading>
          <Text size="sm" lineClamp={3}>
            {brief.reflection.prompt || firstWords(brief.reflection)}
          </Text>
        </div>
      )}
      {brief.checkIn !== undefined && (
        <div>
          <Heading>Latest check-in</Heading>
          <Text size="sm">
            {checkInSummary(brief.checkIn)}, {shortDay(brief.checkIn.date)}
          </Text>
        </div>
      )}
      {brief.dates.length > 0 && (
        <div>
          <Heading>Ahead</Heading>
          {brief.dates.map((one) => (
            <Text key={one.id} size="sm">
              {one.title}, {shortDay(one.date)}
            </Text>
          ))}
        </div>
      )}
    </Stack>
  )
}
