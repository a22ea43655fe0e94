/** The recovery key: shown once, to be kept on paper, and confirmed by typing two groups from there. */
import { Button, Group, SimpleGrid, Text } from '@mantine/core'
import { IconPrinter } from '@tabler/icons-react'
import { useState } from 'react'
import type { RecoverySheet } from '../../../shared/bridge/host'
import { t } from '../../../shared/words/words'
import { host } from '../../context/app-state'
import { writeSentence } from '../../context/sentences'
import { firstField } from '../../forms/first-field'
import { CalmPage } from '../../ui/calm-page'
import { Icon } from '../../ui/icon'
import { chooseGroups, RecoveryCheck } from './recovery-check'

/** The key in its groups, to be saved or printed. */
const RecoveryGroups = ({ sheet }: { readonly sheet: RecoverySheet }) => {
  const [said, setSaid] = useState('')
  const save = async (): Promise<void> => {
    const saved = await host.recoverySheet.save(sheet)
    if (!saved.ok)
      setSaid(saved.error === 'disk-full' ? t('recovery.diskFull') : writeSentence[saved.error])
    else if (saved.value) setSaid(t('recovery.savedDeleteLater'))
  }

  return (
    <>
      <SimpleGrid component="ol" cols={3} spacing="xs" p={0} m={0} aria-label={t('recovery.key')}>
        {sheet.groups.map((group, index) => (
          <Group
            key={group}
            component="li"
            gap={8}
            px={10}
            py={6}
            bg="var(--surface-sunken)"
            wrap="nowrap"
            style={{ borderRadius: 8, listStyle: 'none' }}
          >
            <Text c="dimmed" size="xs" className="tabular">
              {index + 1}
            </Text>
            <Text ff="monospace" fw={600} data-testid="recovery-group">
              {group}
            </Text>
          </Group>
        ))}
      </SimpleGrid>
      <Group>
        <Button variant="light" onClick={() => void save()}>
          {t('common.asPdf')}
        </Button>
        <Button
          variant="light"
          leftSection={<Icon of={IconPrinter} />}
          onClick={() => void host.recoverySheet.print(sheet)}
        >
          {t('common.print')}
        </Button>
        {said !== '' && (
          <Text size="sm" c="dimmed" role="status">
            {said}
          </Text>
        )}
      </Group>
    </>
  )
}

interface Step {
  readonly sheet: RecoverySheet
  readonly busy?: boolean
  readonly problem?: string
  readonly onConfirmed: () => void
}

/** The key, until it is said to be on paper; then what is asked for from there. Where it stands has a title for either. */
export const RecoveryOnPaper = ({
  sheet,
  intro,
  action,
  onPaper,
  setOnPaper,
  busy = false,
  problem = '',
  onConfirmed,
}: Step & {
  readonly intro: string
  readonly action: string
  readonly onPaper: boolean
  readonly setOnPaper: (onPaper: boolean) => void
}) => {
  const [asked] = useState(() => chooseGroups(sheet.groups.length))
  if (onPaper)
    return (
      <RecoveryCheck
        groups={sheet.groups}
        asked={asked}
        action={action}
        busy={busy}
        problem={problem}
        onConfirmed={onConfirmed}
        onShow={() => setOnPaper(false)}
      />
    )
  return (
    <>
      <Text>{intro}</Text>
      <RecoveryGroups sheet={sheet} />
      <Group justify="flex-end">
        <Button {...firstField} onClick={() => setOnPaper(true)}>
          {t('recovery.isOnPaper')}
        </Button>
      </Group>
    </>
  )
}

export const RecoveryStep = (step: Step) => {
  const [onPaper, setOnPaper] = useState(false)
  return (
    <CalmPage title={onPaper ? t('recovery.checkTitle') : t('recovery.stepTitle')} width={600}>
      <RecoveryOnPaper
        {...step}
        intro={t('recovery.stepIntro')}
        action={t('recovery.openVault')}
        onPaper={onPaper}
        setOnPaper={setOnPaper}
      />
    </CalmPage>
  )
}
