/**
 * Beginning a reflection: whose it is, in which framework, and with which question.
 * Not a form: a question is chosen from the library, and begins it.
 */
import {
  Badge,
  Button,
  Group,
  Menu,
  Modal,
  SegmentedControl,
  Stack,
  Text,
  UnstyledButton,
} from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { kept } from '../../../shared/crdt/kind'
import { defaultVisibility, type Provenance } from '../../../shared/crdt/visibility'
import {
  emptySections,
  frameworkOf,
  PROMPTS,
  reflections,
} from '../../../shared/model/record/reflection'
import { FRAMEWORKS } from '../../../shared/model/record/shipped-frameworks'
import { t } from '../../../shared/words/words'
import { useCommand } from '../../context/commands/commands'
import { aimTyping, stopTypingAhead, typeAhead } from '../../context/typing/type-ahead'
import { useRun, useVault } from '../../context/vault/session'
import { options, provenanceLabels } from '../../ui/labels'
import { today } from '../../ui/when'

export const NewReflection = ({
  recordId,
  disabled,
  onMade,
}: {
  readonly recordId: string
  readonly disabled: boolean
  readonly onMade: (id: string) => void
}) => {
  const run = useRun()
  const own = kept(useVault().frameworks)
  const [provenance, setProvenance] = useState<Provenance>('coach')
  const [library, setLibrary] = useState(false)
  const [choosing, setChoosing] = useState(false)
  useCommand('new-reflection', disabled ? undefined : () => setChoosing(true))
  const add = async (framework: string, prompt = ''): Promise<void> => {
    setLibrary(false)
    typeAhead()
    const id = await run(recordId, reflections.add, {
      date: today(),
      framework,
      prompt,
      provenance,
      visibility: defaultVisibility(provenance),
      sections: emptySections(frameworkOf(framework, own)),
    })
    if (id === undefined) return stopTypingAhead()
    aimTyping(id)
    onMade(id)
  }
  return (
    <>
      <Menu
        position="bottom-start"
        withinPortal
        shadow="sm"
        opened={choosing}
        onChange={setChoosing}
      >
        <Menu.Target>
          <Button leftSection={<IconPlus size={16} stroke={1.8} />} disabled={disabled}>
            {t('reflection.new')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>{t('reflection.whoseWords')}</Menu.Label>
          <SegmentedControl
            aria-label={t('reflection.whoseWords')}
            size="xs"
            mx="xs"
            mb={4}
            value={provenance}
            onChange={(value) => setProvenance(value as Provenance)}
            data={options(provenanceLabels)}
          />
          <Menu.Label>{t('reflection.framework')}</Menu.Label>
          {[...FRAMEWORKS, ...own].map(({ id, title, sections }) => (
            <Menu.Item
              key={id}
              onClick={() => void add(id)}
              rightSection={<Badge color="gray">{sections.length}</Badge>}
            >
              {title}
            </Menu.Item>
          ))}
          <Menu.Divider />
          <Menu.Item onClick={() => setLibrary(true)}>{t('reflection.fromPrompts')}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {library && (
        <Modal opened onClose={() => setLibrary(false)} title={t('reflection.prompts')} size="lg">
          <Stack gap="md">
            {PROMPTS.map(({ phase, prompts }) => (
              <Stack key={phase} gap={2}>
                <Text size="sm" c="dimmed">
                  {phase}
                </Text>
                {prompts.map((prompt) => (
                  <UnstyledButton key={prompt} py={4} onClick={() => void add('open', prompt)}>
                    {prompt}
                  </UnstyledButton>
                ))}
              </Stack>
            ))}
            <Group justify="flex-end">
              <Button variant="default" onClick={() => setLibrary(false)}>
                {t('common.cancel')}
              </Button>
            </Group>
          </Stack>
        </Modal>
      )}
    </>
  )
}
