/** The language of the page, before anything else in it is loaded: texts are looked up as modules are. */
import { speak } from '../../shared/words'

const catalogues = import.meta.glob<Record<string, string>>('../../shared/text/*.json', {
  eager: true,
  import: 'default',
})

/** The languages that there is a catalogue for. */
export const LANGUAGES = Object.keys(catalogues).map((path) => path.replace(/^.*\/|\.json$/g, ''))

const { language, menteeWord } = window.host.words
speak(language, menteeWord, catalogues[`../../shared/text/${language}.json`])
document.documentElement.lang = language
