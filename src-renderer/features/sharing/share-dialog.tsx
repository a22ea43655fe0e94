/**
 * Sharing a copy: exactly what leaves is shown and can be changed before; the private one stays as it is. Each copy is
 * among the mentee's disclosures. Recorded, a mentee's is given in the same step; the program gets the fact of it, and
 * neither paper nor content.
 */
import { Alert, SegmentedControl, Text, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { Provenance } from '../../../shared/crdt/visibility'
import { share } from '../../../shared/model/record/sharing'
import { t } from '../../../shared/words/words'
import { useTypedDialog } from '../../context/typing/kept-typing'
import { useRun } from '../../context/vault/session'
import { firstField } from '../../forms/first-field'
import { FormDialog } from '../../forms/form-dialog'
import { offerNote } from '../../ui/undo'
import { today } from '../../ui/when'
import { SharedCopy } from './shared-copy'

export interface Shareable {
  readonly kind: string
  readonly id: string
  readonly title: string
  readonly text: string
  readonly provenance: Provenance
}

export const ShareDialog = ({
  recordId,
  mentee,
  item,
  onClose,
}: {
  readonly recordId: string
  readonly mentee: string
  readonly item: Shareable
  readonly onClose: () => void
}) => {
  const run = useRun()
  const [recorded, setRecorded] = useState<{ readonly title: string; readonly text: string }>()
  const form = useTypedDialog(`share/${item.id}`, t('share.title'), {
    to: 'shared' as 'shared' | 'program',
    title: item.title,
    text: item.text,
    why: '',
    who: '',
  })
  const {
    values: { to, title, text, why, who },
    set,
  } = form
  const program = to === 'program'
  const submit = async (): Promise<void> => {
    const name = title.trim() || t('common.untitled')
    await run(recordId, share, {
      title: name,
      // The program gets the fact in the title, never content.
      text: program ? '' : text,
      fromKind: item.kind,
      from: item.id,
      visibility: to,
      provenance: item.provenance,
      to: program ? who.trim() || t('share.theProgram') : mentee,
      why: why.trim(),
      date: today(),
    })
    if (program) offerNote(t('share.programCopyKept'))
    else setRecorded({ title: name, text })
  }
  if (recorded !== undefined) return <SharedCopy mentee={mentee} {...recorded} onClose={onClose} />
  return (
    <FormDialog
      form={form}
      action={t('share.share')}
      onClose={onClose}
      onSubmit={submit}
      // A mentee's goes on to be given.
      onDone={program ? onClose : () => undefined}
      left={
        <Text size="sm" c="dimmed">
          {t('share.logged')}
        </Text>
      }
    >
      <SegmentedControl
        aria-label={t('share.shareWith')}
        value={to}
        onChange={(value) => set({ to: value as typeof to })}
        data={[
          { value: 'shared', label: t('share.withMentee', { mentee }) },
          { value: 'program', label: t('share.withTheProgram') },
        ]}
      />
      <TextInput
        label={t('common.title')}
        {...firstField}
        value={title}
        onChange={(event) => set({ title: event.currentTarget.value })}
      />
      {program ? (
        <>
          <Alert color="teal" title={t('share.factsOnly')}>
            {t('share.factsOnlyHint')}
          </Alert>
          <TextInput
            label={t('common.toWhom')}
            placeholder={t('share.theProgramOffice')}
            value={who}
            onChange={(event) => set({ who: event.currentTarget.value })}
          />
        </>
      ) : (
        <Textarea
          label={t('share.exactly')}
          description={t('share.copyHint')}
          minRows={6}
          maxRows={16}
          value={text}
          onChange={(event) => set({ text: event.currentTarget.value })}
        />
      )}
      <TextInput
        label={t('common.why')}
        placeholder={t('share.forTheDisclosureLog')}
        value={why}
        onChange={(event) => set({ why: event.currentTarget.value })}
      />
    </FormDialog>
  )
}
