/**
 * Check-ins on paper. There is no name on any of them, and nothing that says whose it is: the sheet of an instrument is the
 * same for everyone. Its words are the instrument's own.
 */
import {
  BURNOUT_ANSWERS,
  BURNOUT_ATTRIBUTION,
  BURNOUT_QUESTION,
  type Instrument,
  WHEEL_ANSWERS,
  WHEEL_ATTRIBUTION,
  WHEEL_DIMENSIONS,
  WHO5_ANSWERS,
  WHO5_ATTRIBUTION,
  WHO5_INSTRUCTION,
  WHO5_ITEMS,
} from '../../../shared/model/record/check-in'
import { codeOf, type Sheet } from '../../../shared/paper/sheet'
import { t } from '../../../shared/words/words'
import { dimensionLabels, instrumentLabels } from '../../ui/labels'

/** The score of each answer, in the order in which they stand on paper. */
const SCORES: Readonly<Record<Instrument, readonly number[]>> = {
  'who-5': WHO5_ANSWERS.map(([score]) => score),
  burnout: BURNOUT_ANSWERS.map(([score]) => score),
  wheel: WHEEL_ANSWERS.map(([score]) => score),
}

interface Written extends Pick<Sheet, 'intro' | 'asked' | 'answers' | 'arranged' | 'source'> {
  /** What makes it another sheet: the instrument's own words, and not ours around them. */
  readonly asks: readonly string[]
}

const written = (instrument: Instrument): Written => {
  const hints = [t('paper.howToMark'), t('paper.noName')]
  switch (instrument) {
    case 'who-5':
      return {
        intro: [WHO5_INSTRUCTION, ...hints],
        asks: [WHO5_INSTRUCTION, ...WHO5_ITEMS, ...WHO5_ANSWERS.flat().map(String)],
        asked: WHO5_ITEMS,
        answers: WHO5_ANSWERS.map(([score, words]) => [String(score), words]),
        arranged: 'grid',
        source: WHO5_ATTRIBUTION,
      }
    case 'burnout':
      return {
        intro: [BURNOUT_QUESTION, t('paper.howToMarkOne'), t('paper.noName')],
        asks: [BURNOUT_QUESTION, ...BURNOUT_ANSWERS.flat().map(String)],
        asked: [BURNOUT_QUESTION],
        answers: BURNOUT_ANSWERS.map(([score, words]) => [String(score), words]),
        arranged: 'list',
        source: t('checkIn.burnoutSource', { source: BURNOUT_ATTRIBUTION }),
      }
    case 'wheel':
      return {
        intro: hints,
        asks: WHEEL_DIMENSIONS,
        asked: WHEEL_DIMENSIONS.map((dimension) => dimensionLabels[dimension]),
        answers: WHEEL_ANSWERS.map(([score, words]) => [String(score), words]),
        arranged: 'grid',
        source: t('checkIn.wheelSource', { source: WHEEL_ATTRIBUTION }),
      }
  }
}

const NAMES: Readonly<Record<Instrument, string>> = {
  'who-5': 'WHO5',
  burnout: 'BURN',
  wheel: 'WHEL',
}

export interface CheckInSheet extends Sheet {
  readonly instrument: Instrument
}

export const checkInSheet = (instrument: Instrument): CheckInSheet => {
  const { asks, ...words } = written(instrument)
  return {
    ...words,
    instrument,
    code: codeOf(NAMES[instrument], asks),
    questions: words.asked.length,
    choices: words.answers.length,
    title: instrumentLabels[instrument],
  }
}

/** What was marked, as the form has it. */
export const scoresOn = (
  instrument: Instrument,
  answers: readonly (number | null)[],
): readonly (number | null)[] =>
  answers.map((place) => (place === null ? null : (SCORES[instrument][place] ?? null)))
