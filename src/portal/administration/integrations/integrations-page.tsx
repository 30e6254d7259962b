import { administeredKeys, type AdministeredKey, revokeKey } from '../../../platform/api/key.ts'
import { installation } from '../../../platform/audit/installation.ts'
import { administrators, page } from '../../../platform/http/page.ts'
import { firstText } from '../../../platform/item/parse.ts'
import { formatDate, formatDateTime, formatNumber } from '../../../platform/text/format.ts'
import { osloDate } from '../../../platform/time/oslo.ts'
import { Button, DataTable, Heading, Lead, State } from '../../../ui/index.ts'
import { administeredHooks, type AdministeredHook, setPaused } from '../../webhooks/webhook.store.ts'
import { integrationWords } from './integrations.words.ts'

/** Only the host is shown: what comes after it may be a secret of the receiver's. */
const hostOf = (hook: AdministeredHook): string => new URL(hook.address).host

/** The keys that let other systems in, and the systems that are told, of every workspace: whether they are used, when they end, and a way to stop each. */
export const integrationsPage = page({
  path: '/admin/nokler',
  access: administrators,
  load: async ({ db, now }) => {
    const [keys, hooks] = await Promise.all([administeredKeys(db, now), administeredHooks(db)])
    return { keys, hooks }
  },
  title: (_, { lang }) => integrationWords[lang].title,
  crumbs: (_, { lang }) => [{ text: integrationWords[lang].up, href: '/admin' }],
  width: 'wide',
  actions: {
    revoke: async (work, { request, loaded, raw }) => {
      const w = integrationWords[request.lang]
      const key = loaded.keys.find((one) => one.id === firstText(raw, 'hvilken'))
      if (!key || (await revokeKey(work.tx, key.workspaceId, key.id, { personId: request.viewer.person?.id ?? null, now: work.now })) === null) return { refused: { message: w.gone } }
      work.record({ workspaceId: key.workspaceId, what: 'key.revoked', body: { key: key.id, name: key.name } })
      work.record({ workspaceId: installation, what: 'key-revoked', body: { workspace: key.workspaceId, value: key.name } })
      return { done: { to: request.pathname, flash: { text: w.revoked(key.name) } } }
    },
    stop: async (work, { request, loaded, raw }) => {
      const w = integrationWords[request.lang]
      const hook = loaded.hooks.find((one) => one.id === firstText(raw, 'hvilken'))
      if (!hook || !(await setPaused(work.tx, hook.id, { at: work.now, why: 'self' }))) return { refused: { message: w.gone } }
      work.record({ workspaceId: hook.workspaceId, what: 'webhook.paused', body: { webhook: hook.id, address: hook.address } })
      work.record({ workspaceId: installation, what: 'webhook-stopped', body: { workspace: hook.workspaceId, value: hostOf(hook) } })
      return { done: { to: request.pathname, flash: { text: w.stopped(hostOf(hook)) } } }
    },
  },
  view: ({ keys, hooks }, { lang, pathname, now }) => {
    const w = integrationWords[lang]
    const soon = osloDate(now).add({ days: 30 }).toString()
    const press = (does: string, id: string, text: string, of: string) => (
      <form method="post" action={pathname}><input type="hidden" name="handling" value={does} /><Button small variant="quiet" name="hvilken" value={id}>{text}<span class="ds-sr-only">: {of}</span></Button></form>
    )
    return (
      <>
        <Heading level={1}>{w.title}</Heading>
        <Lead>{w.lead}</Lead>
        <section>
          <Heading level={2}>{w.keys}</Heading>
          <DataTable<AdministeredKey> lang={lang} caption={w.keys} captionHidden rows={keys} empty={<p>{w.noKeys}</p>} columns={[
            { key: 'name', header: w.name, rowHeader: true, cell: (one) => <>{one.name}<div class="hint">{w.begins(one.hint)}{one.createdBy ? `, ${w.by(one.createdBy)}` : ''}</div></> },
            { key: 'workspace', header: w.workspace, cell: (one) => <a href={`/admin/arbeidsrom/${one.slug}`}>{one.workspace}</a> }, { key: 'may', header: w.may, cell: (one) => (one.writes ? w.writes : w.reads) },
            { key: 'ends', header: w.ends, cell: (one) => (one.lastDay <= soon ? <State lang={lang} kind="watch">{formatDate(one.lastDay, lang)}</State> : formatDate(one.lastDay, lang)) },
            { key: 'used', header: w.used, cell: (one) => (one.lastUsedAt ? formatDate(osloDate(one.lastUsedAt), lang) : w.never) }, { key: 'do', header: w.todo, cell: (one) => press('revoke', one.id, w.revoke, one.name) },
          ]} />
        </section>
        <section>
          <Heading level={2}>{w.hooks}</Heading>
          <DataTable<AdministeredHook> lang={lang} caption={w.hooks} captionHidden rows={hooks} empty={<p>{w.noHooks}</p>} columns={[
            { key: 'host', header: w.host, rowHeader: true, cell: hostOf }, { key: 'workspace', header: w.workspace, cell: (one) => one.workspace },
            { key: 'state', header: w.state, cell: (one) => (one.pausedWhy === 'self' ? w.off : one.failing ? <State lang={lang} kind="watch">{one.pausedAt ? w.givenUp : w.failing}</State> : w.works) },
            { key: 'last', header: w.last, cell: (one) => (one.lastAt ? formatDateTime(one.lastAt, lang) : w.never) }, { key: 'waiting', header: w.waiting, align: 'number', cell: (one) => formatNumber(one.waiting, lang) },
            { key: 'do', header: w.todo, cell: (one) => (one.pausedAt ? '–' : press('stop', one.id, w.stop, hostOf(one))) },
          ]} />
        </section>
      </>
    )
  },
})
