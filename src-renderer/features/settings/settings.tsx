/**
/**
 * Settings, in one page of sections with their own list and a search: this laptop, the passphrase and the recovery
 * sheet, sync, backups, privacy, comfort, the caseload, what the school has set, updates, and what this Confidant is. A
 * section is a file, here or in the folder of its subject. One that is gone to is shown from its head, and the last one
 * is where the settings open the next time.
 */
import { Box, Stack, Text, TextInput, Title, UnstyledButton } from '@mantine/core'
import { useLocalStorage } from '@mantine/hooks'
import { IconSearch } from '@tabler/icons-react'
import { type ComponentType, type RefObject, useEffect, useRef, useState } from 'react'
import { fold } from '../../../shared/base/fold'
import { t } from '../../../shared/words/words'
import { useApp } from '../../context/app-state'
import { SETTINGS_SECTIONS, type SettingsSectionId } from '../../context/settings-sections'
import { Icon } from '../../ui/icon'
import { PolicySettings } from '../referrals/policy-card'
import { FrameworkSettings } from '../templates/framework-settings'
import { SnippetSettings } from '../templates/snippet-settings'
import { TemplateSettings } from '../templates/template-settings'
import { AboutSettings } from './about/about-settings'
import { UpdatesSettings } from './about/updates-settings'
import { BackupSettings } from './backups/backup-settings'
import { CaseloadSettingsCard } from './caseload-settings'
import { ComfortSettings } from './comfort-settings'
import { EndingSettings } from './ending/ending-settings'
import { LaptopSettings } from './laptop-settings'
import { LaptopsSettings } from './laptops/laptops-settings'
import { ManagedSettings } from './managed-settings'
import { PassphraseSettings } from './passphrase/passphrase-settings'
import { RecoverySettings } from './passphrase/recovery-settings'
import { PrivacySettings } from './privacy/privacy-settings'
import classes from './settings.module.css'
import { SyncSettings } from './sync/sync-settings'

const SHOWN: Readonly<Record<SettingsSectionId, ComponentType>> = {
  comfort: ComfortSettings,
  sync: SyncSettings,
  laptops: LaptopsSettings,
  backups: BackupSettings,
  laptop: LaptopSettings,
  passphrase: PassphraseSettings,
  recovery: RecoverySettings,
  privacy: PrivacySettings,
  ending: EndingSettings,
  coaching: CaseloadSettingsCard,
  policy: PolicySettings,
  templates: TemplateSettings,
  snippets: SnippetSettings,
  frameworks: FrameworkSettings,
  updates: UpdatesSettings,
  about: AboutSettings,
}
const [FIRST] = SETTINGS_SECTIONS
/** A line below the page's head. */
const AT_HEAD = '-60px 0px -90% 0px'

/** The sections in whose words every word of the search stands. */
const useSearch = (query: string) => {
  const sections = useRef<HTMLDivElement>(null)
  const [found, setFound] = useState<ReadonlySet<string>>()
  useEffect(() => {
    const words = fold(query).split(/\s+/).filter(Boolean)
    if (words.length === 0) return setFound(undefined)
    const all = [...(sections.current?.querySelectorAll<HTMLElement>('[data-section]') ?? [])]
    setFound(
      new Set(
        all
          .filter(({ textContent }) =>
            words.every((word) => fold(textContent ?? '').includes(word)),
          )
          .map(({ dataset }) => dataset.section ?? ''),
      ),
    )
  }, [query])
  return { sections, found }
}

/** Says which section is at the head of the page while it is scrolled. */
const useAtHead = (
  sections: RefObject<HTMLDivElement | null>,
  say: (id: SettingsSectionId) => void,
): void => {
  const latest = useRef(say)
  latest.current = say
  useEffect(() => {
    const root = sections.current?.closest('[data-scroller]')
    if (root == null) return
    const observer = new IntersectionObserver(
      (entries) => {
        for (const { isIntersecting, target } of entries) {
          const at = SETTINGS_SECTIONS.find(
            ({ id }) => id === (target as HTMLElement).dataset.section,
          )
          if (isIntersecting && at !== undefined) latest.current(at.id)
        }
      },
      { root, rootMargin: AT_HEAD },
    )
    for (const one of sections.current?.querySelectorAll('[data-section]') ?? [])
      observer.observe(one)
    return () => observer.disconnect()
  }, [sections])
}

export const Settings = ({ section }: { readonly section: SettingsSectionId | undefined }) => {
  const route = useApp((state) => state.route)
  const [query, setQuery] = useState('')
  const { sections, found } = useSearch(query)
  const [last, setLast] = useLocalStorage<SettingsSectionId>({
    key: 'settings-section',
    defaultValue: FIRST.id,
    getInitialValueInEffect: false,
  })
  useAtHead(sections, setLast)
  const show = (id: SettingsSectionId): void => {
    setLast(id)
    const place = sections.current?.querySelector<HTMLElement>(`[data-section="${id}"]`)
    place?.scrollIntoView({ block: 'start' })
    place?.focus({ preventScroll: true })
  }
  // Gone to again, it is shown again. The first is shown with the page's own head.
  // biome-ignore lint/correctness/useExhaustiveDependencies: each time the coach goes here
  useEffect(() => {
    const to = section ?? last
    // After the page has been put to its top.
    const frame = requestAnimationFrame(() => {
      if (section !== undefined || to !== FIRST.id) show(to)
    })
    return () => cancelAnimationFrame(frame)
  }, [route])
  const listed = SETTINGS_SECTIONS.filter(({ id }) => found === undefined || found.has(id))
  return (
    <Stack gap="sm">
      <Title order={1}>{t('settings.title')}</Title>
      <Box className={classes.columns ?? ''}>
        <Stack gap={2} className={classes.list ?? ''}>
          <TextInput
            aria-label={t('settings.search')}
            placeholder={t('settings.search')}
            leftSection={<Icon of={IconSearch} />}
            size="xs"
            mb={6}
            value={query}
            onChange={(event) => setQuery(event.currentTarget.value)}
          />
          <nav aria-label={t('settings.sections')}>
            {listed.map(({ id, title }) => (
              <UnstyledButton
                key={id}
                className={classes.line ?? ''}
                aria-current={id === last ? 'true' : undefined}
                onClick={() => show(id)}
              >
                {t(title)}
              </UnstyledButton>
            ))}
          </nav>
          {listed.length === 0 && (
            <Text size="sm" c="dimmed" role="status">
              {t('settings.nothingFound')}
            </Text>
          )}
        </Stack>
        <Stack gap="md" ref={sections}>
          <ManagedSettings />
          {SETTINGS_SECTIONS.map(({ id }) => {
            const Shown = SHOWN[id]
            return (
              <div
                key={id}
                data-section={id}
                tabIndex={-1}
                hidden={found !== undefined && !found.has(id)}
                className={classes.section}
              >
                <Shown />
              </div>
            )
          })}
          <Box className={classes.end ?? ''} />
        </Stack>
      </Box>
    </Stack>
  )
}
