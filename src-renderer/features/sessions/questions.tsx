/**
 * Coaching questions in the moment: a drawer beside the text, looked through by typing. The one that is taken stands on the
 * session's agenda, beside the text, and the caret is back where it was.
 */
import { Drawer, Stack, Text, TextInput, Title } from '@mantine/core'
import { useState } from 'react'
import { agendaItems } from '../../../shared/model/record/session'
import { questionsFor } from '../../../shared/views/questions'
import { t } from '../../../shared/words/words'
import { useRun, useVault } from '../../context/vault/session'
import { firstField } from '../../forms/first-field'
import { LineButton } from '../../ui/line-button'
import { offerUndo } from '../../ui/undo'
import classes from './questions.module.css'

export const Questions = ({
  recordId,
  session,
  onClose,
}: {
  readonly recordId: string
  readonly session: string
  readonly onClose: () => void
}) => {
  const run = useRun()
  const { snippets } = useVault()
  const [query, setQuery] = useState('')
  const found = questionsFor(snippets, query)
  const take = async (text: string): Promise<void> => {
    onClose()
    const id = await run(recordId, agendaItems.add, { text, session })
    if (id !== undefined)
      offerUndo(
        t('note.onTheAgenda', { text }),
        () => void run(recordId, agendaItems.remove, { id, deleted: true }),
      )
  }
  const first = found[0]?.questions[0]
  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      title={t('question.title')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <Stack gap="md">
        <TextInput
          label={t('question.find')}
          description={t('question.findHint')}
          {...firstField}
          value={query}
          onChange={(event) => setQuery(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && first !== undefined) void take(first)
          }}
        />
        {found.length === 0 && (
          <Text size="sm" c="dimmed">
            {t('question.none')}
          </Text>
        )}
        {found.map(({ id, title, questions }) => (
          <Stack key={id} gap={4} component="section" aria-label={title}>
            <Title order={3} fz="sm" c="dimmed">
              {title}
            </Title>
            {questions.map((question) => (
              <LineButton
                key={question}
                className={classes.question}
                onClick={() => void take(question)}
              >
                {question}
              </LineButton>
            ))}
          </Stack>
        ))}
      </Stack>
    </Drawer>
  )
}
