/** The language of the app, before anything else of it is made: read from the profile, which is not open yet. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { app, ipcMain } from 'electron'
import * as v from 'valibot'
import { DEFAULT_DEVICE_SETTINGS, deviceSettings } from '../../shared/bridge/device-settings'
import { type GivenWords, speak } from '../../shared/words/words'

const catalogues = import.meta.glob<Readonly<Record<string, string>>>('../../shared/words/*.json', {
  eager: true,
  import: 'default',
})
const languages = Object.keys(catalogues).map((path) => path.replace(/^.*\/|\.json$/g, ''))

const Stored = v.object({ settings: deviceSettings })

const settingsNow = () => {
  try {
    const path = join(app.getPath('userData'), 'confidant.json')
    return v.parse(Stored, JSON.parse(readFileSync(path, 'utf8'))).settings
  } catch {
    return DEFAULT_DEVICE_SETTINGS
  }
}

const wordsNow = (): GivenWords => {
  const { language, menteeWord } = settingsNow()
  // The switch is for tests: the pseudo-locale is in no setting.
  const spoken = app.commandLine.getSwitchValue('language') || language
  const catalogue = catalogues[`../../shared/words/${spoken}.json`]
  return {
    language: spoken,
    menteeWord,
    languages,
    ...(catalogue === undefined || spoken === 'en' ? {} : { catalogue }),
  }
}

/** Speaks as it is set now: at the start, and when the coach has set it otherwise. */
export const speakAsSet = (): void => {
  const { language, menteeWord, catalogue } = wordsNow()
  speak(language, menteeWord, catalogue)
}
speakAsSet()

// The page asks before it loads anything: it cannot wait for an answer.
ipcMain.on('confidant:words', (event) => {
  event.returnValue = wordsNow()
})
