/** A REACH group's session: attendance, themes without names, and a private line per mentee in their own record. */
import {
  Alert,
  Button,
  Checkbox,
  Group,
  Select,
  SimpleGrid,
  Stack,
  TagsInput,
  Text,
  Textarea,
  TextInput,
  Title,
} from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import { currentRecords, type RecordProjection } from '../../../shared/model/projection'
import {
  type GroupLine,
  type GroupSession,
  groupLines,
  groupSessions,
  linesIn,
} from '../../../shared/model/record/group-session'
import { displayName } from '../../../shared/model/record/mentee'
import { newRecordId } from '../../../shared/vault/keys'
import { hintsIn } from '../../../shared/views/hints'
import { t } from '../../../shared/words/words'
import { go, useApp } from '../../context/app-state'
import { HiddenLine } from '../../context/hidden'
import { isTypingAhead, landInField } from '../../context/typing/type-ahead'
import { SaveState } from '../../context/vault/save-state'
import {
  useModel,
  useOpenVault,
  useRunOnVault,
  useType,
  useVault,
} from '../../context/vault/session'
import { DayField } from '../../forms/day-field'
import { useDraft } from '../../forms/draft'
import { options, sessionStatusLabels } from '../../ui/labels'
import { QuietButton } from '../../ui/quiet-button'
import { Section } from '../../ui/section'
import { offerUndo } from '../../ui/undo'
import { Axes } from '../../ui/visibility-chip'

const PrivateLine = ({
  record,
  session,
  id,
  line,
  label,
  onBegin,
}: {
  readonly record: RecordProjection
  readonly session: GroupSession
  readonly id: string
  /** Made with the first word that is typed. */
  readonly line: GroupLine | undefined
  readonly label: string
  readonly onBegin: () => void
}) => {
  const type = useType()
  const made = useRef<Promise<unknown>>(undefined)
  const draft = useDraft(line?.text ?? '', (base, next: string) => {
    if (line === undefined && made.current === undefined) {
      onBegin()
      made.current = type(record.id, groupLines.add, { id, groupSession: session.id, text: next })
    } else
      void Promise.resolve(made.current).then(() =>
        type(record.id, groupLines.edit, { id, base: { text: base }, next: { text: next } }),
      )
  })
  return (
    <TextInput
      aria-label={label}
      placeholder={t('groupSession.privateLineHint')}
      value={draft.value}
      onChange={(event) => draft.change(event.currentTarget.value)}
      onFocus={draft.onFocus}
      onBlur={draft.onBlur}
    />
  )
}

/** One line; where two laptops each began one, both, since either may have words that the other lacks. */
const PrivateLines = ({
  record,
  session,
}: {
  readonly record: RecordProjection
  readonly session: GroupSession
}) => {
  // Known before it is made, so that the field stays the same one while its first word becomes a line.
  const [own] = useState(newRecordId)
  const [begun, setBegun] = useState(false)
  const lines = linesIn(record.groupLines, session.id)
  const awaited = begun && !lines.some(({ id }) => id === own)
  const shown = lines.length === 0 || awaited ? [...lines, undefined] : lines
  const mentee = displayName(record.mentee)
  return shown.map((line, index) => {
    const id = line?.id ?? own
    return (
      <PrivateLine
        key={id}
        record={record}
        session={session}
        id={id}
        line={line}
        onBegin={() => setBegun(true)}
        label={
          index === 0
            ? t('groupSession.privateLineAbout', { mentee })
            : t('groupSession.otherPrivateLineAbout', { mentee })
        }
      />
    )
  })
}

const SharedText = ({
  session,
  name,
  label,
  hint,
  names,
}: {
  readonly session: GroupSession
  readonly name: 'notes' | 'plan'
  readonly label: string
  readonly hint: string
  readonly names: readonly string[]
}) => {
  const { session: vault } = useOpenVault()
  const draft = useDraft(
    session[name],
    (base, next: string) =>
      void vault.type(vault.vaultRecordId, groupSessions.edit, {
        id: session.id,
        base: { [name]: base },
        next: { [name]: next },
      }),
  )
  const area = useRef<HTMLTextAreaElement>(null)
  // A session that is new: what is typed at once is what the group talks about.
  useEffect(() => {
    if (name === 'notes' && isTypingAhead() && area.current !== null) landInField(area.current)
  }, [name])
  const named = names.filter(
    (one) => one !== '' && new RegExp(`\\b${one}\\b`, 'i').test(draft.value),
  )
  const hints = hintsIn(draft.value)
  return (
    <Stack gap={4}>
      <Textarea
        ref={area}
        label={label}
        description={hint}
        minRows={5}
        value={draft.value}
        onChange={(event) => draft.change(event.currentTarget.value)}
        onFocus={draft.onFocus}
        onBlur={draft.onBlur}
      />
      {named.length > 0 && (
        <Text size="sm" c="var(--care)">
          {t('groupSession.namesInText', { names: named.join(', ') })}
        </Text>
      )}
      {hints[0] !== undefined && (
        <Text size="sm" c="var(--care)">
          {hints[0].why} {hints[0].better}
        </Text>
      )}
    </Stack>
  )
}

