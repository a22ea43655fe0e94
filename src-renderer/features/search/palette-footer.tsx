/** The palette's foot: how much was found, whether all is read yet, and keeping the search. */
import { Button, Group, Kbd, Text } from '@mantine/core'
import { Spotlight } from '@mantine/spotlight'
import { IconBookmark } from '@tabler/icons-react'
import { useStore } from 'zustand'
import { savedSearches } from '../../../shared/model/caseload/saved-search'
import { kept } from '../../../shared/model/projection'
import type { SearchAnswer } from '../../../shared/search/engine'
import { isEmptyQuery, parseQuery } from '../../../shared/search/query'
import { t } from '../../../shared/words/words'
import { useOpenVault, useRunOnVault, useVault } from '../../context/vault/session'
import { offerUndo } from '../../ui/undo'

const SaveSearch = ({ typed }: { readonly typed: string }) => {
  const { savedSearches: saved } = useVault()
  const run = useRunOnVault()
  const query = typed.trim()
  if (query === '' || query.startsWith('>')) return null
  const known = kept(saved).find((one) => one.query === query)
  const toggle = async (): Promise<void> => {
    if (known === undefined) await run(savedSearches.add, { query })
    else {
      await run(savedSearches.remove, { id: known.id, deleted: true })
      offerUndo(
        t('search.savedRemoved'),
        () => void run(savedSearches.remove, { id: known.id, deleted: false }),
      )
    }
  }
  return (
    <Button
      size="compact-xs"
      variant="subtle"
      leftSection={<IconBookmark size={14} stroke={1.6} />}
      onClick={() => void toggle()}
    >
      {known === undefined ? t('search.save') : t('search.removeSaved')}
    </Button>
  )
}

export const PaletteFooter = ({
  typed,
  answer,
}: {
  readonly typed: string
  readonly answer: SearchAnswer
}) => {
  const { search } = useOpenVault()
  const { done, of } = useStore(search.progress)
  const searched = !isEmptyQuery(parseQuery(typed)) && !typed.startsWith('>')
  return (
    <Spotlight.Footer>
      <Group justify="space-between" wrap="nowrap">
        <Text size="xs" c="dimmed" role="status">
          {[
            searched && t('search.found', { things: t('count.thing', { count: answer.total }) }),
            searched &&
              answer.total > answer.hits.length &&
              t('search.firstShown', { count: answer.hits.length }),
            done < of &&
              t('search.stillReading', { done, mentees: t('count.mentee', { count: of }) }),
          ]
            .filter(Boolean)
            .join(', ')}
        </Text>
        <Group gap="sm" wrap="nowrap">
          <SaveSearch typed={typed} />
          <Text size="xs" c="dimmed">
            <Kbd size="xs">&gt;</Kbd> {t('search.commandsOnly')} <Kbd size="xs">&quot; &quot;</Kbd>{' '}
            {t('search.phraseHint')}
          </Text>
        </Group>
      </Group>
    </Spotlight.Footer>
  )
}
