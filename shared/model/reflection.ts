/** Reflections: structured records in a framework's sections, one text each. */
import * as v from 'valibot'
import * as Y from 'yjs'
import {
  applyEdit,
  createItem,
  day,
  defaultVisibility,
  findItem,
  type Item,
  longText,
  moment,
  newText,
  provenance,
  readFields,
  shortText,
  visibility,
} from './item'
import { itemsOf } from './record'

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
      { id: 'best', title: 'Best day', prompt: 'What made it so' },
      { id: 'worst', title: 'Worst day', prompt: 'What made it so' },
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
      { id: 'becoming', title: 'The physician I want to be', prompt: 'And what changed since last time' },
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

/** The framework, or for one that this version does not know, the open one. */
export const frameworkOf = (id: string): Framework =>
  FRAMEWORKS.find((framework) => framework.id === id) ?? (FRAMEWORKS.at(-1) as Framework)

export const ReflectionInput = v.object({
  date: day,
  framework: v.picklist(FRAMEWORKS.map(({ id }) => id)),
  prompt: shortText,
  provenance,
  sections: v.record(v.string(), longText),
})
export type ReflectionInput = v.InferOutput<typeof ReflectionInput>

const StoredReflection = v.object({
  date: v.optional(v.fallback(day, '1970-01-01'), '1970-01-01'),
  framework: v.optional(v.fallback(v.string(), 'open'), 'open'),
  prompt: v.optional(v.fallback(v.string(), ''), ''),
  provenance: v.optional(v.fallback(provenance, 'coach'), 'coach'),
  visibility: v.optional(v.fallback(visibility, 'memory-aid'), 'memory-aid'),
  createdAt: v.optional(v.fallback(moment, '1970-01-01T00:00:00.000Z'), '1970-01-01T00:00:00.000Z'),
  deletedAt: v.optional(v.nullable(v.string()), null),
})

export interface Reflection extends v.InferOutput<typeof StoredReflection> {
  readonly id: string
  readonly sections: Readonly<Record<string, string>>
}

export const addReflection = (record: Y.Doc, input: ReflectionInput): string =>
  record.transact(() =>
    createItem(itemsOf(record, 'reflections'), {
      date: input.date,
      framework: input.framework,
      prompt: input.prompt,
      provenance: input.provenance,
      visibility: defaultVisibility(input.provenance),
      // Every section of the framework from the start: made later, two devices could make one each and keep only one.
      sections: new Y.Map(
        frameworkOf(input.framework).sections.map(
          ({ id }) => [id, newText(input.sections[id])] as [string, Y.Text],
        ),
      ),
    }),
  )

type ReflectionEdit = Pick<ReflectionInput, 'date' | 'prompt' | 'sections'>

/** Changes date, prompt and section texts; the framework and the provenance stay what they were. */
export const editReflection = (
  record: Y.Doc,
  input: { readonly id: string; readonly base: ReflectionEdit; readonly next: ReflectionEdit },
): void => {
  record.transact(() => {
    const reflection = findItem(itemsOf(record, 'reflections'), input.id)
    if (reflection === undefined) return
    const { sections: before, ...base } = input.base
    const { sections: after, ...next } = input.next
    applyEdit(reflection, base, next)
    applyEdit(reflection.get('sections') as Item, before, after)
  })
}

export const readReflection = (id: string, reflection: Item): Reflection => {
  const sections = reflection.get('sections')
  return {
    id,
    ...readFields(StoredReflection, reflection),
    sections:
      sections instanceof Y.Map
        ? Object.fromEntries([...(sections as Y.Map<Y.Text>)].map(([key, text]) => [key, text.toString()]))
        : {},
  }
}
