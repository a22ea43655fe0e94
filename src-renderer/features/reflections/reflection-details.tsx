/** One reflection: its day, its prompt, its framework's sections, themes and links. */
import {
  Button,
  Group,
  Select,
  Stack,
  TagsInput,
  Text,
  Textarea,
  TextInput,
  Title,
} from '@mantine/core'
import { IconShare } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import { kept, type RecordProjection } from '../../../shared/model/projection'
import { displayName } from '../../../shared/model/record/mentee'
import {
  frameworkOf,
  type Reflection,
  type ReflectionInput,
  reflections,
} from '../../../shared/model/record/reflection'
import { t } from '../../../shared/words/words'
import { landInField } from '../../context/typing/type-ahead'
import { SaveState } from '../../context/vault/save-state'
import { useBin, useType, useVault } from '../../context/vault/session'
import { DayField } from '../../forms/day-field'
import { useDraft } from '../../forms/draft'
import { DeleteButton } from '../../ui/delete-button'
import { Icon } from '../../ui/icon'
import { sessionLabels } from '../../ui/labels'
import { Axes } from '../../ui/visibility-chip'
import { shortDay } from '../../ui/when'
import { HistoryButton } from '../history/history-button'
import { ChangedMark } from '../merging/changed-mark'
import { themesIn } from '../notes/notes-tab'
import { ShareDialog } from '../sharing/share-dialog'
import { useFormerSittings } from './former-sittings'

interface Props {
  readonly record: RecordProjection
  readonly reflection: Reflection
  readonly editable: boolean
}

const useEdit = ({ record, reflection }: Props) => {
  const type = useType()
  return (base: Partial<ReflectionInput>, next: Partial<ReflectionInput>): void =>
    void type(record.id, reflections.edit, { id: reflection.id, base, next })
}

const SectionText = ({
  section,
  caret,
  ...props
}: Props & {
  /** The caret belongs into this text. */
  readonly caret: boolean
  readonly section: { readonly id: string; readonly title: string; readonly prompt: string }
}) => {
  const edit = useEdit(props)
  const draft = useDraft(props.reflection.sections[section.id] ?? '', (base, next: string) =>
    edit({ sections: { [section.id]: base } }, { sections: { [section.id]: next } }),
  )
  const { change, onKeyDown } = useFormerSittings(
    props.record.id,
    `${props.reflection.id}/${section.id}`,
    draft.value,
    draft.change,
  )
  const area = useRef<HTMLTextAreaElement>(null)
  useEffect(() => {
    if (caret && area.current !== null) landInField(area.current)
  }, [caret])
  return (
    <Textarea
      ref={area}
      label={section.title}
      description={section.prompt}
      minRows={3}
      value={draft.value}
      onChange={(event) => change(event.currentTarget.value)}
      onKeyDown={onKeyDown}
      onFocus={draft.onFocus}
      onBlur={draft.onBlur}
      disabled={!props.editable}
    />
  )
}

/** A reflection as plain words, section by section. */
const reflectionText = (
  reflection: Reflection,
  sections: readonly { id: string; title: string }[],
): string =>
  sections
    .filter(({ id }) => (reflection.sections[id] ?? '').trim() !== '')
    .map(({ id, title }) => `${title}\n${reflection.sections[id]}`)
    .join('\n\n')

/** Its themes, and the session and the goal that it is about. */
const Links = (props: Props) => {
  const { record, reflection, editable } = props
  const edit = useEdit(props)
  return (
    <Group grow align="flex-start">
      <TagsInput
        label={t('common.themes')}
        size="xs"
        data={[...themesIn(record)]}
        value={[...reflection.themes]}
        disabled={!editable}
        onChange={(themes) => edit({ themes: reflection.themes }, { themes })}
      />
      <Select
        label={t('reflection.session')}
        size="xs"
        clearable
        data={kept(record.sessions).map(({ id, date, kind }) => ({
          value: id,
          label: `${sessionLabels[kind]}, ${shortDay(date)}`,
        }))}
        value={reflection.session}
        disabled={!editable}
        onChange={(session) => edit({ session: reflection.session }, { session })}
      />
      <Select
        label={t('reflection.goal')}
        size="xs"
        clearable
        data={kept(record.goals).map(({ id, title }) => ({ value: id, label: title }))}
        value={reflection.goal}
        disabled={!editable}
        onChange={(goal) => edit({ goal: reflection.goal }, { goal })}
      />
    </Group>
  )
}

