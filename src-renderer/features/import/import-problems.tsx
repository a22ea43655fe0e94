/** The files that an import could not read, and why. */
import { Alert, ScrollArea, Text } from '@mantine/core'
import { t } from '../../../shared/words/words'
import type { PageProblem, Unreadable } from './read-pages'

/** More rows would take seconds to render, and nobody reads them. */
export const MOST_ROWS = 100

const WHY: Readonly<Record<Unreadable, string>> = {
  'unknown-type': t('importNotes.notANote'),
  'too-large': t('importNotes.tooLarge'),
  'too-much': t('importNotes.tooLong'),
  'too-many': t('importNotes.tooMany'),
  'too-slow': t('importNotes.tookTooLong'),
  'archive-inside': t('importNotes.nestedArchive'),
  damaged: t('importNotes.damaged'),
  empty: t('importNotes.noWords'),
  'no-text-column': t('importNotes.noNoteColumn'),
}

export const Problems = ({ problems }: { readonly problems: readonly PageProblem[] }) =>
  problems.length === 0 ? null : (
    <Alert
      color="amber"
      title={t('importNotes.unreadable', {
        files: t('count.file', { count: problems.length }),
      })}
    >
      <ScrollArea.Autosize mah={160}>
        {problems.slice(0, MOST_ROWS).map(({ path, why }) => (
          <Text key={path} size="sm">
            {path}: {WHY[why]}
          </Text>
        ))}
        {problems.length > MOST_ROWS && (
          <Text size="sm">{t('importNotes.andMore', { count: problems.length - MOST_ROWS })}</Text>
        )}
      </ScrollArea.Autosize>
    </Alert>
  )
