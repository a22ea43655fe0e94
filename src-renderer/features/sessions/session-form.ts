/** The fields of a session, for planning one and for changing one. */
import type { SessionInput } from '../../../shared/model/session'
import type { FormField } from '../../ui/item-form'
import { mediumLabels, options, sessionLabels, sessionStatusLabels } from '../../ui/labels'

export const sessionFormFields: readonly FormField<SessionInput>[] = [
  { name: 'date', label: 'Date', as: 'day', optional: false },
  { name: 'time', label: 'Time', as: 'time' },
  { name: 'kind', label: 'Kind', as: 'choice', options: options(sessionLabels) },
  { name: 'status', label: 'Status', as: 'choice', options: options(sessionStatusLabels) },
  { name: 'minutes', label: 'Minutes', as: 'number', min: 0, max: 600 },
  { name: 'medium', label: 'Medium', as: 'choice', options: options(mediumLabels) },
  { name: 'place', label: 'Place', wide: true },
]