const escapedForSearch = (name: string): string => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

export const GroupSessionScreen = ({ session: id }: { readonly session: string }) => {
  const presenting = useApp((state) => state.presenting)
  const runOnVault = useRunOnVault()
  const vault = useVault()
  const records = currentRecords(useModel((model) => model.records))
  const session = vault.groupSessions.find((one) => one.id === id)
  if (session === undefined) return <Text c="dimmed">{t('groupSession.notHere')}</Text>
  if (session.deletedAt !== null)
    return (
      <Stack gap="md" align="flex-start">
        <Text c="dimmed">{t('groupSession.removed')}</Text>
        <Button
          variant="default"
          onClick={() => void runOnVault(groupSessions.remove, { id: session.id, deleted: false })}
        >
          {t('groupSession.bringBack')}
        </Button>
      </Stack>
    )
  const members = records
    .filter(
      ({ id: record, mentee }) =>
        mentee.reachGroup === session.group || session.present.includes(record),
    )
    .sort((a, b) => displayName(a.mentee).localeCompare(displayName(b.mentee)))
  const edit = (next: Parameters<typeof groupSessions.edit>[1]['next']): void =>
    void runOnVault(groupSessions.edit, { id: session.id, base: session, next })
  const remove = async (): Promise<void> => {
    go({ screen: 'reach' })
    await runOnVault(groupSessions.remove, { id: session.id, deleted: true })
    offerUndo(
      t('groupSession.removed'),
      () => void runOnVault(groupSessions.remove, { id: session.id, deleted: false }),
    )
  }
  const names = members.flatMap(({ mentee }) => [
    escapedForSearch(mentee.preferredName || (mentee.name.split(' ')[0] ?? '')),
  ])
  return (
    <Stack gap="md">
      <Group justify="space-between">
        <Title order={1}>{t('groupSession.group', { group: session.group })}</Title>
        <Group gap="xs" align="flex-end">
          <DayField
            aria-label={t('common.date')}
            w={150}
            value={session.date}
            onChange={(date) => edit({ date })}
          />
          <Select
            aria-label={t('common.status')}
            w={120}
            data={options(sessionStatusLabels)}
            value={session.status}
            onChange={(status) => status && edit({ status })}
          />
          <QuietButton
            name={t('groupSession.remove')}
            icon={IconTrash}
            size={36}
            onClick={() => void remove()}
          />
        </Group>
      </Group>
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing="md" style={{ alignItems: 'start' }}>
        <Section title={t('groupSession.attendance')}>
          {members.length === 0 && <Alert color="teal">{t('groupSession.empty')}</Alert>}
          {members.map((record) => {
            const name = displayName(record.mentee)
            return (
              <Stack key={record.id} gap={4}>
                <Checkbox
                  label={name}
                  checked={session.present.includes(record.id)}
                  onChange={(event) =>
                    edit({
                      present: event.currentTarget.checked
                        ? [...session.present, record.id]
                        : session.present.filter((one) => one !== record.id),
                      ...(event.currentTarget.checked && session.status === 'planned'
                        ? { status: 'held' as const }
                        : {}),
                    })
                  }
                />
                {!presenting && <PrivateLines record={record} session={session} />}
              </Stack>
            )
          })}
        </Section>
        <Section title={t('groupSession.session')}>
          {presenting ? (
            <HiddenLine>{t('presenting.theSessionsTexts')}</HiddenLine>
          ) : (
            <>
              <TagsInput
                label={t('common.themes')}
                description={t('groupSession.withoutNames')}
                value={[...session.themes]}
                onChange={(themes) => edit({ themes })}
              />
              <SharedText
                session={session}
                name="notes"
                label={t('groupSession.notes')}
                hint={t('groupSession.notesHint')}
                names={names}
              />
              <SharedText
                session={session}
                name="plan"
                label={t('groupSession.agreed')}
                hint=""
                names={names}
              />
            </>
          )}
          <Group justify="space-between">
            <Axes visibility={session.visibility} provenance={session.provenance} />
            <SaveState />
          </Group>
        </Section>
      </SimpleGrid>
    </Stack>
  )
}
