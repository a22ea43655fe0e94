/** The fields of a session, for planning one and for changing one. */
import type { SessionInput } from '../../../shared/model/record/session'
import { spoken } from '../../../shared/words/words'
import type { FormField } from '../../forms/item-field'
import {
  calledOffLabels,
  mediumLabels,
  options,
  sessionLabels,
  sessionStatusLabels,
} from '../../ui/labels'

export const sessionFormFields: readonly FormField<SessionInput>[] = [
  spoken({ label: 'common.date' }, { name: 'date', as: 'day', optional: false }),
  spoken({ label: 'session.time' }, { name: 'time', as: 'time' }),
  spoken({ label: 'common.kind' }, { name: 'kind', as: 'choice', options: options(sessionLabels) }),
  spoken(
    { label: 'common.status' },
    { name: 'status', as: 'choice', options: options(sessionStatusLabels) },
  ),
  spoken({ label: 'session.minutes' }, { name: 'minutes', as: 'number', min: 0, max: 600 }),
  spoken(
    { label: 'session.medium' },
    { name: 'medium', as: 'choice', options: options(mediumLabels) },
  ),
  spoken({ label: 'session.place' }, { name: 'place', wide: true }),
]

/** Of one that is there: who canceled it, if it was. */
export const sessionEditFields: readonly FormField<SessionInput>[] = [
  ...sessionFormFields,
  spoken(
    { label: 'session.calledOffBy' },
    { name: 'calledOffBy', as: 'choice', options: options(calledOffLabels) },
  ),
]
