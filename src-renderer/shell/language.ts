/** The page's language, from the bridge. Imported before all else: some modules name their texts while they load. */
import { speak } from '../../shared/words/words'

const { language, menteeWord, catalogue } = window.words
speak(language, menteeWord, catalogue)
document.documentElement.lang = language
