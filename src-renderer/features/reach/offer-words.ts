/** What could fulfil a component, in a few words. */
import type { Offer } from '../../../shared/views/fulfilment'
import { shortDay } from '../../ui/when'

const MOST_LETTERS = 32

export const offerWords = ({ title, date }: Offer): string =>
  [
    title.length > MOST_LETTERS ? `${title.slice(0, MOST_LETTERS)}…` : title,
    date === undefined ? '' : shortDay(date),
  ]
    .filter(Boolean)
    .join(', ')
