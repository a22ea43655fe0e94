/** The frameworks of reflection that come with the app: their sections, and where each is from. */
import { spoken } from '../../words/words'

export interface Framework {
  readonly id: string
  readonly title: string
  readonly attribution: string
  readonly sections: readonly {
    readonly id: string
    readonly title: string
    readonly prompt: string
  }[]
}

/** The section titles are the frameworks' own; the prompts are our words. */
export const FRAMEWORKS: readonly Framework[] = [
  spoken(
    { title: 'reflection.whatSoWhat', attribution: 'reflection.sourceBorton' },
    {
      id: 'what',
      sections: [
        spoken({ title: 'reflection.what', prompt: 'reflection.cameraHint' }, { id: 'what' }),
        spoken({ title: 'reflection.soWhat', prompt: 'reflection.soWhatHint' }, { id: 'so-what' }),
        spoken(
          { title: 'reflection.nowWhat', prompt: 'reflection.nowWhatHint' },
          { id: 'now-what' },
        ),
      ],
    },
  ),
  spoken(
    { title: 'reflection.gibbs', attribution: 'reflection.sourceGibbs' },
    {
      id: 'gibbs',
      sections: [
        spoken(
          { title: 'reflection.description', prompt: 'reflection.whatHappened' },
          { id: 'description' },
        ),
        spoken(
          { title: 'reflection.feelings', prompt: 'reflection.feelingsHint' },
          { id: 'feelings' },
        ),
        spoken(
          { title: 'reflection.evaluation', prompt: 'reflection.evaluationHint' },
          { id: 'evaluation' },
        ),
        spoken(
          { title: 'reflection.analysis', prompt: 'reflection.analysisHint' },
          { id: 'analysis' },
        ),
        spoken(
          { title: 'reflection.conclusion', prompt: 'reflection.conclusionHint' },
          { id: 'conclusion' },
        ),
        spoken(
          { title: 'reflection.actionPlan', prompt: 'reflection.actionPlanHint' },
          { id: 'action-plan' },
        ),
      ],
    },
  ),
  spoken(
    { title: 'reflection.bestDayAndWorstDay', attribution: 'reflection.aCoachingExercise' },
    {
      id: 'best-worst-day',
      sections: [
        spoken({ title: 'reflection.bestDay', prompt: 'reflection.whatHappened' }, { id: 'best' }),
        spoken(
          { title: 'reflection.bestDayHint', prompt: 'reflection.madeItSoHint' },
          { id: 'best-why' },
        ),
        spoken(
          { title: 'reflection.worstDay', prompt: 'reflection.whatHappened' },
          { id: 'worst' },
        ),
        spoken(
          { title: 'reflection.worstDayHint', prompt: 'reflection.madeItSoHint' },
          { id: 'worst-why' },
        ),
        spoken(
          { title: 'reflection.whoIAmBecoming', prompt: 'reflection.identityDaysHint' },
          { id: 'becoming' },
        ),
      ],
    },
  ),
  spoken(
    { title: 'reflection.professionalIdentity', attribution: 'reflection.aCoachingExercise' },
    {
      id: 'identity',
      sections: [
        spoken(
          { title: 'reflection.promptMoment', prompt: 'reflection.descriptionHint' },
          { id: 'physician' },
        ),
        spoken(
          { title: 'reflection.promptMomentNot', prompt: 'reflection.missingHint' },
          { id: 'not' },
        ),
        spoken(
          { title: 'reflection.promptStrained', prompt: 'reflection.whichHint' },
          { id: 'value' },
        ),
        spoken(
          { title: 'reflection.promptRoleModel', prompt: 'reflection.roleModelHint' },
          { id: 'role-model' },
        ),
        spoken(
          { title: 'reflection.physicianToBe', prompt: 'reflection.inOneBreath' },
          { id: 'becoming' },
        ),
        spoken(
          { title: 'reflection.changeSinceLastTime', prompt: 'reflection.changeHint' },
          { id: 'change' },
        ),
      ],
    },
  ),
  spoken(
    { title: 'reflection.gratitudeAndStrengths', attribution: 'reflection.aCoachingExercise' },
    {
      id: 'gratitude',
      sections: [
        spoken(
          { title: 'reflection.gratefulFor', prompt: 'reflection.gratefulHint' },
          { id: 'gratitude' },
        ),
        spoken(
          { title: 'reflection.promptStrength', prompt: 'reflection.strengthHint' },
          { id: 'strengths' },
        ),
      ],
    },
  ),
  spoken(
    { title: 'reflection.openReflection' },
    {
      id: 'open',
      attribution: '',
      sections: [
        spoken({ title: 'reflection.reflection', prompt: 'reflection.inAnyForm' }, { id: 'text' }),
      ],
    },
  ),
]
