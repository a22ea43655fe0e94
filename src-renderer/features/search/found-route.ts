/** Where what was found is opened: where its kind says. */
import { kindNamed } from '../../../shared/model/kinds'
import type { SearchHit } from '../../../shared/search/hit'
import { type Route, routeTo } from '../../context/navigation'

export const routeOf = ({ record, id, key }: SearchHit): Route => {
  const named = kindNamed(key.split('/')[1] ?? '')
  return named === undefined ? { screen: 'today' } : routeTo(named.about.opens, record, id)
}
