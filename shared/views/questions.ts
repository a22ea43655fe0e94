/**
 * Coaching questions for the moment: a few by situation, in our own words, and before them the coach's own, which are their
 * snippets that ask something. A question is looked for by its words or by its situation.
 */
import { fold } from '../base/fold'
import { kept } from '../crdt/kind'
import type { Snippet } from '../model/caseload/snippet'
import { spoken, t } from '../words/words'

export interface Situation {
  readonly id: string
  readonly title: string
  readonly questions: readonly string[]
}

const SITUATIONS: readonly Situation[] = [
  spoken(
    { title: 'question.stuck' },
    {
      id: 'stuck',
      questions: spoken([
        'question.stuckSmall',
        'question.stuckBefore',
        'question.stuckFriend',
        'question.stuckWorth',
      ]),
    },
  ),
  spoken(
    { title: 'question.deciding' },
    {
      id: 'deciding',
      questions: spoken([
        'question.decidingYear',
        'question.decidingCost',
        'question.decidingRevisit',
        'question.decidingWhose',
      ]),
    },
  ),
  spoken(
    { title: 'question.failure' },
    {
      id: 'failure',
      questions: spoken([
        'question.failureHear',
        'question.failureWho',
        'question.failureKeep',
        'question.failureNext',
      ]),
    },
  ),
  spoken(
    { title: 'question.goals' },
    {
      id: 'goals',
      questions: spoken([
        'question.goalsWait',
        'question.goalsOne',
        'question.goalsEnough',
        'question.goalsWhy',
      ]),
    },
  ),
  spoken(
    { title: 'question.silence' },
    {
      id: 'silence',
      questions: spoken([
        'question.silenceTime',
        'question.silenceBody',
        'question.silenceUnsaid',
        'question.silenceElse',
      ]),
    },
  ),
]

/** The coach's own first; a situation of which nothing is found is left out. */
export const questionsFor = (snippets: readonly Snippet[], query: string): readonly Situation[] => {
  const wanted = fold(query.trim())
  const own = kept(snippets)
    .map(({ text }) => text.trim())
    .filter((text) => text.endsWith('?') && !text.includes('\n'))
  return [{ id: 'own', title: t('question.own'), questions: own }, ...SITUATIONS]
    .map(({ id, title, questions }) => ({
      id,
      title,
      questions: fold(title).includes(wanted)
        ? questions
        : questions.filter((question) => fold(question).includes(wanted)),
    }))
    .filter(({ questions }) => questions.length > 0)
}
