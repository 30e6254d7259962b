import { keysOf, type ApiKey, revokeKey } from '../../platform/api/key.ts'
import { page, type Request } from '../../platform/http/page.ts'
import type { Catalogue } from '../../platform/item/manifest.ts'
import { firstText } from '../../platform/item/parse.ts'
import { formatDate } from '../../platform/text/format.ts'
import { osloDate } from '../../platform/time/oslo.ts'
import type { InWorkspace } from '../../modules/workspaces/index.ts'
import { Button, ButtonLink, type Column, DataTable, EmptyState, Heading, Lead } from '../../ui/index.ts'
import { keyKeepers } from './keepers.ts'
import { keyWords } from './keys.words.ts'
import { keysPath, settingsCrumbs } from './paths.ts'
import { webhooksPath } from '../webhooks/paths.ts'

const works = (key: ApiKey, { now }: Request) => key.revokedAt === null && key.lastDay >= osloDate(now).toString()

/** The keys by which other systems come in: what each may do, until when, and whether it is used. */
export const keysPage = (catalogue: Catalogue) =>
  page({
    path: '/arbeidsrom/:workspace/innstillinger/nokler',
    access: keyKeepers,
    styles: ['api.page.css'],
    load: async (request, { workspace }: InWorkspace) => {
      const keys = await keysOf(request.db, workspace.id, request.now)
      return { working: keys.filter((key) => works(key, request)), others: keys.filter((key) => !works(key, request)), open: workspace.state === 'active' }
    },
    title: (_, { lang }) => keyWords[lang].title,
    crumbs: (_, { lang }, { workspace }) => settingsCrumbs(workspace, lang),
    // A door may be shut also in a house that is closed.
    whenArchived: ['revoke'],
    actions: {
      revoke: async (work, { request, scope: { workspace }, raw }) => {
        const id = firstText(raw, 'hvilken')
        const name = /^[0-9a-f-]{36}$/.test(id) ? await revokeKey(work.tx, workspace.id, id, { personId: work.viewer.person?.id ?? null, now: work.now }) : null
        if (name === null) return { refused: 'missing' }
        work.record({ workspaceId: workspace.id, what: 'key.revoked', body: { key: id, name } })
        return { done: { to: keysPath(workspace), flash: { text: keyWords[request.lang].revoked(name) } } }
      },
    },
    view: ({ working, others, open }, { lang, path }, { workspace }) => {
      const w = keyWords[lang]
      const date = (instant: Temporal.Instant) => formatDate(osloDate(instant), lang)
      const columns: Column<ApiKey>[] = [
        {
          key: 'who', header: w.who, rowHeader: true,
          cell: (key) => <><strong>{key.name}</strong><p class="hint">{w.begins(key.hint)}</p><p class="hint">{key.createdBy ? w.by(key.createdBy, date(key.createdAt)) : w.byNobody(date(key.createdAt))}</p>{key.createdBy && !key.makerIsHere ? <p class="hint">{w.makerLeft}</p> : null}</>,
        },
        { key: 'what', header: w.what, cell: (key) => <>{w.reaches[key.reach]}{key.kinds ? <p class="hint">{key.kinds.map((kind) => catalogue.kinds.get(kind)?.words[lang].many ?? kind).join(', ')}</p> : null}</> },
        { key: 'when', header: w.when, cell: (key) => (key.revokedAt ? w.revokedOn(date(key.revokedAt)) : others.includes(key) ? w.ended(formatDate(key.lastDay, lang)) : w.until(formatDate(key.lastDay, lang))) },
        { key: 'used', header: w.used, cell: (key) => (key.lastUsedAt ? date(key.lastUsedAt) : w.never) },
      ]
      const revoke: Column<ApiKey> = {
        key: 'do', header: w.todo,
        cell: (key) => (
          <form method="post" action={path}>
            <Button small variant="quiet" name="hvilken" value={key.id}>{w.revoke}<span class="ds-sr-only">{w.revokeOf(key.name)}</span></Button>
          </form>
        ),
      }
      const add = open ? <ButtonLink href={keysPath(workspace, '/ny')} variant="primary">{w.new}</ButtonLink> : null
      return (
        <>
          <Heading level={1}>{w.title}</Heading>
          <Lead>{w.lead}</Lead>
          {working.length + others.length === 0 ? <EmptyState picture="start" title={w.new} actions={add ?? undefined}><p>{w.none}</p></EmptyState> : <div class="actions">{add}</div>}
          <ul><li><a href="/api">{w.about}</a></li><li><a href={webhooksPath(workspace)}>{w.webhooks}</a></li></ul>
          {working.length > 0 ? <section><DataTable lang={lang} caption={w.working} columns={[...columns, revoke]} rows={working} /></section> : null}
          {others.length > 0 ? <section><DataTable lang={lang} caption={w.others} columns={columns} rows={others} /></section> : null}
        </>
      )
    },
  })
