/** Escalation records: apart from every list, search, export and hand-over; after signing, only dated additions. */

import { Alert, Button, Collapse, Group, Stack } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconFlag } from '@tabler/icons-react'
import { useState } from 'react'
import { isNewerRecord, type RecordProjection } from '../../../shared/model/projection'
import { tellByOf } from '../../../shared/model/record/first-steps'
import { escalations } from '../../../shared/model/record/referral'
import { t } from '../../../shared/words/words'
import { useApp } from '../../context/app-state'
import { useRun, useVault } from '../../context/vault/session'
import type { FormField } from '../../forms/item-field'
import { ItemForm } from '../../forms/item-form'
import { Icon } from '../../ui/icon'
import { LineButton } from '../../ui/line-button'
import { clock, useToday } from '../../ui/when'
import { HelpButton } from '../help/help-button'
import { EscalationNotices } from '../merging/notices'
import { EscalationCard, escalationFields } from './escalation-card'
import { PolicyLines } from './policy-card'

export const EscalationSection = ({
  record,
  editable,
}: {
  readonly record: RecordProjection
  readonly editable: boolean
}) => {
  const run = useRun()
  const [adding, setAdding] = useState(false)
  const day = useToday()
  const list = record.escalations.filter(({ deletedAt }) => deletedAt === null)
  const { policyHours } = useVault().settings
  // Whoever comes to one of them has been asked to.
  const route = useApp((state) => state.route)
  const meant = route.screen === 'mentee' ? route.item : undefined
  const [open, { toggle }] = useDisclosure(list.some(({ id }) => id === meant))
  return (
    <Stack gap="sm" component="section" aria-label={t('escalation.title')}>
      <Group gap={4}>
        <LineButton
          color="gray"
          c="dimmed"
          leftSection={<Icon of={IconFlag} />}
          aria-expanded={open}
          onClick={toggle}
        >
          {t('escalation.title')}
        </LineButton>
        <HelpButton topic="escalation" />
      </Group>
      <Collapse expanded={open} transitionDuration={0}>
        <Stack gap="sm">
          <Alert color="amber" title={t('escalation.keptApart')}>
            {t('escalation.intro')}
          </Alert>
          <PolicyLines />
          <EscalationNotices record={record} />
          {list.map((one) => (
            <EscalationCard key={one.id} recordId={record.id} one={one} editable={editable} />
          ))}
          {editable && !isNewerRecord(record) && (
            <Group>
              <Button variant="default" onClick={() => setAdding(true)}>
                {t('escalation.new')}
              </Button>
            </Group>
          )}
        </Stack>
      </Collapse>
      {adding && (
        <ItemForm
          id={`new-escalation/${record.id}`}
          title={t('escalation.new')}
          action={t('common.add')}
          schema={escalations.input}
          initial={{
            ...escalations.empty,
            date: day,
            reminded: true,
            ...tellByOf(policyHours, day, clock()),
          }}
          fields={escalationFields as readonly FormField<typeof escalations.empty>[]}
          onClose={() => setAdding(false)}
          onSubmit={(input) => run(record.id, escalations.add, input)}
        />
      )}
    </Stack>
  )
}
