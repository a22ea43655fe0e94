/** The page's language, from the bridge. Imported before anything is shown. */
import { speak } from '../../shared/words/words'

const { language, menteeWord, catalogue } = window.words
speak(language, menteeWord, catalogue)
document.documentElement.lang = language
