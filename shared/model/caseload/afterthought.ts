/**
 * How the coach saw themselves in a session, in up to three taps as it is filed. It has the session's day, and neither the
 * session nor the mentee: it measures the coach. The mirror of their notes (views/ask-tell.ts) counts what was written down;
 * this is what no note says, namely who talked and how it felt.
 */
import type * as Y from 'yjs'
import { date, field, line, oneOf } from '../../crdt/field'
import { defineKind, type Of } from '../../crdt/kind'

/** '' where it was left out. */
const ASKED_OR_TOLD = ['', 'asked', 'both', 'told'] as const
export type AskedOrTold = (typeof ASKED_OR_TOLD)[number]
const WHO_TALKED = ['', 'they', 'equal', 'me'] as const
export type WhoTalked = (typeof WHO_TALKED)[number]

export const afterthoughts = defineKind(
  'afterthoughts',
  {
    date: field(date, 'common.date'),
    asked: field(oneOf(ASKED_OR_TOLD, ''), 'afterthought.asked'),
    talked: field(oneOf(WHO_TALKED, ''), 'afterthought.talked'),
    toTry: field(line(), 'afterthought.toTry'),
  },
  {
    label: 'label.afterthought',
    count: 'count.afterthought',
    title: ({ toTry }) => toTry,
    bin: false,
    leavesFor: ['coach'],
    opens: { screen: 'my-coaching' },
    search: null,
    timeline: null,
  },
)
export type Afterthought = Of<typeof afterthoughts>

/** What of it is noted while a session is filed. */
export type Taps = Pick<Afterthought, 'asked' | 'talked' | 'toTry'>
export const NO_TAPS: Taps = { asked: '', talked: '', toTry: '' }

/** Keeps what was tapped, under the session's day; where nothing was, nothing is kept. */
export const addAfterthought = (
  vault: Y.Doc,
  { date, taps }: { readonly date: string; readonly taps: Taps },
): void => {
  const toTry = taps.toTry.trim()
  if (taps.asked !== '' || taps.talked !== '' || toTry !== '')
    afterthoughts.add(vault, { ...taps, toTry, date })
}
