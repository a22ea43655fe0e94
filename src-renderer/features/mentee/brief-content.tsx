/** The brief in words only: beside a session, and on paper. */
import { Stack, Text } from '@mantine/core'
import { firstWords } from '../../../shared/model/record/reflection'
import type { Brief } from '../../../shared/views/brief'
import { t } from '../../../shared/words/words'
import { relativeDay, shortDay, useToday } from '../../ui/when'
import { Written } from '../../ui/written'
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
  const day = useToday()
  return (
    <Stack gap="sm">
      <Text size="sm" c="dimmed">
        {brief.daysSince === null
          ? t('briefContent.youHaveNotMetYet')
          : t('briefContent.lastContactRelativeday', {
              relativeDay: relativeDay(brief.lastContact ?? '', day),
            })}
      </Text>
      {brief.takeaway !== '' && (
        <div>
          <Heading>{t('briefContent.fromLastTime')}</Heading>
          <Written size="sm" lineClamp={compact ? 5 : 8}>
            {brief.takeaway}
          </Written>
        </div>
      )}
      {brief.actions.length > 0 && (
        <div>
          <Heading>{t('briefContent.openActionItems')}</Heading>
          {brief.actions.map((item) => (
            <Text key={item.id} size="sm">
              {item.whose === 'coach' ? t('briefContent.me') : ''}
              {item.what}
              {item.due === null ? '' : t('briefContent.dueDue', { due: shortDay(item.due) })}
            </Text>
          ))}
        </div>
      )}
      {brief.goals.length > 0 && (
        <div>
          <Heading>{t('briefContent.goals')}</Heading>
          {brief.goals.slice(0, MOST_GOALS).map(({ goal, confidence, score }) => (
            <Text key={goal.id} size="sm">
              {goal.title}
              <Text span c="dimmed" size="sm">
                {[
                  score !== null && t('briefContent.scoreOf10', { score }),
                  confidence !== null && t('briefContent.confidenceConfidence', { confidence }),
                ]
                  .filter(Boolean)
                  .join('')}
              </Text>
            </Text>
          ))}
        </div>
      )}
      {brief.ask.length > 0 && (
        <div>
          <Heading>{t('briefContent.ask')}</Heading>
          {brief.ask.map((item) => (
            <Text key={item.id} size="sm">
              {item.text}
            </Text>
          ))}
        </div>
      )}
      {brief.avoid !== '' && (
        <div>
          <Heading>{t('briefContent.ratherNot')}</Heading>
          <Written size="sm">{brief.avoid}</Written>
        </div>
      )}
      {brief.reflection !== undefined && (
        <div>
          <Heading>{t('briefContent.latestReflection')}</Heading>
          <Text size="sm" lineClamp={3}>
            {brief.reflection.prompt || firstWords(brief.reflection)}
          </Text>
        </div>
      )}
      {brief.checkIn !== undefined && (
        <div>
          <Heading>{t('briefContent.latestCheckIn')}</Heading>
          <Text size="sm">
            {checkInSummary(brief.checkIn)}, {shortDay(brief.checkIn.date)}
          </Text>
        </div>
      )}
      {brief.dates.length > 0 && (
        <div>
          <Heading>{t('briefContent.ahead')}</Heading>
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
