/**
 * A mentee's residency season on one board: what they apply for, who advises them, the letters and the steps by day, and
 * the season's own dates beside it. What is kept are days; where they rank whom and how it ends is not asked.
 */
import { Alert, Button, Group, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { datesOfSeason } from '../../../shared/model/caseload/season-date'
import { kept, type RecordProjection } from '../../../shared/model/projection'
import { classOn } from '../../../shared/model/record/enrolment'
import { type Season, seasons, seasonsInOrder } from '../../../shared/model/record/season'
import { isMatchWeek } from '../../../shared/views/season-ahead'
import { t } from '../../../shared/words/words'
import { showUrgent } from '../../context/app-state'
import { useRun, useVault } from '../../context/vault/session'
import { EditableList } from '../../forms/editable-list'
import { letterAnswerLabels } from '../../ui/event-labels'
import { LabelledTexts } from '../../ui/labelled-text'
import { LineButton } from '../../ui/line-button'
import { shortDay, useToday } from '../../ui/when'
import { HelpButton } from '../help/help-button'
import type { OnDemandSection } from './about-mentee'
import { AskedForLetter } from './letter-asked'
import { Letters } from './letters'
import { SeasonDates } from './season-dates'

const days = (all: readonly string[]): string => [...all].sort().map(shortDay).join(', ')

/** Beside a rotation of the same name, it is the season. */
const named = ({ specialty, year }: Season): string =>
  year === null ? specialty : [specialty, t('season.match', { year })].join(', ')

/** What is written of a season, row by row; away rotations are those of the rotations that are. */
const rowsOf = (record: RecordProjection, season: Season) =>
  [
    [t('season.parallel'), season.parallel],
    [t('season.advisor'), season.advisor],
    [t('season.statementDrafts'), days(season.statementDrafts)],
    [t('season.signalsOn'), season.signalsOn === null ? '' : shortDay(season.signalsOn)],
    [
      t('season.awayRotations'),
      kept(record.rotations)
        .filter(({ kind }) => kind === 'as-away')
        .map(({ block, site, start }) => [block, site, shortDay(start)].filter(Boolean).join(', '))
        .join(' · '),
    ],
    [
      t('season.interviews'),
      season.interviews.length === 0
        ? ''
        : t('season.interviewDays', {
            count: season.interviews.length,
            days: days(season.interviews),
          }),
    ],
    [
      t('season.rankList'),
      season.rankedOn === null
        ? // Before there is an interview nobody waits for a list.
          season.interviews.length === 0
          ? ''
          : t('season.notCertified')
        : t('season.certified', { day: shortDay(season.rankedOn) }),
    ],
    [
      t('season.myAnswer'),
      season.myAnswer === 'letter-not-asked'
        ? ''
        : [
            letterAnswerLabels[season.myAnswer],
            season.askedMeOn !== null && shortDay(season.askedMeOn),
          ]
            .filter(Boolean)
            .join(', '),
    ],
  ] as const

/** In Match week: a word each day, and help at hand whatever comes. */
const MatchWeek = () => (
  <Alert color="teal" title={t('season.matchWeekNow')}>
    <Group justify="space-between" gap="sm">
      <Text size="sm" flex={1} miw={200}>
        {t('season.matchWeekHint')}
      </Text>
      <Button size="compact-sm" variant="default" onClick={() => showUrgent(true)}>
        {t('resource.showUrgentHelp')}
      </Button>
    </Group>
  </Alert>
)

const Board = ({
  record,
  season,
  editable,
}: {
  readonly record: RecordProjection
  readonly season: Season
  readonly editable: boolean
}) => {
  const day = useToday()
  const [asked, setAsked] = useState(false)
  const dates = datesOfSeason(useVault().seasonDates, season.year ?? 0)
  return (
    <Stack gap="xs">
      {isMatchWeek(dates, day) && <MatchWeek />}
      <LabelledTexts rows={rowsOf(record, season)} />
      <Letters record={record.id} season={season} editable={editable} />
      {editable && season.myAnswer === 'letter-not-asked' && (
        <LineButton onClick={() => setAsked(true)}>{t('season.theyAskedMe')}</LineButton>
      )}
      {asked && <AskedForLetter record={record} season={season} onClose={() => setAsked(false)} />}
    </Stack>
  )
}

export const Seasons = ({ record, editable, adding, onAdding }: OnDemandSection) => {
  const day = useToday()
  const run = useRun()
  const [current] = seasonsInOrder(record.seasons)
  return (
    <>
      <EditableList
        record={record.id}
        kind="seasons"
        title={t('season.title')}
        one={t('season.lower')}
        items={seasonsInOrder(record.seasons)}
        nameOf={named}
        schema={seasons.input}
        initial={{ ...seasons.empty, year: classOn(record, day) }}
        before={
          <Text size="sm" c="dimmed" mb="xs">
            {t('season.intro')}
          </Text>
        }
        help={<HelpButton topic="season" />}
        fields={[
          {
            name: 'specialty',
            label: t('season.specialty'),
            placeholder: t('season.specialtyExample'),
          },
          { name: 'year', label: t('season.year'), as: 'number', min: 1950, max: 2150 },
          { name: 'parallel', label: t('season.parallel'), hint: t('season.parallelHint') },
          { name: 'advisor', label: t('season.advisor'), hint: t('season.advisorHint') },
          { name: 'interviews', label: t('season.interviews'), as: 'days' },
          { name: 'rankedOn', label: t('season.rankedOn'), as: 'day' },
        ]}
        more={[
          { name: 'signalsOn', label: t('season.signalsOn'), as: 'day' },
          { name: 'statementDrafts', label: t('season.statementDrafts'), as: 'days' },
        ]}
        editable={editable}
        adding={adding}
        onAdding={onAdding}
        onAdd={(next) => run(record.id, seasons.add, next)}
        onEdit={(id, next, base) => run(record.id, seasons.edit, { id, base, next })}
        below={(season) => <Board record={record} season={season} editable={editable} />}
      >
        {({ specialty, year }) => (
          <Text fw={600}>
            {specialty}
            {year !== null && (
              <Text span c="dimmed" size="sm">
                {` · ${t('season.match', { year })}`}
              </Text>
            )}
          </Text>
        )}
      </EditableList>
      {current?.year != null && <SeasonDates year={current.year} editable={editable} />}
    </>
  )
}
