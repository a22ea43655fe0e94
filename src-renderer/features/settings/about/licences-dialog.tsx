/**
 * The works by others that this build contains, each with its licence: listed at the build (scripts/licences.ts).
 * Not a form: there is a search and nothing to fill in.
 */
import { Box, Modal, Stack, Text, TextInput } from '@mantine/core'
import { useEffect, useState } from 'react'
import * as v from 'valibot'
import { t } from '../../../../shared/words/words'
import classes from '../settings.module.css'

const Licences = v.array(
  v.object({ name: v.string(), version: v.string(), licence: v.string(), text: v.string() }),
)
type Licence = v.InferOutput<typeof Licences>[number]

const readLicences = async (): Promise<readonly Licence[]> => {
  const answer = await fetch('licences.json')
  return answer.ok ? v.parse(Licences, await answer.json()) : []
}

export const LicencesDialog = ({ onClose }: { readonly onClose: () => void }) => {
  const [licences, setLicences] = useState<readonly Licence[]>()
  const [query, setQuery] = useState('')
  useEffect(() => void readLicences().then(setLicences), [])
  const listed = licences?.filter(({ name }) => name.includes(query.trim().toLowerCase()))
  return (
    <Modal opened onClose={onClose} title={t('about.licences')} size="xl">
      <Stack gap="sm">
        <Text size="sm" c="dimmed">
          {licences?.length === 0 ? t('about.noLicences') : t('about.licencesIntro')}
        </Text>
        <TextInput
          aria-label={t('about.licencesFind')}
          placeholder={t('about.licencesFind')}
          value={query}
          onChange={(event) => setQuery(event.currentTarget.value)}
        />
        <Box>
          {listed?.map(({ name, version, licence, text }) => (
            <details key={`${name}@${version}`} className={classes.licence}>
              <summary>
                {name} {version}{' '}
                <Text span size="sm" c="dimmed">
                  {licence}
                </Text>
              </summary>
              <Text size="xs" ff="monospace" className={classes.licenceText ?? ''}>
                {text === '' ? licence : text}
              </Text>
            </details>
          ))}
        </Box>
      </Stack>
    </Modal>
  )
}
