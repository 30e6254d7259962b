import { page } from '../../../platform/http/page.ts'
import { formatKronerShort, formatNumber, formatPercent } from '../../../platform/text/format.ts'
import { osloDate } from '../../../platform/time/oslo.ts'
import { ButtonLink, Details, EmptyState, Heading, Lead } from '../../../ui/index.ts'
import { itemPath } from '../../thread/index.ts'
import { type InWorkspace, workspacePath, workspaceReaders } from '../../workspaces/index.ts'
import { measure } from '../measure/measure.ts'
import { amountsOf, gapsOf, overlapsOf, promisesOf } from './contributions.ts'
import { contributionWords } from './contributions.words.ts'
import { Findings } from './findings.tsx'
import { PutsLegend } from './puts.tsx'
import { readContributions } from './read.ts'
import { ByArea, ByYear, organisationsIn } from './tables.tsx'

/** Who puts what into the plan, with sums that add up; where several do the same, where something is missing, and what is only promised. */
export const contributionsPage = page({
  path: '/arbeidsrom/:workspace/plan/bidrag',
  access: workspaceReaders,
  load: (request, { workspace }: InWorkspace) => readContributions(request, workspace),
  title: (_, { lang }) => contributionWords[lang].title,
  crumbs: (_, __, { workspace }) => [{ text: workspace.title, href: workspacePath(workspace) }, { text: 'Plan', href: workspacePath(workspace, 'plan') }],
  view: (all, { lang, now, query, pathname }, { workspace }) => {
    const w = contributionWords[lang]
    if (all.instruments.length === 0) {
      return (
        <>
          <Heading level={1}>{w.title}</Heading>
          <EmptyState picture="start" title={w.emptyTitle} actions={<ButtonLink href={itemPath(workspace, measure)}>{w.toMeasures}</ButtonLink>}><p>{w.empty}</p></EmptyState>
        </>
      )
    }
    const today = osloDate(now)
    const money = amountsOf(all.instruments.filter((i) => i.type === 'money'))
    const people = amountsOf(all.instruments.filter((i) => i.type === 'people'))
    const sure = all.instruments.filter((i) => i.state !== 'wished')
    const sums = [money.sure > 0 ? formatKronerShort(money.sure, lang) : '', people.sure > 0 ? w.manYears(formatNumber(people.sure, lang)) : '']
    const years = [...new Set(all.instruments.flatMap((i) => i.year ?? []))].sort((a, b) => a - b)
    const year = years.find((y) => String(y) === query.get('ar')) ?? null
    const shown = year === null ? all.instruments : all.instruments.filter((i) => i.year === year)
    return (
      <div class="landscape">
        <Heading level={1}>{w.title}</Heading>
        <Lead>
          {sure.length === 0 ? w.nothingSure : w.lead(w.organisations(organisationsIn(all, sure, lang).filter((o) => o.id !== null).length), sums[0] || (sums[1] ? '' : w.withoutAmounts), sums[1] ?? '')}
          {money.sure > 0 ? ` ${w.committedShare(formatPercent(money.committed / money.sure, lang, { decimals: 0 }))}` : ''}
          {money.wished > 0 ? ` ${w.wished(formatKronerShort(money.wished, lang))}` : ''}
        </Lead>
        <nav class="choices-line no-print" aria-label={w.jump}>
          <a href="#overlapp">{w.overlaps} ({overlapsOf(all.instruments, all.placed).length})</a>
          <a href="#hull">{w.gaps} ({gapsOf(all.instruments, all.placed, today).length})</a>
          <a href="#lofter">{w.promises} ({promisesOf(all.instruments, all.placed, today).length})</a>
        </nav>
        <ByYear lang={lang} all={all} type="money" />
        <ByYear lang={lang} all={all} type="people" />
        {money.wished + people.wished > 0 ? (
          <Details summary={w.showWished} open={sure.length === 0}>
            <ByYear lang={lang} all={all} type="money" part="wished" />
            <ByYear lang={lang} all={all} type="people" part="wished" />
          </Details>
        ) : null}
        <section>
          <Heading level={2} id="hvor">{w.byArea}</Heading>
          {years.length > 1 ? (
            <nav class="choices-line no-print" aria-label={w.year}>
              <a href={`${pathname}#hvor`} aria-current={year === null ? 'true' : undefined}>{w.all}</a>
              {years.map((y) => <a href={`${pathname}?ar=${y}#hvor`} aria-current={y === year ? 'true' : undefined}>{y}</a>)}
            </nav>
          ) : null}
          {year === null ? null : <p>{w.onlyYear(String(year))}</p>}
          <PutsLegend lang={lang} words={w} />
          <ByArea lang={lang} all={all} instruments={shown} workspace={workspace} />
        </section>
        <Findings lang={lang} all={all} workspace={workspace} today={today} />
      </div>
    )
  },
})
