/** Numbers for a program director who asks: the file is shown first, and says nothing of fewer than five people. */

import { Table, Text } from '@mantine/core'
import { type AggregateRow, aggregateToCsv } from '../../../shared/views/program-aggregate'
import { SMALLEST_CELL } from '../../../shared/views/small-cells'
import { t } from '../../../shared/words/words'
import { host } from '../../context/app-state'
import { writeSentence } from '../../context/sentences'
import { useOpenVault } from '../../context/vault/session'
import { FormDialog } from '../../forms/form-dialog'
import { offerNote } from '../../ui/undo'

export const ProgramAggregate = ({
  rows,
  onClose,
}: {
  readonly rows: readonly AggregateRow[]
  readonly onClose: () => void
}) => {
  const { session } = useOpenVault()
  const save = async (refuse: (why: string) => void): Promise<void> => {
    const saved = await host.files.save(t('numbers.fileName'), aggregateToCsv(rows))
    if (!saved.ok) return refuse(writeSentence[saved.error])
    if (!saved.value) return refuse('')
    await session.log.add('exported', t('log.programNumbers'))
    offerNote(t('numbers.saved'))
  }
  return (
    <FormDialog
      form={{ title: t('numbers.title') }}
      action={t('numbers.save')}
      onSubmit={save}
      onClose={onClose}
    >
      <Text size="sm">{t('numbers.intro', { count: SMALLEST_CELL })}</Text>
      <Table.ScrollContainer minWidth={300}>
        <Table aria-label={t('numbers.table')} className="tabular">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('numbers.measure')}</Table.Th>
              <Table.Th>{t('common.class')}</Table.Th>
              <Table.Th>{t('common.mentees')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map(({ measure, group, value }) => (
              <Table.Tr key={`${measure} ${group}`}>
                <Table.Td>{measure}</Table.Td>
                <Table.Td>{group}</Table.Td>
                <Table.Td>{value}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </FormDialog>
  )
}
