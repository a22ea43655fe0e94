/** What this part is for, with its sources, where the coach is looking. */
import { ActionIcon, List, Popover, Stack, Text, Title } from '@mantine/core'
import { IconHelpCircle } from '@tabler/icons-react'
import { CHECKED_ON, SOURCES } from '../../../shared/model/sources'
import { t } from '../../../shared/words/words'
import { Icon } from '../../ui/icon'
import { longDay } from '../../ui/when'
import { HELP_TOPICS, type HelpTopic } from './topics'

export const HelpButton = ({ topic }: { readonly topic: HelpTopic }) => {
  const { title, text, sources } = HELP_TOPICS[topic]
  return (
    <Popover width={360} withinPortal trapFocus returnFocus shadow="sm" position="bottom-start">
      <Popover.Target>
        <ActionIcon
          variant="subtle"
          color="gray"
          c="dimmed"
          aria-label={t('help.helpOn', { topic: title })}
          title={t('help.helpOn', { topic: title })}
        >
          <Icon of={IconHelpCircle} size="large" />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('help.helpOn', { topic: title })}>
        <Stack gap="xs" tabIndex={0} data-autofocus>
          <Title order={3}>{title}</Title>
          <Text size="sm">{text}</Text>
          {sources.length > 0 && (
            <>
              <List size="xs" c="dimmed" aria-label={t('help.sources')}>
                {sources.map((id) => (
                  <List.Item key={id}>
                    {t(SOURCES[id].text)} ({SOURCES[id].address}){' '}
                    {SOURCES[id].seen === 'no' && t('help.toConfirm')}
                  </List.Item>
                ))}
              </List>
              <Text size="xs" c="dimmed">
                {t('help.checkedOn', { day: longDay(CHECKED_ON) })}
              </Text>
            </>
          )}
        </Stack>
      </Popover.Dropdown>
    </Popover>
  )
}
