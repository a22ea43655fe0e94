/** The versions of an agreement before the one that holds, each beside it word by word. Not a form: nothing is filled in. */
import { Modal, Select, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import type { Agreement } from '../../../shared/model/record/agreement'
import {
  CLAUSES,
  CONFIDENTIALITY_LIMITS,
  changedHeadings,
  limitsUnder,
} from '../../../shared/model/record/agreement-clauses'
import { t } from '../../../shared/words/words'
import { longDay } from '../../ui/when'
import { VersionView } from '../history/version-view'

const TITLES: Readonly<Record<string, () => string>> = Object.fromEntries(
  [...CLAUSES, ...CONFIDENTIALITY_LIMITS].map((clause) => [clause.id, () => clause.title]),
)

/** What it says; where two versions have other headings, those are part of it. */
const saidIn = (agreement: Agreement, withHeadings: boolean): Agreement['clauses'] => {
  if (!withHeadings) return agreement.clauses
  const titles = limitsUnder(agreement.headings)
  const said = changedHeadings().map(({ id }) => {
    const title = titles.find((one) => one.id === id)?.title ?? ''
    return [id, `${title}\n${agreement.clauses[id] ?? ''}`]
  })
  return { ...agreement.clauses, ...Object.fromEntries(said) }
}

const yes = (day: string | null): string => (day === null ? '–' : longDay(day))

export const AgreementVersions = ({
  agreement,
  former,
  onClose,
}: {
  readonly agreement: Agreement
  /** The newest first, one at least. */
  readonly former: readonly Agreement[]
  readonly onClose: () => void
}) => {
  const [chosen, setChosen] = useState(former[0]?.id ?? '')
  const open = former.find(({ id }) => id === chosen) ?? former[0]
  if (open === undefined) return null
  return (
    <Modal opened onClose={onClose} title={t('agreement.versions')} size="xl">
      <Stack gap="md">
        <Select
          label={t('agreement.earlierVersion')}
          allowDeselect={false}
          data-autofocus
          data={former.map(({ id, madeOn }) => ({
            value: id,
            label: t('agreement.agreementOf', { day: longDay(madeOn) }),
          }))}
          value={open.id}
          onChange={(id) => setChosen(id ?? open.id)}
        />
        <Text size="sm" c="dimmed">
          {t('agreement.bothYeses', {
            agreed: yes(open.agreedOn),
            acknowledged: yes(open.acknowledgedOn),
          })}
        </Text>
        <VersionView
          said={saidIn(open, open.headings !== agreement.headings)}
          now={saidIn(agreement, open.headings !== agreement.headings)}
          nameOf={(id) => TITLES[id]?.() ?? id}
          editable={false}
          onRestore={() => undefined}
        />
      </Stack>
    </Modal>
  )
}
