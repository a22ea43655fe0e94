/** Help where it is needed: what a part of the app is for, and where the coaching knowledge in it comes from. */
export const HELP_TOPICS = {
  'check-ins': {
    title: 'Check-ins',
    text: 'A check-in is the mentee’s own measurement, only with their yes, and they decide whether the number is kept. It is a signpost for your next talk and not a diagnosis. A low score offers resources; a very low one opens the support card.',
    sources: [
      'WHO-5 Well-Being Index, World Health Organization, 1998',
      'Single-item burnout measure: Dolan et al., J Gen Intern Med 2015',
      'Eight dimensions of wellness: SAMHSA',
    ],
  },
  goals: {
    title: 'Goals',
    text: 'A goal is the mentee’s. I-SMART asks that it is important, specific, measurable, attainable, relevant and timely; WOOP adds the obstacle and an if-then plan. Confidence under 7 is worth the question what would make it one higher.',
    sources: [
      'GROW: Whitmore, Coaching for Performance',
      'WOOP: Oettingen, mental contrasting with implementation intentions',
      'Foundational Competencies for Undergraduate Medical Education, AAMC, AACOM and ACGME, 2024',
    ],
  },
  reflections: {
    title: 'Reflections',
    text: 'A framework gives a reflection its questions. The same question each year, side by side, shows who somebody is becoming: that is the identity thread.',
    sources: ['What? So what? Now what?: Borton 1970; Rolfe et al. 2001', 'Reflective cycle: Gibbs 1988'],
  },
  reach: {
    title: 'REACH',
    text: 'Four weeks in an academic year, five components each: reflection, education, assessment, coaching, health and well-being. Only that a component is done reaches the program, never what it was.',
    sources: ['Kaiser Permanente Bernard J. Tyson School of Medicine, accounts of REACH'],
  },
  agreement: {
    title: 'Coaching agreement',
    text: 'Say before something is disclosed what stays between you and what cannot. A physician coach is normally not a confidential resource. Review the agreement every year.',
    sources: [
      'Coaching in Medical Education, American Medical Association',
      'ICF Code of Ethics, International Coaching Federation',
      'LCME standards 11.1 and 12.5',
    ],
  },
  visibility: {
    title: 'Who may see it',
    text: 'A memory aid is your own recollection, for nobody else. Shared items were seen together with the mentee. The program knows only what is met. What a mentee provided is never a memory aid. Sharing makes a copy; the private one stays private.',
    sources: ['FERPA, 34 CFR 99.3 (“education records”), 99.10, 99.32'],
  },
  escalation: {
    title: 'Escalation',
    text: 'For danger to self or others, abuse, and what your school requires you to report. Facts and quotations, the immediate steps, and the minimum that was told to whom. It stands in no list, search, report or hand-over.',
    sources: ['FERPA, 34 CFR 99.36 (health or safety emergency)'],
  },
} as const
export type HelpTopic = keyof typeof HELP_TOPICS
