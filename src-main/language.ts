/** The language of menus and notifications, before they are made: read from the profile, which is not open yet. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { app, ipcMain } from 'electron'
import * as v from 'valibot'
import { deviceSettings } from '../shared/device-settings'
import { speak } from '../shared/words'

const Stored = v.object({ settings: deviceSettings })
/** For tests: the pseudo-locale. */
const SWITCH = 'language'

const wordsNow = (): { readonly language: string; readonly menteeWord: 'mentee' | 'student' } => {
  const given = app.commandLine.getSwitchValue(SWITCH)
  try {
    const { settings } = v.parse(
      Stored,
      JSON.parse(readFileSync(join(app.getPath('userData'), 'confidant.json'), 'utf8')),
    )
    return { language: given || settings.language, menteeWord: settings.menteeWord }
  } catch {
    return { language: given || 'en', menteeWord: 'mentee' }
  }
}

const { language, menteeWord } = wordsNow()
speak(language, menteeWord)

// The page asks before it loads anything: it cannot wait for an answer.
ipcMain.on('confidant:words', (event) => {
  event.returnValue = wordsNow()
})
