/** The files that an import could not read, and why. */
import { Alert, ScrollArea, Text } from '@mantine/core'
import { spoken, t } from '../../../shared/words/words'
import type { PageProblem, Unreadable } from './read-pages'

/** More rows would take seconds to render, and nobody reads them. */
export const MOST_ROWS = 100

const WHY: Readonly<Record<Unreadable, string>> = spoken({
  'unknown-type': 'importNotes.notANote',
  'too-large': 'importNotes.tooLarge',
  'too-much': 'importNotes.tooLong',
  'too-many': 'importNotes.tooMany',
  'too-slow': 'importNotes.tookTooLong',
  'archive-inside': 'importNotes.nestedArchive',
  damaged: 'importNotes.damaged',
  empty: 'importNotes.noWords',
  'no-text-column': 'importNotes.noNoteColumn',
})

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
