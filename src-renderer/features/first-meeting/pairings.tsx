/** Since when and by whom a mentee and the coach are paired. Not there until there is something to tell. */
import { Text } from '@mantine/core'
import { kept } from '../../../shared/model/projection'
import { firstMeetingDue, firstMeetingOn, pairings } from '../../../shared/model/record/pairing'
import { t } from '../../../shared/words/words'
import { useRun } from '../../context/vault/session'
import { EditableList } from '../../forms/editable-list'
import { pairingReasonLabels } from '../../ui/event-labels'
import { options } from '../../ui/labels'
import { shortDay, useToday } from '../../ui/when'
import type { OnDemandSection } from '../mentee/about-mentee'

export const Pairings = ({ record, editable, adding, onAdding }: OnDemandSection) => {
  const day = useToday()
  const run = useRun()
  const met = firstMeetingOn(record)
  return (
    <EditableList
      record={record.id}
      kind="pairings"
      title={t('paired.title')}
      one={t('paired.lower')}
      items={[...kept(record.pairings)].sort((a, b) => b.pairedOn.localeCompare(a.pairedOn))}
      nameOf={({ pairedOn }) => shortDay(pairedOn)}
      schema={pairings.input}
      initial={{ ...pairings.empty, pairedOn: record.mentee.coachedSince ?? day }}
      fields={[
        { name: 'pairedBy', label: t('paired.by'), placeholder: t('paired.byExample') },
        {
          name: 'reason',
          label: t('paired.reason'),
          as: 'choice',
          options: options(pairingReasonLabels),
        },
        { name: 'pairedOn', label: t('paired.on'), as: 'day', optional: false },
        { name: 'messageOn', label: t('paired.messageOn'), as: 'day' },
        { name: 'meetBy', label: t('paired.meetBy'), hint: t('paired.meetByHint'), as: 'day' },
        { name: 'metOn', label: t('paired.metOn'), hint: t('paired.metOnHint'), as: 'day' },
      ]}
      more={[
        { name: 'fit', label: t('paired.fit'), hint: t('paired.fitHint'), as: 'text' },
        { name: 'fitOn', label: t('paired.fitOn'), as: 'day' },
        { name: 'changeOn', label: t('paired.changeOn'), hint: t('paired.changeHint'), as: 'day' },
      ]}
      editable={editable}
      adding={adding}
      onAdding={onAdding}
      onAdd={(next) => run(record.id, pairings.add, next)}
      onEdit={(id, next, base) => run(record.id, pairings.edit, { id, base, next })}
    >
      {({ pairedOn, pairedBy, reason, meetBy, messageOn, fit, changeOn }) => (
        <>
          <Text fw={600}>{t('paired.since', { day: shortDay(pairedOn) })}</Text>
          <Text size="sm" c="dimmed">
            {[
              pairedBy,
              reason !== 'not-said' && pairingReasonLabels[reason],
              messageOn !== null && t('paired.messageSent', { day: shortDay(messageOn) }),
              met === null
                ? t('paired.firstMeetingBy', {
                    day: shortDay(meetBy ?? firstMeetingDue(pairedOn)),
                  })
                : t('paired.firstMeetingOn', { day: shortDay(met) }),
              changeOn !== null && t('paired.changeAsked', { day: shortDay(changeOn) }),
            ]
              .filter(Boolean)
              .join(' · ')}
          </Text>
          {fit.trim() !== '' && (
            <Text size="sm" lineClamp={3}>
              {fit}
            </Text>
          )}
        </>
      )}
    </EditableList>
  )
}
