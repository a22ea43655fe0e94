/**
 * What is due to be erased: records whose fourteen days are over, and what was lent until a day. Nothing of it goes by
 * itself: the coach is shown what goes, and is asked for the date before, where only this laptop's clock says so.
 * Not a form: what cannot be undone is not sent by a key, and the answer that erases nothing has the cursor.
 */
import { Alert, Button, Checkbox, Group, Modal, Stack, Text } from '@mantine/core'
import { IconEraser } from '@tabler/icons-react'
import { useState } from 'react'
import { displayName } from '../../../shared/model/record/mentee'
import { type DueEndings, endingsDue } from '../../../shared/views/endings-due'
import { initialsOf } from '../../../shared/views/presenting'
import { t } from '../../../shared/words/words'
import { host, useApp } from '../../context/app-state'
import { useDoubt, useVaultDay } from '../../context/days'
import { usePutOff } from '../../context/put-off'
import { useSubmit } from '../../context/submit'
import { focusContent } from '../../context/typing/content-focus'
import { useModel, useOpenVault, useVault } from '../../context/vault/session'
import { eraseRecord, handBack } from '../../store/session/erasing'
import { Icon } from '../../ui/icon'
import { warn } from '../../ui/notice'
import { Problem } from '../../ui/problem'
import { longDay } from '../../ui/when'
import { DateQuestion } from './date-question'

const useErasing = () => {
  const { session } = useOpenVault()
  const day = useVaultDay()
  return async (chosen: ReadonlySet<string>): Promise<void> => {
    // Taken back or put on hold meanwhile, perhaps on another laptop: that stays.
    const { vault, records } = session.model.getState()
    const due = endingsDue(vault, records, { ...day, seen: vault.seenDay })
    if (!due.sure) return
    const erasures = due.erasures.filter(({ id }) => chosen.has(id))
    const lent = due.substitutions.filter(({ id }) => chosen.has(id))
    for (const request of erasures) await eraseRecord(host, session, request)
    for (const one of lent) await handBack(session, one, longDay(one.until))
    if (erasures.length + lent.length === 0) return
    warn({
      title: t('ending.recordsErased', { count: erasures.length + lent.length }),
      message: erasures.length > 0 ? t('ending.whereCertificate') : t('ending.lentIsGone'),
    })
  }
}

const Choices = ({
  due,
  onClose,
  onNotNow,
}: {
  readonly due: DueEndings
  readonly onClose: () => void
  readonly onNotNow: () => void
}) => {
  const records = useModel((model) => model.records)
  const presenting = useApp((state) => state.presenting)
  const erase = useErasing()
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const { busy, problem, submit } = useSubmit(t('form.notDone'))
  const nameOf = (record: string, known: string): string => {
    const here = records[record]
    if (here !== undefined) return displayName(here.mentee)
    if (known === '') return t('ending.recordByNumber', { number: record.slice(0, 8) })
    return presenting ? initialsOf(known) : known
  }
  const rows = [
    ...due.erasures.map((one) => ({
      id: one.id,
      name: nameOf(one.record, one.name),
      why: t('ending.askedOn', { day: longDay(one.askedOn) }),
    })),
    ...due.substitutions.map((one) => ({
      id: one.id,
      name: nameOf(one.record, ''),
      why: t('ending.lentBy', { coach: one.from, day: longDay(one.until) }),
    })),
  ]
  const chosen = new Set(rows.map(({ id }) => id).filter((id) => !left.has(id)))
  const eraseChosen = async (): Promise<void> => {
    if (!(await submit(() => erase(chosen)))) return
    onClose()
    focusContent()
  }
  return (
    <Stack gap="md">
      <Text size="sm">{t('ending.checkedAreErased')}</Text>
      {rows.map(({ id, name, why }) => (
        <Checkbox
          key={id}
          label={name}
          description={why}
          checked={!left.has(id)}
          onChange={({ currentTarget: { checked } }) => {
            const next = new Set(left)
            if (checked) next.delete(id)
            else next.add(id)
            setLeft(next)
          }}
        />
      ))}
      <Problem text={problem} />
      <Group justify="flex-end">
        <Button variant="default" autoFocus onClick={onNotNow}>
          {t('common.notNow')}
        </Button>
        <Button
          color="red.9"
          loading={busy}
          disabled={chosen.size === 0}
          onClick={() => void eraseChosen()}
        >
          {t('ending.eraseForGood')}
        </Button>
      </Group>
    </Stack>
  )
}

/** On every screen until it is put off for the day; on Today it stays. */
export const DueEndingsNotice = () => {
  const vault = useVault()
  const records = useModel((model) => model.records)
  const onToday = useApp(({ route }) => route.screen === 'today')
  const day = useVaultDay()
  const doubt = useDoubt()
  const [putOff, putOffToday] = usePutOff('due-endings')
  const [open, setOpen] = useState(false)
  const due = endingsDue(vault, records, day)
  const count = due.erasures.length + due.substitutions.length
  const notNow = (): void => {
    putOffToday()
    setOpen(false)
  }
  if (count === 0 || (putOff && !onToday && !open)) return null
  return (
    <Alert color="amber" role="status" icon={<Icon of={IconEraser} size="large" />}>
      <Group justify="space-between">
        <Text size="sm">{t('ending.recordsDue', { count })}</Text>
        <Button size="compact-sm" variant="default" onClick={() => setOpen(true)}>
          {t('ending.lookAtThem')}
        </Button>
      </Group>
      <Modal
        opened={open}
        onClose={() => setOpen(false)}
        size="md"
        title={due.sure ? t('ending.eraseForGood') : t('clock.question')}
      >
        {due.sure ? (
          <Choices due={due} onClose={() => setOpen(false)} onNotNow={notNow} />
        ) : (
          <DateQuestion
            now={day.today}
            expected={doubt?.expected ?? day.seen ?? day.today}
            onWrong={notNow}
          />
        )}
      </Modal>
    </Alert>
  )
}
