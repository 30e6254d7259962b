import { page } from '../../../platform/http/page.ts'
import { hasRole } from '../../../platform/access/viewer.ts'
import { leading } from '../../../platform/item/kind.ts'
import { formatList } from '../../../platform/text/format.ts'
import type { Lang } from '../../../platform/text/texts.ts'
import { Alert, ButtonLink, EmptyState, Heading, Lead } from '../../../ui/index.ts'
import { itemPath } from '../../thread/index.ts'
import { type Focus as Limits, type InWorkspace, workspacePath, workspaceReaders } from '../../workspaces/index.ts'
import { goal } from '../goal/goal.ts'
import { measure } from '../measure/measure.ts'
import { priorityArea } from '../priority-area/priority-area.ts'
import { readStructure } from '../structure/read.ts'
import { type Focus, focusOf, hasLimits, type Load } from './focus.ts'
import { focusWords } from './focus.words.ts'
import { Bars, type BarRow } from './bars.tsx'

/** Whether the plan is narrow enough to be followed up, against what the workspace itself has said is enough. */
export const focusPage = page({
  path: '/arbeidsrom/:workspace/plan/fokus',
  access: workspaceReaders,
  load: async (request, { workspace }: InWorkspace) => {
    const structure = await readStructure(request, workspace)
    return { structure, focus: focusOf(structure, workspace.focus), maySet: hasRole(request.viewer, workspace.id, ...leading) }
  },
  title: (_, { lang }) => focusWords[lang].title,
  crumbs: (_, __, { workspace }) => [{ text: workspace.title, href: workspacePath(workspace) }, { text: 'Plan', href: workspacePath(workspace, 'plan') }],
  view: ({ structure, focus, maySet }, { lang }, { workspace }) => {
    const w = focusWords[lang]
    if (structure.areas.length === 0 && structure.measures.length === 0) {
      return (
        <>
          <Heading level={1}>{w.title}</Heading>
          <EmptyState picture="start" title={w.emptyTitle} actions={<ButtonLink href={workspacePath(workspace, 'plan')}>{w.toPlan}</ButtonLink>}><p>{w.empty}</p></EmptyState>
        </>
      )
    }
    const areas = new Map(structure.areas.map((a) => [a.id, a]))
    const areaRow = (load: Load): BarRow => {
      const area = load.id === null ? undefined : areas.get(load.id)
      return { ...load, text: area?.title ?? w.noArea, ...(area && { href: itemPath(workspace, priorityArea, area) }) }
    }
    const organisationRow = (load: Load): BarRow => ({ ...load, text: load.id === null ? w.noOwner : (structure.organisations.get(load.id) ?? '?') })
    const byArea = focus.byArea.map(areaRow)
    const byOrganisation = focus.byOrganisation.map(organisationRow)
    const set = maySet ? <ButtonLink href={workspacePath(workspace, 'innstillinger/traden')}>{w.set}</ButtonLink> : null
    return (
      <>
        <Heading level={1}>{w.title}</Heading>
        <Lead>{w.lead(w.areas(structure.areas.length), w.measures(focus.open))}</Lead>
        {hasLimits(workspace.focus)
          ? <Verdict lang={lang} focus={focus} limits={workspace.focus} byArea={byArea} byOrganisation={byOrganisation} />
          : <EmptyState title={w.none} actions={set}><p>{w.noneText}</p></EmptyState>}
        <section aria-labelledby="hvorfor">
          <Heading level={2} id="hvorfor">{w.why}</Heading>
          <p class="prose">{w.whyText}</p>
          <p class="hint">{w.source}: {w.sourceText}</p>
        </section>
        <Bars lang={lang} id="omrader" title={w.byArea} of={w.area} rows={byArea} />
        <Bars lang={lang} id="organisasjoner" title={w.byOrganisation} of={w.organisation} rows={byOrganisation} />
        <Bars
          lang={lang} id="mal" title={w.byGoal} of={w.goal}
          rows={focus.byGoal.map((g) => {
            const found = structure.goals.find((one) => one.id === g.id)
            return { id: g.id, count: g.measures, limit: null, over: false, text: found?.title ?? '', areas: g.areas, ...(found && { href: itemPath(workspace, goal, found) }) }
          })}
        />
        <p class="hint">{w.counted} <a href={itemPath(workspace, measure)}>{measure.words[lang].title}</a></p>
        {hasLimits(workspace.focus) && set ? <p class="no-print">{set}</p> : null}
      </>
    )
  },
})

/** A reason reads on after «fordi»: without its first capital and its last full stop. */
export const asClause = (reason: string): string => {
  const bare = reason.trim().replace(/^(fordi|because)\s+/i, '').replace(/[.\s]+$/, '')
  // A name or an abbreviation keeps its capitals.
  return /^\p{Lu}\p{Ll}*(\s|$)/u.test(bare) && !/^\p{Lu}\p{Ll}+\s\p{Lu}/u.test(bare) ? bare.charAt(0).toLocaleLowerCase('nb') + bare.slice(1) : bare
}

/** The warning with its reason, or the good news. */
const Verdict = ({ lang, focus, limits, byArea, byOrganisation }: { lang: Lang; focus: Focus; limits: Limits; byArea: readonly BarRow[]; byOrganisation: readonly BarRow[] }) => {
  const w = focusWords[lang]
  const because = limits.reason?.trim() ? w.because(asClause(limits.reason)) : '.'
  if (!focus.over) return <Alert colour="success"><p>{w.within}{limits.reason ? ` ${w.reason(limits.reason)}` : ''}</p></Alert>
  const names = (rows: readonly BarRow[]) => formatList(rows.filter((r) => r.over).map((r) => `${r.text} (${r.count})`), lang)
  const over = [
    ...(focus.areas.over && limits.areas !== null ? [w.overAreas(focus.areas.count, limits.areas)] : []),
    ...(limits.measuresPerArea !== null && byArea.some((r) => r.over) ? [w.overPerArea(names(byArea), limits.measuresPerArea)] : []),
    ...(limits.measuresPerOrganisation !== null && byOrganisation.some((r) => r.over) ? [w.overPerOrganisation(names(byOrganisation), limits.measuresPerOrganisation)] : []),
  ]
  // The reason comes last and once: it may be several sentences.
  return <Alert colour="warning" title={w.overTitle}>{over.map((said, i) => <p>{said}{i === over.length - 1 ? because : '.'}</p>)}</Alert>
}
