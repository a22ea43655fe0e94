/** How the mentee is: the latest check-in and the latest reflection. */
import { Group, Text, UnstyledButton } from '@mantine/core'
import { firstWords, frameworkOf } from '../../../shared/model/record/reflection'
import { t } from '../../../shared/words/words'
import { go } from '../../context/app-state'
import { HiddenCount } from '../../context/hidden'
import { useHidden, useVault } from '../../context/vault/session'
import { Section } from '../../ui/section'
import { When } from '../../ui/when'
import { checkInSummary } from '../check-ins/check-in-words'
import type { AboutMentee } from './about-mentee'

export const HowTheyAre = ({ record, brief }: AboutMentee) => {
  const { frameworks } = useVault()
  const hidden = useHidden(record.id, 'reflections')
  const { checkIn, reflection } = brief
  const { id } = record
  const words = reflection === undefined ? '' : firstWords(reflection)
  return (
    <Section dense title={t('brief.howTheyAre')}>
      {checkIn !== undefined && (
        <UnstyledButton onClick={() => go({ screen: 'mentee', id, tab: 'check-ins' })}>
          <Group justify="space-between" wrap="nowrap" gap="sm" align="baseline">
            <Text size="sm">{checkInSummary(checkIn)}</Text>
            <When day={checkIn.date} size="sm" c="dimmed" flex="none" />
          </Group>
        </UnstyledButton>
      )}
      {reflection === undefined ? (
        hidden === 0 && (
          <Text size="sm" c="dimmed">
            {t('brief.noReflectionsYet')}
          </Text>
        )
      ) : (
        <UnstyledButton
          onClick={() => go({ screen: 'mentee', id, tab: 'reflections', item: reflection.id })}
        >
          <Group justify="space-between" wrap="nowrap" gap="sm" align="baseline">
            <Text size="sm" fw={600}>
              {reflection.prompt || frameworkOf(reflection.framework, frameworks).title}
            </Text>
            <When day={reflection.date} size="sm" c="dimmed" flex="none" />
          </Group>
          <Text size="sm" lineClamp={2} title={words}>
            {words || t('common.noTextYet')}
          </Text>
        </UnstyledButton>
      )}
      <HiddenCount record={id} kind="reflections" />
    </Section>
  )
}
