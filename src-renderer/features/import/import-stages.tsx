/**
 * The stages of an import beside the check: choosing the files, waiting while they are read or taken in, and what came
 * of it.
 */
import { Button, Group, Progress, Text } from '@mantine/core'
import { t } from '../../../shared/words/words'
import { go } from '../../context/app-state'
import { FileButton } from '../../ui/file-button'
import { count } from '../../ui/labels'
import { Problem } from '../../ui/problem'
import { Section } from '../../ui/section'
import { Problems } from './import-problems'
import type { PageProblem } from './read-pages'

export type Stage =
  | { readonly name: 'choose' }
  | { readonly name: 'reading'; readonly done: number; readonly of: number }
  | { readonly name: 'taking'; readonly done: number; readonly of: number }
  | { readonly name: 'check' }
  | {
      readonly name: 'done'
      readonly added: number
      readonly known: number
      readonly cancelled: boolean
    }

type StageOf<Name extends Stage['name']> = Extract<Stage, { readonly name: Name }>

export const Choose = ({
  look,
  problem,
}: {
  readonly look: (files: readonly File[]) => Promise<void>
  readonly problem: string
}) => (
  <Section title={t('importNotes.fromElsewhere')} gap="md">
    <Text>{t('importNotes.intro')}</Text>
    <Group>
      <FileButton
        multiple
        inputProps={{ 'aria-label': t('importNotes.folder'), webkitdirectory: '' } as object}
        onChange={(files) => void look(files)}
      >
        {(props) => <Button {...props}>{t('common.chooseFolder')}</Button>}
      </FileButton>
      <FileButton
        multiple
        accept=".md,.markdown,.txt,.html,.htm,.docx,.csv,.zip"
        inputProps={{ 'aria-label': t('importNotes.files') }}
        onChange={(files) => void look(files)}
      >
        {(props) => (
          <Button {...props} variant="default">
            {t('importNotes.chooseFiles')}
          </Button>
        )}
      </FileButton>
    </Group>
    <Problem text={problem} />
  </Section>
)

export const Underway = ({
  stage,
  onCancel,
}: {
  readonly stage: StageOf<'reading' | 'taking'>
  readonly onCancel: () => void
}) => (
  <Section title={stage.name === 'reading' ? t('importNotes.reading') : t('importNotes.takingIn')}>
    <Progress
      value={stage.of === 0 ? 0 : (stage.done / stage.of) * 100}
      aria-label={t('importNotes.takenSoFar', { done: stage.done, total: stage.of })}
    />
    <Group justify="space-between">
      <Text size="sm" className="tabular" role="status">
        {t('importNotes.readSoFar', {
          done: stage.done,
          total: count(stage.of, stage.name === 'reading' ? 'file' : 'note'),
        })}
      </Text>
      <Button variant="default" size="compact-md" onClick={onCancel}>
        {t('common.cancel')}
      </Button>
    </Group>
  </Section>
)

export const Done = ({
  stage,
  problems,
  onMore,
}: {
  readonly stage: StageOf<'done'>
  readonly problems: readonly PageProblem[]
  readonly onMore: () => void
}) => (
  <Section title={stage.cancelled ? t('importNotes.cancelled') : t('common.done')}>
    <Text role="status">
      {t('importNotes.takenIn', { notes: t('count.note', { count: stage.added }) })}
      {stage.known > 0 &&
        ` ${t('importNotes.hereAlready', { notes: t('count.note', { count: stage.known }) })}`}
      {stage.cancelled && ` ${t('importNotes.cancelledKept')}`}
    </Text>
    <Problems problems={problems} />
    <Group>
      <Button onClick={() => go({ screen: 'caseload' })}>{t('importNotes.toTheMentees')}</Button>
      <Button variant="default" onClick={onMore}>
        {t('importNotes.importMore')}
      </Button>
    </Group>
  </Section>
)
