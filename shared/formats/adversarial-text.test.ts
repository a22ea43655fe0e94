/**
 * Text that makes a careless pattern look from every place to every other: a hundred kilobytes take a moment when
 * it is gone through once, and minutes when it is not, so that the test runs out of time.
 */
import { test } from 'vitest'
import { foldedWords } from '../base/fold'
import { readExport } from '../exchange/export'
import { readPrepFile } from '../exchange/prep-file'
import { readCsv } from '../exchange/roster'
import { withoutNames, wordsToCheck } from '../exchange/without-names'
import { readFrameworkFile } from '../model/caseload/competency'
import { tokensOf } from '../search/query'
import { hintsIn } from '../views/hints'
import { readCalendar } from './ics'
import { dayIn, factsOf, readMarkdownPage, readTable } from './page'
import { xmlFits } from './word'

const LENGTH = 128 * 1024
const UNITS = {
  pictures: '![',
  'pictures of a kind': '![](',
  'links half open': '[[a|',
  tags: '<',
  stars: '*_',
  spaces: ' ',
  'tabs and ends of line': '\t\r',
  quotes: '"',
  'quotes and commas': '","',
  apostrophes: "'",
  colons: 'date:',
  dashes: ' - ',
  months: 'january ',
  digits: '1',
  dots: 'a.',
  letters: 'a',
  brackets: '[{',
  names: 'BEGIN:VCALENDAR\r\n',
}
const WINDOW = { from: '2026-01-01', to: '2026-12-31' }
const READERS: Readonly<Record<string, (text: string) => unknown>> = {
  'a Markdown page': (text) => readMarkdownPage('a.md', text),
  'its front matter': (text) =>
    readMarkdownPage('a.md', `---\ntags: ${text}\n${text}\u2028\n---\n`),
  'its properties': (text) => readMarkdownPage('a.md', `# T\nDate:${text}\u2028\nTags: ${text}x\n`),
  'its name': (text) => factsOf(`${text}x`, new Map([['tags', `${text}x`]]), `${text}x`),
  'a day in it': (text) => dayIn(`january${text}1${text}`),
  'a table': (text) => readTable('a.csv', `note,tags\n${text},${text}`),
  'a roster': (text) => readCsv(`Name,Id\n${text}\n"${text}`),
  'a calendar': (text) => readCalendar(`BEGIN:VCALENDAR\r\n${text}`, WINDOW),
  'a case for a colleague': (text) => [
    withoutNames(text, { student: ['Ama Osei'], people: [], places: ['North  Site'], numbers: [] }),
    wordsToCheck(`A ${text}`),
  ],
  'its hints': (text) => [hintsIn(`room${text}`), hintsIn(`MRN${text}`), hintsIn(`DOB${text}`)],
  'a search': (text) => tokensOf(text),
  'its words': (text) => foldedWords(`${text}é`),
  'a Word document': (text) => xmlFits(new TextEncoder().encode(text)),
  JSON: (text) => [readExport(text), readPrepFile(text), readFrameworkFile(text)],
}

test.each(Object.entries(READERS))(
  '%s is gone through once, whatever it is made of',
  (_name, read) => {
    for (const unit of Object.values(UNITS)) read(unit.repeat(LENGTH / unit.length))
  },
)
