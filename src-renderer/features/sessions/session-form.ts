/** The fields of a session, for planning one and for changing one. */
import type { SessionInput } from '../../../shared/model/record/session'
import { t } from '../../../shared/words/words'
import type { FormField } from '../../forms/item-field'
import { mediumLabels, options, sessionLabels, sessionStatusLabels } from '../../ui/labels'

export const sessionFormFields: readonly FormField<SessionInput>[] = [
  { name: 'date', label: t('common.date'), as: 'day', optional: false },
  { name: 'time', label: t('session.time'), as: 'time' },
  { name: 'kind', label: t('common.kind'), as: 'choice', options: options(sessionLabels) },
  {
    name: 'status',
    label: t('common.status'),
    as: 'choice',
    options: options(sessionStatusLabels),
  },
  { name: 'minutes', label: t('session.minutes'), as: 'number', min: 0, max: 600 },
  { name: 'medium', label: t('session.medium'), as: 'choice', options: options(mediumLabels) },
  { name: 'place', label: t('session.place'), wide: true },
]
