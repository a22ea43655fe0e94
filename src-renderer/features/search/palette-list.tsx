/**
 * The palette's list. A key may change every line of it, so that a line is plain elements, which Spotlight's own is not:
 * it looks for `data-action` and `data-selected` only.
 */
import { Kbd } from '@mantine/core'
import { Spotlight } from '@mantine/spotlight'
import { memo } from 'react'
import { t } from '../../../shared/words/words'
import classes from './palette.module.css'
import type { Line } from './palette-line'

export const LIST = 'palette-list'

export const PaletteList = memo(
  ({
    lines,
    selected,
    onTake,
  }: {
    readonly lines: readonly Line[]
    readonly selected: number
    readonly onTake: (line: Line) => void
  }) => {
    const groups = [...new Set(lines.map(({ group }) => group))]
    return (
      <Spotlight.ActionsList id={LIST} role="listbox" aria-label={t('search.results')} mah="50vh">
        {groups.map((group) => (
          <Spotlight.ActionsGroup key={group} label={group} role="group" aria-label={group}>
            {lines.map((line, index) =>
              line.group !== group ? null : (
                <button
                  key={line.key}
                  type="button"
                  id={`${LIST}-${index}`}
                  role="option"
                  aria-selected={index === selected}
                  tabIndex={-1}
                  data-action
                  data-name={line.name}
                  className={classes.line}
                  onMouseDown={(event) => event.preventDefault()}
                  onClick={() => onTake(line)}
                >
                  <line.icon size={18} stroke={1.6} className={classes.icon} />
                  <span className={classes.words}>
                    <span className={classes.label}>{line.label}</span>
                    {line.below !== undefined && (
                      <span className={classes.below}>{line.below}</span>
                    )}
                  </span>
                  {line.right !== undefined && line.right !== '' && (
                    <Kbd size="xs" aria-hidden="true">
                      {line.right}
                    </Kbd>
                  )}
                </button>
              ),
            )}
          </Spotlight.ActionsGroup>
        ))}
        {lines.length === 0 && <Spotlight.Empty>{t('search.nothingFound')}</Spotlight.Empty>}
      </Spotlight.ActionsList>
    )
  },
)
