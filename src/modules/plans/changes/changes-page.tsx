import { page } from '../../../platform/http/page.ts'
import type { Catalogue } from '../../../platform/item/manifest.ts'
import { capitalised } from '../../../platform/text/format.ts'
import type { Lang } from '../../../platform/text/texts.ts'
import { endOfOsloDay, startOfOsloDay } from '../../../platform/time/oslo.ts'
import { ButtonLink, DateInput, Filters, Heading, Lead, Select, withQuery } from '../../../ui/index.ts'
import { namesInHistory } from '../../actors/index.ts'
import { type InWorkspace, workspaceMembers, workspacePath } from '../../workspaces/index.ts'
import { ChangeList } from './change-list.tsx'
import { type Change, changers, readChanges } from './changes.store.ts'
import { changesWords } from './changes.words.ts'

const pageSize = 50
const uuid = /^[0-9a-f-]{36}$/

/** A day of the address, or that it could not be read. */
function dayIn(query: URLSearchParams, name: string): { day: Temporal.PlainDate | null; bad: boolean } {
  const text = query.get(name)?.trim()
  if (!text) return { day: null, bad: false }
  try {
    return { day: Temporal.PlainDate.from(text), bad: false }
  } catch {
    return { day: null, bad: true }
  }
}

/** Names of the organisations that versions refer to by id. */
export async function organisationNames(db: Parameters<typeof namesInHistory>[0], changes: readonly Change[], lang: Lang = 'nb'): Promise<Map<string, string>> {
  const ids = changes.flatMap(({ before, after }) => [before, after].flatMap((body) => [...(body?.owner ?? []), ...(body?.partner ?? [])]))
  return namesInHistory(db, ids, lang)
}

/** Everything that was done in a workspace, paged by where the last page ended, so that no page skips or doubles while people work. */
export const changesPage = (catalogue: Catalogue) =>
  page({
    path: '/arbeidsrom/:workspace/plan/endringer',
    access: workspaceMembers,
    load: async (request, { workspace }: InWorkspace) => {
      const { query, db, viewer } = request
      const [from, to] = [dayIn(query, 'fra'), dayIn(query, 'til')]
      const person = query.get('person') ?? ''
      const before = Number(query.get('eldre'))
      const found = await readChanges(db, viewer, workspace.id, {
        person: uuid.test(person) ? person : null, kind: query.get('slag') || null, limit: pageSize + 1,
        from: from.day && startOfOsloDay(from.day), to: to.day && endOfOsloDay(to.day), before: Number.isSafeInteger(before) && before > 0 ? before : null,
      })
      const changes = found.slice(0, pageSize)
      const [organisations, people] = await Promise.all([organisationNames(db, changes, request.lang), changers(db, workspace.id)])
      return { changes, older: found.length > pageSize ? (changes.at(-1)?.sequence ?? null) : null, organisations, people, bad: { fra: from.bad, til: to.bad } }
    },
    title: (_, request) => changesWords[request.lang].title,
    crumbs: (_, request, { workspace }) => [{ text: workspace.title, href: workspacePath(workspace) }, { text: changesWords[request.lang].plan, href: workspacePath(workspace, 'plan') }],
    view: ({ changes, older, organisations, people, bad }, { lang, now, query, pathname }, { workspace }) => {
      const w = changesWords[lang]
      const state = { values: Object.fromEntries(query), errors: { ...(bad.fra && { fra: w.badDate }), ...(bad.til && { til: w.badDate }) } }
      const chosen = ['person', 'slag', 'fra', 'til'].some((name) => query.get(name))
      return (
        <>
          <Heading level={1}>{w.title}</Heading>
          <Lead>{w.lead}</Lead>
          <Filters lang={lang} path={pathname} query={query} active={chosen}>
            <Select lang={lang} state={state} name="person" label={w.person} blank={w.all} options={people.map((one) => ({ value: one.id, label: one.name }))} />
            <Select lang={lang} state={state} name="slag" label={w.kind} blank={w.all} options={[...catalogue.kinds.values()].map((kind) => ({ value: kind.name, label: capitalised(kind.words[lang].one) }))} />
            <DateInput lang={lang} state={state} name="fra" label={w.from} hint="" />
            <DateInput lang={lang} state={state} name="til" label={w.to} hint="" />
          </Filters>
          {changes.length === 0 ? <p>{chosen ? w.noneChosen : w.none} {chosen ? <a href={pathname}>{w.clear}</a> : null}</p> : (
            <ChangeList changes={changes} lang={lang} now={now} catalogue={catalogue} organisations={organisations} slugOf={() => workspace.slug} />
          )}
          <div class="actions">
            {older ? <ButtonLink href={withQuery(pathname, query, { eldre: String(older) })}>{w.older}</ButtonLink> : null}
            {query.get('eldre') ? <a href={withQuery(pathname, query, { eldre: null })}>{w.newest}</a> : null}
          </div>
        </>
      )
    },
  })
