/** The caseload's title, with what can be done to all of it: adding, rosters, handing over. */
import { Button, Group, Menu, Text, Title } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import { rosterToCsv } from '../../../shared/exchange/roster'
import { currentRecords } from '../../../shared/model/projection'
import { menteeOn } from '../../../shared/model/record/enrolment'
import { t } from '../../../shared/words/words'
import { go, host, setAdding } from '../../context/app-state'
import { writeSentence } from '../../context/sentences'
import { useModel } from '../../context/vault/session'
import { MoreMenu } from '../../ui/more-menu'
import { offerNote } from '../../ui/undo'
import { today } from '../../ui/when'
import { ReadCase } from '../consult/read-case'
import { HandOverDialog } from '../ending/hand-over-dialog'
import { TakeInDialog } from '../ending/take-in-dialog'

export const AddMentee = () => (
  <Button leftSection={<IconPlus size={16} stroke={1.8} />} onClick={() => setAdding(true)}>
    {t('caseload.addMentee')}
  </Button>
)

const RosterMenu = ({
  any,
  onHandOver,
}: {
  /** Of nobody there is nothing to give; what a colleague gave can be read all the same. */
  readonly any: boolean
  readonly onHandOver: (way: 'give' | 'take' | 'read') => void
}) => {
  const records = useModel((model) => model.records)
  const exportRoster = async (): Promise<void> => {
    const mentees = currentRecords(records)
      .map((record) => menteeOn(record, today()))
      .sort((a, b) => a.name.localeCompare(b.name))
    const saved = await host.files.save(t('caseload.rosterFileName'), rosterToCsv(mentees))
    if (!saved.ok) offerNote(writeSentence[saved.error])
    else if (saved.value) offerNote(t('caseload.rosterSaved'))
  }
  return (
    <MoreMenu name={t('caseload.roster')}>
      <Menu.Item onClick={() => go({ screen: 'import' })}>
        {t('caseload.importRosterCsv')}
      </Menu.Item>
      <Menu.Item onClick={() => go({ screen: 'import-notes' })}>
        {t('caseload.importNotes')}
      </Menu.Item>
      {any && (
        <Menu.Item onClick={() => void exportRoster()}>{t('caseload.exportRoster')}</Menu.Item>
      )}
      <Menu.Divider />
      {any && <Menu.Item onClick={() => onHandOver('give')}>{t('caseload.handOver')}</Menu.Item>}
      <Menu.Item onClick={() => onHandOver('take')}>{t('caseload.takeInHandOver')}</Menu.Item>
      <Menu.Item onClick={() => onHandOver('read')}>{t('consult.read')}</Menu.Item>
    </MoreMenu>
  )
}

export const CaseloadHead = ({
  shown,
  beside,
  children,
}: {
  /** How many are listed; undefined when there is nobody yet. */
  readonly shown: number | undefined
  /** Which of them: the current ones, or those of the archive. */
  readonly beside?: ReactNode
  /** What else is chosen there. */
  readonly children?: ReactNode
}) => {
  const [handingOver, setHandingOver] = useState<'give' | 'take' | 'read'>()
  return (
    <Group justify="space-between">
      <Group gap="sm" align="baseline">
        <Title order={1}>{t('common.mentees')}</Title>
        {shown !== undefined && (
          <Text c="dimmed" className="tabular" role="status" aria-label={t('caseload.shown')}>
            {t('count.mentee', { count: shown })}
          </Text>
        )}
        {beside}
      </Group>
      <Group gap="xs">
        {shown !== undefined && <AddMentee />}
        {children}
        <RosterMenu any={shown !== undefined} onHandOver={setHandingOver} />
      </Group>
      {handingOver === 'give' && <HandOverDialog onClose={() => setHandingOver(undefined)} />}
      {handingOver === 'read' && <ReadCase onClose={() => setHandingOver(undefined)} />}
      {handingOver === 'take' && <TakeInDialog onClose={() => setHandingOver(undefined)} />}
    </Group>
  )
}
