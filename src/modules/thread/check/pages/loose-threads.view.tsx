import type { Request, Returned } from '../../../../platform/http/page.ts'
import type { Catalogue } from '../../../../platform/item/manifest.ts'
import { formatDate, formatDateShort, formatList } from '../../../../platform/text/format.ts'
import { osloDate } from '../../../../platform/time/oslo.ts'
import { Button, ButtonLink, Details, Downloads, EmptyState, ErrorSummary, Filters, Heading, Lead, Pagination, Prose, Select, State, TrendChart } from '../../../../ui/index.ts'
import { type Workspace, workspacePath } from '../../../workspaces/index.ts'
import { itemPath } from '../../item/context.ts'
import { stepWords } from '../../item/picture.ts'
import { anchorOf, looseThreadsPath } from '../health.ts'
import { type FormContext, MendForms, SharedLists } from './mend-forms.tsx'
import { type Group, type Loaded, pageOfOne, type Shown } from './loose-threads.load.ts'
import { looseWordsOfPage } from './loose-threads.words.ts'

type Props = { catalogue: Catalogue; loaded: Loaded; request: Request; workspace: Workspace; returned: Returned | null; leads: boolean }

export const LooseThreads = ({ catalogue, loaded, request, workspace, returned, leads }: Props) => {
  const { lang, path } = request
  const w = looseWordsOfPage[lang]
  const context: FormContext = { catalogue, workspace, loaded, lang, path, returned }
  const narrowed = loaded.chosen.rule !== null || loaded.chosen.owner !== ''
  return (
    <>
      <Heading level={1}>{w.title}</Heading>
      {returned ? <ErrorSummary lang={lang} state={{ values: returned.raw, errors: returned.errors }} /> : null}
      {loaded.all > 0 ? <Lead>{w.lead(loaded.all, loaded.change)}</Lead> : null}
      {loaded.all > 0 && !narrowed ? <p>{w.about}</p> : null}
      <NotUsed loaded={loaded} lang={lang} />
      <SharedLists loaded={loaded} />
      {loaded.all === 0 ? <Holds workspace={workspace} lang={lang} /> : null}
      {loaded.top.length > 0 ? (
        <section class="loose-first">
          <Heading level={2}>{loaded.top.length === 3 ? w.top : w.topFew}</Heading>
          <ol>{loaded.top.map((shown) => <OneLoose shown={shown} context={context} request={request} withRule />)}</ol>
        </section>
      ) : null}
      {loaded.all > 0 ? <Narrow loaded={loaded} request={request} workspace={workspace} narrowed={narrowed} /> : null}
      {narrowed && loaded.total === 0 && loaded.all > 0 ? <p>{w.noneHere}</p> : null}
      {loaded.groups.map((group) => <OneGroup group={group} context={context} request={request} />)}
      {narrowed ? <p><a href={looseThreadsPath(workspace)}>{w.back}</a></p> : null}
      {loaded.all > 0 ? <Downloads lang={lang} path={workspacePath(workspace, 'last-ned/lose-trader')} query={request.query} /> : null}
      <Trend loaded={loaded} request={request} />
      <Set loaded={loaded} context={context} leads={leads} />
    </>
  )
}

const Holds = ({ workspace, lang }: { workspace: Workspace; lang: FormContext['lang'] }) => {
  const w = looseWordsOfPage[lang]
  return (
    <EmptyState picture="holds" title={w.noneTitle} actions={<ButtonLink href={workspacePath(workspace, 'traden')}>{w.see}</ButtonLink>}>
      <p>{w.none}</p>
      <p class="hint">{w.noneProof}</p>
    </EmptyState>
  )
}

const NotUsed = ({ loaded, lang }: { loaded: Loaded; lang: FormContext['lang'] }) =>
  loaded.partsNotInUse.length > 0 ? <p class="hint">{looseWordsOfPage[lang].notUsed(formatList(loaded.partsNotInUse.map((part) => stepWords[lang][part].toLocaleLowerCase('nb')), lang))}</p> : null

const Narrow = ({ loaded, request, workspace, narrowed }: { loaded: Loaded; request: Request; workspace: Workspace; narrowed: boolean }) => {
  const { lang, query } = request
  const w = looseWordsOfPage[lang]
  const state = { values: { regel: loaded.chosen.rule?.id ?? '', eier: loaded.chosen.owner }, errors: {} }
  const owners = [...(loaded.own.length > 0 ? [{ value: 'vare', label: w.ours }] : []), ...loaded.parties]
  return (
    <Filters lang={lang} path={looseThreadsPath(workspace)} query={query} active={narrowed}>
      <Select lang={lang} state={state} name="regel" label={w.kind} blank={w.allRules} options={loaded.filled.map(({ rule, count }) => ({ value: rule.id, label: `${rule.words[lang].title} (${count})` }))} />
      {owners.length > 0 ? <Select lang={lang} state={state} name="eier" label={w.owner} blank={w.allOwners} options={owners} /> : null}
    </Filters>
  )
}

