import { hasRole } from '../../platform/access/viewer.ts'
import { versionField } from '../../platform/http/form.ts'
import { page } from '../../platform/http/page.ts'
import { leading } from '../../platform/item/kind.ts'
import { firstText } from '../../platform/item/parse.ts'
import { formatDate } from '../../platform/text/format.ts'
import { languages } from '../../platform/text/texts.ts'
import { partiesOf } from '../../modules/actors/index.ts'
import { type InWorkspace, readSettings, workspaceMembers, workspacePath, writeSettings } from '../../modules/workspaces/index.ts'
import { Alert, Button, Checkbox, DataTable, DateInput, ErrorSummary, Facts, Form, FormActions, formState, Heading, Lead, RadioGroup, Select, TaskList, TextInput } from '../../ui/index.ts'
import { keyWords } from '../keys/keys.words.ts'
import { keysPath } from '../keys/paths.ts'
import { closingPath } from './closing.tsx'
import { closingWords } from './closing.words.ts'
import { readSettingsForm, typedSettings } from './read-settings.ts'
import { settingsWords } from './settings.words.ts'

/** How the workspace is set up. All members may read it; those who lead may change it. */
export const settingsPage = page({
  path: '/arbeidsrom/:workspace/innstillinger',
  access: workspaceMembers,
  load: async (request, { workspace }: InWorkspace) => {
    const [settings, parties] = await Promise.all([readSettings(request.db, workspace.id), partiesOf(request.db, workspace.id)])
    return { settings, parties, leads: hasRole(request.viewer, workspace.id, ...leading), keeps: hasRole(request.viewer, workspace.id, 'leader', 'secretariat'), open: workspace.state === 'active' }
  },
  title: (_, request) => settingsWords[request.lang].title,
  crumbs: (_, __, { workspace }) => [{ text: workspace.title, href: workspacePath(workspace) }],
  actions: {
    save: async (work, { request, scope: { workspace }, loaded, raw }) => {
      if (!loaded.leads || !loaded.open) return { refused: 'forbidden' }
      const read = readSettingsForm(raw, new Set(loaded.parties.map((one) => one.id)), request.lang)
      if ('errors' in read) return { refused: { errors: read.errors } }
      if (!(await writeSettings(work.tx, workspace.id, Number(firstText(raw, versionField)), read.settings))) return { refused: 'stale' }
      work.record({ workspaceId: workspace.id, what: 'workspace.changed', body: read.settings })
      return { done: { to: workspacePath(workspace, 'innstillinger'), flash: { text: settingsWords[request.lang].saved } } }
    },
  },
  width: 'text',
  view: ({ settings, parties, leads, keeps, open }, { lang, path }, { workspace }, returned) => {
    const w = settingsWords[lang]
    const standing = typedSettings(settings)
    const state = formState(returned, standing)
    const organisations = parties.map((one) => ({ value: one.id, label: one.name }))
    const nameOf = new Map(organisations.map((one) => [one.value, one.label]))
    const fields: readonly (readonly [name: string, label: string, show: (value: string) => string])[] = [
      ['title', w.name, (v) => v], ['language', w.language, (v) => w.languages[v as 'nb'] ?? v], ['order', w.order, (v) => w.orders[v as 'goals'] ?? v], ['public', w.open, (v) => (v === 'ja' ? w.yes : w.no)],
      ['legal_owner_id', w.owner, (v) => nameOf.get(v) ?? w.nobody], ['data_controller_id', w.data, (v) => nameOf.get(v) ?? w.nobody], ['archive_responsible_id', w.archive, (v) => nameOf.get(v) ?? w.nobody],
      ['funder', w.funder, (v) => v || w.nobody], ['ends_on', w.ends, (v) => (/^\d{4}-\d{2}-\d{2}$/.test(v) ? formatDate(v, lang) : v || w.nobody)],
    ]
    const more = (
      <section>
        <Heading level={2}>{w.more}</Heading>
        <TaskList lang={lang} tasks={[
          { title: w.checks, href: workspacePath(workspace, 'innstillinger/traden') }, { title: w.focus, href: workspacePath(workspace, 'plan/fokus') },
          { title: w.partners, href: workspacePath(workspace, 'partnere') }, ...(leads && open ? [{ title: w.import, href: workspacePath(workspace, 'plan/importer') }] : []),
          ...(leads && open && workspace.template === 'light' ? [{ title: closingWords[lang].fullTitle, href: workspacePath(workspace, 'innstillinger/hele-planen') }] : []),
          ...(keeps ? [{ title: keyWords[lang].title, href: keysPath(workspace) }] : []),
          ...(keeps ? [{ title: w.takeAlong, href: workspacePath(workspace, 'innstillinger/ta-med') }] : []),
          { title: open ? closingWords[lang].title : closingWords[lang].archivedTitle, href: closingPath(workspace) },
        ]} />
      </section>
    )
    if (!leads || !open) {
      return (
        <>
          <Heading level={1}>{w.title}</Heading>
          <Lead>{open ? w.readOnly : w.archived}</Lead>
          <Facts facts={fields.map(([name, term, show]) => ({ term, value: show(standing[name] ?? '') }))} />
          {more}
        </>
      )
    }
    const differing = fields.map(([name, label, show]) => ({ label, mine: show(firstText(returned?.raw ?? {}, name)), theirs: show(standing[name] ?? '') })).filter((row) => row.mine !== row.theirs)
    const common = { lang, state, options: organisations, blank: w.nobody, optional: true }
    return (
      <>
        <Heading level={1}>{w.title}</Heading>
        <Lead>{w.lead}</Lead>
        <ErrorSummary lang={lang} state={state} />
        {returned?.stale ? (
          <Alert colour="warning" title={w.stale}>
            <p>{w.staleLead}</p>
            <DataTable lang={lang} caption={w.stale} captionHidden rows={differing} columns={[{ key: 'label', header: w.what, cell: (row) => row.label }, { key: 'mine', header: w.mine, cell: (row) => row.mine || '–' }, { key: 'theirs', header: w.standing, cell: (row) => row.theirs || '–' }]} />
          </Alert>
        ) : null}
        <Form action={path} submissionKey={crypto.randomUUID()} version={settings.version} guard>
          <TextInput lang={lang} state={state} name="title" label={w.name} />
          <Select lang={lang} state={state} name="language" label={w.language} hint={w.languageHint} blank={false} options={languages.map((value) => ({ value, label: w.languages[value] }))} />
          <RadioGroup lang={lang} state={state} name="order" label={w.order} hint={w.orderHint} options={[{ value: 'goals', label: w.orders.goals }, { value: 'areas', label: w.orders.areas }]} />
          <Checkbox lang={lang} state={state} name="public" label={w.open} hint={w.openHint} />
          <h2>{w.responsible}</h2>
          <Select {...common} name="legal_owner_id" label={w.owner} hint={w.ownerHint} />
          <Select {...common} name="data_controller_id" label={w.data} hint={w.dataHint} />
          <Select {...common} name="archive_responsible_id" label={w.archive} hint={w.archiveHint} />
          <TextInput lang={lang} state={state} name="funder" label={w.funder} hint={w.funderHint} optional />
          <DateInput lang={lang} state={state} name="ends_on" label={w.ends} hint={w.endsHint} optional />
          <FormActions><Button variant="primary">{w.save}</Button></FormActions>
        </Form>
        {more}
      </>
    )
  },
})
