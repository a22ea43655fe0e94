/**
 * Concerns: what others told the coach of a mentee, who owns what is to be done about it, and the coach's own part. The
 * coach is no assessor of it. Hidden from screens that others look at (shared/views/presenting.ts).
 */
import { Alert, Badge, Button, Group, Text } from '@mantine/core'
import { useState } from 'react'
import * as v from 'valibot'
import { isNewerRecord, kept, type RecordProjection } from '../../../shared/model/projection'
import {
  type Concern,
  concerns,
  concernsToRecuseFrom,
  concernsToSay,
  isFormal,
  openConcerns,
  unsaidConcerns,
} from '../../../shared/model/record/concern'
import { editMentee, menteeProfile } from '../../../shared/model/record/mentee'
import { t } from '../../../shared/words/words'
import { useRun } from '../../context/vault/session'
import { EditableList } from '../../forms/editable-list'
import { ItemForm } from '../../forms/item-form'
import { formalLabels, raisedByLabels } from '../../ui/event-labels'
import { options } from '../../ui/labels'
import type { Notice } from '../../ui/notices'
import { shortDay, useToday } from '../../ui/when'
import type { OnDemandSection } from './about-mentee'

const Recusal = v.object({ recusal: menteeProfile.fields.recusal.input })

/** A coach who sits on the committee keeps out of it, and writes down how. */
const RecusalNotice = ({
  record,
  about: before,
}: {
  readonly record: RecordProjection
  readonly about: readonly Concern[]
}) => {
  const run = useRun()
  const [writing, setWriting] = useState(false)
  return (
    <Alert color="amber" title={t('concern.recuse')}>
      {t('concern.recuseWhy', { what: before.map(({ what }) => what).join(', ') })}
      {!isNewerRecord(record) && (
        <Group mt="xs">
          <Button size="compact-sm" variant="default" onClick={() => setWriting(true)}>
            {t('concern.writeRecusal')}
          </Button>
        </Group>
      )}
      {writing && (
        <ItemForm
          id={`recusal/${record.id}`}
          title={t('mentee.recusal')}
          action={t('common.save')}
          schema={Recusal}
          initial={{ recusal: record.mentee.recusal }}
          fields={[
            {
              name: 'recusal',
              label: t('mentee.recusal'),
              hint: t('mentee.recusalHint'),
              as: 'text',
            },
          ]}
          onClose={() => setWriting(false)}
          onSubmit={(next, base) => run(record.id, editMentee, { base, next })}
        />
      )}
    </Alert>
  )
}

/** What is to be said before anything else; and, while something formal is open, what that means for what is written. */
const formalNotice = (record: RecordProjection): readonly Notice[] => {
  const unsaid = concernsToSay(record)
  const formal = openConcerns(record.concerns).filter(isFormal)
  const appeal = formal.some((one) => one.formal === 'formal-appeal') && record.mentee.hold === ''
  if (unsaid.length === 0 && formal.length === 0) return []
  const title = unsaid.length > 0 ? t('concern.sayFirst') : t('concern.formalOpen')
  const shown = (
    <Alert key="formal" color={unsaid.length > 0 ? 'amber' : 'teal'} title={title}>
      {[
        unsaid.length > 0 &&
          t('concern.youWereTold', { what: unsaid.map(({ what }) => what).join(', ') }),
        formal.length > 0 && t('concern.canBeAskedFor'),
        appeal && t('concern.considerHold'),
      ]
        .filter(Boolean)
        .join(' ')}
    </Alert>
  )
  return [{ title, shown }]
}

export const concernNotices = (record: RecordProjection): readonly Notice[] => {
  const before = concernsToRecuseFrom(record)
  const shown = <RecusalNotice key="recusal" record={record} about={before} />
  return [
    ...formalNotice(record),
    ...(before.length > 0 ? [{ title: t('concern.recuse'), shown }] : []),
  ]
}

const about = ({ raisedBy, date, formal, owner, nextDate, knownOn, closedOn }: Concern): string =>
  [
    t('concern.raisedByOn', { who: raisedByLabels[raisedBy], day: shortDay(date) }),
    formal !== 'not-formal' && formalLabels[formal],
    owner !== '' && t('concern.ownedBy', { owner }),
    knownOn !== null && t('concern.knownSince', { day: shortDay(knownOn) }),
    closedOn !== null
      ? t('concern.closed', { day: shortDay(closedOn) })
      : nextDate !== null && t('concern.next', { day: shortDay(nextDate) }),
  ]
    .filter(Boolean)
    .join(' · ')

export const Concerns = ({ record, editable, adding, onAdding }: OnDemandSection) => {
  const day = useToday()
  const run = useRun()
  return (
    <EditableList
      record={record.id}
      kind="concerns"
      title={t('label.concerns')}
      one={t('concern.lower')}
      items={kept(record.concerns)}
      nameOf={({ what }) => what}
      schema={concerns.input}
      initial={{ ...concerns.empty, date: day }}
      before={
        <Text size="sm" c="dimmed" mb="xs">
          {t('concern.intro')}
        </Text>
      }
      fields={[
        { name: 'what', label: t('concern.what'), placeholder: t('concern.example'), wide: true },
        {
          name: 'raisedBy',
          label: t('concern.raisedBy'),
          as: 'choice',
          options: options(raisedByLabels),
        },
        { name: 'date', label: t('concern.raisedOn'), as: 'day', optional: false },
        { name: 'told', label: t('concern.told'), hint: t('concern.toldHint'), as: 'text' },
        {
          name: 'knownOn',
          label: t('concern.knownOn'),
          hint: t('concern.knownHint'),
          as: 'day',
        },
        { name: 'nextDate', label: t('concern.nextDate'), as: 'day' },
        { name: 'myPart', label: t('concern.myPart'), as: 'text' },
        { name: 'plan', label: t('concern.plan'), as: 'text' },
      ]}
      more={[
        {
          name: 'formal',
          label: t('concern.formal'),
          as: 'choice',
          options: options(formalLabels),
        },
        { name: 'owner', label: t('concern.owner'), hint: t('concern.ownerHint') },
        { name: 'closedOn', label: t('concern.closedOn'), as: 'day' },
        { name: 'mayGoOn', label: t('concern.mayGoOn'), as: 'check' },
      ]}
      editable={editable}
      adding={adding}
      onAdding={onAdding}
      onAdd={(next) => run(record.id, concerns.add, next)}
      onEdit={(id, next, base) => run(record.id, concerns.edit, { id, base, next })}
    >
      {(one) => (
        <>
          <Text fw={600} {...(one.closedOn === null ? {} : { c: 'dimmed' })}>
            {one.what}{' '}
            {unsaidConcerns([one]).length > 0 && (
              <Badge ml={6} color="amber">
                {t('concern.notSaid')}
              </Badge>
            )}
          </Text>
          <Text size="sm" c="dimmed">
            {about(one)}
          </Text>
        </>
      )}
    </EditableList>
  )
}