const OneGroup = ({ group: { rule, count, shown }, context, request }: { group: Group; context: FormContext; request: Request }) => {
  const { lang, loaded, workspace } = context
  const w = looseWordsOfPage[lang]
  const words = rule.words[lang]
  const above = loaded.top.filter((one) => one.rule.id === rule.id).length
  const alone = loaded.chosen.rule !== null
  return (
    <section class="loose-group" id={rule.id}>
      <Heading level={2}>{words.title} <span class="hint">{count}</span></Heading>
      <p>{words.why}{rule.source ? <span class="hint"> {w.source}: {rule.source[lang]}.</span> : null}</p>
      {shown.length > 0 ? <p><strong>{words.mend}</strong></p> : null}
      {above > 0 && !alone ? <p class="hint">{w.someOnTop(above)}</p> : null}
      {shown.length > 0 ? <ul>{shown.map((one) => <OneLoose shown={one} context={context} request={request} />)}</ul> : null}
      {alone
        ? <Pagination lang={lang} path={looseThreadsPath(workspace)} query={request.query} paging={{ page: loaded.chosen.page, pageSize: pageOfOne, total: count }} />
        : count > shown.length + above ? <p><a href={looseThreadsPath(workspace, `?regel=${rule.id}${loaded.chosen.owner ? `&eier=${loaded.chosen.owner}` : ''}`)}>{w.all(count)}<span class="ds-sr-only">: {words.title}</span></a></p> : null}
    </section>
  )
}

/** One loose thread: what it is, and the forms that mend it. In a group they are folded away until asked for. */
const OneLoose = ({ shown, context, request, withRule }: { shown: Shown; context: FormContext; request: Request; withRule?: boolean }) => {
  const { catalogue, workspace, lang, returned } = context
  const w = looseWordsOfPage[lang]
  const { rule, row, item } = shown
  const kind = catalogue.kinds.get(rule.kind)
  const name = item?.title ?? row.organisation ?? workspace.title
  const came = osloDate(row.since)
  const returnedHere = item !== null && returned !== null && String(returned.raw.regel) === rule.id && String(returned.raw.nummer) === String(item.number)
  const folded = !withRule && item !== null
  const forms = shown.mayMend ? <MendForms shown={shown} context={context} flat={folded} /> : null
  return (
    <li class="loose-one" id={anchorOf(rule.id, item?.number ?? row.rank)}>
      {withRule ? <p class="loose-rule"><State lang={lang} kind="loose">{rule.words[lang].title}</State></p> : null}
      <p class="loose-name">{item && kind ? <a href={itemPath(workspace, kind, item)} lang={item.language === lang ? undefined : item.language}>{item.code ? `${item.code} ` : ''}{name}</a> : <span>{name}</span>}</p>
      {withRule ? <p>{rule.words[lang].why} {rule.words[lang].mend}{rule.source ? <span class="hint"> {w.source}: {rule.source[lang]}.</span> : null}</p> : null}
      <p class="hint">
        {row.weight > 0 ? `${w.tied(row.weight)}. ` : ''}{came.equals(osloDate(request.now)) ? '' : `${w.since(formatDate(came, lang))}.`}
        {shown.mayMend ? '' : ` ${w.notYours}`}
      </p>
      {forms && folded ? <Details summary={w.mend} open={returnedHere}>{forms}</Details> : forms}
    </li>
  )
}

const Trend = ({ loaded, request }: { loaded: Loaded; request: Request }) => {
  const { lang, now } = request
  const w = looseWordsOfPage[lang]
  const today = osloDate(now).toString()
  const earlier = loaded.days.filter((one) => one.day !== today)
  if (earlier.length === 0) return null
  const points = [...earlier.map((one) => ({ label: formatDateShort(one.day, lang), value: one.count })), { label: w.now, value: loaded.all }]
  return (
    <section>
      <Heading level={2}>{w.trend}</Heading>
      <TrendChart lang={lang} id="lose-over-tid" title={w.trend} description={w.lead(loaded.all, loaded.change)} series={[{ name: w.title, main: true, points }]} />
      <p class="hint">{w.trendAbout}</p>
    </section>
  )
}

/** What has been set aside, and by what reason: it is always shown. */
const Set = ({ loaded, context, leads }: { loaded: Loaded; context: FormContext; leads: boolean }) => {
  const { catalogue, workspace, lang, path } = context
  const w = looseWordsOfPage[lang]
  const rules = new Map(catalogue.checks.map((rule) => [rule.id, rule]))
  return (
    <>
      {loaded.waivers.length > 0 ? (
        <Details summary={w.waived(loaded.waivers.length)}>
          <ul class="waived">
            {loaded.waivers.map((one) => {
              const kind = catalogue.kinds.get(one.kind)
              return (
                <li>
                  <p>{kind ? <a href={itemPath(workspace, kind, one)}>{one.title}</a> : one.title} <span class="hint">{rules.get(one.rule)?.words[lang].title}</span></p>
                  <Prose text={one.reason} />
                  <p class="hint">{w.saidBy(one.by ?? w.someone, formatDate(osloDate(one.at), lang))}</p>
                  {kind && loaded.mayMake.has(kind.name) ? (
                    <form method="post" action={path} class="inline">
                      <input type="hidden" name="handling" value="unwaive" />
                      <input type="hidden" name="regel" value={one.rule} />
                      <input type="hidden" name="nummer" value={String(one.number)} />
                      <Button variant="quiet" small>{w.takeBack}<span class="ds-sr-only">: {one.title}</span></Button>
                    </form>
                  ) : null}
                </li>
              )
            })}
          </ul>
        </Details>
      ) : null}
      {loaded.choices.length > 0 ? (
        <Details summary={w.offTitle(loaded.choices.length)}>
          <ul>
            {loaded.choices.map(({ rule, choice }) => (
              <li><strong>{rule.words[lang].title}</strong>: {choice.active ? (choice.limit === null ? '' : w.ownLimit(choice.limit)) : w.off}. {choice.reason}</li>
            ))}
          </ul>
        </Details>
      ) : null}
      {leads ? <p><a href={workspacePath(workspace, 'innstillinger/traden')}>{w.settings}</a></p> : null}
    </>
  )
}
