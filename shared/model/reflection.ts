/** Reflections: structured records in a framework's sections, one text each. */
import * as v from 'valibot'
import { date, line, optionalLink, setOf, structure, texts, type Values } from './field'
import { defineKind, kept, type Of } from './kind'
import { axes } from './visibility'

export interface Framework {
  readonly id: string
  readonly title: string
  readonly attribution: string
  readonly sections: readonly { readonly id: string; readonly title: string; readonly prompt: string }[]
}

/** The section titles are the frameworks' own; the prompts are our words. */
export const FRAMEWORKS: readonly Framework[] = [
  {
    id: 'what',
    title: 'What? So what? Now what?',
    attribution: 'After Borton (1970) and Rolfe et al. (2001)',
    sections: [
      { id: 'what', title: 'What?', prompt: 'What happened, as a camera would have seen it' },
      { id: 'so-what', title: 'So what?', prompt: 'What it meant, and what it taught' },
      { id: 'now-what', title: 'Now what?', prompt: 'What to do differently, and when' },
    ],
  },
  {
    id: 'gibbs',
    title: 'Gibbs’ reflective cycle',
    attribution: 'After Gibbs (1988)',
    sections: [
      { id: 'description', title: 'Description', prompt: 'What happened' },
      { id: 'feelings', title: 'Feelings', prompt: 'What I thought and felt' },
      { id: 'evaluation', title: 'Evaluation', prompt: 'What went well and what did not' },
      { id: 'analysis', title: 'Analysis', prompt: 'Why it went this way' },
      { id: 'conclusion', title: 'Conclusion', prompt: 'What else could have been done' },
      { id: 'action-plan', title: 'Action plan', prompt: 'What I will do next time' },
    ],
  },
  {
    id: 'best-worst-day',
    title: 'Best day and worst day',
    attribution: 'A coaching exercise',
    sections: [
      { id: 'best', title: 'Best day', prompt: 'What happened' },
      { id: 'best-why', title: 'Why it was the best', prompt: 'What made it so' },
      { id: 'worst', title: 'Worst day', prompt: 'What happened' },
      { id: 'worst-why', title: 'Why it was the worst', prompt: 'What made it so' },
      { id: 'becoming', title: 'Who I am becoming', prompt: 'What these days show about it' },
    ],
  },
  {
    id: 'identity',
    title: 'Professional identity',
    attribution: 'A coaching exercise',
    sections: [
      { id: 'physician', title: 'A moment I felt like a physician', prompt: 'Where, with whom, what I did' },
      { id: 'not', title: 'A moment I did not', prompt: 'What was missing' },
      { id: 'value', title: 'A value affirmed or strained', prompt: 'Which one, and how' },
      { id: 'role-model', title: 'A role model', prompt: 'What I would like to take from them' },
      { id: 'becoming', title: 'The physician I want to be', prompt: 'In one breath' },
      { id: 'change', title: 'Change since last time', prompt: 'What is different from the last answer' },
    ],
  },
  {
    id: 'gratitude',
    title: 'Gratitude and strengths',
    attribution: 'A coaching exercise',
    sections: [
      { id: 'gratitude', title: 'Grateful for', prompt: 'Three things, small ones count' },
      { id: 'strengths', title: 'A strength I used', prompt: 'Where it helped' },
    ],
  },
  {
    id: 'open',
    title: 'Open reflection',
    attribution: '',
    sections: [{ id: 'text', title: 'Reflection', prompt: 'In any form' }],
  },
]

/** The coach's own frameworks, kept in the vault record. */
export const ownFrameworks = defineKind('frameworks', {
  title: line(),
  attribution: line(),
  sections: structure<Framework['sections']>(
    v.pipe(v.array(v.object({ id: v.string(), title: v.string(), prompt: v.string() })), v.readonly()),
    [],
  ),
})

/** The framework, or for one that this version does not know, the open one. */
export const frameworkOf = (id: string, own: readonly Framework[] = []): Framework =>
  [...FRAMEWORKS, ...own].find((framework) => framework.id === id) ?? (FRAMEWORKS.at(-1) as Framework)

export const reflections = defineKind('reflections', {
  date,
  framework: line('open'),
  prompt: line(),
  sections: texts,
  themes: setOf,
  session: optionalLink,
  goal: optionalLink,
  ...axes('memory-aid'),
})
export type Reflection = Of<typeof reflections>
export type ReflectionInput = Values<typeof reflections.fields>

/** Every section from the start, so that two devices write into the same ones. */
export const emptySections = (framework: Framework): Readonly<Record<string, string>> =>
  Object.fromEntries(framework.sections.map(({ id }) => [id, '']))

/** The first words of a reflection, for a list. */
export const firstWords = (reflection: Reflection): string =>
  Object.values(reflection.sections).find((text) => text.trim() !== '') ?? ''

/** One question, asked again each year: the answers side by side, oldest first. */
export interface ThreadAnswer {
  readonly reflection: Reflection
  readonly text: string
}

/** The answers to one section of the identity framework over the years. */
export const identityThread = (all: readonly Reflection[], section: string): readonly ThreadAnswer[] =>
  kept(all)
    .filter(({ framework }) => framework === 'identity')
    .map((reflection) => ({ reflection, text: reflection.sections[section] ?? '' }))
    .filter(({ text }) => text.trim() !== '')
    .sort((a, b) => a.reflection.date.localeCompare(b.reflection.date))

/** Prompts by phase, in our own words. */
export const PROMPTS: readonly { readonly phase: string; readonly prompts: readonly string[] }[] = [
  {
    phase: 'Starting out',
    prompts: [
      'Why I am here, as I would tell it to a friend',
      'The first time I put on the white coat',
      'What I am afraid of losing on the way',
      'My first patient in the anatomy room',
    ],
  },
  {
    phase: 'Pre-clerkship',
    prompts: [
      'A time I did not know, and said so',
      'What the last exam taught me about how I learn',
      'Whom I compare myself with, and what it does to me',
      'A patient who taught me more than the textbook',
    ],
  },
  {
    phase: 'Clerkship',
    prompts: [
      'My first patient death',
      'My first error, or nearly one',
      'Feedback that stung, and what was true in it',
      'A moment I spoke up, or did not',
      'Something I saw that I do not want to become',
      'A patient I keep thinking about',
    ],
  },
  {
    phase: 'Post-clerkship',
    prompts: [
      'What I look for in a specialty, and what I would give up for it',
      'An interview answer that was really mine',
      'What I would tell myself two years ago',
    ],
  },
  {
    phase: 'Match and graduation',
    prompts: [
      'Match day',
      'The physician I want my first patient to meet',
      'What I take along, and what I leave behind',
    ],
  },
]
