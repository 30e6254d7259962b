import type { Lang } from '../../../platform/text/texts.ts'
import { fieldId } from '../../../ui/index.ts'
import type { SheetLayout } from '../../plan/index.ts'
import type { SheetPreview } from '../read/reading.ts'
import type { ColumnRole } from '../read/layout-choice.ts'
import { fieldNames } from './column-form.ts'
import { columnWords } from './columns.words.ts'

const groups: readonly (readonly ['plan' | 'who' | 'when' | 'state' | 'money' | 'other', readonly ColumnRole[]])[] = [
  ['plan', ['measure', 'goal', 'subgoal', 'area', 'strategy', 'activity', 'number', 'goalNumber']],
  ['who', ['owner', 'partner', 'ownerAndPartner', 'party']],
  ['when', ['deadline', 'period', 'start', 'end', 'year', 'yearMark']],
  ['state', ['status', 'progress', 'done', 'indicator', 'target']],
  ['money', ['cost', 'costYear']],
  ['other', ['note', 'anchoring', 'ignore']],
]

/** The first rows of their own sheet, with a menu above each column that says what we take it for. */
export const SheetTable = ({ lang, sheet, layout, at, chosen }: { lang: Lang; sheet: SheetPreview; layout: SheetLayout; at: number; chosen(name: string): string | undefined }) => {
  const w = columnWords[lang]
  const names = fieldNames(at)
  const columnOf = (index: number) => layout.tables[0]?.columns.find((column) => column.index === index)
  return (
    <div class="sheet" role="region" tabindex={0} aria-label={w.table(sheet.name)}>
      <table>
        <caption class="ds-sr-only">{w.table(sheet.name)}</caption>
        <thead>
          <tr>
            <th scope="col"><span class="ds-sr-only">{w.row}</span></th>
            {sheet.columns.map((column) => {
              const known = columnOf(column.index)
              const name = names.role(column.index)
              const role = chosen(name) ?? known?.role ?? ''
              const money = known && (known.role === 'cost' || known.role === 'costYear')
              return (
                <th scope="col" class={role === 'note' || role === 'ignore' || role === '' ? 'quiet' : undefined}>
                  {known ? (
                    <select class="ds-input" id={fieldId(name)} name={name} aria-label={w.column(column.letter, column.heading)}>
                      {groups.map(([group, roles]) => (
                        <optgroup label={w.groups[group]}>
                          {roles.map((each) => <option value={each} selected={each === role}>{w.roles[each]}{each === 'costYear' && known.year ? ` (${known.year})` : ''}</option>)}
                        </optgroup>
                      ))}
                    </select>
                  ) : column.letter}
                  {money ? (
                    <select class="ds-input" name={names.unit(column.index)} aria-label={w.unit}>
                      {([[1, w.units.one], [1000, w.units.thousand], [1_000_000, w.units.million]] as const).map(([unit, text]) => (
                        <option value={String(unit)} selected={String(unit) === (chosen(names.unit(column.index)) ?? String(known.unit ?? 1))}>{text}</option>
                      ))}
                    </select>
                  ) : null}
                </th>
              )
            })}
          </tr>
        </thead>
        <tbody>
          {sheet.rows.map((row) => (
            <tr class={row.heading ? 'heading' : undefined}>
              <th scope="row">{row.number}</th>
              {row.cells.map((cell) => <td>{cell.length > 140 ? `${cell.slice(0, 139)}…` : cell}</td>)}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
