/**
 * The prep form as a small file: a page that the mentee fills in offline in any browser, without an account, and
 * that saves their answers as a second file, which the coach drops into the session. It holds the titles of the
 * goals that the mentee may see (leaving.ts), the agreement while they have not said yes to it, and nothing else of the
 * record.
 */
import * as v from 'valibot'
import { err, ok, type Result } from '../base/result'
import { longText } from '../crdt/item'
import { agreementToAcknowledge } from '../model/agreement-given'
import { type Given, leaving } from '../model/leaving'
import type { RecordProjection } from '../model/projection'
import { type Acknowledgement, versionCode } from '../model/record/agreement'
import { CLAUSES, limitsUnder } from '../model/record/agreement-clauses'
import { displayName } from '../model/record/mentee'
import type { PrepInput } from '../model/record/session'
import { languageNow, type TextKey, t } from '../words/words'

const FORMAT = 'confidant-prep'
const score = v.nullable(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(10)))
const prepFile = v.object({
  format: v.literal(FORMAT),
  version: v.literal(1),
  date: v.pipe(v.string(), v.isoDate()),
  progress: v.record(v.pipe(v.string(), v.maxLength(40)), score),
  wins: longText,
  challenges: longText,
  oneThing: longText,
  feedback: longText,
  avoid: longText,
  energy: score,
  stress: score,
  agreement: v.optional(
    v.object({
      version: v.pipe(v.string(), v.maxLength(40)),
      name: v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(200)),
    }),
  ),
})

export interface PrepAnswers {
  readonly prep: Partial<PrepInput>
  /** Their yes to the agreement, if they gave it there. */
  readonly acknowledged: Acknowledgement | null
}

export type PrepFileProblem = 'not-a-prep-file' | 'newer-prep-file' | 'damaged-prep-file'

/** What the mentee wrote, ready to be added as a prep of theirs. */
export const readPrepFile = (text: string): Result<PrepAnswers, PrepFileProblem> => {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    return err('not-a-prep-file')
  }
  const named = v.safeParse(v.object({ format: v.literal(FORMAT), version: v.number() }), json)
  if (!named.success) return err('not-a-prep-file')
  if (named.output.version > 1) return err('newer-prep-file')
  const parsed = v.safeParse(prepFile, json)
  if (!parsed.success) return err('damaged-prep-file')
  const { format: _format, version: _version, progress, agreement, ...answers } = parsed.output
  return ok({
    prep: {
      ...answers,
      source: 'file',
      progress: Object.fromEntries(
        Object.entries(progress).filter((entry): entry is [string, number] => entry[1] !== null),
      ),
    },
    acknowledged: agreement === undefined ? null : { ...agreement, date: answers.date },
  })
}

const escaped = (text: string): string =>
  text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)

/** What the form asks, on paper and in the file, each by the key of its words. */
export const PREP_QUESTIONS = [
  ['wins', 'prepForm.wins'],
  ['challenges', 'prepForm.challenges'],
  ['oneThing', 'prepForm.oneThing'],
  ['feedback', 'prepForm.feedback'],
  ['avoid', 'prepForm.avoid'],
] as const satisfies readonly (readonly [keyof PrepInput, TextKey])[]

/** The open goals that the mentee may see, by their titles. */
export const openGoalsFor = (
  record: RecordProjection,
): readonly { readonly id: string; readonly title: string }[] =>
  leaving(record, 'mentee-summary').items.flatMap(({ kind, id, item }) =>
    kind === 'goals' && (item.status === 'active' || item.status === 'on-hold')
      ? [{ id, title: String(item.title) }]
      : [],
  )

