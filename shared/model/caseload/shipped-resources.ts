/** The directory that ships: services by name and purpose, and the contact left to the school to fill in. */
import { spoken } from '../../words/words'

export const RESOURCE_CATEGORIES = [
  'academic',
  'counseling',
  'workshops',
  'resilience',
  'career',
  'tutoring',
  'disability',
  'fitness',
  'coverage',
  'belonging',
  'fairness',
  'urgent',
] as const
export type ResourceCategory = (typeof RESOURCE_CATEGORIES)[number]
export const REPORTING = ['unknown', 'confidential', 'private', 'must-report'] as const

interface ShippedResource {
  readonly id: string
  readonly name: string
  readonly category: ResourceCategory
  readonly purpose: string
  readonly years?: readonly string[]
  readonly reporting?: (typeof REPORTING)[number]
}

/**
 * From the seed page (Student Wellness), in our own words; and the offices that every school with federal funds has
 * (`titleIx` in model/sources.ts) or that students ask for. What an office must report is the school's to say: none is
 * shipped with a duty, and counseling alone as confidential, which it usually is.
 */
export const SHIPPED_RESOURCES: readonly ShippedResource[] = [
  spoken(
    { name: 'resource.academicAdvisingAndSupport', purpose: 'resource.advisingWhen' },
    { id: 'advising', category: 'academic' },
  ),
  spoken(
    { name: 'resource.mentalHealthCounseling', purpose: 'resource.counselingWhen' },
    { id: 'counseling', category: 'counseling', reporting: 'confidential' },
  ),
  spoken(
    { name: 'resource.stressWorkshop', purpose: 'resource.stressWhen' },
    { id: 'stress', category: 'workshops' },
  ),
  spoken(
    { name: 'resource.testAnxietyWorkshop', purpose: 'resource.testAnxietyWhen' },
    { id: 'test-anxiety', category: 'workshops' },
  ),
  spoken(
    { name: 'resource.resilienceSkills', purpose: 'resource.resilienceWhen' },
    { id: 'resilience', category: 'resilience' },
  ),
  spoken(
    { name: 'resource.careerAdvising', purpose: 'resource.careerWhen' },
    { id: 'career', category: 'career' },
  ),
  spoken(
    { name: 'resource.tutoring', purpose: 'resource.tutoringWhen' },
    { id: 'tutoring', category: 'tutoring' },
  ),
  spoken(
    { name: 'resource.disabilityAdvocacy', purpose: 'resource.disabilityWhen' },
    { id: 'disability', category: 'disability' },
  ),
  spoken(
    { name: 'resource.yogaStudio', purpose: 'resource.yogaWhen' },
    { id: 'yoga', category: 'fitness' },
  ),
  spoken(
    { name: 'resource.meditationSpaces', purpose: 'resource.meditationWhen' },
    { id: 'meditation', category: 'fitness' },
  ),
  spoken(
    { name: 'resource.fitnessCenter', purpose: 'resource.fitnessWhen' },
    { id: 'fitness', category: 'fitness' },
  ),
  spoken(
    { name: 'resource.healthyFoodOptions', purpose: 'resource.foodWhen' },
    { id: 'food', category: 'fitness' },
  ),
  spoken(
    { name: 'resource.walkingTrails', purpose: 'resource.trailsWhen' },
    { id: 'trails', category: 'fitness' },
  ),
  spoken(
    { name: 'resource.trainingFitness', purpose: 'resource.trainingFitnessWhen' },
    { id: 'clinical-fitness', category: 'fitness', years: ['3', '4'] },
  ),
  spoken(
    { name: 'resource.healthCoverage', purpose: 'resource.coverageWhen' },
    { id: 'coverage', category: 'coverage' },
  ),
  spoken(
    { name: 'resource.onCallDean', purpose: 'resource.deanWhen' },
    { id: 'dean', category: 'urgent' },
  ),
  spoken(
    { name: 'resource.campusSecurity', purpose: 'resource.securityWhen' },
    { id: 'security', category: 'urgent' },
  ),
  spoken(
    { name: 'resource.afterHours', purpose: 'resource.afterHoursWhen' },
    { id: 'after-hours', category: 'urgent' },
  ),
  spoken(
    { name: 'resource.affinityGroups', purpose: 'resource.affinityGroupsWhen' },
    { id: 'affinity', category: 'belonging' },
  ),
  spoken(
    { name: 'resource.titleIx', purpose: 'resource.titleIxWhen' },
    { id: 'title-ix', category: 'fairness' },
  ),
  spoken(
    { name: 'resource.equityOffice', purpose: 'resource.equityOfficeWhen' },
    { id: 'equity', category: 'fairness' },
  ),
  spoken(
    { name: 'resource.learningEnvironment', purpose: 'resource.learningEnvironmentWhen' },
    { id: 'mistreatment', category: 'fairness' },
  ),
  spoken(
    { name: 'resource.confidentialAdvocate', purpose: 'resource.confidentialAdvocateWhen' },
    { id: 'advocate', category: 'fairness' },
  ),
  spoken(
    { name: 'resource.ombuds', purpose: 'resource.ombudsWhen' },
    { id: 'ombuds', category: 'fairness' },
  ),
]
