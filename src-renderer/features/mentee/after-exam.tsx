/**
 * When an exam was not passed: a sheet for the mentee's own hands, with what comes first, who is told by whom, and where
 * help is. It is the same for everyone and says of nobody how it went; that it was given is noted as "next steps".
 */
import { linesOfCards } from '../../../shared/model/caseload/resource'
import { SHIPPED_CARD } from '../../../shared/model/caseload/support-card'
import type { RecordProjection } from '../../../shared/model/projection'
import { t } from '../../../shared/words/words'
import { useVault } from '../../context/vault/session'
import { MenteeSheet } from '../print/mentee-sheet'

export const AfterExam = ({
  record,
  onClose,
}: {
  readonly record: RecordProjection
  readonly onClose: () => void
}) => {
  const help = linesOfCards(useVault().supportCards) ?? SHIPPED_CARD
  const who = [
    t('afterExam.dean'),
    t('afterExam.director'),
    t('afterExam.academicSupport'),
    t('afterExam.family'),
  ]
  return (
    <MenteeSheet
      record={record}
      title={t('afterExam.title')}
      why={t('afterExam.why')}
      onClose={onClose}
    >
      <h2>{t('afterExam.title')}</h2>
      <p>{t('afterExam.intro')}</p>
      <h2>{t('afterExam.firstDay')}</h2>
      <p>{t('afterExam.firstDayText')}</p>
      <h2>{t('afterExam.whoIsTold')}</h2>
      <p>{t('afterExam.whoIsToldText')}</p>
      <table>
        <tbody>
          {who.map((one) => (
            <tr key={one}>
              <td>{one}</td>
              <td>{t('afterExam.byMe')}</td>
              <td>{t('afterExam.bySomebody')}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <h2>{t('afterExam.help')}</h2>
      <ul>
        {help.map(({ name: service, reach, when }) => (
          <li key={service}>{[service, reach, when].filter(Boolean).join(' · ')}</li>
        ))}
      </ul>
      <h2>{t('afterExam.plan')}</h2>
      <p>{t('afterExam.planText')}</p>
      <h2>{t('afterExam.changes')}</h2>
      <p>{t('afterExam.changesText')}</p>
    </MenteeSheet>
  )
}
