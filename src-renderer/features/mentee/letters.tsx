/** Letters that others write for a mentee: who by role, and when they were asked, agreed, and the right to read it waived. */
import { Group, Stack, Text } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { type Letter, letters, type Season } from '../../../shared/model/record/season'
import { t } from '../../../shared/words/words'
import { useRun } from '../../context/vault/session'
import { ItemForm } from '../../forms/item-form'
import { EditAndDelete } from '../../ui/edit-and-delete'
import { LineButton } from '../../ui/line-button'
import { offerUndo } from '../../ui/undo'
import { shortDay, useToday } from '../../ui/when'

const about = ({ askedOn, agreedOn, waivedOn }: Letter): string =>
  [
    askedOn !== null && t('season.askedOn', { day: shortDay(askedOn) }),
    agreedOn !== null && t('season.agreedOn', { day: shortDay(agreedOn) }),
    waivedOn !== null && t('season.waivedOn', { day: shortDay(waivedOn) }),
  ]
    .filter(Boolean)
    .join(' · ')

export const Letters = ({
  record,
  season: { id: of, letters: all },
  editable,
}: {
  readonly record: string
  readonly season: Season
  readonly editable: boolean
}) => {
  const run = useRun()
  const day = useToday()
  const [form, setForm] = useState<Letter | 'new'>()
  const remove = async ({ id, from }: Letter): Promise<void> => {
    await run(record, letters.remove, { of, id, deleted: true })
    offerUndo(
      t('season.letterRemoved', { from }),
      () => void run(record, letters.remove, { of, id, deleted: false }),
    )
  }
  return (
    <Stack gap={4}>
      {all.map((one) => (
        <Group key={one.id} justify="space-between" wrap="nowrap" gap="xs">
          <Text size="sm">
            <Text span size="sm" c="dimmed">
              {t('season.letter')}:{' '}
            </Text>
            {one.from}
            <Text span size="sm" c="dimmed">
              {about(one) === '' ? '' : ` · ${about(one)}`}
            </Text>
          </Text>
          {editable && (
            <EditAndDelete
              item={one.from}
              deleteName={t('season.removeLetter', { from: one.from })}
              onEdit={() => setForm(one)}
              onDelete={() => remove(one)}
            />
          )}
        </Group>
      ))}
      {editable && (
        <LineButton leftSection={<IconPlus size={15} />} onClick={() => setForm('new')}>
          {t('season.addLetter')}
        </LineButton>
      )}
      {form !== undefined && (
        <ItemForm
          id={form === 'new' ? `new-letter/${of}` : `letter/${form.id}`}
          title={t(form === 'new' ? 'season.addLetter' : 'season.editLetter')}
          action={t('common.save')}
          size="md"
          schema={letters.input}
          initial={form === 'new' ? { ...letters.empty, askedOn: day } : form}
          fields={[
            {
              name: 'from',
              label: t('season.letterFrom'),
              hint: t('season.letterFromHint'),
              wide: true,
            },
            { name: 'askedOn', label: t('season.letterAsked'), as: 'day' },
            { name: 'agreedOn', label: t('season.letterAgreed'), as: 'day' },
            { name: 'waivedOn', label: t('season.letterWaived'), as: 'day' },
          ]}
          onClose={() => setForm(undefined)}
          onSubmit={(next, base) =>
            form === 'new'
              ? run(record, letters.add, { of, ...next })
              : run(record, letters.edit, { of, id: form.id, base, next })
          }
        />
      )}
    </Stack>
  )
}
