/** One word from each, at the beginning and at the end: counted, and nobody's. */
import { Group, SimpleGrid, Stack, Text } from '@mantine/core'
import { countedWords } from '../../../shared/model/record/group-plan'
import type { GroupSession } from '../../../shared/model/record/group-session'
import { t } from '../../../shared/words/words'
import { GroupText } from './group-text'

const WORDS = [
  ['wordIn', 'groupSession.wordIn'],
  ['wordOut', 'groupSession.wordOut'],
] as const

export const GroupWords = ({
  session,
  names,
}: {
  readonly session: GroupSession
  readonly names: readonly string[]
}) => (
  <SimpleGrid cols={2} spacing="sm">
    {WORDS.map(([name, label]) => (
      <Stack key={name} gap={4}>
        <GroupText
          session={session}
          name={name}
          label={t(label)}
          hint={t('groupSession.wordHint')}
          names={names}
          rows={2}
        />
        <Group gap={6}>
          {countedWords(session[name]).map(({ word, times }) => (
            <Text key={word} size="sm" c="dimmed">
              {times === 1 ? word : t('groupSession.wordTimes', { word, times })}
            </Text>
          ))}
        </Group>
      </Stack>
    ))}
  </SimpleGrid>
)
