/** Everything of a mentee that has a day, newest first, filterable. */
import { Box, Chip, Group, Stack, Text } from '@mantine/core'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useMemo, useRef, useState } from 'react'
import { TIMELINE_KINDS, type TimelineKind } from '../../../shared/crdt/about'
import { kindLabel, kindNamed } from '../../../shared/model/kinds'
import type { RecordProjection } from '../../../shared/model/projection'
import { frameworkOf } from '../../../shared/model/record/reflection'
import type { Framework } from '../../../shared/model/record/shipped-frameworks'
import type { Band } from '../../../shared/views/four-years'
import { type TimelineEntry, timelineOf } from '../../../shared/views/timeline'
import { t } from '../../../shared/words/words'
import { go } from '../../context/app-state'
import { routeTo } from '../../context/navigation'
import { useVault } from '../../context/vault/session'
import {
  goalStatusLabels,
  instrumentLabels,
  referralLabels,
  sessionLabels,
  sessionStatusLabels,
} from '../../ui/labels'
import { LineButton } from '../../ui/line-button'
import { usePageScroller } from '../../ui/page-scroller'
import { VisibilityChip } from '../../ui/visibility-chip'
import { shortDay } from '../../ui/when'
import { bandWords, FourYearBands } from './four-year-bands'
import classes from './timeline.module.css'

const KINDS = Object.keys(TIMELINE_KINDS) as readonly TimelineKind[]

const lookUp = (labels: Readonly<Record<string, string>>, key: string): string => labels[key] ?? key

const whatWords = (entry: TimelineEntry, frameworks: readonly Framework[]): string => {
  switch (entry.kind) {
    case 'session': {
      const [kind = '', status = ''] = entry.what.split('/')
      return status === 'held'
        ? t('timeline.session', { kind: lookUp(sessionLabels, kind) })
        : t('timeline.sessionWith', {
            kind: lookUp(sessionLabels, kind),
            state: lookUp(sessionStatusLabels, status).toLowerCase(),
          })
    }
    case 'goal':
      return t('timeline.goalStatus', { state: lookUp(goalStatusLabels, entry.what).toLowerCase() })
    case 'reflection':
      return frameworkOf(entry.what, frameworks).title
    case 'check-in':
      return lookUp(instrumentLabels, entry.what)
    case 'action':
      return t('timeline.actionItemDone')
    case 'referral':
      return t('timeline.referralStatus', {
        state: lookUp(referralLabels, entry.what).toLowerCase(),
      })
    case 'shared':
      return entry.what === 'program' ? t('timeline.toldProgram') : t('timeline.sharedWithMentee')
    default:
      return kindLabel(entry.of)
  }
}

const open = (record: string, { of, id }: TimelineEntry): void => {
  const named = kindNamed(of)
  if (named !== undefined) go(routeTo(named.about.opens, record, id.split('/')[0] ?? id))
}

const ROW_HEIGHT = 56

export const Timeline = ({ record }: { readonly record: RecordProjection }) => {
  const vault = useVault()
  const [kinds, setKinds] = useState<TimelineKind[]>([])
  const [band, setBand] = useState<Band>()
  const all = useMemo(() => timelineOf(record, vault.groupSessions), [record, vault.groupSessions])
  const shown = all.filter(
    ({ kind, day }) =>
      (kinds.length === 0 || kinds.includes(kind)) &&
      (band === undefined || (band.start <= day && (band.end === null || day <= band.end))),
  )
  const present = KINDS.filter((kind) => all.some((entry) => entry.kind === kind))
  const list = useRef<HTMLUListElement>(null)
  const { scroller, margin } = usePageScroller(list)
  const virtual = useVirtualizer({
    count: shown.length,
    getScrollElement: scroller,
    scrollMargin: margin,
    estimateSize: () => ROW_HEIGHT,
    overscan: 8,
  })
  if (all.length === 0)
    return (
      <Text size="sm" c="dimmed">
        {t('timeline.emptyWhy')}
      </Text>
    )
  return (
    <Stack gap="sm">
      <FourYearBands record={record} chosen={band} onChoose={setBand} />
      <Chip.Group multiple value={kinds} onChange={(next) => setKinds(next as TimelineKind[])}>
        <Group gap={6} role="group" aria-label={t('timeline.show')}>
          {present.map((kind) => (
            <Chip key={kind} value={kind} size="xs">
              {t(TIMELINE_KINDS[kind])}
            </Chip>
          ))}
        </Group>
      </Chip.Group>
      {band !== undefined && (
        <Group gap="xs">
          <Text size="sm" c="dimmed" role="status">
            {t('timeline.during', { count: shown.length, what: bandWords(band) })}
          </Text>
          <LineButton onClick={() => setBand(undefined)}>{t('timeline.allDays')}</LineButton>
        </Group>
      )}
      <Box role="region" aria-label={t('timeline.title')}>
        <ul ref={list} className={classes.inner} style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map(({ index, start }) => {
            const entry = shown[index]
            if (entry === undefined) return null
            const what = whatWords(entry, vault.frameworks)
            return (
              <li
                key={`${entry.kind}/${entry.id}`}
                className={classes.item}
                style={{ transform: `translateY(${start - margin}px)` }}
              >
                <button
                  type="button"
                  className={classes.row}
                  onClick={() => open(record.id, entry)}
                >
                  <b className={classes.what} title={what}>
                    {what}
                  </b>
                  <span className={classes.day}>{shortDay(entry.day)}</span>
                  <span className={classes.title} title={entry.title}>
                    {entry.title}
                  </span>
                  <VisibilityChip visibility={entry.visibility} />
                </button>
              </li>
            )
          })}
        </ul>
      </Box>
    </Stack>
  )
}