export const ReflectionDetails = ({
  begun,
  ...props
}: Props & {
  /** New, and to be written now. */
  readonly begun: boolean
}) => {
  const { record, reflection, editable } = props
  const bin = useBin(record.id)
  const own = useVault().frameworks
  const edit = useEdit(props)
  const [sharing, setSharing] = useState(false)
  const framework = frameworkOf(reflection.framework, own)
  const prompt = useDraft(reflection.prompt, (base, next: string) =>
    edit({ prompt: base }, { prompt: next }),
  )
  const { change, onKeyDown } = useFormerSittings(
    record.id,
    `${reflection.id}/prompt`,
    prompt.value,
    prompt.change,
  )
  return (
    <Stack gap="md" pos="relative">
      <ChangedMark record={record.id} id={reflection.id} place="above" />
      <Group justify="space-between" wrap="nowrap" align="flex-start">
        <Stack gap={0}>
          <Title order={2}>{framework.title}</Title>
          {framework.attribution !== '' && (
            <Text size="sm" c="dimmed">
              {framework.attribution}
            </Text>
          )}
        </Stack>
        <Group gap={4} wrap="nowrap">
          <HistoryButton
            of={{ recordId: record.id, item: { kind: 'reflections', id: reflection.id }, editable }}
            size={36}
            command
          />
          <DeleteButton
            name={t('reflection.delete')}
            tip={t('common.moveToTheBin')}
            size={36}
            disabled={!editable}
            onDelete={() => bin('reflections', reflection.id, t('reflection.inTheBin'))}
          />
        </Group>
      </Group>
      <Group gap="sm" align="flex-end" wrap="nowrap">
        <TextInput
          label={t('reflection.prompt')}
          placeholder={t('reflection.promptHint')}
          flex={1}
          value={prompt.value}
          onChange={(event) => change(event.currentTarget.value)}
          onKeyDown={onKeyDown}
          onFocus={prompt.onFocus}
          onBlur={prompt.onBlur}
          disabled={!editable}
        />
        <DayField
          label={t('common.date')}
          w={150}
          value={reflection.date}
          disabled={!editable}
          onChange={(date) => edit({ date: reflection.date }, { date })}
        />
      </Group>
      {framework.sections.map((section, index) => (
        <SectionText key={section.id} {...props} section={section} caret={begun && index === 0} />
      ))}
      <Links {...props} />
      <Group justify="space-between">
        <Axes visibility={reflection.visibility} provenance={reflection.provenance} />
        {editable && reflection.visibility === 'memory-aid' && (
          <Button
            size="compact-sm"
            variant="subtle"
            leftSection={<Icon of={IconShare} size="small" />}
            onClick={() => setSharing(true)}
          >
            {t('share.title')}
          </Button>
        )}
        <SaveState />
      </Group>
      {reflection.provenance === 'mentee' && (
        <Text size="sm" c="dimmed">
          {t('reflection.notMemoryAid')}
        </Text>
      )}
      {sharing && (
        <ShareDialog
          recordId={record.id}
          mentee={displayName(record.mentee)}
          item={{
            kind: 'reflections',
            id: reflection.id,
            title: reflection.prompt || framework.title,
            text: reflectionText(reflection, framework.sections),
            provenance: reflection.provenance,
          }}
          onClose={() => setSharing(false)}
        />
      )}
    </Stack>
  )
}
