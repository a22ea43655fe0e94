/** The coach's afterthoughts by month (model/caseload/afterthought.ts), over all sessions and never about a mentee. */
import { kept } from '../crdt/kind'
import type { Afterthought, AskedOrTold, WhoTalked } from '../model/caseload/afterthought'

export interface MonthOfAfterthoughts {
  /** `2026-11`. */
  readonly month: string
  readonly asked: Readonly<Record<Exclude<AskedOrTold, ''>, number>>
  readonly talked: Readonly<Record<Exclude<WhoTalked, ''>, number>>
}

/** The newest month first, since a day; one without a tap is left out. */
export const afterthoughtsByMonth = (
  all: readonly Afterthought[],
  from: string,
): readonly MonthOfAfterthoughts[] => {
  const tapped = kept(all).filter(
    ({ date, asked, talked }) => date >= from && (asked !== '' || talked !== ''),
  )
  return [...new Set(tapped.map(({ date }) => date.slice(0, 7)))]
    .sort()
    .reverse()
    .map((month) => {
      const own = tapped.filter(({ date }) => date.startsWith(month))
      const asked = (what: AskedOrTold) => own.filter((one) => one.asked === what).length
      const talked = (who: WhoTalked) => own.filter((one) => one.talked === who).length
      return {
        month,
        asked: { asked: asked('asked'), both: asked('both'), told: asked('told') },
        talked: { they: talked('they'), equal: talked('equal'), me: talked('me') },
      }
    })
}

/** What the coach meant to try, the newest first. */
export const thingsToTry = (all: readonly Afterthought[]): readonly Afterthought[] =>
  kept(all).filter(({ toTry }) => toTry !== '')
