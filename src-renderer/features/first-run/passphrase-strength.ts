/** How strong a passphrase is, by zxcvbn's estimate: loaded only where one is chosen, its word lists being large. */
import { spoken, t } from '../../../shared/words/words'

export interface Strength {
  /** 0 (at once) to 4 (centuries). */
  readonly score: number
  readonly advice: string
}

/** Below this a passphrase is refused; below `GOOD` it is explained. */
export const LEAST_SCORE = 2
export const GOOD_SCORE = 3
const LEAST_LENGTH = 8

const WORDS = spoken([
  'passphrase.strengthVeryWeak',
  'passphrase.strengthWeak',
  'passphrase.strengthFair',
  'passphrase.strengthGood',
  'passphrase.strengthStrong',
])
export const strengthWord = (score: number): string => WORDS[score] ?? WORDS[0]

const load = async () => {
  const [core, common, english] = await Promise.all([
    import('@zxcvbn-ts/core'),
    import('@zxcvbn-ts/language-common'),
    import('@zxcvbn-ts/language-en'),
  ])
  return new core.ZxcvbnFactory({
    dictionary: { ...common.dictionary, ...english.dictionary },
    graphs: common.adjacencyGraphs,
    translations: english.translations,
  })
}
let loaded: ReturnType<typeof load> | undefined

/** Words that belong to this place are no secret. */
const KNOWN_WORDS = ['confidant', 'coach', 'mentee', 'reach', 'medicine', 'student']

export const estimate = async (passphrase: string): Promise<Strength> => {
  loaded ??= load()
  const { score, feedback } = (await loaded).check(passphrase, KNOWN_WORDS)
  const short = passphrase.length < LEAST_LENGTH
  const advice = short
    ? t('passphrase.tooShort', { count: LEAST_LENGTH })
    : [feedback.warning, ...feedback.suggestions].filter(Boolean).join(' ')
  return { score: short ? 0 : score, advice }
}
