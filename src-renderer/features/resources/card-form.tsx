/** The support card's lines. They are kept unsealed on this laptop too, so that the card opens while it is locked. */
import { Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { keepCard } from '../../../shared/model/resource'
import type { CardLine } from '../../../shared/model/support-card'
import { t } from '../../../shared/words'
import { useRunOnVault } from '../../app/session'
import { QuietButton } from '../../ui/quiet-button'

export const CardForm = ({
  lines,
  onClose,
}: {
  readonly lines: readonly CardLine[]
  readonly onClose: () => void
}) => {
  const runOnVault = useRunOnVault()
  const [draft, setDraft] = useState(() => lines.map((line) => ({ ...line, key: crypto.randomUUID() })))
  const [busy, setBusy] = useState(false)
  const change = (key: string, next: Partial<CardLine>): void =>
    setDraft(draft.map((line) => (line.key === key ? { ...line, ...next } : line)))
  const save = async (): Promise<void> => {
    setBusy(true)
    const next = draft.filter(({ name }) => name.trim() !== '').map(({ key: _, ...line }) => line)
    await runOnVault(keepCard, next)
    onClose()
  }
  return (
    <Modal opened onClose={onClose} title={t('cardForm.supportCard')} size="xl">
      <Stack gap="sm">
        <Text size="sm" c="dimmed">
          {t('cardForm.namesAndNumbersOfServicesOnly')}
        </Text>
        {draft.map((line, index) => (
          <Group key={line.key} gap="xs" wrap="nowrap" align="flex-end">
            <TextInput
              label={index === 0 ? t('cardForm.service') : undefined}
              aria-label={t('cardForm.service')}
              value={line.name}
              onChange={(event) => change(line.key, { name: event.currentTarget.value })}
              flex={2}
            />
            <TextInput
              label={index === 0 ? t('cardForm.howToReach') : undefined}
              aria-label={t('cardForm.howToReachName', { name: line.name })}
              value={line.reach}
              onChange={(event) => change(line.key, { reach: event.currentTarget.value })}
              flex={1}
            />
            <TextInput
              label={index === 0 ? t('cardForm.when') : undefined}
              aria-label={t('cardForm.whenToCallName', { name: line.name })}
              value={line.when}
              onChange={(event) => change(line.key, { when: event.currentTarget.value })}
              flex={2}
            />
            <QuietButton
              name={t('cardForm.removeName', { name: line.name })}
              icon={IconTrash}
              size={36}
              onClick={() => setDraft(draft.filter(({ key }) => key !== line.key))}
            />
          </Group>
        ))}
        <Group justify="space-between">
          <Button
            variant="subtle"
            leftSection={<IconPlus size={15} />}
            onClick={() => setDraft([...draft, { name: '', reach: '', when: '', key: crypto.randomUUID() }])}
          >
            {t('cardForm.addALine')}
          </Button>
          <Group gap="xs">
            <Button variant="default" onClick={onClose}>
              {t('common.cancel')}
            </Button>
            <Button loading={busy} onClick={() => void save()}>
              {t('cardForm.saveTheCard')}
            </Button>
          </Group>
        </Group>
      </Stack>
    </Modal>
  )
}
