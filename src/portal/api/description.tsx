import { openApiOf } from '../../platform/api/openapi.ts'
import { apiRoot, type Operation } from '../../platform/api/operation.ts'
import { problemNames, problems } from '../../platform/api/problem.ts'
import { problemWords } from '../../platform/api/problem.words.ts'
import { everyone, page, resource } from '../../platform/http/page.ts'
import type { Catalogue } from '../../platform/item/manifest.ts'
import { limits } from '../../platform/limits/limits.ts'
import type { Platform } from '../../platform/platform.ts'
import { capitalised } from '../../platform/text/format.ts'
import { type Column, DataTable, Heading, Lead } from '../../ui/index.ts'
import { descriptionWords } from './description.words.ts'

/** The description for programs. Texts in it are English, and the labels of fields as people meet them. */
export const apiDescription = (operations: readonly Operation[]) => {
  // Some hundred kilobytes that never change while the program runs: written once.
  const written = new WeakMap<Platform, string>()
  return resource({
    path: `${apiRoot}/openapi.json`,
    access: everyone,
    async respond({ platform }) {
      const text = written.getOrInsertComputed(platform, () =>
        JSON.stringify(openApiOf(operations, { baseUrl: platform.config.baseUrl, version: platform.version, lang: 'en', title: `${platform.config.publicName} API`, description: descriptionWords.en.lead })))
      return new Response(text, { headers: { 'content-type': 'application/vnd.oai.openapi+json;version=3.1', 'cache-control': 'public, max-age=300', 'access-control-allow-origin': '*' } })
    },
  })
}

/** The API for people: how to begin, what there is, and what each problem means. Made from the same list as the API itself. */
export const apiPage = (catalogue: Catalogue, operations: readonly Operation[]) =>
  page({
    path: '/api',
    access: everyone,
    shared: true,
    listed: true,
    styles: ['api.page.css'],
    load: async () => ({}),
    title: (_, { lang }) => descriptionWords[lang].title,
    description: (_, { lang }) => descriptionWords[lang].lead,
    view: (_, { lang, platform }) => {
      const w = descriptionWords[lang]
      const root = `${platform.config.baseUrl}${apiRoot}`
      const groups = Map.groupBy(operations, (one) => one.group)
      const named = (group: string) => w.groups[group as 'items'] ?? capitalised(catalogue.kinds.get(group)?.words[lang].many ?? group)
      const columns: Column<Operation>[] = [
        { key: 'what', header: w.what, rowHeader: true, cell: (one) => <>{one.summary[lang]}{one.about ? <p class="hint">{one.about[lang]}</p> : null}</> },
        { key: 'how', header: w.how, cell: (one) => <code>{one.method.toUpperCase()} {one.path.replace(/:(\w+)/g, '{$1}')}</code> },
      ]
      return (
        <>
          <Heading level={1}>{w.title}</Heading>
          <Lead>{w.lead}</Lead>
          <ul><li><a href={`${apiRoot}/openapi.json`}>{w.openapi}</a></li><li><a href="/apne-data">{w.open}</a></li></ul>
          <Heading level={2}>{w.begin}</Heading>
          <ol>{w.steps.split('\n').map((step) => <li>{step}</li>)}</ol>
          <pre tabindex={0} lang="en"><code>{`curl -H "Authorization: Bearer $KEY" ${root}/workspaces`}</code></pre>
          <Heading level={2}>{w.rules}</Heading>
          <ul>{w.ruleList(limits.api.times).split('\n').map((rule) => <li>{rule}</li>)}</ul>
          <Heading level={2}>{w.operations}</Heading>
          {[...groups].map(([group, all]) => <section><DataTable lang={lang} caption={named(group)} columns={columns} rows={all} /></section>)}
          <Heading level={2}>{w.problems}</Heading>
          <dl class="facts">{problemNames.map((name) => <><dt id={name}>{problems[name]} {problemWords[lang][name].title}</dt><dd>{problemWords[lang][name].detail}</dd></>)}</dl>
        </>
      )
    },
  })
