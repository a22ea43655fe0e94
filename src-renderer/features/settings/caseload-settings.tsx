/** How the school's year runs, and the words of the goal form. */
import {
  Button,
  Group,
  NumberInput,
  Select,
  SimpleGrid,
  Stack,
  Switch,
  Text,
  TextInput,
} from '@mantine/core'
import { useState } from 'react'
import * as v from 'valibot'
import {
  settings as declared,
  GOAL_WORDS,
  type GoalWord,
  setSettings,
} from '../../../shared/model/caseload/caseload'
import { competencyFrameworks, importedFrameworks } from '../../../shared/model/caseload/competency'
import { fieldLabel } from '../../../shared/model/kinds'
import { t } from '../../../shared/words/words'
import { readingSentence } from '../../context/sentences'
import { useTypedValue } from '../../context/typing/kept-typing'
import { useRunOnVault, useVault } from '../../context/vault/session'
import { HINT_BELOW } from '../../forms/hint-below'
import { FileButton } from '../../ui/file-button'
import { Section } from '../../ui/section'
import { offerUndo } from '../../ui/undo'
import { inWords } from '../../ui/when'
import { useReading } from '../import/use-reader'

const months = () =>
  Array.from({ length: 12 }, (_, month) => `${String(month + 1).padStart(2, '0')}-01`).map(
    (value) => ({ value, label: inWords(`2026-${value}`, 'day and month') }),
  )
const MOST_BYTES = 1_000_000

/** A setting that is written when the field is left; a value that does not fit is put back, and the reason said. */
const Word = ({ name }: { readonly name: GoalWord }) => {
  const runOnVault = useRunOnVault()
  const { settings } = useVault()
  const [draft, setDraft] = useTypedValue<string | undefined>(`setting/${name}`, undefined)
  const [problem, setProblem] = useState(false)
  const leave = (): void => {
    if (draft === undefined) return
    const parsed = v.safeParse(declared.fields[name].input, draft)
    setProblem(!parsed.success)
    if (parsed.success)
      void runOnVault(setSettings, { [name]: parsed.output }).then(() => setDraft(undefined))
  }
  return (
    <TextInput
      label={fieldLabel(declared.fields, name)}
      value={draft ?? settings[name]}
      onChange={(event) => setDraft(event.currentTarget.value)}
      onBlur={leave}
      error={problem ? t('coaching.wordLength') : undefined}
    />
  )
}

export const CaseloadSettingsCard = () => {
  const runOnVault = useRunOnVault()
  const vault = useVault()
  const { settings } = vault
  const [problem, setProblem] = useState('')
  const { read: readFile, reading } = useReading()
  const frameworks = competencyFrameworks(vault.competencyFrameworks)
  const take = async (file: File | null): Promise<void> => {
    if (file === null) return
    if (file.size > MOST_BYTES) return setProblem(t('coaching.notAFramework'))
    const answer = await readFile('framework', file)
    if (!answer.ok) return setProblem(readingSentence[answer.error])
    const read = answer.value
    if (!read.ok) return setProblem(t('coaching.notAFramework'))
    setProblem('')
    const { id: key, title, attribution, competencies } = read.value
    const id = await runOnVault(importedFrameworks.add, { key, title, attribution, competencies })
    if (id !== undefined)
      offerUndo(
        t('coaching.frameworkImported', { framework: title, count: competencies.length }),
        () => void runOnVault(importedFrameworks.remove, { id, deleted: true }),
      )
  }
  return (
    <Section title={t('coaching.title')} gap="md">
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <Select
          label={t('coaching.yearBegins')}
          data={months()}
          value={settings.turnover}
          onChange={(turnover) => turnover && void runOnVault(setSettings, { turnover })}
        />
        <NumberInput
          label={t('coaching.newMenteesMeetEvery')}
          description={t('coaching.newMenteesMeetEveryHint')}
          inputWrapperOrder={HINT_BELOW}
          min={1}
          max={52}
          value={settings.cadenceWeeks}
          onChange={(cadenceWeeks) =>
            typeof cadenceWeeks === 'number' &&
            cadenceWeeks >= 1 &&
            cadenceWeeks <= 52 &&
            void runOnVault(setSettings, { cadenceWeeks: Math.round(cadenceWeeks) })
          }
        />
      </SimpleGrid>
      <Switch
        label={t('coaching.groupCounts')}
        description={t('coaching.groupCountsHint')}
        checked={settings.groupCoaching === 'counts'}
        onChange={(event) =>
          void runOnVault(setSettings, {
            groupCoaching: event.currentTarget.checked ? 'counts' : 'apart',
          })
        }
      />
      <Switch
        label={t('coaching.anniversaries')}
        description={t('coaching.anniversariesHint')}
        checked={settings.anniversaries === 'on'}
        onChange={(event) =>
          void runOnVault(setSettings, {
            anniversaries: event.currentTarget.checked ? 'on' : 'off',
          })
        }
      />
      <Stack gap={6}>
        <Group align="flex-end">
          <Select
            label={t('coaching.frameworkFirstOffered')}
            w={320}
            data={frameworks.map(({ id, title }) => ({ value: id, label: title }))}
            value={settings.competencyFramework}
            onChange={(competencyFramework) =>
              competencyFramework && void runOnVault(setSettings, { competencyFramework })
            }
          />
          <FileButton
            accept=".json,application/json"
            onChange={(file) => void take(file)}
            inputProps={{ 'aria-label': t('coaching.frameworkFile') }}
          >
            {(props) => (
              <Button {...props} loading={reading} variant="default">
                {t('coaching.importAFramework')}
              </Button>
            )}
          </FileButton>
        </Group>
        <Text size="sm" c="dimmed">
          {frameworks.find(({ id }) => id === settings.competencyFramework)?.attribution}
        </Text>
        {problem !== '' && (
          <Text role="alert" size="sm" c="var(--mantine-color-error)">
            {problem}
          </Text>
        )}
      </Stack>
      <div>
        <Text fw={600} size="sm">
          {t('coaching.goalFormWords')}
        </Text>
        <SimpleGrid cols={{ base: 2, sm: 3 }} mt={4}>
          {GOAL_WORDS.map((name) => (
            <Word key={name} name={name} />
          ))}
        </SimpleGrid>
      </div>
    </Section>
  )
}
