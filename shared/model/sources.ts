/**
 * What the app's claims about instruments, law and accreditation rest on: which document, which section of it, where it is
 * to be found, and what was seen of it on which day. Nothing here is legal advice, and laws, licences and numbers of
 * elements change: whoever releases the app looks at each entry again, at the source. Addresses are names of documents, the
 * same in every language.
 */
import type { PlainKey } from '../words/words'

export interface Source {
  readonly text: PlainKey
  /** Where it is to be found; a name where it has no address of its own. */
  readonly address: string
  /**
   * What was seen on that day: the words as somebody else reprints them, or nothing. None was seen at the source itself,
   * which could not be reached from where this was written.
   */
  readonly seen: 'reprinted' | 'no'
}

/** The day on which all of them were last looked at. */
export const CHECKED_ON = '2026-11-26'
const reprinted = (text: PlainKey, address: string): Source => ({
  text,
  address,
  seen: 'reprinted',
})
const notSeen = (text: PlainKey, address: string): Source => ({
  text,
  address,
  seen: 'no',
})

export const SOURCES = {
  // Items, answers, sum × 4: corc.uk.net; raw below 13 or an item at 0 or 1: medicalalgorithms.com. Of its licence others say
  // "free of charge, no permission needed" (corc.uk.net) and "public domain, name the source" (inspq.qc.ca).
  who5: reprinted('help.sourceWho5', 'World Health Organization, Regional Office for Europe, 1998'),
  // Said to be CC BY-NC-SA 3.0 IGO, with slightly other words: to be read in its imprint before anything is sold.
  who5Reissue: notSeen('help.sourceWho5Reissue', 'who.int/publications, WHO-5, 2024'),
  // Where 28 comes from: later studies, and not WHO's own leaflet.
  topp: reprinted('help.sourceTopp', 'Psychotherapy and Psychosomatics 84:167–176'),
  burnoutOrigin: notSeen('help.sourceBurnoutOrigin', 'Stress and Health 20:75–79'),
  burnout: notSeen('help.sourceBurnout', 'Journal of General Internal Medicine 30:582–587'),
  swarbrick: notSeen('help.sourceSwarbrick', 'Psychiatric Rehabilitation Journal 29:311–314'),
  samhsa: notSeen('help.sourceSamhsa', 'samhsa.gov, Creating a Healthier Life'),
  grow: notSeen('help.sourceGrow', 'Nicholas Brealey, 5th edition 2017'),
  woop: notSeen('help.sourceWoop', 'woopmylife.org'),
  ismart: notSeen('help.sourceIsmart', 'Academic Pediatrics 10:261–263'),
  competencies: notSeen('help.sourceCompetencies', 'aamc.org, December 2024'),
  borton: notSeen('help.sourceBorton', 'Reach, Touch and Teach, 1970'),
  gibbs: notSeen('help.sourceGibbs', 'Learning by Doing, 1988'),
  kaiser: notSeen('help.sourceKaiser', 'medschool.kp.org'),
  ama: notSeen('help.sourceAma', 'ama-assn.org'),
  icf: notSeen('help.sourceIcf', 'coachingfederation.org'),
  // 99.3 ("memory jogger", a temporary substitute, revealed to anyone else): a reprint of the Department's answers.
  ferpa: reprinted('help.sourceFerpa', 'ecfr.gov/current/title-34/part-99'),
  // 99.10 (45 days), 99.20–22 (amendment).
  ferpaInspection: notSeen('help.sourceFerpaInspection', 'ecfr.gov/current/title-34/part-99'),
  // 99.36 (c), as the Bakersfield City School District quotes it. That what a person saw themselves is not covered is the
  // Department's guidance, for counsel to confirm.
  ferpaEmergency: reprinted('help.sourceFerpaEmergency', 'ecfr.gov/current/title-34/part-99'),
  hipaa: notSeen('help.sourceHipaa', 'ecfr.gov/current/title-45/part-160'),
  titleIx: notSeen('help.sourceTitleIx', 'ecfr.gov/current/title-34/part-106'),
  clery: notSeen('help.sourceClery', 'ecfr.gov/current/title-34/section-668.46'),
  // Dates of the season before, as the timeline itself had them; those of 2027 from the pattern of it and from others'
  // accounts.
  eras: reprinted('help.sourceEras', 'students-residents.aamc.org, ERAS timeline'),
  // "The third week in March"; the days were counted from it.
  nrmp: reprinted('help.sourceNrmp', 'nrmp.org, Main Residency Match calendar'),
  // 11.1, 11.2 and 3.6: quoted by the Medical College of Wisconsin (mcw.edu, LCME Spotlight, 2025); 12.3 by
  // christner-strat.com.
  lcme: reprinted('help.sourceLcme', 'lcme.org, Functions and Structure of a Medical School'),
  // 9.7, 11.5, 11.6 and 12.5: numbers and titles from memory.
  lcmeRecords: notSeen(
    'help.sourceLcmeRecords',
    'lcme.org, Functions and Structure of a Medical School',
  ),
} as const satisfies Readonly<Record<string, Source>>
export type SourceId = keyof typeof SOURCES
