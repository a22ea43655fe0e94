/** A session's two texts side by side: the session note, and the memory aid that is the coach's alone. */
import { Button, Center, Group, Menu, SimpleGrid, Stack, Text, Title } from '@mantine/core'
import { IconEyeOff, IconNotes, IconTemplate } from '@tabler/icons-react'
import { useState } from 'react'
import { templateLines, templatesWith } from '../../../shared/model/caseload/template'
import { kept, type RecordProjection } from '../../../shared/model/projection'
import { type Note, notes, startNote } from '../../../shared/model/record/note'
import type { Session } from '../../../shared/model/record/session'
import { t } from '../../../shared/words/words'
import { useApp } from '../../context/app-state'
import { HiddenLine } from '../../context/hidden'
import { aimTyping, stopTypingAhead, typeAhead } from '../../context/typing/type-ahead'
import { useRun, useVault } from '../../context/vault/session'
import { Icon } from '../../ui/icon'
import { NoteFooter } from '../notes/note-details'
import { NoteText } from '../notes/note-text'
import { useNoteCommands } from '../notes/suggestions/note-commands'
import { templateValues } from '../templates/template-values'

const Templates = ({
  record,
  note,
}: {
  readonly record: RecordProjection
  readonly note: Note
}) => {
  const run = useRun()
  const vault = useVault()
  const own = vault.templates
  return (
    <Menu withinPortal position="bottom-end" shadow="sm">
      <Menu.Target>
        <Button
          size="compact-sm"
          variant="subtle"
          leftSection={<Icon of={IconTemplate} size="small" />}
        >
          {t('session.template')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown mah={360} style={{ overflowY: 'auto' }}>
        <Menu.Label>{t('session.templateHint')}</Menu.Label>
        {templatesWith(own)
          .filter(({ fields }) => fields.length > 0)
          .map((template) => (
            <Menu.Item
              key={template.id}
              onClick={() =>
                void run(record.id, startNote, {
                  id: note.id,
                  lines: templateLines(template, templateValues(record, vault)),
                })
              }
            >
              {template.title}
              {template.attribution !== '' && (
                <Text size="xs" c="dimmed">
                  {template.attribution}
                </Text>
              )}
            </Menu.Item>
          ))}
      </Menu.Dropdown>
    </Menu>
  )
}

const NoteOfSession = ({
  record,
  note,
  kind,
  caret,
  editable,
}: {
  readonly record: RecordProjection
  readonly note: Note
  readonly kind: 'session' | 'aid'
  readonly caret: number
  readonly editable: boolean
}) => {
  const commands = useNoteCommands(record.id, note.session)
  const aid = kind === 'aid'
  return (
    <Stack gap="xs" miw={0}>
      <Group justify="space-between" wrap="nowrap" mih={30}>
        <Group gap={8} wrap="nowrap">
          <Icon of={aid ? IconEyeOff : IconNotes} size="large" />
          <Title order={2}>{aid ? t('session.memoryAid') : t('session.note')}</Title>
        </Group>
        {!aid && editable && note.body === '' && <Templates record={record} note={note} />}
      </Group>
      <Text size="sm" c="dimmed">
        {aid ? t('session.memoryAidHint') : t('session.shareHint')}
      </Text>
      <NoteText
        recordId={record.id}
        noteId={note.id}
        label={aid ? t('session.memoryAid') : t('session.note')}
        placeholder={aid ? t('session.forYouAlone') : t('session.noteHint')}
        commands={editable ? commands : []}
        caret={caret}
      />
      <NoteFooter record={record} note={note} editable={editable} />
    </Stack>
  )
}

export const SessionTexts = ({
  record,
  session,
  editable,
}: {
  readonly record: RecordProjection
  readonly session: Session
  readonly editable: boolean
}) => {
  const run = useRun()
  const presenting = useApp((state) => state.presenting)
  // The session note at first; then the text that was added here.
  const [added, setAdded] = useState<string>()
  const own = kept(record.notes)
    .filter((note) => note.session === session.id)
    .sort((a, b) => a.createdAt.localeCompare(b.createdAt))
  const add = async (role: 'session' | 'aid'): Promise<void> => {
    typeAhead()
    const id = await run(record.id, notes.add, { session: session.id, role, date: session.date })
    if (id === undefined) return stopTypingAhead()
    aimTyping(id)
    setAdded(id)
  }
  const missing = (['session', 'aid'] as const).filter(
    (role) => !own.some((note) => (note.role === 'aid') === (role === 'aid')),
  )
  const sorted = [...own].sort((a, b) => Number(a.role === 'aid') - Number(b.role === 'aid'))
  if (presenting)
    return (
      <Center py="xl">
        <HiddenLine>{t('presenting.agendaAndTexts')}</HiddenLine>
      </Center>
    )
  return (
    <Stack gap="md">
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing="md">
        {sorted.map((note) => (
          <NoteOfSession
            key={note.id}
            record={record}
            note={note}
            kind={note.role === 'aid' ? 'aid' : 'session'}
            caret={Number(added === undefined ? note.role !== 'aid' : added === note.id)}
            editable={editable}
          />
        ))}
      </SimpleGrid>
      {editable && missing.length > 0 && (
        <Group>
          {missing.map((role) => (
            <Button key={role} variant="default" onClick={() => void add(role)}>
              {role === 'aid' ? t('session.addMemoryAid') : t('session.addNote')}
            </Button>
          ))}
        </Group>
      )}
    </Stack>
  )
}
