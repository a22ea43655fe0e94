/** The form of an entry of the directory, new or known. */
import { editResource, type Resource, resources } from '../../../shared/model/caseload/resource'
import { kept } from '../../../shared/model/projection'
import { t } from '../../../shared/words/words'
import { useModel, useRunOnVault } from '../../context/vault/session'
import { ItemForm } from '../../forms/item-form'
import { options, reportingLabels, resourceLabels } from '../../ui/labels'

export const ResourceForm = ({
  form,
  onClose,
}: {
  readonly form: Resource | 'new'
  readonly onClose: () => void
}) => {
  const runOnVault = useRunOnVault()
  const records = useModel((model) => model.records)
  const sites = [
    ...new Set(
      Object.values(records).flatMap(({ rotations }) => kept(rotations).map(({ site }) => site)),
    ),
  ].filter(Boolean)
  return (
    <ItemForm
      id={form === 'new' ? 'new-resource' : `resource/${form.id}`}
      title={form === 'new' ? t('resource.add') : t('resource.edit')}
      action={t('common.save')}
      schema={resources.input}
      initial={form === 'new' ? resources.empty : form}
      fields={[
        { name: 'name', label: t('common.name') },
        {
          name: 'category',
          label: t('common.category'),
          as: 'choice',
          options: options(resourceLabels),
        },
        { name: 'purpose', label: t('resource.whatFor'), as: 'text' },
        { name: 'where', label: t('resource.where') },
        { name: 'hours', label: t('resource.hours') },
        { name: 'contact', label: t('resource.howToReach') },
        { name: 'link', label: t('resource.link') },
        {
          name: 'years',
          label: t('resource.whoCanUseIt'),
          as: 'members',
          hint: t('resource.yearsHint'),
          options: ['1', '2', '3', '4'].map((value) => ({
            value,
            label: t('resource.yearOne', { year: value }),
          })),
        },
        {
          name: 'sites',
          label: t('resource.sites'),
          as: 'words',
          hint: t('resource.sitesHint'),
          options: sites.sort().map((value) => ({ value, label: value })),
        },
        {
          name: 'reporting',
          label: t('resource.mustReport'),
          as: 'choice',
          options: options(reportingLabels),
        },
        {
          name: 'whoSees',
          label: t('resource.whoSees'),
          as: 'text',
          hint: t('resource.whoSeesHint'),
        },
        { name: 'checkedOn', label: t('resource.checkedOn'), as: 'day' },
      ]}
      more={[
        { name: 'dates', label: t('resource.dates'), as: 'days', hint: t('resource.datesHint') },
        { name: 'themes', label: t('common.themes'), as: 'words', hint: t('resource.themesHint') },
      ]}
      onClose={onClose}
      onSubmit={(next, base) =>
        form === 'new'
          ? runOnVault(resources.add, next)
          : runOnVault(editResource, { resource: { ...form, ...base }, next })
      }
    />
  )
}
