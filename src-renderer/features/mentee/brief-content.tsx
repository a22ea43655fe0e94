/** The brief in words only: beside a session, and on paper. */
import { Stack, Text } from '@mantine/core'
import { firstWords } from '../../../shared/model/record/reflection'
import type { Brief } from '../../../shared/views/brief'
import { t } from '../../../shared/words/words'
import { byWhen, inWords, longDay, relativeDay, shortDay, useToday } from '../../ui/when'
import { Written } from '../../ui/written'
import { checkInSummary } from '../check-ins/check-in-words'
import { changeWords } from './change-words'

const MOST_GOALS = 4

const Heading = ({ children }: { readonly children: string }) => (
  <Text component="h3" size="sm" fw={600} m={0}>
    {children}
  </Text>
)

/** The oldest day of them is the one to know. */
export const limitWords = (limits: Brief['limits']): string =>
  t('limits.lastSaid', { day: longDay(limits.map(({ saidOn }) => saidOn ?? '').sort()[0] ?? '') })

type Action = Brief['since']['mine'][number]

const actionWords = ({ what: action, due, doneOn }: Action): string =>
  doneOn !== null
    ? t('since.kept', { action, day: shortDay(doneOn) })
    : due === null
      ? action
      : t('brief.actionDue', { action, day: shortDay(due) })

/** One side's: what is open, and what was kept since. */
const Promised = ({
  title,
  items,
}: {
  readonly title: string
  readonly items: readonly Action[]
}) =>
  items.length === 0 ? null : (
    <div>
      <Heading>{title}</Heading>
      {items.map((item) => (
        <Text key={item.id} size="sm">
          {actionWords(item)}
        </Text>
      ))}
    </div>
  )

type DateAhead = Brief['dates'][number]

const dateAheadWords = ({ date, monthOnly }: DateAhead): string =>
  monthOnly === true ? inWords(date, 'long month') : shortDay(date)

/** What to ask around a day that is ahead. */
export const QuestionsAhead = ({ of: { questions = [] } }: { readonly of: DateAhead }) =>
  questions.map((question) => (
    <Text key={question} size="sm" c="dimmed">
      {question}
    </Text>
  ))

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
          ? t('brief.youHaveNotMetYet')
          : t('brief.lastContact', {
              day: relativeDay(brief.lastContact ?? '', day),
            })}
      </Text>
      {brief.toTell.map(({ id, by, time }) => (
        <Text key={id} size="sm" c="var(--care)">
          {t('brief.callToMake')} {byWhen(by, time, day)}
        </Text>
      ))}
      {brief.unsaid.length > 0 && (
        <div>
          <Heading>{t('concern.sayFirst')}</Heading>
          {brief.unsaid.map(({ id, what }) => (
            <Text key={id} size="sm">
              {what}
            </Text>
          ))}
        </div>
      )}
      {brief.limits.length > 0 && <Text size="sm">{limitWords(brief.limits)}</Text>}
      <Promised title={t('session.iPromised')} items={brief.since.mine} />
      <Promised title={t('session.theyPromised')} items={brief.since.theirs} />
      {brief.takeaway !== '' && (
        <div>
          <Heading>{t('brief.fromLastTime')}</Heading>
          <Written size="sm" lineClamp={compact ? 5 : 8}>
            {brief.takeaway}
          </Written>
        </div>
      )}
      {brief.since.changed.length > 0 && (
        <div>
          <Heading>{t('since.changed')}</Heading>
          {brief.since.changed.map((change) => (
            <Text key={change.key} size="sm">
              {changeWords(change)}, {shortDay(change.day)}
            </Text>
          ))}
        </div>
      )}
      {brief.goals.length > 0 && (
        <div>
          <Heading>{t('brief.goals')}</Heading>
          {brief.goals.slice(0, MOST_GOALS).map(({ goal, confidence, score }) => (
            <Text key={goal.id} size="sm">
              {goal.title}
              <Text span c="dimmed" size="sm">
                {[
                  score !== null && t('brief.score', { rating: score }),
                  confidence !== null && t('brief.confidence', { rating: confidence }),
                ]
                  .filter(Boolean)
                  .map((words) => ` · ${words}`)
                  .join('')}
              </Text>
            </Text>
          ))}
        </div>
      )}
      {brief.ask.length + brief.rotations.length > 0 && (
        <div>
          <Heading>{t('brief.ask')}</Heading>
          {brief.rotations.map(({ what, rotation: { id, block } }) => (
            <Text key={id} size="sm">
              {what === 'debrief'
                ? t('rotation.debrief', { rotation: block })
                : `${block}: ${t(what === 'ahead' ? 'rotation.askAhead' : 'rotation.askMidway')}`}
            </Text>
          ))}
          {brief.ask.map((item) => (
            <Text key={item.id} size="sm">
              {item.text}
            </Text>
          ))}
        </div>
      )}
      {brief.avoid !== '' && (
        <div>
          <Heading>{t('brief.ratherNot')}</Heading>
          <Written size="sm">{brief.avoid}</Written>
        </div>
      )}
      {brief.reflection !== undefined && (
        <div>
          <Heading>{t('brief.latestReflection')}</Heading>
          <Text size="sm" lineClamp={3}>
            {brief.reflection.prompt || firstWords(brief.reflection)}
          </Text>
        </div>
      )}
      {brief.feedback !== undefined && (
        <div>
          <Heading>{t('feedback.latest')}</Heading>
          <Text size="sm" lineClamp={3}>
            {[brief.feedback.content || brief.feedback.quotation, brief.feedback.change]
              .filter(Boolean)
              .join(' → ')}
          </Text>
        </div>
      )}
      {brief.checkIn !== undefined && (
        <div>
          <Heading>{t('brief.latestCheckIn')}</Heading>
          <Text size="sm">
            {checkInSummary(brief.checkIn)}, {shortDay(brief.checkIn.date)}
          </Text>
        </div>
      )}
      {brief.dates.length > 0 && (
        <div>
          <Heading>{t('brief.ahead')}</Heading>
          {brief.dates.map((one) => (
            <div key={one.id}>
              <Text size="sm">
                {one.title}, {dateAheadWords(one)}
              </Text>
              <QuestionsAhead of={one} />
            </div>
          ))}
        </div>
      )}
    </Stack>
  )
}
