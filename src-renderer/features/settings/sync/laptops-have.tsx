/** What the other laptops have, by their own word, and when all last had the same; one line for each. */
import { List, Text } from '@mantine/core'
import { useStore } from 'zustand'
import type { LaptopHas } from '../../../../shared/model/caseload/holding'
import { t } from '../../../../shared/words/words'
import { useModel } from '../../../context/vault/session'
import type { Sync } from '../../../sync/sync'
import { lately, useToday } from '../../../ui/when'

const hasSentence = (
  { state, upTo, missing }: LaptopHas,
  laptop: string,
  today: string,
): string => {
  const time = upTo === '' ? '' : lately(upTo, today)
  switch (state) {
    case 'all':
      return t('agreed.all', { laptop, time })
    case 'part':
      return missing === 0
        ? t('agreed.part', { laptop, time })
        : t('agreed.missing', { laptop, time, count: missing })
    case 'unknown':
      return t('agreed.unknown', { laptop })
    case 'silent':
      return t('agreed.silent', { laptop })
  }
}

const upperFirst = (words: string): string => words.charAt(0).toLocaleUpperCase() + words.slice(1)

export const LaptopsHave = ({ sync }: { readonly sync: Pick<Sync, 'agreement'> }) => {
  const { laptops, agreedAt } = useStore(sync.agreement)
  const rows = useModel((model) => model.laptops)
  const today = useToday()
  const nameOf = (device: string): string =>
    rows.find(({ id }) => id === device)?.name || t('common.anotherLaptop')
  return (
    <>
      {laptops.length > 0 && (
        <List size="sm" aria-label={t('agreed.laptops')}>
          {laptops.map((one) => (
            <List.Item key={one.device}>
              {upperFirst(hasSentence(one, nameOf(one.device), today))}
              {one.lacking > 0 && ` ${t('agreed.lacking', { count: one.lacking })}`}
            </List.Item>
          ))}
        </List>
      )}
      {agreedAt !== '' && (
        <Text c="dimmed" size="sm">
          {t('agreed.last', { time: lately(agreedAt, today) })}
        </Text>
      )}
    </>
  )
}
