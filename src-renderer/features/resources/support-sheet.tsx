/** The card for a mentee, on paper. A service without a way to reach it helps nobody there, and is not given. */
import { RESOURCE_CATEGORIES, type Resource } from '../../../shared/model/caseload/resource'
import type { CardLine } from '../../../shared/model/caseload/support-card'
import { t } from '../../../shared/words/words'
import { reportingLabels, resourceLabels } from '../../ui/labels'
import { PrintSheet } from '../print/print-sheet'

export const SupportSheet = ({
  lines,
  services,
  onClose,
}: {
  readonly lines: readonly CardLine[]
  /** Those that can be reached. */
  readonly services: readonly Resource[]
  readonly onClose: () => void
}) => (
  <PrintSheet title={t('resource.supportForYou')} onGiven={null} onClose={onClose}>
    <h2>{t('resource.supportForYou')}</h2>
    <ul>
      {lines
        .filter(({ reach }) => reach !== '')
        .map((line) => (
          <li key={line.name}>
            <b>
              {line.name}: {line.reach}
            </b>{' '}
            {line.when}
          </li>
        ))}
    </ul>
    {RESOURCE_CATEGORIES.filter((one) =>
      services.some((resource) => resource.category === one),
    ).map((one) => (
      <div key={one}>
        <h2>{resourceLabels[one]}</h2>
        <ul>
          {services
            .filter((resource) => resource.category === one)
            .map((resource) => (
              <li key={resource.id}>
                <b>{resource.name}.</b>{' '}
                {[resource.purpose, resource.where, resource.hours, resource.contact, resource.link]
                  .filter(Boolean)
                  .join(' · ')}
                {resource.reporting === 'unknown'
                  ? ''
                  : ` (${reportingLabels[resource.reporting].toLowerCase()})`}
              </li>
            ))}
        </ul>
      </div>
    ))}
  </PrintSheet>
)
