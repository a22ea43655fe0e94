/** Whether the recovery key is on paper: two of its groups are typed from there, while no screen shows them. */
import { Button, Group, Stack, Text, TextInput } from '@mantine/core'
import { type FormEvent, useRef, useState } from 'react'
import { t } from '../../../shared/words/words'
import { Problem } from '../../ui/problem'

const ASKED = 2

/** Typed loosely, as on the sheet: capitals and spaces do not matter. */
const isSame = (typed: string, group: string): boolean =>
  typed
    .toUpperCase()
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1')
    .replace(/[^0-9A-Z]/g, '') === group

/** Which groups to ask for, in the order of the sheet. */
export const chooseGroups = (count: number): readonly number[] => {
  const chosen = new Set<number>()
  while (chosen.size < Math.min(ASKED, count)) chosen.add(Math.floor(Math.random() * count))
  return [...chosen].sort((a, b) => a - b)
}

export const RecoveryCheck = ({
  groups,
  asked,
  action,
  busy,
  problem,
  onConfirmed,
  onShow,
}: {
  readonly groups: readonly string[]
  /** Places in `groups`. */
  readonly asked: readonly number[]
  /** What it leads to. */
  readonly action: string
  readonly busy: boolean
  readonly problem: string
  readonly onConfirmed: () => void
  /** Shows the key again. */
  readonly onShow: () => void
}) => {
  const form = useRef<HTMLFormElement>(null)
  const [typed, setTyped] = useState<Readonly<Record<number, string>>>({})
  const [wrong, setWrong] = useState<readonly number[]>([])
  const isWrong = (place: number): boolean => !isSame(typed[place] ?? '', groups[place] ?? '')

  const submit = (event: FormEvent): void => {
    event.preventDefault()
    const open = asked.filter(isWrong)
    // Enter after the first goes to the next, which is not wrong yet.
    setWrong(open.filter((place) => (typed[place] ?? '') !== ''))
    if (open.length === 0) onConfirmed()
    else {
      // What is wrong is typed over.
      const field = form.current?.querySelectorAll('input')[asked.indexOf(open[0] ?? 0)]
      field?.focus()
      field?.select()
    }
  }

  return (
    <form ref={form} onSubmit={submit}>
      <Stack gap="md">
        <Text>{t('recovery.fromPaper')}</Text>
        <Group align="flex-start" grow>
          {asked.map((place, index) => (
            <TextInput
              key={place}
              label={t('recovery.groupNumber', { number: place + 1 })}
              autoFocus={index === 0}
              value={typed[place] ?? ''}
              onChange={(event) => setTyped({ ...typed, [place]: event.currentTarget.value })}
              error={wrong.includes(place) && t('recovery.groupDiffers', { number: place + 1 })}
            />
          ))}
        </Group>
        <Problem text={problem} />
        <Group justify="space-between">
          <Button variant="subtle" color="gray" c="dimmed" onClick={onShow}>
            {t('recovery.showAgain')}
          </Button>
          <Button type="submit" loading={busy}>
            {action}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
