/** Choosing a passphrase: twice, with an honest estimate of its strength. */
import { Button, Group, Progress, Stack, Text } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { t } from '../../../shared/words/words'
import { PassphraseInput } from '../../forms/passphrase-input'
import {
  estimate,
  GOOD_SCORE,
  LEAST_SCORE,
  type Strength,
  strengthWord,
} from './passphrase-strength'

const ESTIMATE_AFTER_MS = 150

export const PassphraseForm = ({
  action,
  busy,
  label = t('unlock.passphrase'),
  onChosen,
  onBack,
}: {
  readonly action: string
  readonly busy: boolean
  readonly label?: string
  readonly onChosen: (passphrase: string) => void
  readonly onBack?: () => void
}) => {
  const [passphrase, setPassphrase] = useState('')
  const [again, setAgain] = useState('')
  const [strength, setStrength] = useState<Strength>()
  const [problem, setProblem] = useState('')
  const first = useRef<HTMLInputElement>(null)
  const repeated = useRef<HTMLInputElement>(null)
  const [settled] = useDebouncedValue(passphrase, ESTIMATE_AFTER_MS)

  useEffect(() => {
    let current = true
    if (settled === '') setStrength(undefined)
    else void estimate(settled).then((found) => current && setStrength(found))
    return () => {
      current = false
    }
  }, [settled])

  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    const once = again === ''
    // At once: whoever types on means the second one.
    if (once && passphrase !== '') repeated.current?.focus()
    const found = await estimate(passphrase)
    setStrength(found)
    if (found.score < LEAST_SCORE) {
      setProblem(
        t('passphrase.guessable', {
          advice: found.advice || t('passphrase.addWords'),
        }),
      )
      if (!once) first.current?.focus()
    } else if (once) setProblem('')
    else if (passphrase !== again) {
      setProblem(t('passphrase.differ'))
      repeated.current?.focus()
    } else {
      setProblem('')
      onChosen(passphrase)
    }
  }

  /** What was wrong is being put right. */
  const change =
    (set: (typed: string) => void) =>
    (typed: string): void => {
      set(typed)
      setProblem('')
    }

  const score = strength?.score ?? 0
  return (
    <form onSubmit={(event) => void submit(event)}>
      <Stack gap="md">
        <PassphraseInput
          ref={first}
          label={label}
          autoFocus
          data-autofocus
          value={passphrase}
          onChange={change(setPassphrase)}
          shows={t('passphrase.showNamed', { passphrase: label.toLowerCase() })}
        />
        {strength !== undefined && passphrase !== '' && (
          <Stack gap={4} aria-live="polite">
            <Progress
              value={(score + 1) * 20}
              color={score < LEAST_SCORE ? 'red' : score < GOOD_SCORE ? 'amber' : 'teal'}
              aria-label={t('passphrase.strength')}
              size="sm"
            />
            <Text size="sm" c="dimmed">
              {strengthWord(score)}
              {score < GOOD_SCORE && strength.advice !== '' ? `. ${strength.advice}` : ''}
            </Text>
          </Stack>
        )}
        <PassphraseInput
          ref={repeated}
          label={t('passphrase.repeat', { passphrase: label.toLowerCase() })}
          value={again}
          onChange={change(setAgain)}
          shows={t('passphrase.showRepeated')}
        />
        {problem !== '' && (
          <Text role="alert" c="var(--mantine-color-error)" size="sm">
            {problem}
          </Text>
        )}
        {busy && <Progress value={100} animated aria-label={t('passphrase.makingTheKeys')} />}
        <Group justify={onBack === undefined ? 'flex-end' : 'space-between'}>
          {onBack !== undefined && (
            <Button variant="subtle" color="gray" c="dimmed" onClick={onBack}>
              {t('common.back')}
            </Button>
          )}
          <Button type="submit" loading={busy}>
            {action}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
