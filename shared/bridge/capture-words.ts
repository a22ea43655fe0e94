/**
 * What the capture window says. Main hands it over whenever it shows the window, so that the window speaks the language
 * that is set now, and loads no catalogue: it has to be on the screen at once.
 */
import { languageNow, t } from '../words/words'

export const captureWords = () => ({
  language: languageNow(),
  label: t('capture.label'),
  placeholder: t('capture.placeholder'),
  about: t('capture.about'),
  aboutOptional: t('capture.aboutOptional'),
  /** Each key stands between two `KEY` signs. */
  keys: t('capture.keys', { save: `${KEY}Enter${KEY}`, close: `${KEY}Esc${KEY}` }),
  notYet: t('capture.notYet'),
  locked: t('capture.locked'),
  diskFull: t('capture.diskFull'),
  diskError: t('capture.diskError'),
})
export type CaptureWords = ReturnType<typeof captureWords>

/** What a text has around a key of the keyboard: in no language is it a letter. */
export const KEY = '\u0000'
