/**
 * The English of the catalogue: that of a native speaker, for a physician in the United States. One word for one thing,
 * whole sentences, nothing that sounds translated. Each word that is refused says what to write instead; where it is
 * right after all, the exception says why.
 */
import { describe, expect, it } from 'vitest'
import en from './en.json' with { type: 'json' }

interface Refused {
  readonly words: RegExp
  readonly instead: string
}

const GLOSSARY: readonly Refused[] = [
  { words: /\bwhom(ever)?\b|\bwhoever\b/i, instead: 'who, anyone who' },
  { words: /\b(some|no|every|any)body('s|’s)?\b/i, instead: 'someone, no one, everyone, anyone' },
  { words: /\b(hereafter|thereof|therein|thus|upon|shall)\b/i, instead: 'plain words' },
  { words: /\bsuch\b(?! as\b)/i, instead: 'this, these, like that' },
  { words: /\b(of|by) (its|their|your) own accord\b|\bof its own\b/i, instead: 'on its own, its' },
  { words: /\bstands?\b/i, instead: 'is, appears' },
  { words: /\bt(ake|akes|aking|aken|ook) [\w ]{0,20}?in\b/i, instead: 'import, receive' },
  { words: /\blook(s|ed|ing)? (into|through)\b/i, instead: 'open, check' },
  { words: /\b(is|are) (not )?told\b/i, instead: 'say who tells' },
  { words: /\bnot read any more\b|\bany more\b/i, instead: 'can’t be read; anymore' },
  { words: /\ba slip\b/i, instead: 'a typo' },
  { words: /\bbr(ing|ings|ought) (it |them |him |her )?back\b/i, instead: 'restore, unarchive' },
  { words: /\b(go|goes|going|went) on (with|working)\b/i, instead: 'continue, keep going' },
  { words: /\bstay(s|ed)? out\b/i, instead: 'skipped, left out' },
  { words: /\bcame in\b/i, instead: 'arrived, unlocked' },
  { words: /\bt(hrow|hrown|hrew) [\w ]{0,20}?away\b/i, instead: 'discard, delete' },
  { words: /\b(un)?seal(ed|s|ing)?\b(?! folder)/i, instead: 'encrypted' },
  { words: /\bdevices?\b|\bcomputers?\b/i, instead: 'laptop' },
  { words: /\b[Tt]rash\b|\bbin\b/, instead: 'Bin, the Bin' },
  { words: /\bstick\b/i, instead: 'USB drive' },
  { words: /\bpreferences\b/i, instead: 'settings' },
  { words: /\bcadence\b/i, instead: 'weeks between sessions, overdue for a meeting' },
  { words: /\bpast the\b/i, instead: 'overdue' },
  { words: /\blate\b/i, instead: 'overdue' },
  { words: /^ahead\b|\band ahead\b|\bis ahead\b/i, instead: 'upcoming, coming up' },
  { words: /\bpresent (one|passphrase)\b/i, instead: 'current' },
  { words: /\btick(s|ed)?\b|\bpick(s|ed)?\b(?! up)/i, instead: 'select, choose' },
  { words: /\bone to one\b|\bone-to-one\b/i, instead: 'one-on-one' },
  { words: /\bunexpected\b/i, instead: 'something went wrong' },
  { words: /\bsuccessfully\b|\binvalid\b|\bplease\b/i, instead: 'what happened and what to do' },
  { words: /\bnewer Confidant\b|\bolder Confidant\b/i, instead: 'a newer version of Confidant' },
  { words: /\b(an?|every|any|another|every other) program\b/i, instead: 'app' },
  { words: /\bheader\b/i, instead: 'a vault file' },
  { words: /\bas shipped\b|\bshipped\b/i, instead: 'built in, the original' },
  { words: /!/, instead: 'a period' },
]

const SPELLING: readonly Refused[] = [
  { words: /\be-mails?\b/i, instead: 'email' },
  { words: /\bcancell(ed|ing)\b/i, instead: 'canceled' },
  { words: /\bjudgement\b/i, instead: 'judgment' },
  { words: /\b(colour|behaviour|favour|honour|neighbour|labour)\w*/i, instead: '-or' },
  {
    words: /\b\w*(organis|recognis|summaris|analys|prioritis|normalis|realis)(e|ed|es|ing)\b/i,
    instead: '-ize',
  },
  {
    words: /\b(counsell|travell|labell|modell|fulfil)(ed|ing|or|ors|ling|s)?\b/i,
    instead: 'one l',
  },
  {
    words:
      /\b(programme|centre|licence|defence|practise|grey|cheque|whilst|learnt|autumn|enrol(?!l))\w*\b/i,
    instead: 'American spelling',
  },
  { words: /\bwarm hand-off\b/i, instead: 'warm handoff' },
]

const TYPING: readonly Refused[] = [
  { words: /\(s\)/, instead: 'the plural forms _one and _other' },
  { words: /\.\.\./, instead: '…' },
  { words: /\s…/, instead: 'no blank before …' },
  { words: /'|"/, instead: 'curly quotation marks and apostrophes' },
  { words: /;/, instead: 'two sentences' },
]

/** Where what is refused elsewhere is right, and why. */
const EXCEPTIONS: Readonly<Record<string, string>> = {
  'help.sourceBorton': 'two sources are divided by a semicolon',
  'groupSession.late': 'who comes late is not overdue',
  'groupSession.rollKeys': 'who comes late is not overdue',
}

const found = (refused: readonly Refused[]): readonly string[] =>
  Object.entries(en).flatMap(([key, text]) =>
    EXCEPTIONS[key] === undefined
      ? refused.flatMap(({ words, instead }) => {
          const at = words.exec(text.replace(/\{\{\w+\}\}/g, '')) ?? undefined
          return at === undefined ? [] : [`${key}: “${at[0]}” → ${instead} | ${text}`]
        })
      : [],
  )

describe('the English of the catalogue', () => {
  it('has one word for one thing, and none that sounds translated', () => {
    expect(found(GLOSSARY)).toEqual([])
  })
  it('is spelled as in the United States', () => {
    expect(found(SPELLING)).toEqual([])
  })
  it('is typed with care: no “(s)”, no three dots, no straight quotation marks, no semicolons', () => {
    expect(found(TYPING)).toEqual([])
  })
  it('has no exception that is not needed', () => {
    const needed = Object.entries(en).filter(
      ([key, text]) =>
        EXCEPTIONS[key] !== undefined &&
        [...GLOSSARY, ...SPELLING, ...TYPING].some(({ words }) => words.test(text)),
    )
    expect(needed.map(([key]) => key).sort()).toEqual(Object.keys(EXCEPTIONS).sort())
  })
})
