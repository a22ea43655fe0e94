/**
 * What a rotation asks of the coach: a question before it begins, one halfway, and a debrief once it is over. Each is
 * ticked, or begun as a note, where it is read. Who begins somewhere new is told of what there is at that site.
 */
import { Anchor, Button, Group, Stack, Text } from '@mantine/core'
import { directoryOf, resourcesAt } from '../../../shared/model/caseload/resource'
import { templateLines, templatesWith } from '../../../shared/model/caseload/template'
import type { RecordProjection } from '../../../shared/model/projection'
import {
  beginDebrief,
  isNewSite,
  type Rotation,
  type RotationMoment,
  rotations,
} from '../../../shared/model/record/placement'
import { t } from '../../../shared/words/words'
import { go } from '../../context/app-state'
import { aimTyping, stopTypingAhead, typeAhead } from '../../context/typing/type-ahead'
import { useOpenVault, useRun, useVault } from '../../context/vault/session'
import { Tick } from '../../ui/tick'
import { relativeDay, today, useToday } from '../../ui/when'
import { templateValues } from '../templates/template-values'

/** Begins the debrief from its template, and goes to it. */
export const useDebrief = () => {
  const run = useRun()
  const { session } = useOpenVault()
  return async (recordId: string, rotation: Rotation): Promise<void> => {
    const { records, vault } = session.model.getState()
    const record = records[recordId]
    const template = templatesWith(vault.templates).find(({ id }) => id === 'rotation')
    if (record === undefined) return
    typeAhead()
    const note = await run(recordId, beginDebrief, {
      rotation: rotation.id,
      title: t('rotation.debriefTitle', { rotation: rotation.block }),
      lines:
        template === undefined
          ? []
          : templateLines(template, templateValues(record, vault, [rotation])),
      today: today(),
    })
    if (note === undefined) return stopTypingAhead()
    aimTyping(note)
    go({ screen: 'mentee', id: recordId, tab: 'notes', item: note })
  }
}

/** What is ticked when the coach has asked. */
export const askedOf = ({ what }: RotationMoment) =>
  what === 'ahead' ? { startAsked: true } : { midFeedbackAsked: true }

/** What a moment is about, in one line. */
export const momentWords = (
  all: readonly Rotation[],
  { what, rotation }: RotationMoment,
  day: string,
): string => {
  const { block, site, start } = rotation
  if (what === 'midway') return t('rotation.halfway', { rotation: block })
  if (what === 'debrief') return t('rotation.isOver', { rotation: block })
  const begins = { rotation: block, day: relativeDay(start, day) }
  return isNewSite(all, rotation)
    ? t('rotation.beginsAtNew', { ...begins, site })
    : t('rotation.beginsOn', begins)
}

/** What there is at a site, or that nothing is listed; both lead to the directory. */
const AtSite = ({ site }: { readonly site: string }) => {
  const there = resourcesAt(directoryOf(useVault().resources), site)
  return (
    <Anchor
      component="button"
      type="button"
      size="xs"
      ta="left"
      pl={30}
      onClick={() => go({ screen: 'resources' })}
    >
      {there.length === 0
        ? t('rotation.nothingThere', { site })
        : t('rotation.thereIs', { site, resources: there.map(({ name }) => name).join(', ') })}
    </Anchor>
  )
}

export const RotationPrompts = ({
  record,
  moments,
  editable,
}: {
  readonly record: RecordProjection
  readonly moments: readonly RotationMoment[]
  readonly editable: boolean
}) => {
  const run = useRun()
  const day = useToday()
  const debrief = useDebrief()
  return moments.map((moment) => {
    const { what, rotation } = moment
    const about = momentWords(record.rotations, moment, day)
    if (what === 'debrief')
      return (
        <Group key={`${rotation.id}/${what}`} justify="space-between" wrap="nowrap" gap="sm">
          <Text size="sm">{about}</Text>
          {editable && (
            <Button
              size="compact-sm"
              variant="subtle"
              data-types
              onClick={() => void debrief(record.id, rotation)}
            >
              {t('rotation.debrief', { rotation: rotation.block })}
            </Button>
          )}
        </Group>
      )
    return (
      <Stack key={`${rotation.id}/${what}`} gap={2}>
        <Tick
          size="sm"
          label={t(what === 'ahead' ? 'rotation.askAhead' : 'rotation.askMidway')}
          description={about}
          checked={false}
          disabled={!editable}
          onTick={() => run(record.id, rotations.edit, { id: rotation.id, next: askedOf(moment) })}
        />
        {what === 'ahead' && isNewSite(record.rotations, rotation) && (
          <AtSite site={rotation.site} />
        )}
      </Stack>
    )
  })
}
