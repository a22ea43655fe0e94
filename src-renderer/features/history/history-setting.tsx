/** For how long is kept what notes, goals and reflections said before. */
import { Select } from '@mantine/core'
import { setSettings } from '../../../shared/model/caseload/caseload'
import { t } from '../../../shared/words/words'
import { useOpenVault, useRunOnVault, useVault } from '../../context/vault/session'

const CHOICES = [30, 90, 365, 0] as const

export const HistorySetting = () => {
  const { session } = useOpenVault()
  const runOnVault = useRunOnVault()
  const { historyDays } = useVault().settings
  const words = (days: number): string =>
    days === 0 ? t('history.keepNone') : t('count.day', { count: days })
  return (
    <Select
      label={t('history.keptFor')}
      description={t('history.keptForHint')}
      w={420}
      data={[...new Set([...CHOICES, historyDays])].map((days) => ({
        value: String(days),
        label: words(days),
      }))}
      value={String(historyDays)}
      onChange={(days) =>
        void runOnVault(setSettings, { historyDays: Number(days) }).then(() =>
          session.history.tend('now'),
        )
      }
    />
  )
}
