import { versionField } from '../../platform/http/form.ts'
import { page } from '../../platform/http/page.ts'
import { firstText } from '../../platform/item/parse.ts'
import { languages } from '../../platform/text/texts.ts'
import { formatList } from '../../platform/text/lists.ts'
import { dropChoices, stepWords } from '../../modules/thread/index.ts'
import { appearing, type InWorkspace, roleWords, setTemplate, templateOf, workspaceLeading, workspacePath } from '../../modules/workspaces/index.ts'
import { Button, Facts, Form, FormActions, Heading, Lead } from '../../ui/index.ts'
import { closingWords } from './closing.words.ts'
import { settingsWords } from './settings.words.ts'

const whole = templateOf({ template: 'partnership' })

/** From a small plan to the whole one: says what appears, and takes nothing away. */
export const wholePlanPage = page({
  path: '/arbeidsrom/:workspace/innstillinger/hele-planen',
  access: workspaceLeading,
  load: async (_, { workspace }: InWorkspace) => ({ from: templateOf(workspace), version: workspace.version }),
  title: (_, { lang }) => closingWords[lang].fullTitle,
  crumbs: (_, { lang }, { workspace }) => [{ text: workspace.title, href: workspacePath(workspace) }, { text: settingsWords[lang].title, href: workspacePath(workspace, 'innstillinger') }],
  actions: {
    take: async (work, { request, scope: { workspace }, loaded: { from }, raw }) => {
      const w = closingWords[request.lang]
      if (from.name === whole.name) return { refused: { message: w.already } }
      const focus = whole.focus && { ...whole.focus, reason: whole.focus.reason[workspace.language] }
      if (!(await setTemplate(work.tx, workspace.id, Number(firstText(raw, versionField)), { name: whole.name, partsInUse: whole.partsInUse, focus }))) return { refused: 'stale' }
      await dropChoices(work.tx, workspace.id, appearing(from, whole).rules.map(({ rule, reason }) => ({ rule, reasons: languages.map((lang) => reason[lang]) })))
      work.record({ workspaceId: workspace.id, what: 'workspace.changed', body: { template: whole.name } })
      return { done: { to: workspacePath(workspace, 'innstillinger'), flash: { text: w.taken } } }
    },
  },
  width: 'text',
  view: ({ from, version }, { lang, path }) => {
    const w = closingWords[lang]
    if (from.name === whole.name) return <><Heading level={1}>{w.fullTitle}</Heading><Lead>{w.already}</Lead></>
    const { parts, tabs, roles, rules } = appearing(from, whole)
    const list = (all: readonly string[]) => formatList(all, lang)
    return (
      <>
        <Heading level={1}>{w.fullTitle}</Heading>
        <Lead>{w.fullLead(from.words[lang].name)}</Lead>
        <Facts facts={[
          { term: w.parts, value: list(parts.map((part) => stepWords[lang][part])) },
          { term: w.tabs, value: list(tabs.map((tab) => w.rooms[tab])) },
          { term: w.roles, value: list(roles.map((role) => roleWords[lang][role].name)) },
          ...(whole.focus?.areas ? [{ term: w.focus, value: w.focusText(whole.focus.areas) }] : []),
          { term: w.rules, value: w.rulesText(rules.length) },
        ]} />
        <Form action={path} version={version}><FormActions><Button variant="primary">{w.take}</Button></FormActions></Form>
      </>
    )
  },
})
