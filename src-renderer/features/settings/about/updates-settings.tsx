/** Settings → Updates: where new versions are looked for, if anywhere, and what is offered (src-main/updates). */
import { Alert, Button, Group, Progress, Stack, Text, TextInput } from '@mantine/core'
import type { FormEvent } from 'react'
import * as v from 'valibot'
import { updatesAddress } from '../../../../shared/bridge/checks'
import type { OfferedRelease, UpdateProblem, UpdateState } from '../../../../shared/bridge/updates'
import { spoken, t } from '../../../../shared/words/words'
import { host, useApp } from '../../../context/app-state'
import { useSubmit } from '../../../context/submit'
import { useTypedValue } from '../../../context/typing/kept-typing'
import { useWatchedUpdates, withUpdates } from '../../../context/updates'
import { Section } from '../../../ui/section'
import { inWords } from '../../../ui/when'
import { useManaged } from '../managed-settings'

const problemSentence: Record<UpdateProblem, string> = spoken({
  unreachable: 'updates.problemUnreachable',
  elsewhere: 'updates.problemElsewhere',
  'not-signed': 'updates.problemNotSigned',
  'not-as-listed': 'updates.problemNotAsListed',
  'disk-full': 'updates.problemDiskFull',
  'disk-error': 'updates.problemDiskError',
  'no-copy': 'updates.problemNoCopy',
  'not-done': 'updates.problemNotDone',
})

const offSentence = spoken({
  'by-school': 'updates.bySchool',
  'no-key': 'updates.noKey',
  'not-installed': 'updates.notInstalled',
  'no-address': 'updates.offIntro',
})

const MEGABYTE = 1024 * 1024

const Address = () => {
  const [typed, setTyped] = useTypedValue('updates-address', '')
  const { busy, problem, say, submit } = useSubmit(t('form.notDone'))
  const set = (event: FormEvent): void => {
    event.preventDefault()
    const address = typed.trim()
    if (!v.is(updatesAddress, address)) return say(t('updates.addressLooks'))
    void submit(() => withUpdates(host.updates.setAddress(address)))
  }
  return (
    <form onSubmit={set}>
      <Group align="flex-start">
        <TextInput
          label={t('updates.address')}
          placeholder={t('updates.addressExample')}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
          error={problem}
          flex={1}
        />
        <Button type="submit" variant="default" loading={busy} mt={25}>
          {t('updates.turnOn')}
        </Button>
      </Group>
    </form>
  )
}

const Offered = ({ release }: { readonly release: OfferedRelease }) => (
  <Stack gap="xs" align="flex-start">
    <Text fw={600}>{t('updates.offered', { version: release.version })}</Text>
    {release.notes !== '' && (
      <Text size="sm" style={{ whiteSpace: 'pre-line' }}>
        {release.notes}
      </Text>
    )}
    <Text size="sm" c="dimmed" maw="70ch">
      {t('updates.offeredHow', { size: Math.max(1, Math.round(release.bytes / MEGABYTE)) })}
    </Text>
    <Button onClick={() => void withUpdates(host.updates.fetch())}>{t('updates.download')}</Button>
  </Stack>
)

const Fetching = ({
  release,
  received,
}: {
  readonly release: OfferedRelease
  readonly received: number
}) => {
  const percent = Math.floor((received / release.bytes) * 100)
  const said = t('updates.downloading', { version: release.version, percent })
  return (
    <Stack gap="xs" align="flex-start">
      <Text role="status">{said}</Text>
      <Progress w="100%" value={percent} aria-label={t('updates.title')} />
      <Button variant="default" onClick={() => void withUpdates(host.updates.drop())}>
        {t('common.cancel')}
      </Button>
    </Stack>
  )
}

const Ready = ({ release }: { readonly release: OfferedRelease }) => (
  <Stack gap="xs">
    <Text fw={600} role="status">
      {t('updates.ready', { version: release.version })}
    </Text>
    <Group gap="xs">
      <Button onClick={() => void host.app.quit()}>{t('updates.quit')}</Button>
      <Button variant="default" onClick={() => void withUpdates(host.updates.drop())}>
        {t('updates.notInstall')}
      </Button>
    </Group>
  </Stack>
)

const Rest = ({ askedAt }: { readonly askedAt: number | null }) => {
  const version = useApp(({ environment }) => environment?.version ?? '')
  if (askedAt === null)
    return (
      <Text size="sm" c="dimmed">
        {t('updates.notChecked')}
      </Text>
    )
  return (
    <Stack gap={4}>
      <Text fw={600}>{t('updates.upToDate', { version })}</Text>
      <Text size="sm" c="dimmed">
        {t('updates.lastChecked', { time: inWords(new Date(askedAt).toISOString(), 'moment') })}
      </Text>
    </Stack>
  )
}

const Standing = ({ state }: { readonly state: UpdateState }) => {
  if (state.step === 'offered') return <Offered release={state.release} />
  if (state.step === 'fetching')
    return <Fetching release={state.release} received={state.received} />
  if (state.step === 'ready') return <Ready release={state.release} />
  return state.step === 'asking' ? (
    <Text role="status">{t('updates.checking')}</Text>
  ) : (
    <Rest askedAt={state.askedAt} />
  )
}

const On = ({ state }: { readonly state: UpdateState }) => {
  const { updatesFrom } = useManaged()
  return (
    <>
      <Text size="sm" c="dimmed" maw="70ch">
        {t('updates.intro')}
      </Text>
      <Group justify="space-between" wrap="nowrap" align="flex-start">
        <Text size="sm" ff="monospace" style={{ overflowWrap: 'anywhere' }}>
          {state.address}
        </Text>
        {updatesFrom === null ? (
          <Button
            variant="default"
            size="compact-md"
            flex="none"
            onClick={() => void withUpdates(host.updates.setAddress(null))}
          >
            {t('updates.turnOff')}
          </Button>
        ) : (
          <Text size="sm" c="dimmed" flex="none">
            {t('school.title')}
          </Text>
        )}
      </Group>
      <Standing state={state} />
    </>
  )
}

export const UpdatesSettings = () => {
  const state = useWatchedUpdates()
  if (state === undefined) return null
  const off = state.step === 'off' ? state.why : undefined
  return (
    <Section
      title={t('updates.title')}
      action={
        state.step === 'rest' && (
          <Button
            variant="default"
            size="compact-md"
            onClick={() => void withUpdates(host.updates.look())}
          >
            {t('updates.checkNow')}
          </Button>
        )
      }
    >
      {state.problem !== null && off !== 'by-school' && (
        <Alert color="amber" role="alert">
          {problemSentence[state.problem]}
        </Alert>
      )}
      {off === undefined ? (
        <On state={state} />
      ) : (
        <Text size="sm" c="dimmed" maw="70ch">
          {offSentence[off]}
        </Text>
      )}
      {off === 'no-address' && <Address />}
    </Section>
  )
}
