/**
 * The years of medical school on one line, above the timeline: what lasts in them as bands, by lane. A band is a button that
 * narrows the timeline to its days; arrows go from one to the next, so that they are one stop of the Tab key.
 */
import { UnstyledButton } from '@mantine/core'
import { useElementSize } from '@mantine/hooks'
import type { KeyboardEvent } from 'react'
import type { RecordProjection } from '../../../shared/model/projection'
import {
  type Band,
  bandsOf,
  LANES,
  type Lane,
  type PlacedBand,
  placeBands,
  yearsOf,
} from '../../../shared/views/four-years'
import { type PlainKey, spoken, t } from '../../../shared/words/words'
import { useVault } from '../../context/vault/session'
import { shortDay, useToday } from '../../ui/when'
import classes from './four-year-bands.module.css'

const LANE_LABELS = spoken({
  away: 'fourYears.away',
  clerkships: 'fourYears.clerkships',
  boards: 'fourYears.boards',
  residency: 'label.season',
} satisfies Record<Lane, PlainKey>)

export const bandWords = ({ title, start, end }: Band): string =>
  end === null
    ? t('fourYears.bandSince', { title, start: shortDay(start) })
    : start === end
      ? t('fourYears.bandOn', { title, day: shortDay(start) })
      : t('goal.rotationFromTo', { rotation: title, start: shortDay(start), end: shortDay(end) })

const STEPS: Readonly<Record<string, (at: number, last: number) => number>> = {
  ArrowRight: (at, last) => Math.min(at + 1, last),
  ArrowLeft: (at) => Math.max(at - 1, 0),
  Home: () => 0,
  End: (_, last) => last,
}
/** From band to band in the order of their days, whatever lane they are in. */
const stepBand = (event: KeyboardEvent<HTMLElement>): void => {
  const step = STEPS[event.key]
  if (step === undefined || event.ctrlKey || event.metaKey || event.altKey) return
  event.preventDefault()
  const all = [...event.currentTarget.querySelectorAll<HTMLElement>('button')].sort(
    (a, b) => Number(a.dataset.order) - Number(b.dataset.order),
  )
  const at = all.indexOf(document.activeElement as HTMLElement)
  all[step(at, all.length - 1)]?.focus()
}

const ROW_HEIGHT = 28
const LETTER_WIDTH = 6.6
const PADDING = 12
const MOST_LETTERS = 18
/** Beside the brief, in a wide window, there is less of a line. */
const NARROW = 400
const MOST_LETTERS_NARROW = 9
/** Before it was measured. */
const AXIS_WIDTH = 600
/** As much of a line of this width as the name of a band needs. */
const roomIn = (measured: number) => {
  const width = measured || AXIS_WIDTH
  const most = width < NARROW ? MOST_LETTERS_NARROW : MOST_LETTERS
  return ({ title }: Band): number =>
    ((Math.min(title.length, most) * LETTER_WIDTH + PADDING) / width) * 100
}

const LaneOf = ({
  lane,
  bands,
  stop,
  chosen,
  onChoose,
}: {
  readonly lane: Lane
  readonly bands: readonly (PlacedBand & { readonly order: number })[]
  /** The band at which the Tab key stops. */
  readonly stop: string | undefined
  readonly chosen: string | undefined
  readonly onChoose: (band: Band | undefined) => void
}) => (
  <div className={classes.lane}>
    <span className={classes.name}>{LANE_LABELS[lane]}</span>
    <ul
      className={classes.bands}
      aria-label={LANE_LABELS[lane]}
      style={{ height: (Math.max(...bands.map(({ row }) => row)) + 1) * ROW_HEIGHT }}
    >
      {bands.map((band) => (
        <li key={band.id}>
          <UnstyledButton
            className={classes.band ?? ''}
            data-lane={lane}
            data-order={band.order}
            aria-label={bandWords(band)}
            title={bandWords(band)}
            aria-pressed={band.id === chosen}
            tabIndex={band.id === stop ? 0 : -1}
            style={{
              left: `${band.from}%`,
              width: `${band.room}%`,
              top: band.row * ROW_HEIGHT,
            }}
            onClick={() => onChoose(band.id === chosen ? undefined : band)}
          >
            <span className={classes.words}>{band.title}</span>
            <span
              className={classes.days}
              style={{
                marginLeft: `${((band.left - band.from) / band.room) * 100}%`,
                width: `${(band.width / band.room) * 100}%`,
              }}
            />
          </UnstyledButton>
        </li>
      ))}
    </ul>
  </div>
)

export const FourYearBands = ({
  record,
  chosen,
  onChoose,
}: {
  readonly record: RecordProjection
  readonly chosen: Band | undefined
  readonly onChoose: (band: Band | undefined) => void
}) => {
  const vault = useVault()
  const day = useToday()
  const { ref, width } = useElementSize()
  const bands = bandsOf(record, vault)
  if (bands.length === 0) return null
  const years = yearsOf(record, bands, day, vault.settings.turnover)
  const placed = placeBands(bands, years, day, roomIn(width)).map((band, order) => ({
    ...band,
    order,
  }))
  const now = placeBands([{ id: '', lane: 'away', title: '', start: day, end: day }], years, day)[0]
  const isShown = placed.some(({ id }) => id === chosen?.id)
  const stop = isShown ? chosen?.id : placed.findLast(({ start }) => start <= day)?.id
  return (
    <fieldset className={classes.years} aria-label={t('fourYears.title')} onKeyDown={stepBand}>
      <div className={classes.lane} aria-hidden>
        <span className={classes.name} />
        <div className={classes.axis} ref={ref}>
          {years.map(({ from, label }) => (
            <span key={from} className={classes.year}>
              {label}
            </span>
          ))}
          <span className={classes.now} style={{ left: `${now?.left ?? 0}%` }} />
        </div>
      </div>
      {LANES.filter((lane) => placed.some((band) => band.lane === lane)).map((lane) => (
        <LaneOf
          key={lane}
          lane={lane}
          bands={placed.filter((band) => band.lane === lane)}
          stop={stop ?? placed[0]?.id}
          chosen={chosen?.id}
          onChoose={onChoose}
        />
      ))}
    </fieldset>
  )
}
