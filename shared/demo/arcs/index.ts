/** The cast, in the order in which their records are made. */
import type { Arc } from '../arc'
import { aaliyah } from './aaliyah'
import { amara } from './amara'
import { dana } from './dana'
import { emeka } from './emeka'
import { emily } from './emily'
import { hana } from './hana'
import { jonas } from './jonas'
import { luis } from './luis'
import { mateo } from './mateo'
import { noor } from './noor'
import { priya } from './priya'
import { sofia } from './sofia'
import { theo } from './theo'
import { wei } from './wei'

export const ARCS: readonly Arc[] = [
  // First, so that nobody else has the hour of his first meeting.
  mateo,
  amara,
  wei,
  dana,
  noor,
  sofia,
  hana,
  emeka,
  priya,
  luis,
  emily,
  aaliyah,
  theo,
  jonas,
]
