/**
 * The teaching portfolio: roles, years, how many were coached, hours by year, development with its days, and of the
 * coach's own reflections the titles that they ticked. No mentee is named in it.
 */
import { academicYear, academicYearEnd } from '../base/academic-year'
import { kept } from '../crdt/kind'
import type { RecordProjection, VaultProjection } from '../model/projection'
import { hoursIn, inHours, minutesOf } from '../views/hours'
import { t } from '../words/words'
import { headingWith, headOf, periodWords, type ReportWords } from './frame'
import type { Report } from './report'

const yearWords = (end: number): string => `${end - 1}–${end}`

/** Who was seen in a year, alone or in a group. */
const seenIn = (
  records: readonly RecordProjection[],
  vault: VaultProjection,
  { from, to }: { readonly from: string; readonly to: string },
): ReadonlySet<string> => {
  const isIn = ({ status, date }: { readonly status: string; readonly date: string }): boolean =>
    status === 'held' && from <= date && date <= to
  return new Set([
    ...records.filter(({ sessions }) => kept(sessions).some(isIn)).map(({ id }) => id),
    ...kept(vault.groupSessions)
      .filter(isIn)
      .flatMap(({ present }) => present),
  ])
}

export const portfolio = (
  records: readonly RecordProjection[],
  vault: VaultProjection,
  today: string,
  words: ReportWords,
): Report => {
  const { turnover, portfolioRoles } = vault.settings
  const all = hoursIn(records, vault, '', today)
  const from = all[0]?.date ?? today
  const first = academicYearEnd(from, turnover)
  const last = academicYearEnd(today, turnover)
  const years = Array.from({ length: last - first + 1 }, (_, index) => first + index)
  const rows = years.map((end) => {
    const period = academicYear(end, turnover)
    const own = hoursIn(records, vault, period.from, period.to < today ? period.to : today)
    return [
      yearWords(end),
      String(seenIn(records, vault, { ...period, to: period.to < today ? period.to : today }).size),
      String(own.filter(({ kind }) => kind === 'sessions' || kind === 'group-sessions').length),
      inHours(minutesOf(own)),
    ]
  })
  const development = kept(vault.work)
    .filter(({ kind, date }) => kind === 'development' && date <= today)
    .map(({ date, what, minutes }) => [
      words.day(date),
      what || t('work.development'),
      inHours(minutes),
    ])
  const titles = kept(vault.coachReflections)
    .filter(({ listed }) => listed)
    .map(({ date, title }) => `${title} (${words.day(date)})`)
  return {
    ...headOf(vault, t('work.portfolio'), periodWords({ from, to: today }, words)),
    blocks: [
      ...(portfolioRoles.trim() === ''
        ? []
        : headingWith(t('work.roles'), [{ kind: 'text', text: portfolioRoles }])),
      {
        kind: 'facts',
        rows: [
          [
            t('report.menteesCoached'),
            String(seenIn(records, vault, { from: '', to: today }).size),
          ],
          [t('report.hours'), inHours(minutesOf(all))],
        ],
      },
      { kind: 'heading', text: t('work.byYear') },
      {
        kind: 'table',
        head: [
          t('report.academicYear'),
          t('common.mentees'),
          t('report.sessionsHeld'),
          t('report.hours'),
        ],
        rows,
      },
      ...headingWith(
        t('work.development'),
        development.length === 0
          ? []
          : [
              {
                kind: 'table',
                head: [t('common.date'), t('common.what'), t('report.hours')],
                rows: development,
              },
            ],
      ),
      ...headingWith(
        t('work.reflections'),
        titles.length === 0 ? [] : [{ kind: 'list', items: titles }],
      ),
    ],
    foot: [],
  }
}