/** The agreement to read, and a box and a name to say yes with. The code goes along, and says to which words. */
const agreementPart = (agreement: Given<'agreements'>): string => {
  const { clauses, headings } = agreement
  const said = [...CLAUSES, ...limitsUnder(headings)].filter(
    ({ id }) => (clauses[id] ?? '').trim() !== '',
  )
  return `<fieldset><legend>${escaped(t('prepForm.agreement'))}</legend>
<p>${escaped(t('prepForm.agreementIntro'))}</p>
${said.map(({ id, title }) => `<h3>${escaped(title)}</h3><p class="said">${escaped(clauses[id] ?? '')}</p>`).join('\n')}
<label><input type="checkbox" name="agree" value="${versionCode(agreement)}"> ${escaped(t('prepForm.agree'))}</label>
<label>${escaped(t('prepForm.agreeName'))}<input name="agreeName" autocomplete="name"></label>
</fieldset>`
}

/** The page for the mentee, in one file without anything from elsewhere. */
export const prepForm = (record: RecordProjection): string => {
  const goals = openGoalsFor(record)
  const agreement = agreementToAcknowledge(record)
  const range = (name: string, label: string): string =>
    `<label>${escaped(label)} <select name="${escaped(name)}"><option value="">–</option>${Array.from(
      { length: 11 },
      (_, value) => `<option>${value}</option>`,
    ).join('')}</select></label>`
  return `<!doctype html>
<html lang="${languageNow()}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(t('prep.beforeOurMeeting'))}</title><style>
body{font:16px/1.5 system-ui,sans-serif;max-width:42rem;margin:2rem auto;padding:0 1rem;color:#24302f;background:#faf8f3}
label{display:block;margin:1rem 0;font-weight:600}textarea{display:block;width:100%;min-height:5rem;margin-top:.3rem;font:inherit;padding:.5rem;box-sizing:border-box}
select{font:inherit;margin-left:.5rem}button{font:inherit;padding:.6rem 1.2rem;background:#0f5d5a;color:#fff;border:0;border-radius:8px}small{color:#645e53;font-weight:400}
fieldset{margin:2rem 0 1rem;border:1px solid #cfc8ba;border-radius:8px}legend{font-weight:600}h3{font-size:1rem;margin:1rem 0 0}.said{margin:.2rem 0;white-space:pre-line}input[name=agreeName]{display:block;width:100%;margin-top:.3rem;font:inherit;padding:.5rem;box-sizing:border-box}
</style></head><body>
<h1>${escaped(t('prep.beforeOurMeeting'))}</h1>
<p>${escaped(t('prepForm.howTo', { mentee: displayName(record.mentee) }))}</p>
<form id="form">
${goals.length === 0 ? '' : `<h2>${escaped(t('prepForm.goals'))}</h2><p>${escaped(t('prep.howFar'))}</p>${goals.map(({ id, title }) => range(`goal:${id}`, title)).join('\n')}`}
${PREP_QUESTIONS.map(([name, label]) => `<label>${escaped(t(label))}<textarea name="${name}"></textarea></label>`).join('\n')}
${range('energy', t('prepForm.energy'))}
${range('stress', t('prepForm.stress'))}
${agreement === undefined ? '' : agreementPart(agreement)}
<p><button>${escaped(t('prepForm.save'))}</button></p></form>
<script>
document.getElementById('form').addEventListener('submit', function (event) {
  event.preventDefault()
  var data = new FormData(event.target), progress = {}
  var number = function (name) { var value = data.get(name); return value === '' || value === null ? null : Number(value) }
  data.forEach(function (_value, name) { if (name.indexOf('goal:') === 0) progress[name.slice(5)] = number(name) })
  var now = new Date(), two = function (n) { return (n < 10 ? '0' : '') + n }
  var day = now.getFullYear() + '-' + two(now.getMonth() + 1) + '-' + two(now.getDate())
  var answers = { format: '${FORMAT}', version: 1, date: day, progress: progress, energy: number('energy'), stress: number('stress') }
  ${JSON.stringify(PREP_QUESTIONS.map(([name]) => name))}.forEach(function (name) { answers[name] = String(data.get(name) || '') })
  var agreed = data.get('agree'), name = String(data.get('agreeName') || '').trim()
  if (agreed && name !== '') answers.agreement = { version: String(agreed), name: name }
  var link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([JSON.stringify(answers)], { type: 'application/json' }))
  link.download = 'prep-' + day + '.json'
  link.click()
})
</script></body></html>
`
}
