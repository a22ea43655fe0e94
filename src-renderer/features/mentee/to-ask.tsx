/** What to ask: the coach's questions, the mentee's own words before the talk, and what to leave alone. */
import { Text, UnstyledButton } from '@mantine/core'
import { IconPrinter } from '@tabler/icons-react'
import { agendaItems } from '../../../shared/model/record/session'
import { identityWeek } from '../../../shared/views/identity-week'
import { t } from '../../../shared/words/words'
import { go, useApp } from '../../context/app-state'
import { HiddenCount } from '../../context/hidden'
import { useRun, useVault } from '../../context/vault/session'
import { QuietButton } from '../../ui/quiet-button'
import { Section } from '../../ui/section'
import { Tick } from '../../ui/tick'
import { byWhen, shortDay, useToday } from '../../ui/when'
import { Written } from '../../ui/written'
import { PrepSection } from '../sessions/prep'
import type { AboutMentee } from './about-mentee'
import { limitWords } from './brief-content'
import { RotationPrompts } from './rotation-prompts'

const Questions = ({ record, brief, editable }: AboutMentee) => {
  const run = useRun()
  const day = useToday()
  const identity = identityWeek(record, useVault(), day)
  // The mentee's forms, which are shown below where they may be edited, say it of themselves.
  const avoid = editable ? record.mentee.avoid : brief.avoid
  return (
    <>
      {brief.toTell.map(({ id, by, time }) => (
        <UnstyledButton
          key={id}
          onClick={() => go({ screen: 'mentee', id: record.id, tab: 'record', item: id })}
        >
          <Text size="sm" c="var(--care)">
            {t('brief.callToMake')} {byWhen(by, time, day)}
          </Text>
        </UnstyledButton>
      ))}
      {brief.limits.length > 0 && (
        <UnstyledButton onClick={() => go({ screen: 'mentee', id: record.id, tab: 'record' })}>
          <Text size="sm" c="var(--care)">
            {limitWords(brief.limits)}
          </Text>
        </UnstyledButton>
      )}
      {identity !== undefined && (
        <UnstyledButton onClick={() => go({ screen: 'mentee', id: record.id, tab: 'reflections' })}>
          <Text size="sm" c="var(--act)">
            {t('brief.askIdentity', { day: shortDay(identity.start) })}
          </Text>
        </UnstyledButton>
      )}
      {brief.ask.length + brief.rotations.length === 0 && avoid === '' && !identity && (
        <Text size="sm" c="dimmed">
          {t('brief.nothingToAsk')}
        </Text>
      )}
      <RotationPrompts record={record} moments={brief.rotations} editable={editable} />
      {brief.ask.map((item) => (
        <Tick
          key={item.id}
          size="sm"
          label={item.text}
          checked={false}
          disabled={!editable}
          onTick={() => run(record.id, agendaItems.edit, { id: item.id, next: { done: true } })}
        />
      ))}
      {avoid !== '' && (
        <Written size="sm" c="dimmed">
          {t('brief.ratherNotTalkAbout', { topics: avoid })}
        </Written>
      )}
    </>
  )
}

export const ToAsk = ({ onPrint, ...about }: AboutMentee & { readonly onPrint: () => void }) => {
  const presenting = useApp((state) => state.presenting)
  const { record, brief, editable } = about
  return (
    <Section
      dense
      title={t('brief.toAsk')}
      action={
        <QuietButton name={t('brief.print')} icon={IconPrinter} size={26} onClick={onPrint} />
      }
    >
      {presenting ? (
        <HiddenCount record={record.id} kind="agendaItems" />
      ) : (
        <Questions {...about} />
      )}
      {editable && (
        <PrepSection record={record} preps={brief.preps} sessionId={brief.next?.id ?? null} />
      )}
    </Section>
  )
}
