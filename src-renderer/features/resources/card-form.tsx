/** The support card's lines. They are kept unsealed on this laptop too, so that the card opens while it is locked. */
import { Button, Group, Text, TextInput } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { keepCard } from '../../../shared/model/caseload/resource'
import type { CardLine } from '../../../shared/model/caseload/support-card'
import { t } from '../../../shared/words/words'
import { useTypedDialog } from '../../context/typing/kept-typing'
import { useRunOnVault } from '../../context/vault/session'
import { firstField } from '../../forms/first-field'
import { FormDialog } from '../../forms/form-dialog'
import { QuietButton } from '../../ui/quiet-button'

export const CardForm = ({
  lines,
  onClose,
}: {
  readonly lines: readonly CardLine[]
  readonly onClose: () => void
}) => {
  const runOnVault = useRunOnVault()
  const form = useTypedDialog('support-card', t('supportCard.title'), {
    lines: lines.map((line) => ({ ...line, key: crypto.randomUUID() })),
  })
  const draft = form.values.lines
  const setDraft = (next: typeof draft): void => form.set({ lines: next })
  const change = (key: string, next: Partial<CardLine>): void =>
    setDraft(draft.map((line) => (line.key === key ? { ...line, ...next } : line)))
  const [added, setAdded] = useState<string>()
  const add = (): void => {
    const key = crypto.randomUUID()
    setAdded(key)
    setDraft([...draft, { name: '', reach: '', when: '', key }])
  }
  const save = async (): Promise<void> => {
    const next = draft.filter(({ name }) => name.trim() !== '').map(({ key: _, ...line }) => line)
    await runOnVault(keepCard, next)
  }
  return (
    <FormDialog
      form={form}
      action={t('supportCard.save')}
      size="xl"
      onClose={onClose}
      onSubmit={save}
      left={
        <Button variant="subtle" leftSection={<IconPlus size={15} />} onClick={add}>
          {t('supportCard.addLine')}
        </Button>
      }
    >
      <Text size="sm" c="dimmed">
        {t('supportCard.keptUnsealed')}
      </Text>
      {draft.map((line, index) => (
        <Group key={line.key} gap="xs" wrap="nowrap" align="flex-end">
          <TextInput
            label={index === 0 ? t('supportCard.service') : undefined}
            aria-label={t('supportCard.service')}
            {...(line.key === added || (added === undefined && index === 0) ? firstField : {})}
            value={line.name}
            onChange={(event) => change(line.key, { name: event.currentTarget.value })}
            flex={2}
          />
          <TextInput
            label={index === 0 ? t('supportCard.howToReach') : undefined}
            aria-label={t('supportCard.howToReachNamed', { name: line.name })}
            value={line.reach}
            onChange={(event) => change(line.key, { reach: event.currentTarget.value })}
            flex={1}
          />
          <TextInput
            label={index === 0 ? t('common.when') : undefined}
            aria-label={t('supportCard.whenToCall', { name: line.name })}
            value={line.when}
            onChange={(event) => change(line.key, { when: event.currentTarget.value })}
            flex={2}
          />
          <QuietButton
            name={t('supportCard.removeNamed', { name: line.name })}
            icon={IconTrash}
            size={36}
            onClick={() => setDraft(draft.filter(({ key }) => key !== line.key))}
          />
        </Group>
      ))}
    </FormDialog>
  )
}
