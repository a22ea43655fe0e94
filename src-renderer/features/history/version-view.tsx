/** One version beside what the item says now: text by text, passage by passage, the differences word by word. */
import { Button, Group, Stack, Text, Title } from '@mantine/core'
import {
  type Passage,
  passagesBetween,
  shownLines,
  textLines,
  wordsBetween,
} from '../../../shared/model/history/passages'
import type { Said } from '../../../shared/model/history/said'
import { t } from '../../../shared/words/words'
import classes from './history.module.css'

/** What was there then is crossed out, what came since underlined: never by color alone. */
const Changed = ({ passage: { before, now } }: { readonly passage: Passage }) => {
  const words = wordsBetween(before, now)
  return (
    <>
      {words.map(({ words: said, when }, index) =>
        when === 'then' ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one text, in its order
          <del key={index} className={classes.then}>
            {said}
          </del>
        ) : when === 'now' ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: as above
          <ins key={index} className={classes.now}>
            {said}
          </ins>
        ) : (
          said
        ),
      )}
      {words.every(({ when }) => when === 'still') && (
        <Text span size="sm" c="dimmed">
          {' '}
          {t('history.onlyForm')}
        </Text>
      )}
    </>
  )
}

/** One text of the item; those that say the same are left out. */
const OneText = ({
  name,
  passages,
  several,
  editable,
  onRestore,
}: {
  readonly name: string
  readonly passages: readonly Passage[]
  /** One passage alone is restored with the version. */
  readonly several: boolean
  readonly editable: boolean
  readonly onRestore: (at: number) => void
}) => {
  return (
    <Stack gap={4} component="section" aria-label={name}>
      <Title order={3}>{name}</Title>
      {passages.map((passage) =>
        passage.changed ? (
          <Group key={`changed ${passage.at}`} wrap="nowrap" align="flex-start" gap="sm">
            <div className={classes.passage} data-changed>
              <Changed passage={passage} />
            </div>
            {several && editable && (
              <Button
                size="compact-xs"
                variant="default"
                flex="none"
                aria-label={t('history.restorePassageOf', { words: firstWords(passage) })}
                onClick={() => onRestore(passage.at)}
              >
                {t('common.restore')}
              </Button>
            )}
          </Group>
        ) : (
          <div key={passage.at} className={classes.passage}>
            {shownLines(passage.now)}
          </div>
        ),
      )}
    </Stack>
  )
}

const FIRST_WORDS = 40
const firstWords = ({ before, now }: Passage): string =>
  (shownLines(before).trim() || shownLines(now).trim()).slice(0, FIRST_WORDS)

export const VersionView = ({
  said,
  now,
  nameOf,
  editable,
  onRestore,
}: {
  readonly said: Said
  readonly now: Said
  readonly nameOf: (path: string) => string
  readonly editable: boolean
  /** All of it, or a passage of one text. */
  readonly onRestore: (part?: { readonly path: string; readonly at: number }) => void
}) => {
  const texts = [...new Set([...Object.keys(said), ...Object.keys(now)])]
    .map((path) => ({
      path,
      passages: passagesBetween(textLines(said[path]), textLines(now[path])),
    }))
    .filter(({ passages }) => passages.some(({ changed }) => changed))
  const changes = texts.flatMap(({ passages }) => passages.filter(({ changed }) => changed))
  if (texts.length === 0) return <Text c="dimmed">{t('history.sameAsNow')}</Text>
  return (
    <Stack gap="md">
      <Group justify="space-between" gap="sm">
        <Text size="sm" c="dimmed">
          <del className={classes.then}>{t('history.crossedOut')}</del> {t('history.saidThen')}{' '}
          <ins className={classes.now}>{t('history.underlined')}</ins> {t('history.saidNow')}
        </Text>
        {editable && <Button onClick={() => onRestore()}>{t('history.restore')}</Button>}
      </Group>
      <Stack
        gap="md"
        className={classes.texts ?? ''}
        tabIndex={0}
        role="group"
        aria-label={t('history.differences')}
      >
        {texts.map(({ path, passages }) => (
          <OneText
            key={path}
            name={nameOf(path)}
            passages={passages}
            several={changes.length > 1}
            editable={editable}
            onRestore={(at) => onRestore({ path, at })}
          />
        ))}
      </Stack>
    </Stack>
  )
}
