/** Settings → Comfort: how the app looks and speaks on this laptop. */
import {
  NativeSelect,
  SegmentedControl,
  SimpleGrid,
  Stack,
  Switch,
  Text,
  useMantineColorScheme,
} from '@mantine/core'
import { DENSITIES, TEXT_SIZES } from '../../../shared/bridge/device-settings'
import { MENTEE_WORDS, spoken, t } from '../../../shared/words/words'
import { useApp } from '../../context/app-state'
import { DATE_LANGUAGES } from '../../context/date-language'
import { changeDeviceSettings } from '../../context/device-settings'
import { loadAnew } from '../../context/vault/when-needed'
import { HINT_BELOW } from '../../forms/hint-below'
import { weekdayName } from '../../ui/days/day-words'
import { Section } from '../../ui/section'

const sizes = spoken({
  small: 'comfort.small',
  normal: 'comfort.normal',
  large: 'comfort.large',
  larger: 'comfort.larger',
})
const densities = spoken({ comfortable: 'comfort.comfortable', compact: 'comfort.compact' })
const menteeWords = spoken({ mentee: 'common.mentee', student: 'comfort.student' })
const REMINDERS = [0, 5, 10, 15, 30, 60] as const

/** The names of languages in themselves. */
const languageName = (code: string): string =>
  new Intl.DisplayNames([code], { type: 'language' }).of(code) ?? code

export const ComfortSettings = () => {
  const environment = useApp((state) => state.environment)
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  if (environment === undefined) return null
  const { settings } = environment
  /** Words are looked up as the page loads: it is loaded again, and the vault stays open. */
  const changeWords = async (change: Partial<typeof settings>): Promise<void> => {
    await changeDeviceSettings(change)
    await loadAnew()
  }
  return (
    <Section title={t('comfort.title')} gap="md">
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md">
        <Stack gap={4}>
          <Text size="sm" fw={600}>
            {t('comfort.appearance')}
          </Text>
          <SegmentedControl
            aria-label={t('comfort.appearance')}
            value={colorScheme}
            onChange={(value) => setColorScheme(value as typeof colorScheme)}
            data={[
              { value: 'auto', label: t('comfort.appearanceAsSystem') },
              { value: 'light', label: t('comfort.light') },
              { value: 'dark', label: t('comfort.dark') },
            ]}
          />
        </Stack>
        <Stack gap={4}>
          <Text size="sm" fw={600}>
            {t('comfort.density')}
          </Text>
          <SegmentedControl
            aria-label={t('comfort.density')}
            value={settings.density}
            onChange={(value) =>
              void changeDeviceSettings({ density: value as typeof settings.density })
            }
            data={DENSITIES.map((value) => ({ value, label: densities[value] }))}
          />
        </Stack>
        <NativeSelect
          label={t('comfort.textSize')}
          value={settings.textSize}
          onChange={(event) =>
            void changeDeviceSettings({
              textSize: event.currentTarget.value as typeof settings.textSize,
            })
          }
          data={TEXT_SIZES.map((value) => ({ value, label: sizes[value] }))}
        />
        <NativeSelect
          label={t('comfort.dateLanguage')}
          value={settings.dateLanguage}
          onChange={(event) =>
            void changeDeviceSettings({ dateLanguage: event.currentTarget.value })
          }
          data={DATE_LANGUAGES.map(({ code, name }) => ({ value: code, label: name }))}
        />
        <NativeSelect
          label={t('comfort.weekBegins')}
          value={String(settings.firstDayOfWeek)}
          onChange={(event) =>
            void changeDeviceSettings({ firstDayOfWeek: Number(event.currentTarget.value) })
          }
          data={[1, 0, 6].map((day) => ({ value: String(day), label: weekdayName(day) }))}
        />
        <NativeSelect
          label={t('comfort.remind')}
          description={t('comfort.remindHint')}
          inputWrapperOrder={HINT_BELOW}
          value={String(settings.remindMinutes)}
          onChange={(event) =>
            void changeDeviceSettings({ remindMinutes: Number(event.currentTarget.value) })
          }
          data={REMINDERS.map((minutes) => ({
            value: String(minutes),
            label: minutes === 0 ? t('common.never') : t('comfort.minutesBefore', { minutes }),
          }))}
        />
        <NativeSelect
          label={t('comfort.menteeWord')}
          value={settings.menteeWord}
          onChange={(event) =>
            void changeWords({
              menteeWord: event.currentTarget.value as typeof settings.menteeWord,
            })
          }
          data={MENTEE_WORDS.map((value) => ({ value, label: menteeWords[value] }))}
        />
        {window.words.languages.length > 1 && (
          <NativeSelect
            label={t('comfort.language')}
            value={settings.language}
            onChange={(event) => void changeWords({ language: event.currentTarget.value })}
            data={window.words.languages.map((value) => ({ value, label: languageName(value) }))}
          />
        )}
      </SimpleGrid>
      <Switch
        label={t('comfort.spelling')}
        description={t('comfort.spellingHint')}
        checked={settings.spelling}
        onChange={(event) => void changeDeviceSettings({ spelling: event.currentTarget.checked })}
      />
      <Switch
        label={t('comfort.singleKeys')}
        description={t('comfort.singleKeysHint')}
        checked={settings.singleKeys}
        onChange={(event) => void changeDeviceSettings({ singleKeys: event.currentTarget.checked })}
      />
    </Section>
  )
}
